#include "window/ports_field.h"

#include "messages/messages.h"
#include "messages/port_words.h"
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

/// As it is typed: "8080", "UDP/53".
QString wordOf(const edit::PortSpan &port)
{
    const QString number = QString::number(port.first);
    return port.protocol == kube::Protocol::Tcp
               ? number
               : QString::fromLatin1(kube::nameOf(port.protocol)) + QLatin1Char('/') + number;
}

QString numberText(const edit::PortSpan &port)
{
    return QString::fromStdString(
        edit::portText(edit::PortSpan{port.protocol, port.first, port.last}));
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
    showPlaceholder();
}

void PortsField::build()
{
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
    m_declared.clear();
    for (const std::string &text : declared) {
        const auto port = declaredPort(text);
        if (!port || port->first == 0)
            continue;
        if (const std::size_t blank = text.rfind(' '); blank != std::string::npos)
            m_declared[text.substr(0, blank)] = *port;
        if (!known.hasPodPort(port->protocol, port->first))
            known.pods.push_back({*port});
    }
    m_known = std::move(known);
    for (QCheckBox *choice : m_choices)
        delete choice;
    m_choices.clear();
    for (std::size_t i = 0; i < std::min(m_known.pods.size(), kMostChoices); ++i) {
        const edit::PortSpan port = m_known.pods[i].span;
        QString text = wordOf(port);
        if (const QString name = nameOf(port); !name.isEmpty())
            text += QLatin1Char(' ') + name;
        auto *choice = new QCheckBox(text);
        connect(choice, &QCheckBox::clicked, this, [this, port](bool on) { toggle(port, on); });
        m_choiceRow->layout()->addWidget(choice);
        m_choices.push_back(choice);
    }
    m_choiceRow->setVisible(!m_choices.empty());
    showPlaceholder();
    showChoices();
    showMeaning();
}

/// Names that are taken: of ports of the pods, of declared ones and of Services' ports.
QStringList PortsField::names() const
{
    QStringList names;
    for (const edit::PodPort &port : m_known.pods)
        names += QString::fromStdString(port.span.name);
    for (const auto &[name, port] : m_declared)
        names += QString::fromStdString(name);
    for (const edit::ServicePort &service : m_known.services)
        names += QString::fromStdString(service.name);
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

/// Nothing is offered that would be refused.
void PortsField::showPlaceholder()
{
    const QStringList known = names();
    m_edit->setPlaceholderText(
        known.isEmpty()
            ? Tr::tr("8080, UDP/53, 8000-8010, or all")
            : Tr::tr("8080, UDP/53, 8000-8010, %1, or all").arg(visible(known.front())));
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

/// That the pods, or the side file, give it.
QString PortsField::nameOf(const edit::PortSpan &port) const
{
    if (!port.name.empty())
        return visible(port.name);
    for (const auto &[name, declared] : m_declared)
        if (isSamePort(declared, port))
            return visible(name);
    return {};
}

QStringList PortsField::words() const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return m_edit->text().split(between, Qt::SkipEmptyParts);
}

/// A number, a range, or a name: of a port of the pods, of a declared one or of a Service's.
Result<edit::PortSpan> PortsField::read(const QString &word) const
{
    const std::string text = word.toStdString();
    auto port = m_reading ? m_reading(text) : edit::parsePort(text);
    const auto named = port ? std::nullopt : edit::parsePortName(text);
    if (!named)
        return port;
    const auto isMeant = [&](const std::string &name, kube::Protocol protocol) {
        return name == named->name && named->protocol.value_or(protocol) == protocol;
    };
    for (const edit::PodPort &known : m_known.pods)
        if (isMeant(known.span.name, known.span.protocol))
            return known.span;
    if (const auto found = m_declared.find(named->name);
        found != m_declared.end() && isMeant(found->first, found->second.protocol))
        return found->second;
    for (const edit::ServicePort &service : m_known.services)
        if (isMeant(service.name, service.protocol))
            return edit::PortSpan{service.protocol, service.pod, service.pod};
    return port;
}

/// Of a name: what it stands for, and how it is written.
QString PortsField::meaningOf(const QString &word, const edit::PortSpan &port) const
{
    const auto named = edit::parsePort(word.toStdString())
                           ? std::nullopt
                           : edit::parsePortName(word.toStdString());
    if (!named)
        return {};
    const QString name = visible(named->name);
    if (!port.name.empty())
        return Tr::tr("%1 is %2 of these pods. It is written by its name.")
            .arg(name, numberText(port));
    if (m_declared.count(named->name) > 0)
        return Tr::tr("%1 is %2 as declared. It is written by its number, since no manifest names "
                      "it.")
            .arg(name, numberText(port));
    return Tr::tr("%1 is a Service's port, which is %2 of its pods. It is written by that number.")
        .arg(name, numberText(port));
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
            QStringList shown;
            for (const QString &name : names())
                shown += visible(name);
            problem = portProblem(word, port.failure(), shown);
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
        if (const QString meaning = meaningOf(word, *port); !meaning.isEmpty())
            sentences += meaning;
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
