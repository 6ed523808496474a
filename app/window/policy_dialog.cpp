#include "window/policy_dialog.h"

#include "edit/policy_text.h"
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/tr.h"
#include "window/rule_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drawbridge {

using kube::Direction;

PolicyDialog::PolicyDialog(Document &document, kube::ObjectPtr policy, QWidget *parent)
    : PlanDialog(document, Tr::tr("Edit Policy"), parent)
    , m_policy(std::move(policy))
    , m_nameSpace(document.workspace().namespaceOf(*m_policy))
    , m_name(new QLineEdit(QString::fromStdString(m_policy->meta.name)))
    , m_subject(new QLineEdit)
    , m_meaning(new QLabel)
    , m_scroll(new QScrollArea)
{
    buildHead();
    auto *rules = new QWidget;
    auto *layout = new QVBoxLayout(rules);
    layout->setContentsMargins(0, 0, 8, 0);
    for (Direction direction : kube::kDirections)
        layout->addWidget(buildPart(direction));
    layout->addStretch(1);
    m_scroll->setWidget(rules);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(Tr::tr("Rules"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    fields()->addWidget(m_scroll, 1);
    setAcceptText(Tr::tr("Change Policy"));
    resize(760, 640);
    notice();
    planFirst();
    m_subject->setFocus();
}

void PolicyDialog::buildHead()
{
    const kube::NetworkPolicy &policy = *m_policy->policy();
    m_subject->setText(
        QString::fromStdString(edit::selectorText(policy.subject.value_or(kube::LabelSelector()))));
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Name"), m_name);
    form->addRow(Tr::tr("&Applies to pods with"), m_subject);
    form->addRow(QString(), m_meaning);
    fields()->addLayout(form);
    connect(m_name, &QLineEdit::textChanged, this, &PolicyDialog::notice);
    connect(m_subject, &QLineEdit::textChanged, this, &PolicyDialog::notice);
}

QWidget *PolicyDialog::buildPart(Direction direction)
{
    const bool in = direction == Direction::Ingress;
    const kube::NetworkPolicy &policy = *m_policy->policy();
    Part &p = part(direction);
    p.type = new QCheckBox(in ? Tr::tr("Restricts &ingress: only what a rule names may enter")
                              : Tr::tr("Restricts &egress: only what a rule names may leave"));
    p.type->setChecked(policy.isolates(direction));
    p.note = new QLabel(Tr::tr("These rules have no effect, because the box above is not ticked."));
    p.note->setProperty("role", QStringLiteral("error"));
    p.note->setWordWrap(true);
    p.add = new QPushButton(in ? Tr::tr("Add Ingress Rule") : Tr::tr("Add Egress Rule"));
    p.add->setAutoDefault(false);
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->addWidget(p.type);
    layout->addWidget(p.note);
    p.layout = new QVBoxLayout;
    layout->addLayout(p.layout);
    layout->addWidget(p.add, 0, Qt::AlignLeft);
    for (const kube::Rule &rule : policy.rules(direction))
        addRule(direction, rule);
    connect(p.type, &QCheckBox::toggled, this, &PolicyDialog::notice);
    connect(p.add, &QPushButton::clicked, this, [this, direction] {
        kube::Rule rule;
        rule.peers.resize(1);
        rule.anyPort = true;
        part(direction).type->setChecked(true); // a rule without effect is no one's wish
        RuleEditor *editor = addRule(direction, rule);
        notice();
        editor->whoBox()->setFocus();
        QMetaObject::invokeMethod(
            this, [this, editor] { m_scroll->ensureWidgetVisible(editor); }, Qt::QueuedConnection);
    });
    return widget;
}

RuleEditor *PolicyDialog::addRule(Direction direction, const kube::Rule &rule)
{
    auto *editor = new RuleEditor(rule, direction, m_nameSpace);
    Part &p = part(direction);
    p.rules.push_back(editor);
    p.layout->addWidget(editor);
    connect(editor, &RuleEditor::changed, this, &PolicyDialog::notice);
    connect(editor, &RuleEditor::removeRequested, this, [this, editor, direction] {
        std::erase(part(direction).rules, editor);
        editor->hide();
        editor->deleteLater();
        part(direction).add->setFocus();
        notice();
    });
    return editor;
}

/// Fields come and go; the Tab key takes them as they are seen: row by row.
bool PolicyDialog::focusNextPrevChild(bool next)
{
    constexpr int kRow = 12; // what is less apart stands in one row
    std::vector<std::pair<QPoint, QWidget *>> fields;
    for (QWidget *widget : findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
            (widget->focusPolicy() & Qt::TabFocus))
            fields.emplace_back(widget->mapTo(this, widget->rect().center()), widget);
    const auto isAbove = [](const auto &a, const auto &b) { return a.first.y() < b.first.y(); };
    const auto isLeft = [](const auto &a, const auto &b) { return a.first.x() < b.first.x(); };
    std::sort(fields.begin(), fields.end(), isAbove);
    for (auto row = fields.begin(); row != fields.end();) {
        auto end = row;
        while (end != fields.end() && end->first.y() - row->first.y() < kRow)
            ++end;
        std::sort(row, end, isLeft);
        row = end;
    }
    const auto now = std::find_if(fields.begin(), fields.end(),
                                  [](const auto &field) { return field.second->hasFocus(); });
    if (now == fields.end())
        return PlanDialog::focusNextPrevChild(next);
    const std::size_t step = next ? 1 : fields.size() - 1;
    const std::size_t at = (std::size_t(now - fields.begin()) + step) % fields.size();
    QWidget *field = fields[at].second;
    field->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (m_scroll->isAncestorOf(field))
        m_scroll->ensureWidgetVisible(field);
    return true;
}

void PolicyDialog::notice()
{
    for (Direction direction : kube::kDirections) {
        const Part &p = part(direction);
        if (p.note)
            p.note->setVisible(!p.rules.empty() && !p.type->isChecked());
    }
    QString problem;
    const auto now = intent(problem);
    const auto *change = now ? std::get_if<edit::ChangePolicy>(&*now) : nullptr;
    m_meaning->setText(change ? Tr::tr("It is about %1. %2")
                                    .arg(subjectWords(change->wanted, m_nameSpace),
                                         isolationSentence(change->wanted))
                              : QString());
    planSoon();
}

std::optional<edit::Intent> PolicyDialog::intent(QString &problem) const
{
    edit::ChangePolicy change{m_policy, m_name->text().trimmed().toStdString(),
                              *m_policy->policy()};
    if (m_subject->text().trimmed().isEmpty()) {
        problem = Tr::tr("Say which pods by labels, as app=web, or write * for all.");
        return {};
    }
    auto subject = edit::parseSelector(m_subject->text().toStdString());
    if (!subject) {
        problem = message(subject.failure());
        return {};
    }
    if (change.wanted.subject)
        edit::keepOrigins(*change.wanted.subject, *subject);
    change.wanted.subject = std::move(*subject);
    change.wanted.isolatesIngress = part(Direction::Ingress).type->isChecked();
    change.wanted.isolatesEgress = part(Direction::Egress).type->isChecked();
    if (!change.wanted.isolatesIngress && !change.wanted.isolatesEgress) {
        problem = Tr::tr("A policy restricts ingress, egress or both. Tick one, or remove the "
                         "policy.");
        return {};
    }
    for (Direction direction : kube::kDirections) {
        auto &rules =
            direction == Direction::Ingress ? change.wanted.ingress : change.wanted.egress;
        rules.clear();
        for (const RuleEditor *editor : part(direction).rules) {
            auto rule = editor->rule(problem);
            if (!rule)
                return {};
            rules.push_back(std::move(*rule));
        }
    }
    return change;
}

QString PolicyDialog::undoLabel() const
{
    return Tr::tr("Change policy %1").arg(visible(m_policy->meta.name));
}

} // namespace drawbridge
