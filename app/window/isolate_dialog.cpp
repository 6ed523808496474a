#include "window/isolate_dialog.h"

#include "edit/dns.h"
#include "messages/messages.h"
#include "messages/template_words.h"
#include "messages/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr edit::DnsServer kServers[] = {edit::DnsServer::KubeDns, edit::DnsServer::NodeLocal,
                                        edit::DnsServer::OpenShift};

QLabel *wrapped()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

IsolateDialog::IsolateDialog(const Document &document, const std::string &nameSpace,
                             QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_nameSpace(nameSpace)
    , m_dns(new QCheckBox(Tr::tr("&Allow DNS")))
    , m_server(new QComboBox)
    , m_problem(wrapped())
    , m_cuts(wrapped())
{
    setWindowTitle(Tr::tr("Deny Egress by Default"));
    build();
    const bool isAllowed = std::any_of(std::begin(kServers), std::end(kServers), [&](auto server) {
        return edit::isDnsAllowed(document.evaluator(), nameSpace, server);
    });
    m_dns->setChecked(!isAllowed);
    for (const edit::DnsServer server : kServers)
        m_server->addItem(nameOf(server), int(server));
    m_server->setCurrentIndex(m_server->findData(int(edit::likelyDns(document.workspace()))));
    connect(m_dns, &QCheckBox::toggled, this, &IsolateDialog::planNow);
    connect(m_server, &QComboBox::currentIndexChanged, this, &IsolateDialog::planNow);
    connect(&document, &Document::pictureChanged, this, &IsolateDialog::planNow);
    connect(&document, &Document::placesChanged, this, &IsolateDialog::planNow);
    planNow();
    m_deny->setFocus();
}

void IsolateDialog::build()
{
    auto *meaning = wrapped();
    const bool isIngressToo =
        !m_document.evaluator().hasFullWall(m_nameSpace, kube::Direction::Ingress);
    const QString denied = isIngressToo
                               ? Tr::tr("Nothing will enter or leave %1 unless a policy lets it.")
                               : Tr::tr("Nothing will leave %1 unless a policy lets it.");
    meaning->setText(denied.arg(visible(m_nameSpace)) + QLatin1Char(' ') +
                     Tr::tr("Without DNS no service can find another by name."));
    meaning->setMinimumWidth(400);
    m_server->setAccessibleName(Tr::tr("Answered by"));
    for (QLabel *label : {m_problem, m_cuts})
        label->setProperty("role", QStringLiteral("error"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_deny = buttons->addButton(Tr::tr("Deny"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &IsolateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &IsolateDialog::reject);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{meaning, m_dns, m_server, m_problem, m_cuts, buttons})
        layout->addWidget(widget);
    m_deny->setDefault(true); // the dialog has to know it
}

void IsolateDialog::planNow()
{
    m_plan.reset();
    m_server->setEnabled(m_dns->isChecked());
    edit::Isolate intent{m_nameSpace, true, m_dns->isChecked()};
    intent.server = edit::DnsServer(m_server->currentData().toInt());
    auto plan = m_document.plan(intent);
    m_problem->setText(plan ? QString() : message(plan.failure()));
    m_problem->setVisible(!plan);
    if (plan)
        m_plan = std::move(*plan);
    const QString cuts = m_plan ? pairChanges(m_plan->alsoChanges) : QString();
    m_cuts->setText(Tr::tr("This cuts:") + QLatin1Char('\n') + cuts);
    m_cuts->setVisible(!cuts.isEmpty());
    m_deny->setEnabled(m_plan.has_value());
    adjustSize();
}

} // namespace drawbridge
