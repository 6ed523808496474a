#include "messages/port_words.h"

#include "edit/known_ports.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>
#include <map>

namespace drawbridge {

using verdict::EndpointId;
using verdict::Evaluator;

namespace {

constexpr qsizetype kMostNamed = 3;

QString namesOf(const QStringList &all)
{
    QString names = all.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (const auto more = all.size() - kMostNamed; more > 0)
        names += QLatin1Char(' ') + Tr::tr("and %n more", nullptr, int(more));
    return names;
}

/// What one name is on all of the targets.
class Meanings
{
public:
    explicit Meanings(const kube::PortRule &port) : m_port(port) {}

    void add(const verdict::Endpoint &endpoint)
    {
        const QString name = visible(endpoint.name);
        bool isKnown = false;
        for (const verdict::Variant &variant : endpoint.variants)
            for (const kube::ContainerPort &port : variant.ports)
                if (port.name == m_port.name && port.protocol == m_port.protocol) {
                    isKnown = true;
                    if (QStringList &names = m_numbers[port.port]; !names.contains(name))
                        names += name;
                }
        if (!isKnown)
            (endpoint.kind == verdict::EndpointKind::Workload ? m_lacking : m_unknown) += name;
    }

    QStringList sentences() const
    {
        const QString name = visible(m_port.name);
        const QString protocol = QString::fromLatin1(kube::nameOf(m_port.protocol));
        QStringList result;
        for (const auto &[number, names] : m_numbers)
            result += Tr::tr("%1 is %2 %3 of %4.")
                          .arg(name, protocol, QString::number(number), namesOf(names));
        if (!m_lacking.isEmpty())
            result += Tr::tr("No container of %1 names a %2 port %3: it matches nothing there.")
                          .arg(namesOf(m_lacking), protocol, name);
        if (!m_unknown.isEmpty())
            result +=
                Tr::tr("No file says which port of %1 is called %2.").arg(namesOf(m_unknown), name);
        return result;
    }

private:
    const kube::PortRule &m_port;
    std::map<std::uint32_t, QStringList> m_numbers;
    QStringList m_lacking;
    QStringList m_unknown;
};

} // namespace

QString portProblem(const QString &word, const Failure &failure, const QStringList &names)
{
    const bool isName =
        failure.code == Code::InvalidPort && edit::parsePortName(word.toStdString()).has_value();
    if (!isName)
        return message(failure);
    return names.isEmpty()
               ? Tr::tr("%1 is not the name of a port: none of the ports there has a name. Give "
                        "the number.")
                     .arg(visible(word))
               : Tr::tr("%1 is not the name of a port; the names there are: %2. Give one of these, "
                        "or the number.")
                     .arg(visible(word), names.join(QStringLiteral(", ")));
}

QStringList namedPortWords(const Evaluator &evaluator, const kube::Rule &rule,
                           const std::vector<EndpointId> &targets)
{
    QStringList words;
    for (const kube::PortRule &port : rule.ports) {
        if (port.name.empty())
            continue;
        Meanings meanings(port);
        for (EndpointId id : targets)
            meanings.add(evaluator.endpoint(id));
        words += meanings.sentences();
    }
    return words;
}

QStringList namedPortWords(const Evaluator &evaluator, const kube::Rule &rule,
                           kube::Direction direction, const std::string &nameSpace,
                           const std::vector<EndpointId> &subjects)
{
    if (direction == kube::Direction::Ingress)
        return namedPortWords(evaluator, rule, subjects);
    std::vector<EndpointId> targets;
    for (const kube::Peer &peer : rule.peers)
        if (!peer.ipBlock)
            for (EndpointId id : evaluator.selected(peer, nameSpace))
                if (std::find(targets.begin(), targets.end(), id) == targets.end())
                    targets.push_back(id);
    return namedPortWords(evaluator, rule, targets);
}

} // namespace drawbridge
