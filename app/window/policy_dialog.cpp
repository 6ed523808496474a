#include "window/policy_dialog.h"

#include "edit/policy_text.h"
#include "edit/snippets.h"
#include "kube/names.h"
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/tr.h"
#include "window/choices.h"
#include "window/dialog_room.h"
#include "window/rule_editor.h"
#include "window/steady_label.h"
#include "window/target_file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drawbridge {

using kube::Direction;

namespace {

kube::NetworkPolicy newPolicy(const std::optional<kube::LabelSelector> &subject)
{
    kube::NetworkPolicy policy;
    policy.subject = subject;
    policy.isolatesIngress = true;
    policy.hasPolicyTypes = true;
    return policy;
}

QString noSubject()
{
    return Tr::tr("Say which pods by labels, as app=web, or write * for all.");
}

} // namespace

PolicyDialog::PolicyDialog(Document &document, kube::ObjectPtr policy, QWidget *parent)
    : PlanDialog(document, Tr::tr("Edit Policy"), parent)
    , m_policy(std::move(policy))
    , m_before(*m_policy->policy())
    , m_nameSpace(document.workspace().namespaceOf(*m_policy))
    , m_name(new QLineEdit(QString::fromStdString(m_policy->meta.name)))
    , m_subject(new QLineEdit)
    , m_meaning(new SteadyLabel(2))
    , m_scroll(new QScrollArea)
{
    setAcceptText(Tr::tr("Change Policy"));
    build();
}

PolicyDialog::PolicyDialog(Document &document, const std::string &nameSpace,
                           const std::optional<kube::LabelSelector> &subject, QWidget *parent)
    : PlanDialog(document, Tr::tr("New Policy"), parent)
    , m_before(newPolicy(subject))
    , m_nameSpace(nameSpace)
    , m_name(new QLineEdit)
    , m_subject(new QLineEdit)
    , m_meaning(new SteadyLabel(2))
    , m_scroll(new QScrollArea)
{
    setAcceptText(Tr::tr("Add Policy"));
    build();
}

