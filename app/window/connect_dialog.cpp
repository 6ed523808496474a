#include "window/connect_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "window/ends_questions.h"
#include "window/ports_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drawbridge {

namespace {

QLabel *textLabel(const char *role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    label->hide();
    return label;
}

void fill(QComboBox *box, const graph::Graph &graph, const std::optional<edit::End> &selected)
{
    int index = 0;
    for (const auto &[name, end] : choosableEnds(graph)) {
        box->addItem(name);
        if (selected && end == *selected)
            box->setCurrentIndex(index);
        ++index;
    }
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
}

} // namespace

ConnectDialog::ConnectDialog(Document &document, const std::optional<edit::End> &source,
                             const std::optional<edit::End> &target, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_source(new QComboBox)
    , m_target(new QComboBox)
    , m_ports(new PortsField)
    , m_questions(new EndsQuestions)
    , m_isolate(new QCheckBox)
    , m_narrow(new QCheckBox(Tr::tr("&Narrow: new policies for just these two")))
    , m_problem(textLabel("error"))
    , m_also(textLabel("error"))
    , m_allow(nullptr)
    , m_swap(nullptr)
{
    setWindowTitle(Tr::tr("Allow a connection"));
    fill(m_source, document.graph(), source);
    fill(m_target, document.graph(), target);
    if (!target && m_target->currentText() == m_source->currentText() && m_target->count() > 1)
        m_target->setCurrentIndex(m_target->currentIndex() == 0 ? 1 : 0); // nobody means itself
    build();
    connectFields();
    suggestPorts();
    plan();
    (source && target ? static_cast<QWidget *>(portsEdit()) : m_source)->setFocus();
    portsEdit()->selectAll();
}

QLineEdit *ConnectDialog::portsEdit() const
{
    return m_ports->edit();
}

void ConnectDialog::connectFields()
{
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(120);
    connect(&m_planSoon, &QTimer::timeout, this, &ConnectDialog::plan);
    connect(m_source, &QComboBox::currentTextChanged, this, [this] {
        m_narrow->setChecked(false);
        planLater();
    });
    connect(m_target, &QComboBox::currentTextChanged, this, [this] {
        m_isolate->setChecked(false);
        m_narrow->setChecked(false);
        suggestPorts();
        planLater();
    });
    connect(m_isolate, &QCheckBox::toggled, this, &ConnectDialog::planLater);
    connect(m_narrow, &QCheckBox::toggled, this, &ConnectDialog::planLater);
    connect(m_ports, &PortsField::changed, this, &ConnectDialog::planLater);
    connect(m_questions, &EndsQuestions::outsideChosen, this, &ConnectDialog::takeOutside);
    connect(m_questions, &EndsQuestions::swapRequested, this, &ConnectDialog::swap);
    connect(m_swap, &QPushButton::clicked, this, &ConnectDialog::swap);
    connect(&m_document, &Document::pictureChanged, this, &ConnectDialog::planLater);
    connect(&m_document, &Document::placesChanged, this, &ConnectDialog::planLater);
}

void ConnectDialog::planLater()
{
    m_plan.reset();
    m_allow->setEnabled(true); // accept() plans at once
    m_planSoon.start();
}

void ConnectDialog::build()
{
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&From"), m_source);
    form->addRow(Tr::tr("&To"), m_target);
    form->addRow(Tr::tr("&Ports"), m_ports);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_swap = buttons->addButton(Tr::tr("&Swap From and To"), QDialogButtonBox::ResetRole);
    m_swap->setAutoDefault(false);
    m_allow = buttons->addButton(Tr::tr("Allow"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    m_isolate->hide();
    m_narrow->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_questions, m_isolate, m_problem,
                                                            m_also, m_narrow, buttons})
        layout->addWidget(widget);
    m_allow->setDefault(true); // the dialog has to know it
}

void ConnectDialog::swap()
{
    const QString source = m_source->currentText();
    m_source->setCurrentText(m_target->currentText());
    m_target->setCurrentText(source);
    m_questions->ask(m_document, chosen(m_source), chosen(m_target)); // a second click comes soon
}

/// The outside end becomes the Internet or everyone.
void ConnectDialog::takeOutside(bool everyone)
{
    const edit::End end{everyone ? edit::End::Kind::Everyone : edit::End::Kind::Internet, {}, {}};
    const auto source = chosen(m_source);
    const bool isSource = source && (source->kind == edit::End::Kind::Internet ||
                                     source->kind == edit::End::Kind::Everyone);
    (isSource ? m_source : m_target)->setCurrentText(nameOf(m_document.graph(), end));
}

void ConnectDialog::openAt(QPoint point)
{
    m_anchor = point;
    adjustSize();
    keepOnScreen();
}

/// It grows with what it has to say.
void ConnectDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    keepOnScreen();
}

