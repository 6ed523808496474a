#include "window/connect_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
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
    , m_ports(new QLineEdit)
    , m_isolate(new QCheckBox)
    , m_meaning(textLabel("caption"))
    , m_problem(textLabel("error"))
    , m_also(textLabel("error"))
    , m_allow(nullptr)
{
    setWindowTitle(Tr::tr("Allow a connection"));
    fill(m_source, document.graph(), source);
    fill(m_target, document.graph(), target);
    build();
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(120);
    connect(&m_planSoon, &QTimer::timeout, this, &ConnectDialog::plan);
    const auto later = [this] {
        m_plan.reset();
        m_allow->setEnabled(true); // accept() plans at once
        m_planSoon.start();
    };
    connect(m_source, &QComboBox::currentTextChanged, this, later);
    connect(m_isolate, &QCheckBox::toggled, this, later);
    connect(m_target, &QComboBox::currentTextChanged, this, [this, later] {
        m_isolate->setChecked(false);
        suggestPorts();
        later();
    });
    connect(m_ports, &QLineEdit::textChanged, this, later);
    connect(&document, &Document::pictureChanged, this, later);
    connect(&document, &Document::placesChanged, this, later);
    suggestPorts();
    plan();
    (source && target ? static_cast<QWidget *>(m_ports) : m_source)->setFocus();
    m_ports->selectAll();
}

void ConnectDialog::build()
{
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&From"), m_source);
    form->addRow(Tr::tr("&To"), m_target);
    form->addRow(Tr::tr("&Ports"), m_ports);
    m_ports->setPlaceholderText(Tr::tr("8080, UDP/53, 8000-8010, or all"));
    m_ports->setMinimumWidth(360);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_allow = buttons->addButton(Tr::tr("Allow"), QDialogButtonBox::AcceptRole);
    m_allow->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    m_isolate->hide();
    layout->addWidget(m_isolate);
    for (QLabel *label : {m_meaning, m_problem, m_also})
        layout->addWidget(label);
    layout->addWidget(buttons);
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
    const graph::Node *node = target ? m_document.graph().node(target->name) : nullptr;
    if (!node || m_ports->isModified())
        return;
    QStringList ports;
    for (const std::string &text : node->ports)
        ports += QString::fromStdString(text).section(QLatin1Char(' '), -1);
    m_ports->setText(ports.join(QStringLiteral(", ")));
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

std::optional<std::vector<edit::PortSpan>> ConnectDialog::ports(QString &problem) const
{
    const QStringList words =
        m_ports->text().split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        problem = Tr::tr("Give the ports, or write all.");
        return {};
    }
    if (words.size() == 1 && words.front().toLower() == QLatin1String("all"))
        return std::vector<edit::PortSpan>{};
    std::vector<edit::PortSpan> spans;
    for (const QString &word : words) {
        const auto span = edit::parsePort(word.toStdString());
        if (!span) {
            problem = message(span.failure());
            return {};
        }
        spans.push_back(*span);
    }
    return spans;
}

void ConnectDialog::plan()
{
    m_plan.reset();
    const auto source = chosen(m_source);
    const auto target = chosen(m_target);
    const bool isEveryone = source && source->kind == edit::End::Kind::Everyone;
    const bool isInternet = source && source->kind == edit::End::Kind::Internet;
    m_meaning->setText(
        isEveryone
            ? Tr::tr("Anyone means the Internet and every pod of the cluster.")
            : Tr::tr("Internet means addresses outside; pods of the cluster are not meant."));
    m_meaning->setVisible(isEveryone || isInternet);
    m_isolate->setVisible(m_isolate->isChecked());
    if (!source || !target) {
        const QComboBox *unknown = source ? m_target : m_source;
        show(Tr::tr("There is no service called %1.").arg(visible(unknown->currentText())), {});
        return;
    }
    QString problem;
    const auto spans = ports(problem);
    if (!spans) { // who has not typed yet has done nothing wrong
        show(m_ports->isModified() ? problem : QString(), {});
        return;
    }
    auto plan = m_document.plan(edit::Allow{*source, *target, *spans, m_isolate->isChecked()});
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
