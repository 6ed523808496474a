#include "window/isolate_dialog.h"

#include "edit/dns.h"
#include "messages/messages.h"
#include "messages/template_words.h"
#include "messages/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <string_view>

namespace drawbridge {

static constexpr edit::DnsServer kServers[] = {edit::DnsServer::KubeDns, edit::DnsServer::NodeLocal,
                                               edit::DnsServer::OpenShift};

IsolateDialog::IsolateDialog(Document &document, const std::string &nameSpace, bool egress,
                             QWidget *parent)
    : PlanDialog(document,
                 egress ? Tr::tr("Deny Egress by Default") : Tr::tr("Deny Ingress by Default"),
                 parent)
    , m_nameSpace(nameSpace)
    , m_egress(egress)
    , m_keep(new QCheckBox(Tr::tr("&Keep the connections that are drawn")))
    , m_dns(new QCheckBox(Tr::tr("&Allow DNS")))
    , m_server(new QComboBox)
{
    auto *text = new QLabel(meaning());
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(480);
    for (QWidget *widget : std::initializer_list<QWidget *>{text, m_keep, m_dns, m_server})
        fields()->addWidget(widget);
    m_keep->setChecked(true);
    fillDns();
    setAcceptText(Tr::tr("Deny"), Tr::tr("Deny, and Cut These"));
    for (QCheckBox *box : {m_keep, m_dns})
        connect(box, &QCheckBox::toggled, this, &IsolateDialog::planNow);
    connect(m_server, &QComboBox::currentIndexChanged, this, &IsolateDialog::planNow);
    planNow();
    acceptButton()->setFocus();
}

QString IsolateDialog::meaning() const
{
    const QString name = visible(m_nameSpace);
    if (!m_egress)
        return Tr::tr("Nothing will enter %1 unless a policy lets it.").arg(name);
    const bool isIngressToo =
        !document().evaluator().hasFullWall(m_nameSpace, kube::Direction::Ingress);
    const QString denied = isIngressToo
                               ? Tr::tr("Nothing will enter or leave %1 unless a policy lets it.")
                               : Tr::tr("Nothing will leave %1 unless a policy lets it.");
    return denied.arg(name) + QLatin1Char(' ') +
           Tr::tr("Without DNS no service can find another by name.");
}

void IsolateDialog::fillDns()
{
    const bool isAllowed = std::any_of(std::begin(kServers), std::end(kServers), [&](auto server) {
        return edit::isDnsAllowed(document().evaluator(), m_nameSpace, server);
    });
    m_dns->setChecked(m_egress && !isAllowed);
    for (const edit::DnsServer server : kServers)
        m_server->addItem(nameOf(server), int(server));
    m_server->setAccessibleName(Tr::tr("DNS is answered by"));
    m_server->setCurrentIndex(m_server->findData(int(edit::likelyDns(document().workspace()))));
    m_dns->setVisible(m_egress);
    m_server->setVisible(m_egress);
}

void IsolateDialog::readFields()
{
    m_server->setEnabled(m_dns->isChecked());
}

std::optional<edit::Intent> IsolateDialog::intent(QString &) const
{
    edit::Isolate isolate{m_nameSpace, m_egress, m_dns->isChecked()};
    isolate.server = edit::DnsServer(m_server->currentData().toInt());
    isolate.keepsDrawn = m_keep->isChecked();
    return isolate;
}

QString IsolateDialog::undoLabel() const
{
    return m_egress ? Tr::tr("Deny egress by default") : Tr::tr("Deny ingress by default");
}

/// What is drawn comes first: it is what somebody wanted.
QString IsolateDialog::changes(const Plan &plan) const
{
    const edit::PairChanges &drawn = plan.drawnCuts;
    edit::PairChanges others = plan.alsoChanges;
    using Ends = std::pair<std::string_view, std::string_view>;
    std::map<Ends, const edit::PairChange *> byEnds;
    for (const edit::PairChange &change : drawn)
        byEnds.emplace(Ends(change.source, change.target), &change);
    std::erase_if(others.pairs, [&](const edit::PairChange &change) {
        const auto found = byEnds.find({change.source, change.target});
        return found != byEnds.end() && *found->second == change;
    });
    // Of the pairs that are not kept some may be drawn, too.
    const std::size_t among = plan.alsoChanges.pairs.size() - others.pairs.size();
    others.leftOut -= std::min(others.leftOut, drawn.size() - std::min(drawn.size(), among));
    QStringList parts;
    const auto add = [&](const QString &heading, const edit::PairChanges &pairs) {
        if (!pairs.empty())
            parts += heading + QLatin1Char('\n') + pairChanges(pairs);
    };
    add(m_keep->isChecked()
            ? Tr::tr(
                  "No policy can keep these drawn connections without opening more; they are cut:")
            : Tr::tr("This cuts what is drawn:"),
        drawn);
    add(Tr::tr("This cuts what was open without an arrow:"), others);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace drawbridge