void ConnectDialog::keepOnScreen()
{
    const QScreen *screen = m_anchor ? QGuiApplication::screenAt(*m_anchor) : nullptr;
    if (!screen)
        return;
    constexpr int kBeside = 16;
    constexpr int kTitleBar = 40;
    const QRect room = screen->availableGeometry().adjusted(0, 0, 0, -kTitleBar);
    const QPoint corner = *m_anchor + QPoint(kBeside, kBeside);
    move(std::max(room.left(), std::min(corner.x(), room.right() - width())),
         std::max(room.top(), std::min(corner.y(), room.bottom() - height())));
}

/// What the target is known to listen on.
void ConnectDialog::suggestPorts()
{
    const auto target = chosen(m_target);
    const bool isEndpoint = target && target->kind == edit::End::Kind::Endpoint;
    const auto id = isEndpoint ? m_document.evaluator().find(target->name) : verdict::EndpointId();
    const graph::Node *node = isEndpoint ? m_document.graph().node(target->name) : nullptr;
    m_ports->setKnown(id.isValid()
                          ? edit::knownPorts(m_document.workspace(), m_document.evaluator(), id)
                          : edit::KnownPorts(),
                      node ? node->ports : std::vector<std::string>());
    if (node)
        m_ports->suggest();
}

std::optional<edit::End> ConnectDialog::chosen(const QComboBox *box) const
{
    const auto ends = choosableEnds(m_document.graph());
    for (const auto &[name, end] : ends)
        if (name == box->currentText())
            return end;
    const auto typed =
        edit::parseEnd(m_document.evaluator(), box->currentText().trimmed().toStdString());
    return typed ? std::optional(*typed) : std::nullopt;
}

void ConnectDialog::plan()
{
    m_plan.reset();
    const auto source = chosen(m_source);
    const auto target = chosen(m_target);
    m_questions->ask(m_document, source, target);
    m_isolate->setVisible(m_isolate->isChecked());
    m_narrow->setVisible(m_narrow->isChecked());
    if (!source || !target) {
        const QComboBox *unknown = source ? m_target : m_source;
        show(Tr::tr("There is no service called %1.").arg(visible(unknown->currentText())), {});
        return;
    }
    QString problem;
    const auto spans = m_ports->spans(problem);
    if (!spans) {
        show(problem, {});
        return;
    }
    auto plan = planNarrowly({*source, *target, *spans, m_isolate->isChecked()});
    const bool isOpen = !plan && plan.failure().code == Code::AlreadyOpen;
    m_isolate->setText(Tr::tr("Isolate %1, so that only this may enter it")
                           .arg(nameOf(m_document.graph(), *target)));
    m_isolate->setVisible(isOpen || m_isolate->isChecked());
    if (!plan) {
        show(message(plan.failure()), {});
        return;
    }
    m_plan = std::move(*plan);
    show({}, pairChanges(m_plan->alsoChanges));
}

/// Offers policies of its own where they change less besides, and takes them if that was ticked.
Result<Plan> ConnectDialog::planNarrowly(const edit::Allow &intent)
{
    edit::Allow own = intent;
    own.ownPolicy = true;
    if (m_narrow->isChecked())
        return m_document.plan(own);
    auto plan = m_document.plan(intent);
    if (!plan || plan->alsoChanges.empty())
        return plan;
    const auto narrow = m_document.plan(own);
    m_narrow->setVisible(narrow && narrow->alsoChanges.size() < plan->alsoChanges.size());
    return plan;
}

void ConnectDialog::show(const QString &problem, const QString &also)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_also->setText(Tr::tr("This would also change:") + QLatin1Char('\n') + also);
    m_also->setVisible(!also.isEmpty());
    m_allow->setEnabled(m_plan.has_value());
    m_allow->setText(also.isEmpty() ? Tr::tr("Allow") : Tr::tr("Accept All of These"));
    adjustSize();
}

void ConnectDialog::accept()
{
    if (m_planSoon.isActive()) {
        m_planSoon.stop();
        plan();
        // What else would change has to be seen before it is agreed to.
        if (m_plan && !m_plan->alsoChanges.empty())
            return;
    }
    if (!m_plan)
        return;
    const QString label =
        Tr::tr("Allow %1 to %2").arg(m_source->currentText(), m_target->currentText());
    const auto source = chosen(m_source);
    const auto target = chosen(m_target);
    const Plan agreed = *std::exchange(m_plan, std::nullopt);
    disconnect(&m_document, nullptr, this, nullptr);
    m_document.push(agreed, label); // of this very text: any change would have taken the plan away
    if (source && target)
        m_arrowKey = keyOf(*source) + '\n' + keyOf(*target);
    QDialog::accept();
}

} // namespace drawbridge
