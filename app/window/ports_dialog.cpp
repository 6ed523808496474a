#include "window/ports_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "window/dialog_room.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace drawbridge {

namespace {

constexpr int kPortWidth = 9; ///< in digits

/// 0 if the text is no number of a port.
std::uint32_t numberOf(const QLineEdit *edit)
{
    bool isOk = false;
    const std::uint32_t number = edit->text().trimmed().toUInt(&isOk);
    return isOk && number <= kube::kLastPort ? number : 0;
}

std::string textOf(const QLineEdit *edit)
{
    return edit->text().trimmed().toStdString();
}

kube::Protocol protocolOf(const QComboBox *box)
{
    return kube::Protocol(box->currentData().toInt());
}

QString noPort(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return text.isEmpty()
               ? Tr::tr("A port has no number. Give one from 1 to 65535, or remove the port.")
               : Tr::tr("%1 is no port. Give a number from 1 to 65535.").arg(visible(text));
}

std::optional<kube::ContainerPort> containerPort(const PortsDialog::Row &row, QString &problem)
{
    kube::ContainerPort port;
    port.port = numberOf(row.port);
    if (port.port == 0) {
        problem = noPort(row.port);
        return {};
    }
    port.protocol = protocolOf(row.protocol);
    port.name = textOf(row.name);
    port.origin = row.origin;
    return port;
}

/// A target that is a number is one; anything else is a name.
std::optional<kube::ServicePort> servicePort(const PortsDialog::Row &row, QString &problem)
{
    kube::ServicePort port;
    port.port = numberOf(row.port);
    const std::string target = textOf(row.target);
    const bool isNumber = target.find_first_not_of("0123456789") == std::string::npos;
    if (port.port == 0 || (!target.empty() && isNumber && numberOf(row.target) == 0)) {
        problem = noPort(port.port == 0 ? row.port : row.target);
        return {};
    }
    if (!target.empty() && isNumber)
        port.targetPort = numberOf(row.target);
    else
        port.targetName = target;
    port.protocol = protocolOf(row.protocol);
    port.name = textOf(row.name);
    port.origin = row.origin;
    return port;
}

} // namespace

PortsDialog::PortsDialog(Document &document, std::vector<kube::ObjectPtr> workloads,
                         QWidget *parent)
    : PlanDialog(document, Tr::tr("Ports"), parent), m_name(visible(workloads.front()->meta.name))
{
    auto *meaning = new QLabel(
        Tr::tr("A container's ports open and close nothing: they say where it listens, and give "
               "ports the names that policies and Services can call them by. A Service's port "
               "leads to a port of the pods, which is the one that policies count."));
    meaning->setTextFormat(Qt::PlainText);
    meaning->setWordWrap(true);
    meaning->setProperty("role", QStringLiteral("caption"));
    fields()->addWidget(meaning);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 8, 0);
    std::set<const kube::Object *> known;
    for (const kube::ObjectPtr &workload : workloads)
        addContainers(workload, layout, workloads.size() > 1);
    for (const kube::ObjectPtr &workload : workloads)
        for (const kube::ObjectPtr &service :
             edit::servicesOf(this->document().workspace(), *workload))
            if (known.insert(service.get()).second)
                addService(service, layout);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(content->minimumSizeHint().width() +
                            scroll->verticalScrollBar()->sizeHint().width());
    scroll->setFrameShape(QFrame::NoFrame);
    fields()->addWidget(scroll, 1);
    setAcceptText(Tr::tr("Change Ports"));
    resize(roomFor(*this, QSize(640, 520)));
    planFirst();
    for (const Part &part : m_parts)
        if (!part.rows.empty()) {
            part.rows.front().port->setFocus();
            break;
        }
}

void PortsDialog::addContainers(const kube::ObjectPtr &workload, QVBoxLayout *layout,
                                bool isOneOfMany)
{
    const auto containers = edit::containersOf(*workload);
    for (std::size_t i = 0; i < containers.size(); ++i) {
        const QString name = visible(containers[i].name);
        const QString title =
            isOneOfMany ? Tr::tr("Container %1 of %2 %3")
                              .arg(name, visible(workload->meta.kind), visible(workload->meta.name))
                        : Tr::tr("Container %1").arg(name);
        Part &part = addPart({workload, i, false, title, nullptr, nullptr, {}}, layout);
        for (const kube::ContainerPort &port : containers[i].ports)
            fill(addRow(part), port);
    }
}

void PortsDialog::addService(const kube::ObjectPtr &service, QVBoxLayout *layout)
{
    Part &part =
        addPart({service,
                 0,
                 true,
                 Tr::tr("Service %1, which leads to these pods").arg(visible(service->meta.name)),
                 nullptr,
                 nullptr,
                 {}},
                layout);
    for (const kube::ServicePort &port : std::get<kube::Service>(service->value).ports)
        fill(addRow(part), port);
}

