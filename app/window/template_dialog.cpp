#include "window/template_dialog.h"

#include "edit/dns.h"
#include "messages/messages.h"
#include "messages/template_words.h"
#include "messages/tr.h"
#include "text/highlighter.h"
#include "window/choices.h"
#include "window/dialog_room.h"
#include "window/named_ends.h"
#include "window/ports_field.h"
#include "window/target_file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <set>
#include <tuple>

namespace drawbridge {

namespace {

using edit::Template;

QLabel *caption()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("caption"));
    return label;
}

bool hasService(Template kind)
{
    return edit::isGateway(kind) || kind == Template::Prometheus;
}

/// The documents that a plan adds, as they will stand in their files.
QString addedText(const kube::Workspace &before, const edit::Rewrite &plan)
{
    const auto identity = [](const kube::Workspace &workspace, const kube::Object &object) {
        return std::tuple(object.meta.kind, workspace.namespaceOf(object), object.meta.name);
    };
    std::set<std::tuple<std::string, std::string, std::string>> known;
    for (const kube::ObjectPtr &object : before.objects())
        known.insert(identity(before, *object));
    const kube::Workspace after = edit::applied(before, plan);
    QString text;
    for (const kube::ObjectPtr &object : after.objects())
        if (known.count(identity(after, *object)) == 0) {
            const kube::Location &at = after.location(object.get());
            const yaml::File &file = after.file(at.file);
            text += QString::fromStdString(std::string(file.pieces()[at.piece].text(file.bytes())));
        }
    return text;
}

} // namespace

TemplateDialog::TemplateDialog(Document &document, const edit::TemplateWish &wish, QWidget *parent)
    : PlanDialog(document, Tr::tr("Insert: %1").arg(nameOf(wish.kind)), parent)
    , m_wish(wish)
    , m_nameSpace(new QComboBox(this))
    , m_service(new QComboBox(this))
    , m_ports(new PortsField(this))
    , m_host(new QLineEdit(this))
    , m_admitsPods(new QCheckBox(Tr::tr("Pods of the cluster may enter it too"), this))
    , m_dns(new QComboBox(this))
    , m_file(new TargetFileField(document, this))
    , m_scrape(new QRadioButton(Tr::tr("Prometheus &scrapes the service"), this))
    , m_push(new QRadioButton(Tr::tr("The service p&ushes to the Pushgateway"), this))
    , m_preview(new QPlainTextEdit(this))
    , m_where(caption())
{
    build();
    showPorts();
    showHost();
    planNow();
    if (hasService(m_wish.kind) && m_service->currentIndex() < 0)
        m_service->setFocus(); // nothing can be inserted before
    resize(roomFor(*this, {620, 640}));
}

void TemplateDialog::build()
{
    auto *form = new QFormLayout;
    addFields(form);
    auto *meaning = caption();
    meaning->setText(meaningOf(m_wish.kind));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_preview->setAccessibleName(Tr::tr("What will be written"));
    m_preview->setMinimumHeight(160);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    m_preview->setFont(font);
    auto *highlighter = new Highlighter(m_preview->document(), Highlighter::Language::Yaml);
    highlighter->setColors(TextColors::of(palette()));
    fields()->addWidget(meaning);
    fields()->addLayout(form);
    fields()->addWidget(m_where);
    fields()->addWidget(m_preview, 1);
    offerNoText(); // it has a preview of its own
    setAcceptText(Tr::tr("Insert"));
}

/// Those that the template has no use for stay hidden.
void TemplateDialog::addFields(QFormLayout *form)
{
    const bool isMetrics = m_wish.kind == Template::Prometheus;
    const auto add = [&](bool isUsed, const QString &label, QWidget *field) {
        field->setVisible(isUsed);
        if (isUsed && label.isEmpty())
            form->addRow(field);
        else if (isUsed)
            form->addRow(label, field);
    };
    offerNamespaces(m_nameSpace, document().graph(), m_wish.nameSpace);
    fillServices();
    for (const auto server :
         {edit::DnsServer::KubeDns, edit::DnsServer::NodeLocal, edit::DnsServer::OpenShift})
        m_dns->addItem(nameOf(server), int(server));
    m_dns->setCurrentIndex(m_dns->findData(int(edit::likelyDns(document().workspace()))));
    (m_wish.metrics == edit::Metrics::Pushed ? m_push : m_scrape)->setChecked(true);
    m_admitsPods->setChecked(m_wish.admitsPods);
    add(!hasService(m_wish.kind), Tr::tr("&Namespace"), m_nameSpace);
    add(hasService(m_wish.kind), isMetrics ? Tr::tr("S&ervice") : Tr::tr("S&ervice behind it"),
        m_service);
    add(isMetrics, {}, m_scrape);
    add(isMetrics, {}, m_push);
    add(hasService(m_wish.kind), isMetrics ? Tr::tr("&Metrics port") : Tr::tr("Its &ports"),
        m_ports);
    add(hasService(m_wish.kind), Tr::tr("&Runs in namespace"), m_host);
    add(edit::isGateway(m_wish.kind), {}, m_admitsPods);
    add(m_wish.kind == Template::Dns, Tr::tr("&Answered by"), m_dns);
    add(true, Tr::tr("&File"), m_file);
    connect(m_file, &TargetFileField::changed, this, &TemplateDialog::planSoon);
    connect(m_nameSpace, &QComboBox::currentTextChanged, this, &TemplateDialog::planSoon);
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        showPorts();
        planSoon();
    });
    connect(m_ports, &PortsField::changed, this, &TemplateDialog::planSoon);
    connect(m_host, &QLineEdit::textChanged, this, &TemplateDialog::planSoon);
    connect(m_admitsPods, &QCheckBox::toggled, this, &TemplateDialog::planSoon);
    connect(m_dns, &QComboBox::currentIndexChanged, this, &TemplateDialog::planSoon);
    connect(m_scrape, &QRadioButton::toggled, this, [this] {
        showHost();
        planSoon();
    });
}

