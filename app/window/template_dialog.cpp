#include "window/template_dialog.h"

#include "edit/dns.h"
#include "messages/messages.h"
#include "messages/template_words.h"
#include "messages/tr.h"
#include "text/highlighter.h"
#include "window/named_ends.h"
#include "window/ports_field.h"
#include "window/target_file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <set>
#include <tuple>

namespace drawbridge {

namespace {

using edit::Template;

QLabel *wrapped(const char *role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
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

QString fileName(const std::string &path)
{
    return visible(QString::fromStdString(path).section(QLatin1Char('/'), -1));
}

} // namespace

TemplateDialog::TemplateDialog(const Document &document, const edit::TemplateWish &wish,
                               QWidget *parent)
    : QDialog(parent)
    , m_document(document)
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
    , m_where(wrapped("caption"))
    , m_problem(wrapped("error"))
    , m_also(wrapped("error"))
{
    setWindowTitle(Tr::tr("Insert: %1").arg(nameOf(wish.kind)));
    build();
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(120);
    connect(&m_planSoon, &QTimer::timeout, this, &TemplateDialog::planNow);
    connect(&document, &Document::pictureChanged, this, &TemplateDialog::planLater);
    connect(&document, &Document::placesChanged, this, &TemplateDialog::planLater);
    showPorts();
    showHost();
    planNow();
    resize(620, 640);
}

void TemplateDialog::build()
{
    auto *form = new QFormLayout;
    addFields(form);
    auto *meaning = wrapped("caption");
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
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_insert = buttons->addButton(Tr::tr("Insert"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &TemplateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TemplateDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(meaning);
    layout->addLayout(form);
    layout->addWidget(m_where);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_also);
    layout->addWidget(buttons);
    m_insert->setDefault(true); // the dialog has to know it
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
    fillNamespaces();
    fillServices();
    for (const auto server :
         {edit::DnsServer::KubeDns, edit::DnsServer::NodeLocal, edit::DnsServer::OpenShift})
        m_dns->addItem(nameOf(server), int(server));
    m_dns->setCurrentIndex(m_dns->findData(int(edit::likelyDns(m_document.workspace()))));
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
    connect(m_file, &TargetFileField::changed, this, &TemplateDialog::planLater);
    connect(m_nameSpace, &QComboBox::currentTextChanged, this, &TemplateDialog::planLater);
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        showPorts();
        planLater();
    });
    connect(m_ports, &PortsField::changed, this, &TemplateDialog::planLater);
    connect(m_host, &QLineEdit::textChanged, this, &TemplateDialog::planLater);
    connect(m_admitsPods, &QCheckBox::toggled, this, &TemplateDialog::planLater);
    connect(m_dns, &QComboBox::currentIndexChanged, this, &TemplateDialog::planLater);
    connect(m_scrape, &QRadioButton::toggled, this, [this] {
        showHost();
        planLater();
    });
}

void TemplateDialog::fillNamespaces()
{
    m_nameSpace->setEditable(true);
    m_nameSpace->setInsertPolicy(QComboBox::NoInsert);
    for (const graph::Frame &frame : m_document.graph().frames)
        if (!frame.isOpenEnded)
            m_nameSpace->addItem(QString::fromStdString(frame.title));
    m_nameSpace->setCurrentText(QString::fromStdString(m_wish.nameSpace));
}

void TemplateDialog::fillServices()
{
    if (edit::isGateway(m_wish.kind))
        m_service->addItem(Tr::tr("None yet"), QString());
    for (const auto &[name, end] : choosableEnds(m_document.graph()))
        if (end.kind == edit::End::Kind::Endpoint)
            m_service->addItem(name, QString::fromStdString(end.name));
    const int index = m_service->findData(QString::fromStdString(m_wish.service));
    m_service->setCurrentIndex(std::max(index, 0));
}

/// What the chosen service listens on.
void TemplateDialog::showPorts()
{
    const std::string key = m_service->currentData().toString().toStdString();
    const verdict::EndpointId id = m_document.evaluator().find(key);
    const graph::Node *node = m_document.graph().node(key);
    m_ports->setEnabled(id.isValid() && !m_push->isChecked());
    m_ports->setKnown(id.isValid()
                          ? edit::knownPorts(m_document.workspace(), m_document.evaluator(), id)
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
    m_host->setText(QString::fromStdString(edit::hostNamespace(m_document.evaluator(), m_wish)));
}

void TemplateDialog::planLater()
{
    m_plan.reset();
    m_insert->setEnabled(true); // accept() plans at once
    m_planSoon.start();
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
        return Tr::tr("There is no service yet. Add one first.");
    if (m_wish.service.empty() || m_wish.metrics == edit::Metrics::Pushed)
        return {};
    QString problem;
    const auto ports = m_ports->spans(problem);
    if (!ports)
        return problem.isEmpty() ? Tr::tr("Give the ports of the service, or write all.") : problem;
    m_wish.ports = *ports;
    return {};
}

void TemplateDialog::planNow()
{
    m_planSoon.stop();
    m_plan.reset();
    m_objects = {};
    const QString problem = readWish();
    if (!problem.isEmpty()) {
        show(problem);
        return;
    }
    auto objects = edit::templateObjects(m_document.workspace(), m_document.evaluator(), m_wish);
    if (!objects) {
        show(message(objects.failure()));
        return;
    }
    m_objects = std::move(*objects);
    QString noFile;
    const auto newFile = m_file->newFile(noFile);
    if (!newFile) {
        show(noFile);
        return;
    }
    auto plan = m_document.plan(edit::AddObjects{m_objects.objects, m_file->file(), *newFile});
    if (plan)
        m_plan = std::move(*plan);
    show(plan ? QString() : message(plan.failure()));
}

/// A policy for DNS restricts what nothing restricted.
QString TemplateDialog::warning() const
{
    const bool restricts =
        m_wish.kind == Template::Dns &&
        !m_document.evaluator().hasFullWall(m_wish.nameSpace, kube::Direction::Egress);
    return restricts ? Tr::tr("Egress of %1 is not denied by default yet. With this policy its "
                              "services may send to DNS, and else only where a policy lets them.")
                               .arg(visible(m_wish.nameSpace)) +
                           QLatin1Char('\n')
                     : QString();
}

void TemplateDialog::show(const QString &problem)
{
    QString text;
    QStringList files;
    if (m_plan) {
        for (const edit::FilePatches &file : m_plan->patches)
            files += fileName(m_document.workspace().file(file.file).path());
        for (const edit::NewFile &file : m_plan->newFiles)
            files += Tr::tr("%1 (new)").arg(fileName(file.path));
        text = addedText(m_document.workspace(), *m_plan);
    }
    m_where->setText(Tr::tr("To be written into %1:").arg(files.join(QStringLiteral(", "))));
    m_where->setVisible(m_plan.has_value());
    m_preview->setPlainText(text);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const QString also = m_plan ? pairChanges(m_plan->alsoChanges) : QString();
    m_also->setText(warning() + (also.isEmpty()
                                     ? QString()
                                     : Tr::tr("For services that are there this changes:") +
                                           QLatin1Char('\n') + also));
    m_also->setVisible(m_plan && !m_also->text().isEmpty());
    m_insert->setEnabled(m_plan.has_value());
}

void TemplateDialog::accept()
{
    if (m_planSoon.isActive()) {
        planNow();
        // What else would change has to be seen before it is agreed to.
        if (m_plan && !m_plan->alsoChanges.empty())
            return;
    }
    if (m_plan)
        QDialog::accept();
}

} // namespace drawbridge