PortsDialog::Part &PortsDialog::addPart(Part part, QVBoxLayout *layout)
{
    auto *card = new QFrame;
    card->setProperty("role", QStringLiteral("card"));
    auto *lines = new QVBoxLayout(card);
    auto *title = new QLabel(part.title);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    lines->addWidget(title);
    part.layout = new QVBoxLayout;
    part.layout->setSpacing(4);
    lines->addLayout(part.layout);
    part.add = new QPushButton(Tr::tr("Add Port"));
    part.add->setAutoDefault(false);
    part.add->setAccessibleName(Tr::tr("Add a port: %1").arg(part.title));
    lines->addWidget(part.add, 0, Qt::AlignLeft);
    layout->addWidget(card);
    const std::size_t index = m_parts.size();
    connect(part.add, &QPushButton::clicked, this, [this, index] {
        addRow(m_parts[index]).port->setFocus();
        planSoon();
    });
    m_parts.push_back(std::move(part));
    return m_parts.back();
}

PortsDialog::Row &PortsDialog::addRow(Part &part)
{
    Row row;
    row.widget = new QWidget;
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    const auto addField = [&](const QString &word, const QString &placeholder, bool isShort) {
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(placeholder);
        edit->setAccessibleName(word + QStringLiteral(", ") + part.title);
        if (isShort)
            edit->setFixedWidth(
                edit->fontMetrics().horizontalAdvance(QString(kPortWidth, QLatin1Char('0'))));
        auto *label = new QLabel(word);
        label->setProperty("role", QStringLiteral("caption"));
        line->addWidget(label);
        line->addWidget(edit, isShort ? 0 : 1);
        connect(edit, &QLineEdit::textChanged, this, [this] { planSoon(); });
        return edit;
    };
    row.port = addField(Tr::tr("Port"), QStringLiteral("8080"), true);
    if (part.isService)
        row.target = addField(Tr::tr("to"), Tr::tr("the same, or a port's name"), false);
    row.protocol = new QComboBox;
    for (const kube::Protocol protocol :
         {kube::Protocol::Tcp, kube::Protocol::Udp, kube::Protocol::Sctp})
        row.protocol->addItem(QString::fromLatin1(nameOf(protocol)), int(protocol));
    row.protocol->setAccessibleName(Tr::tr("Protocol") + QStringLiteral(", ") + part.title);
    line->addWidget(row.protocol);
    row.name = addField(Tr::tr("Name"), Tr::tr("none"), false);
    row.remove = new QPushButton(Tr::tr("Remove"));
    row.remove->setAutoDefault(false);
    row.remove->setAccessibleName(Tr::tr("Remove this port"));
    line->addWidget(row.remove);
    connect(row.protocol, &QComboBox::currentIndexChanged, this, [this] { planSoon(); });
    connect(row.remove, &QPushButton::clicked, this,
            [this, index = std::size_t(&part - m_parts.data()), widget = row.widget] {
                removeRow(index, widget);
            });
    part.layout->addWidget(row.widget);
    part.rows.push_back(row);
    return part.rows.back();
}

void PortsDialog::fill(Row &row, const kube::ContainerPort &port)
{
    row.origin = port.origin;
    row.port->setText(QString::number(port.port));
    row.protocol->setCurrentIndex(row.protocol->findData(int(port.protocol)));
    row.name->setText(QString::fromStdString(port.name));
}

void PortsDialog::fill(Row &row, const kube::ServicePort &port)
{
    row.origin = port.origin;
    row.port->setText(QString::number(port.port));
    row.target->setText(port.targetPort ? QString::number(*port.targetPort)
                                        : QString::fromStdString(port.targetName));
    row.protocol->setCurrentIndex(row.protocol->findData(int(port.protocol)));
    row.name->setText(QString::fromStdString(port.name));
}

void PortsDialog::removeRow(std::size_t index, QWidget *widget)
{
    Part &part = m_parts[index];
    std::erase_if(part.rows, [widget](const Row &row) { return row.widget == widget; });
    widget->hide();
    widget->deleteLater();
    part.add->setFocus();
    planSoon();
}

std::optional<edit::Intent> PortsDialog::intent(QString &problem) const
{
    edit::ChangePorts change;
    for (const Part &part : m_parts) {
        std::vector<kube::ContainerPort> containerPorts;
        std::vector<kube::ServicePort> servicePorts;
        for (const Row &row : part.rows) {
            if (part.isService) {
                auto port = servicePort(row, problem);
                if (!port)
                    return {};
                servicePorts.push_back(std::move(*port));
            } else {
                auto port = containerPort(row, problem);
                if (!port)
                    return {};
                containerPorts.push_back(std::move(*port));
            }
        }
        // What stays is not asked for: it may be such as cannot be written.
        if (part.isService) {
            if (servicePorts != std::get<kube::Service>(part.object->value).ports)
                change.services.push_back({part.object, std::move(servicePorts)});
        } else if (containerPorts != edit::containersOf(*part.object)[part.container].ports) {
            change.containers.push_back({part.object, part.container, std::move(containerPorts)});
        }
    }
    return change;
}

QString PortsDialog::undoLabel() const
{
    return Tr::tr("Change ports of %1").arg(m_name);
}

} // namespace drawbridge
