#include "window/ports_field.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/flow_layout.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::size_t kMostChoices = 12;
constexpr int kMostServices = 2;

/// As it is typed: "8080", "53/UDP".
QString wordOf(const edit::PortSpan &port)
{
    const QString number = QString::number(port.first);
    return port.protocol == kube::Protocol::Tcp
               ? number
               : number + QLatin1Char('/') + QString::fromLatin1(kube::nameOf(port.protocol));
}

bool isSamePort(const edit::PortSpan &a, const edit::PortSpan &b)
{
    return a.protocol == b.protocol && a.first == b.first && a.last == b.last;
}

/// "53/UDP", "http 8080".
std::optional<edit::PortSpan> declaredPort(const std::string &text)
{
    const auto port = edit::parsePort(text.substr(text.rfind(' ') + 1));
    return port ? std::optional(*port) : std::nullopt;
}

QString servicePortText(const edit::ServicePort &port)
{
    return Tr::tr("Port %1 of the Service %2 is port %3 of its pods.")
        .arg(QString::number(port.port), visible(port.service), QString::number(port.pod));
}

} // namespace

PortsField::PortsField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_choiceRow(new QWidget)
    , m_meaning(new QLabel)
    , m_translate(new QPushButton)
{
    build();
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showChoices();
        showMeaning();
        emit changed();
    });
    connect(m_translate, &QPushButton::clicked, this, &PortsField::translate);
    setFocusProxy(m_edit);
}

void PortsField::build()
{
    m_edit->setPlaceholderText(Tr::tr("8080, UDP/53, 8000-8010, or all"));
    m_edit->setMinimumWidth(360);
    m_edit->setAccessibleName(Tr::tr("Ports"));
    auto *row = new FlowLayout(12);
    row->setContentsMargins(0, 0, 0, 0);
    m_choiceRow->setLayout(row);
    m_choiceRow->hide();
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("caption"));
    m_meaning->hide();
    m_translate->setAutoDefault(false);
    m_translate->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    layout->addWidget(m_choiceRow);
    layout->addWidget(m_meaning);
    layout->addWidget(m_translate, 0, Qt::AlignLeft);
}

void PortsField::setKnown(edit::KnownPorts known, const std::vector<std::string> &declared)
{
    for (const std::string &text : declared)
        if (const auto port = declaredPort(text);
            port && port->first > 0 && !known.hasPodPort(port->protocol, port->first))
            known.pods.push_back({*port});
    m_known = std::move(known);
    for (QCheckBox *choice : m_choices)
        delete choice;
    m_choices.clear();
    for (std::size_t i = 0; i < std::min(m_known.pods.size(), kMostChoices); ++i) {
        const edit::PortSpan port = m_known.pods[i].span;
        QString text = wordOf(port);
        if (!port.name.empty())
            text += QLatin1Char(' ') + visible(port.name);
        auto *choice = new QCheckBox(text);
        connect(choice, &QCheckBox::clicked, this, [this, port](bool on) { toggle(port, on); });
        m_choiceRow->layout()->addWidget(choice);
        m_choices.push_back(choice);
    }
    m_choiceRow->setVisible(!m_choices.empty());
    showChoices();
    showMeaning();
}

void PortsField::suggest()
{
    if (m_edit->isModified())
        return;
    QStringList ports;
    for (const edit::PodPort &port : m_known.pods)
        ports += wordOf(port.span);
    m_edit->setText(ports.join(QStringLiteral(", ")));
}

QStringList PortsField::words() const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return m_edit->text().split(between, Qt::SkipEmptyParts);
}

/// A number, a range, or a name that all pods give to one port.
std::optional<edit::PortSpan> PortsField::read(const QString &word) const
{
    for (const edit::PodPort &port : m_known.pods)
        if (!port.span.name.empty() && word == QString::fromStdString(port.span.name))
            return port.span;
    const auto port = edit::parsePort(word.toStdString());
    return port ? std::optional(*port) : std::nullopt;
}

std::optional<std::vector<edit::PortSpan>> PortsField::spans(QString &problem) const
{
    const QStringList given = words();
    if (given.isEmpty()) { // who has not typed yet has done nothing wrong
        if (m_edit->isModified())
            problem = Tr::tr("Give the ports, or write all.");
        return {};
    }
    if (given.size() == 1 && given.front().toLower() == QLatin1String("all"))
        return std::vector<edit::PortSpan>{};
    std::vector<edit::PortSpan> result;
    for (const QString &word : given) {
        const auto port = read(word);
        if (!port) {
            problem = message(Code::InvalidPort, {word.toStdString()});
            return {};
        }
        result.push_back(*port);
    }
    return result;
}

/// What is ticked follows from what is written.
void PortsField::showChoices()
{
    std::vector<edit::PortSpan> given;
    for (const QString &word : words())
        if (const auto port = read(word))
            given.push_back(*port);
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        m_choices[i]->setChecked(
            std::any_of(given.begin(), given.end(), [&](const edit::PortSpan &port) {
                return isSamePort(port, m_known.pods[i].span);
            }));
}

void PortsField::toggle(const edit::PortSpan &port, bool on)
{
    QStringList kept;
    for (const QString &word : words()) {
        const auto other = read(word);
        if (other && !isSamePort(*other, port)) // "all" and what is no port make way
            kept += word;
    }
    if (on)
        kept += wordOf(port);
    m_edit->setText(kept.join(QStringLiteral(", ")));
    m_edit->setModified(true);
}

void PortsField::showMeaning()
{
    QStringList sentences;
    const edit::ServicePort *meant = nullptr;
    for (const QString &word : words()) {
        const auto port = read(word);
        if (!port || port->first != port->last)
            continue;
        if (!port->name.empty() && word == QString::fromStdString(port->name))
            sentences += Tr::tr("%1 is port %2 of these pods. It is written by its name.")
                             .arg(visible(word), QString::number(port->first));
        if (const edit::ServicePort *service = m_known.meant(port->protocol, port->first);
            service && !meant) {
            meant = service;
            sentences += servicePortText(*service) + QLatin1Char(' ') +
                         Tr::tr("Policies count the ports of pods.");
        }
    }
    int told = 0;
    for (const edit::ServicePort &service : m_known.services)
        if (!meant && service.port != service.pod && told++ < kMostServices)
            sentences += servicePortText(service);
    m_meaning->setText(sentences.join(QLatin1Char(' ')));
    m_meaning->setVisible(!sentences.isEmpty());
    m_translate->setText(meant ? Tr::tr("Use %1").arg(meant->pod) : QString());
    m_translate->setVisible(meant != nullptr);
}

void PortsField::translate()
{
    QStringList translated;
    for (const QString &word : words()) {
        const auto port = read(word);
        const edit::ServicePort *service = port && port->first == port->last
                                               ? m_known.meant(port->protocol, port->first)
                                               : nullptr;
        translated += service ? wordOf({service->protocol, service->pod, service->pod}) : word;
    }
    translated.removeDuplicates();
    m_edit->setText(translated.join(QStringLiteral(", ")));
    m_edit->setModified(true);
    m_edit->setFocus();
}

} // namespace drawbridge
