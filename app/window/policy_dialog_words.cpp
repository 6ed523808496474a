// What the form says of a policy beside its fields.
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/port_words.h"
#include "messages/tr.h"
#include "window/policy_dialog.h"
#include "window/rule_editor.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace drawbridge {

using kube::Direction;

namespace {

QString fewOf(const QStringList &names)
{
    constexpr qsizetype kMost = 4;
    QString text = names.mid(0, kMost).join(QStringLiteral(", "));
    if (const auto more = names.size() - kMost; more > 0)
        text += QLatin1Char(' ') + Tr::tr("and %n more", nullptr, int(more));
    return text;
}

/// The lines of comment right above the item of a sequence that begins at `offset`, with its
/// indentation.
TextRange commentAbove(const std::string &bytes, std::size_t offset)
{
    const auto lineStart = [&](std::size_t at) {
        const std::size_t end = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
        return end == std::string::npos ? 0 : end + 1;
    };
    std::size_t begin = lineStart(offset);
    const std::size_t indent = bytes.find_first_not_of(' ', begin) - begin;
    TextRange range{begin, begin};
    if (begin + indent >= bytes.size() || bytes[begin + indent] != '-')
        return range;
    while (begin > 0) {
        const std::size_t above = lineStart(begin - 1);
        const std::size_t first = bytes.find_first_not_of(' ', above);
        if (first != above + indent || bytes[first] != '#')
            break;
        begin = range.begin = above;
    }
    return range;
}

bool isTouched(const Plan &plan, FileId file, const TextRange &range)
{
    for (const edit::FilePatches &patches : plan.patches)
        if (patches.file == file)
            for (const Patch &patch : patches.patches)
                if (patch.range.begin < range.end && range.begin < patch.range.end)
                    return true;
    return false;
}

} // namespace

/// Policies are added up: what one does not admit, another may.
QStringList PolicyDialog::othersThatAdmit(Direction direction) const
{
    QStringList names;
    const verdict::Evaluator &evaluator = document().evaluator();
    for (verdict::EndpointId id : subjects())
        for (const kube::Object *policy : evaluator.policiesOf(id, direction)) {
            const QString name = visible(policy->meta.name);
            if (policy != m_policy.get() && !policy->policy()->rules(direction).empty() &&
                !names.contains(name))
                names += name;
        }
    return names;
}

QString PolicyDialog::meaning(const kube::NetworkPolicy &policy) const
{
    QStringList sentences{Tr::tr("It is about %1. %2")
                              .arg(subjectWords(policy, m_nameSpace), isolationSentence(policy))};
    for (Direction direction : kube::kDirections) {
        const QStringList others =
            policy.isolates(direction) ? othersThatAdmit(direction) : QStringList();
        if (!others.isEmpty())
            sentences += (direction == Direction::Ingress
                              ? Tr::tr("Other policies of these pods let more enter: %1.")
                              : Tr::tr("Other policies of these pods let more leave: %1."))
                             .arg(fewOf(others));
    }
    return sentences.join(QLatin1Char(' '));
}

/// A restriction without a rule is the strictest there is, and is not seen by looking at rules.
void PolicyDialog::showEmpty(Direction direction)
{
    const Part &p = part(direction);
    const bool in = direction == Direction::Ingress;
    const bool isEmpty = p.rules.empty() && p.type->isChecked();
    const bool wasTaken = !m_before.rules(direction).empty();
    p.empty->setVisible(isEmpty);
    p.untick->setVisible(isEmpty && (wasTaken || !in));
    if (!isEmpty)
        return;
    const QStringList others = othersThatAdmit(direction);
    QString text = in ? Tr::tr("There is no ingress rule: nothing may enter these pods.")
                      : Tr::tr("There is no egress rule: all egress of these pods is denied, DNS "
                               "too.");
    if (!others.isEmpty())
        text = (in ? Tr::tr("There is no ingress rule: by this policy nothing may enter. Other "
                            "policies admit more: %1.")
                   : Tr::tr("There is no egress rule: by this policy all egress is denied, DNS "
                            "too. Other policies admit more: %1."))
                   .arg(fewOf(others));
    p.empty->setText(text);
    const QString role = wasTaken ? QStringLiteral("error") : QStringLiteral("caption");
    if (p.empty->property("role").toString() != role) {
        p.empty->setProperty("role", role);
        style()->unpolish(p.empty);
        style()->polish(p.empty);
    }
}

/// What named ports are on the pods that a rule leads to.
void PolicyDialog::showRemarks()
{
    const auto picked = subjects();
    for (Direction direction : kube::kDirections)
        for (RuleEditor *editor : part(direction).rules) {
            QString problem;
            const auto rule = editor->rule(problem);
            editor->setRemark(
                rule ? namedPortWords(document().evaluator(), *rule, direction, m_nameSpace, picked)
                           .join(QLatin1Char(' '))
                     : QString());
        }
}

/// Comments right above rules that are taken out: they stay, and nobody but the user knows whether
/// they still say something.
QStringList PolicyDialog::commentsLeft(const Plan &plan) const
{
    QStringList comments;
    const kube::Workspace &workspace = document().workspace();
    const auto isKept = [&](Direction direction, const kube::Rule &rule) {
        const auto &editors = part(direction).rules;
        return std::any_of(editors.begin(), editors.end(), [&](const RuleEditor *editor) {
            return editor->origin().node == rule.origin.node;
        });
    };
    for (Direction direction : kube::kDirections)
        for (const kube::Rule &rule : m_before.rules(direction)) {
            const Place place =
                isKept(direction, rule) ? Place{} : workspace.place(m_policy.get(), rule.origin);
            if (!place.file.isValid())
                continue;
            const TextRange above =
                commentAbove(workspace.file(place.file).bytes(), place.range.begin);
            if (above.size() > 0 && !isTouched(plan, place.file, above))
                comments += visible(
                    QString::fromStdString(workspace.file(place.file)
                                               .bytes()
                                               .substr(above.begin, above.end - above.begin))
                        .simplified());
        }
    return comments;
}

QString PolicyDialog::remark(const Plan &plan) const
{
    QStringList remarks;
    for (const QString &comment : isNew() ? QStringList() : commentsLeft(plan))
        remarks += Tr::tr("The comment above the removed rule stays in the text: %1").arg(comment);
    if (!isNew())
        return remarks.join(QLatin1Char('\n'));
    return Tr::tr("It is written into %1.").arg(filesOf(plan));
}

} // namespace drawbridge