void TemplateDialog::fillServices()
{
    Choices choices;
    if (edit::isGateway(m_wish.kind))
        choices.emplace_back(Tr::tr("None yet"), QString());
    for (const auto &[name, end] : choosableEnds(document().graph()))
        if (end.kind == edit::End::Kind::Endpoint)
            choices.emplace_back(name, QString::fromStdString(end.name));
    setChoices(m_service, choices);
    m_service->setPlaceholderText(Tr::tr("Choose a service"));
    const int index = m_service->findData(QString::fromStdString(m_wish.service));
    const bool isGuess = index < 0 && !edit::isGateway(m_wish.kind) && m_service->count() > 1;
    m_service->setCurrentIndex(isGuess ? -1 : std::max(index, 0));
}

/// What the chosen service listens on.
void TemplateDialog::showPorts()
{
    const std::string key = m_service->currentData().toString().toStdString();
    const verdict::EndpointId id = document().evaluator().find(key);
    const graph::Node *node = document().graph().node(key);
    m_ports->setEnabled(id.isValid() && !m_push->isChecked());
    m_ports->setKnown(id.isValid()
                          ? edit::knownPorts(document().workspace(), document().evaluator(), id)
                          : edit::KnownPorts(),
                      node ? node->ports : std::vector<std::string>());
    m_ports->suggest();
}

/// Where the product runs, until the user says otherwise.
void TemplateDialog::showHost()
{
    m_ports->setEnabled(!m_service->currentData().toString().isEmpty() && !m_push->isChecked());
    if (m_host->isModified())
        return;
    m_wish.metrics = m_push->isChecked() ? edit::Metrics::Pushed : edit::Metrics::Scraped;
    m_wish.hostNamespace.clear();
    m_host->setText(QString::fromStdString(edit::hostNamespace(document().evaluator(), m_wish)));
}

QString TemplateDialog::readWish()
{
    m_wish.nameSpace = m_nameSpace->currentText().trimmed().toStdString();
    m_wish.service =
        hasService(m_wish.kind) ? m_service->currentData().toString().toStdString() : std::string();
    m_wish.hostNamespace = m_host->text().trimmed().toStdString();
    m_wish.admitsPods = m_admitsPods->isChecked();
    m_wish.dns = edit::DnsServer(m_dns->currentData().toInt());
    m_wish.metrics = m_push->isChecked() ? edit::Metrics::Pushed : edit::Metrics::Scraped;
    m_wish.ports.clear();
    if (m_wish.kind == Template::Prometheus && m_wish.service.empty())
        return m_service->count() == 0 ? Tr::tr("There is no service yet. Add one first.")
                                       : Tr::tr("Choose the service that is watched.");
    if (m_wish.service.empty() || m_wish.metrics == edit::Metrics::Pushed)
        return {};
    QString problem;
    const auto ports = m_ports->spans(problem);
    if (!ports)
        return problem.isEmpty() ? Tr::tr("Give the ports of the service, or write all.") : problem;
    m_wish.ports = *ports;
    return {};
}

void TemplateDialog::readFields()
{
    m_objects = {};
    m_problem = readWish();
    if (!m_problem.isEmpty())
        return;
    auto objects = edit::templateObjects(document().workspace(), document().evaluator(), m_wish);
    if (objects)
        m_objects = std::move(*objects);
    else
        m_problem = message(objects.failure());
}

std::optional<edit::Intent> TemplateDialog::intent(QString &problem) const
{
    problem = m_problem;
    const auto newFile = problem.isEmpty() ? m_file->newFile(problem) : std::nullopt;
    if (!newFile)
        return {};
    return edit::AddObjects{m_objects.objects, m_file->file(), *newFile};
}

QString TemplateDialog::undoLabel() const
{
    return Tr::tr("Insert %1").arg(nameOf(m_wish.kind));
}

/// A policy for DNS restricts what nothing restricted.
QString TemplateDialog::remark(const Plan &) const
{
    const bool restricts =
        m_wish.kind == Template::Dns &&
        !document().evaluator().hasFullWall(m_wish.nameSpace, kube::Direction::Egress);
    return restricts ? Tr::tr("Egress of %1 is not denied by default yet. With this policy its "
                              "services may send to DNS, and else only where a policy lets them.")
                           .arg(visible(m_wish.nameSpace))
                     : QString();
}

QString TemplateDialog::changes(const Plan &plan) const
{
    const QString also = pairChanges(plan.alsoChanges);
    return also.isEmpty()
               ? also
               : Tr::tr("For services that are there this changes:") + QLatin1Char('\n') + also;
}

void TemplateDialog::showPlan(const Plan *plan)
{
    QString text;
    if (plan) {
        text = addedText(document().workspace(), *plan);
        m_where->setText(Tr::tr("To be written into %1:").arg(filesOf(*plan)));
    }
    m_where->setVisible(plan != nullptr);
    if (text != m_preview->toPlainText())
        m_preview->setPlainText(text);
}

} // namespace drawbridge
