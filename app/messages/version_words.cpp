#include "messages/change_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <map>

namespace drawbridge {

namespace {

bool isPolicy(const kube::Object &object)
{
    return object.policy() || object.clusterPolicy();
}

/// "shop/api"; a cluster-wide one has no namespace.
std::string nameOf(const kube::Workspace &workspace, const kube::Object &object)
{
    return object.clusterPolicy() ? object.meta.name
                                  : workspace.namespaceOf(object) + '/' + object.meta.name;
}

using Policies = std::map<std::pair<std::string, std::string>, kube::ObjectPtr>;

Policies policiesOf(const kube::Workspace &workspace)
{
    Policies policies;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects())
        if (isPolicy(*object))
            policies[{object->meta.kind, nameOf(workspace, *object)}] = object;
    return policies;
}

QString rulesText(const kube::Object &object)
{
    std::size_t count = 0;
    for (kube::Direction direction : kube::kDirections)
        count += object.policy() ? object.policy()->rules(direction).size()
                                 : object.clusterPolicy()->rules(direction).size();
    return count == 1 ? Tr::tr("1 rule") : Tr::tr("%1 rules").arg(count);
}

/// What a policy says otherwise than it did, where the number of rules does not tell.
QString differenceText(const kube::Object &before, const kube::Object &after)
{
    const kube::NetworkPolicy *was = before.policy();
    const kube::NetworkPolicy *is = after.policy();
    QStringList parts;
    if (was && is) {
        if (was->subject != is->subject)
            parts += Tr::tr("other pods");
        if (was->isolatesIngress != is->isolatesIngress ||
            was->isolatesEgress != is->isolatesEgress)
            parts += Tr::tr("other policyTypes");
        if (was->ingress != is->ingress)
            parts += Tr::tr("other ingress rules");
        if (was->egress != is->egress)
            parts += Tr::tr("other egress rules");
    }
    return parts.isEmpty() ? Tr::tr("written otherwise") : parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<ChangeWords> policyChangeWords(const kube::Workspace &before,
                                           const kube::Workspace &after)
{
    const Policies old = policiesOf(before);
    const Policies now = policiesOf(after);
    Policies all = old;
    all.insert(now.begin(), now.end());
    std::vector<ChangeWords> result;
    for (const auto &[name, any] : all) {
        const auto was = old.find(name);
        const auto is = now.find(name);
        const bool isInBoth = was != old.end() && is != now.end();
        if (isInBoth && was->second->value == is->second->value)
            continue;
        ChangeWords words;
        words.what = isInBoth          ? Tr::tr("changed")
                     : is == now.end() ? Tr::tr("removed")
                                       : Tr::tr("added");
        words.where = QStringLiteral("%1 %2").arg(visible(name.first), visible(name.second));
        if (was != old.end()) {
            words.before = rulesText(*was->second);
            words.placeBefore = before.place(was->second.get());
        }
        if (is != now.end()) {
            words.after = rulesText(*is->second);
            words.place = after.place(is->second.get());
        }
        if (isInBoth && words.before == words.after) // as many, but others
            words.after = differenceText(*was->second, *is->second);
        result.push_back(std::move(words));
    }
    return result;
}

std::vector<ChangeWords> problemWords(const kube::Workspace &workspace,
                                      const std::vector<Diagnostic> &problems, const QString &name)
{
    std::vector<ChangeWords> result;
    for (const Diagnostic &problem : problems) {
        ChangeWords words;
        words.what = severityName(problem.severity);
        words.where = name;
        if (workspace.contains(problem.place.file)) {
            const yaml::File &file = workspace.file(problem.place.file);
            const LineColumn place = file.lineColumn(problem.place.range.begin);
            words.where = QStringLiteral("%1:%2:%3")
                              .arg(visible(file.path()))
                              .arg(place.line)
                              .arg(place.column);
        }
        words.after = message(problem);
        words.more = words.after;
        result.push_back(std::move(words));
    }
    return result;
}

} // namespace drawbridge
