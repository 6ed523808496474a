#include "text/known_names.h"

#include "kube/workspace.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace drawbridge {

namespace {

/// The same names many times; only what is new among them is made text of the window.
using Words = std::unordered_set<std::string_view>;
using Labels = std::unordered_map<std::string_view, Words>;

struct Collected
{
    Labels podLabels;
    Labels namespaceLabels;
    Words namespaces;
    Words portNames;
};

QString text(std::string_view word)
{
    return QString::fromUtf8(word.data(), qsizetype(word.size()));
}

QSet<QString> texts(const Words &words)
{
    QSet<QString> result;
    for (const std::string_view word : words)
        result.insert(text(word));
    return result;
}

QMap<QString, QSet<QString>> texts(const Labels &labels)
{
    QMap<QString, QSet<QString>> result;
    for (const auto &[key, values] : labels)
        result[text(key)] = texts(values);
    return result;
}

void add(Labels &names, const kube::Labels &labels)
{
    for (const auto &[key, value] : labels)
        names[key].insert(value);
}

void add(Labels &names, const kube::LabelSelector &selector)
{
    add(names, selector.matchLabels);
    for (const kube::Requirement &requirement : selector.expressions)
        names[requirement.key].insert(requirement.values.begin(), requirement.values.end());
}

void addPolicy(Collected &names, const kube::NetworkPolicy &policy)
{
    if (policy.subject)
        add(names.podLabels, *policy.subject);
    for (const auto *rules : {&policy.ingress, &policy.egress}) {
        for (const kube::Rule &rule : *rules) {
            for (const kube::Peer &peer : rule.peers) {
                if (peer.pods)
                    add(names.podLabels, *peer.pods);
                if (peer.namespaces)
                    add(names.namespaceLabels, *peer.namespaces);
            }
            for (const kube::PortRule &port : rule.ports)
                if (!port.name.empty())
                    names.portNames.insert(port.name);
        }
    }
}

} // namespace

KnownNames KnownNames::of(const kube::Workspace &workspace)
{
    const std::vector<kube::ObjectPtr> objects = workspace.objects();
    Collected names;
    for (const kube::ObjectPtr &object : objects) {
        if (const kube::NetworkPolicy *policy = object->policy())
            addPolicy(names, *policy);
        if (const kube::Workload *workload = object->workload()) {
            add(names.podLabels, workload->podLabels);
            for (const kube::ContainerPort &port : workload->ports)
                if (!port.name.empty())
                    names.portNames.insert(port.name);
        }
        if (std::holds_alternative<kube::Namespace>(object->value)) {
            add(names.namespaceLabels, object->meta.labels);
            names.namespaces.insert(object->meta.name);
        } else if (!object->meta.nameSpace.empty()) {
            names.namespaces.insert(object->meta.nameSpace);
        }
    }
    KnownNames known{texts(names.podLabels), texts(names.namespaceLabels), texts(names.namespaces),
                     texts(names.portNames)};
    const QString nameLabel = QString::fromLatin1(kube::kNamespaceNameLabel);
    known.namespaces.unite(known.namespaceLabels.value(nameLabel));
    known.namespaceLabels[nameLabel] = known.namespaces;
    return known;
}

} // namespace drawbridge