void PolicyDialog::build()
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
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its fields have it, and scroll
    m_scroll->setAccessibleName(Tr::tr("Rules"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    fields()->addWidget(m_scroll, 1);
    resize(roomFor(*this, QSize(760, 640)));
    proposeName();
    notice();
    planFirst();
    m_subject->setFocus();
}

void PolicyDialog::buildHead()
{
    if (m_before.subject)
        m_subject->setText(QString::fromStdString(edit::selectorText(*m_before.subject)));
    m_subject->setPlaceholderText(Tr::tr("app=web, or * for all"));
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Name"), m_name);
    if (isNew())
        addNamespaces(form);
    form->addRow(Tr::tr("&Applies to pods with"), m_subject);
    if (isNew()) {
        m_file = new TargetFileField(document(), this);
        auto *fileLabel = new QLabel(Tr::tr("&File"));
        fileLabel->setBuddy(m_file->choice());
        form->addRow(fileLabel, m_file);
        connect(m_file, &TargetFileField::changed, this, &PolicyDialog::planSoon);
    }
    fields()->addLayout(form);
    fields()->addWidget(m_meaning);
    connect(m_name, &QLineEdit::textChanged, this, &PolicyDialog::notice);
    connect(m_subject, &QLineEdit::textChanged, this, [this] {
        proposeName();
        notice();
    });
}

void PolicyDialog::addNamespaces(QFormLayout *form)
{
    m_namespaceBox = new QComboBox;
    offerNamespaces(m_namespaceBox, document().graph(), m_nameSpace);
    form->addRow(Tr::tr("Name&space"), m_namespaceBox);
    connect(m_namespaceBox, &QComboBox::currentTextChanged, this, &PolicyDialog::takeNamespace);
}

void PolicyDialog::takeNamespace()
{
    m_nameSpace = m_namespaceBox->currentText().trimmed().toStdString();
    for (Direction direction : kube::kDirections)
        for (RuleEditor *editor : part(direction).rules)
            editor->setNameSpace(m_nameSpace);
    proposeName();
    notice();
}

/// Until the user writes one.
void PolicyDialog::proposeName()
{
    if (!isNew() || m_name->isModified())
        return;
    const auto subject = edit::parseSelector(m_subject->text().toStdString());
    if (!subject)
        return;
    m_name->setText(QString::fromStdString(
        edit::proposedPolicyName(document().workspace(), m_nameSpace, *subject)));
}

QWidget *PolicyDialog::buildPart(Direction direction)
{
    const bool in = direction == Direction::Ingress;
    Part &p = part(direction);
    p.type = new QCheckBox(in ? Tr::tr("Restricts &ingress: only what a rule names may enter")
                              : Tr::tr("Restricts &egress: only what a rule names may leave"));
    p.type->setChecked(m_before.isolates(direction));
    p.note = new QLabel(Tr::tr("These rules have no effect, because the box above is not ticked."));
    p.note->setProperty("role", QStringLiteral("error"));
    p.note->setWordWrap(true);
    p.empty = new QLabel;
    p.empty->setTextFormat(Qt::PlainText);
    p.empty->setWordWrap(true);
    p.untick =
        new QPushButton(in ? Tr::tr("Do Not Restrict Ingress") : Tr::tr("Do Not Restrict Egress"));
    p.untick->setAutoDefault(false);
    connect(p.untick, &QPushButton::clicked, this, [this, direction] {
        part(direction).type->setChecked(false);
        part(direction).type->setFocus();
    });
    p.add = new QPushButton(in ? Tr::tr("Add Ingress Rule") : Tr::tr("Add Egress Rule"));
    p.add->setAutoDefault(false);
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->addWidget(p.type);
    layout->addWidget(p.note);
    layout->addWidget(p.empty);
    layout->addWidget(p.untick, 0, Qt::AlignLeft);
    p.layout = new QVBoxLayout;
    layout->addLayout(p.layout);
    layout->addWidget(p.add, 0, Qt::AlignLeft);
    for (const kube::Rule &rule : m_before.rules(direction))
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
    connect(editor, &RuleEditor::moveRequested, this,
            [this, editor, direction](int by) { moveRule(direction, editor, by); });
    connect(editor, &RuleEditor::removeRequested, this, [this, editor, direction] {
        std::erase(part(direction).rules, editor);
        editor->hide();
        editor->deleteLater();
        part(direction).add->setFocus();
        showPlaces(direction);
        notice();
    });
    showPlaces(direction);
    return editor;
}

void PolicyDialog::showPlaces(Direction direction)
{
    const auto &rules = part(direction).rules;
    for (std::size_t i = 0; i < rules.size(); ++i)
        rules[i]->setPlace(i, rules.size());
}

/// The order says nothing to a cluster, but to who reads.
void PolicyDialog::moveRule(Direction direction, RuleEditor *editor, int by)
{
    Part &p = part(direction);
    const auto at = std::find(p.rules.begin(), p.rules.end(), editor) - p.rules.begin();
    const auto to = at + by;
    if (to < 0 || to >= std::ptrdiff_t(p.rules.size()))
        return;
    QWidget *focused = focusWidget();
    std::swap(p.rules[std::size_t(at)], p.rules[std::size_t(to)]);
    p.layout->removeWidget(editor);
    p.layout->insertWidget(int(to), editor);
    showPlaces(direction);
    notice();
    if (focused && focused->isEnabled())
        focused->setFocus();
    else
        editor->whoBox()->setFocus();
    QMetaObject::invokeMethod(
        this, [this, editor] { m_scroll->ensureWidgetVisible(editor); }, Qt::QueuedConnection);
}

/// The order of the rules that were there; new ones are seen by their fields.
QStringList PolicyDialog::moreInput() const
{
    QStringList order;
    for (Direction direction : kube::kDirections)
        for (const RuleEditor *editor : part(direction).rules)
            order += QString::number(editor->origin().node);
    return order;
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
    showField(field);
    return true;
}

/// Rules scroll up and down, never aside.
void PolicyDialog::fitWidth()
{
    if (!m_scroll->widget())
        return;
    const int needed = m_scroll->widget()->minimumSizeHint().width() +
                       style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    if (needed > m_scroll->minimumWidth())
        m_scroll->setMinimumWidth(needed);
}

void PolicyDialog::notice()
{
    fitWidth();
    for (Direction direction : kube::kDirections) {
        const Part &p = part(direction);
        if (!p.note)
            continue; // not built yet
        p.note->setVisible(!p.rules.empty() && !p.type->isChecked());
        showEmpty(direction);
    }
    showRemarks();
    QString problem;
    const auto now = wanted(problem);
    m_meaning->setText(now ? meaning(*now) : isBlank() ? noSubject() : QString());
    planSoon();
}

bool PolicyDialog::isBlank() const
{
    return m_subject->text().trimmed().isEmpty() && !m_subject->isModified();
}

/// The endpoints that the subject picks, as far as the workspace knows them.
std::vector<verdict::EndpointId> PolicyDialog::subjects() const
{
    const auto subject = edit::parseSelector(m_subject->text().toStdString());
    return subject ? document().evaluator().selected(*subject, m_nameSpace)
                   : std::vector<verdict::EndpointId>();
}

std::optional<edit::Intent> PolicyDialog::intent(QString &problem) const
{
    auto policy = wanted(problem);
    if (!policy)
        return {};
    const std::string name = m_name->text().trimmed().toStdString();
    if (!isNew())
        return edit::ChangePolicy{m_policy, name, std::move(*policy)};
    if (const auto faults = kube::dnsLabelFaults(m_nameSpace); !faults.empty()) {
        problem = message(Failure{Code::InvalidName, {m_nameSpace, "RFC 1123"}});
        return {};
    }
    const std::string written = edit::writtenNamespace(document().workspace(), m_nameSpace);
    const auto newFile = m_file->newFile(problem);
    if (!newFile)
        return {};
    return edit::AddObjects{{edit::policyValue(name, written, *policy)}, m_file->file(), *newFile};
}

std::optional<kube::NetworkPolicy> PolicyDialog::wanted(QString &problem) const
{
    if (m_subject->text().trimmed().isEmpty()) {
        problem = isBlank() ? QString() : noSubject();
        return {};
    }
    auto subject = edit::parseSelector(m_subject->text().toStdString());
    if (!subject) {
        problem = message(subject.failure());
        return {};
    }
    kube::NetworkPolicy policy = m_before;
    if (policy.subject)
        edit::keepOrigins(*policy.subject, *subject);
    policy.subject = std::move(*subject);
    policy.isolatesIngress = part(Direction::Ingress).type->isChecked();
    policy.isolatesEgress = part(Direction::Egress).type->isChecked();
    if (!policy.isolatesIngress && !policy.isolatesEgress) {
        problem = Tr::tr("A policy restricts ingress, egress or both. Tick one, or remove the "
                         "policy.");
        return {};
    }
    for (Direction direction : kube::kDirections) {
        auto &rules = direction == Direction::Ingress ? policy.ingress : policy.egress;
        rules.clear();
        for (const RuleEditor *editor : part(direction).rules) {
            auto rule = editor->rule(problem);
            if (!rule && editor->isBlank())
                problem.clear(); // its sentence says what is to be filled in
            if (!rule)
                return {};
            rules.push_back(std::move(*rule));
        }
    }
    return policy;
}

QString PolicyDialog::undoLabel() const
{
    return isNew() ? Tr::tr("Add policy %1").arg(visible(m_name->text().trimmed()))
                   : Tr::tr("Change policy %1").arg(visible(m_policy->meta.name));
}

} // namespace drawbridge
