#include "report/exposure.h"

#include "report/escape.h"
#include "verdict/end_classes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace drawbridge::report {

namespace {

using kube::Direction;
using verdict::EndpointId;
using verdict::ExposedPorts;
using verdict::PodsLike;

constexpr const char *kWholeCluster = "entire-cluster";
constexpr std::string_view kOutside = "[External]";

/// `{app=x,{Key:env,Operator:In,Values:[a b],}}`: labels first, then expressions, each by key.
std::string selectorText(const kube::LabelSelector &selector)
{
    std::vector<kube::Requirement> others = selector.expressions;
    std::stable_sort(others.begin(), others.end(),
                     [](const auto &a, const auto &b) { return a.key < b.key; });
    std::string text;
    for (const auto &[key, value] : selector.matchLabels) {
        text += text.empty() ? "" : ",";
        ((text += key) += '=') += value;
    }
    for (const kube::Requirement &wanted : others) {
        text += std::string(text.empty() ? "" : ",") + "{Key:" + wanted.key +
                ",Operator:" + nameOf(wanted.op) + ",Values:[";
        const char *separator = "";
        for (const std::string &value : wanted.values) {
            text += separator + value;
            separator = " ";
        }
        text += "],}";
    }
    return '{' + text + '}';
}

std::string peerText(const PodsLike &like)
{
    const std::string nameSpace = !like.nameSpace.empty() ? like.nameSpace
                                  : like.namespaces.isEmpty()
                                      ? "[all namespaces]"
                                      : "[namespace with " + selectorText(like.namespaces) + ']';
    return nameSpace + '/' +
           (like.pods.isEmpty() ? "[all pods]" : "[pod with " + selectorText(like.pods) + ']');
}

/// Named ports stand behind the numbers of their protocol.
std::string portsText(const ExposedPorts &exposed)
{
    if (exposed.names.empty())
        return exposed.ports.text();
    std::string text;
    for (kube::Protocol protocol : kube::kProtocols) {
        std::string items;
        for (const auto &range : exposed.ports.ports(protocol).intervals())
            items += (items.empty() ? "" : ",") + std::to_string(range.first) +
                     (range.last > range.first ? '-' + std::to_string(range.last) : "");
        for (const auto &[of, name] : exposed.names)
            if (of == protocol)
                items += (items.empty() ? "" : ",") + name;
        if (!items.empty())
            text += (text.empty() ? "" : ",") + std::string(nameOf(protocol)) + ' ' + items;
    }
    return text;
}

class Collector
{
public:
    Collector(const verdict::Evaluator &evaluator, const List &list)
        : m_evaluator(evaluator)
        , m_list(list)
        , m_likes(verdict::podsNamedByRules(evaluator))
        , m_classes(evaluator)
    {
    }

    Exposures run(const ListOptions &options)
    {
        std::size_t leftOut = 0;
        for (EndpointId id : listedEndpoints(m_evaluator, options, leftOut))
            for (Direction direction : {Direction::Egress, Direction::Ingress})
                add(id, direction);
        addOutside();
        for (std::vector<Exposure> *all : {&m_result.egress, &m_result.ingress})
            std::sort(all->begin(), all->end(), [](const Exposure &a, const Exposure &b) {
                return std::tie(a.workload, a.peer) < std::tie(b.workload, b.peer);
            });
        std::sort(m_result.unprotected.begin(), m_result.unprotected.end(),
                  [](const Unprotected &a, const Unprotected &b) { return a.text() < b.text(); });
        return std::move(m_result);
    }

private:
    void add(EndpointId id, Direction direction)
    {
        const std::string name = m_evaluator.endpoint(id).text();
        auto &lines = direction == Direction::Egress ? m_result.egress : m_result.ingress;
        if (!verdict::isProtected(m_evaluator, id, direction))
            m_result.unprotected.push_back({name, direction});
        const auto [told, isNew] =
            m_told[int(direction)].try_emplace(m_classes.asked(id, direction), Told{});
        if (!isNew) {
            for (std::size_t i = told->second.first; i < told->second.last; ++i) {
                lines.push_back(lines[i]);
                lines.back().workload = name;
            }
            return;
        }
        const std::size_t first = lines.size();
        for (const verdict::Exposed &one : verdict::exposures(m_evaluator, id, direction, m_likes))
            lines.push_back({name, one.peer.isWholeCluster() ? kWholeCluster : peerText(one.peer),
                             portsText(one.ports), one.ports.ports, one.ports.names});
        told->second = {first, lines.size()};
    }

    /// Of workloads that some pod may connect to or from; what others exchange with the outside is
    /// in the list.
    void addOutside()
    {
        std::set<std::string> exposed;
        for (const std::vector<Exposure> *all : {&m_result.egress, &m_result.ingress})
            for (const Exposure &one : *all)
                exposed.insert(one.workload);
        for (const Connection &connection : m_list.connections) {
            if (connection.target.ends_with(kOutside) && exposed.count(connection.source))
                m_result.egress.push_back({connection.source, connection.target,
                                           connection.ports.text(), connection.ports});
            else if (connection.source.ends_with(kOutside) && exposed.count(connection.target))
                m_result.ingress.push_back({connection.target, connection.source,
                                            connection.ports.text(), connection.ports});
        }
    }

    const verdict::Evaluator &m_evaluator;
    const List &m_list;
    std::vector<PodsLike> m_likes;
    verdict::EndClasses m_classes;
    /// The lines of an end. Others of its class have the same.
    struct Told
    {
        std::size_t first = 0;
        std::size_t last = 0; ///< the one behind
    };
    std::unordered_map<std::uint32_t, Told> m_told[2]; ///< by direction, by class
    Exposures m_result;
};

std::size_t longestName(const Exposures &exposures)
{
    std::size_t length = 0;
    for (const std::vector<Exposure> *all : {&exposures.egress, &exposures.ingress})
        for (const Exposure &one : *all)
            length = std::max(length, one.workload.size());
    return length;
}

std::string section(const char *heading, const std::vector<Exposure> &all, const char *arrow,
                    std::size_t width)
{
    std::string text;
    for (const Exposure &one : all)
        text += one.workload + std::string(width - one.workload.size(), ' ') + " \t" + arrow +
                " \t" + one.peer + " : " + one.connections + '\n';
    return text.empty() ? text : std::string(heading) + ":\n" + text;
}

} // namespace

std::string Unprotected::text() const
{
    return workload + " is not protected on " +
           (direction == Direction::Egress ? "Egress" : "Ingress");
}

Exposures exposures(const verdict::Evaluator &evaluator, const List &list,
                    const ListOptions &options)
{
    return Collector(evaluator, list).run(options);
}

std::string exposuresText(const Exposures &exposures)
{
    const std::size_t width = longestName(exposures);
    std::string unprotected;
    for (const Unprotected &one : exposures.unprotected)
        unprotected += one.text() + '\n';
    if (!unprotected.empty())
        unprotected = "Workloads not protected by network policies:\n" + unprotected;
    std::string text;
    for (const std::string &part :
         {section("Egress Exposure", exposures.egress, "=>", width),
          section("Ingress Exposure", exposures.ingress, "<=", width), unprotected})
        if (!part.empty())
            text += (text.empty() ? "" : "\n") + part;
    return "Exposure Analysis Result:\n" + text;
}

} // namespace drawbridge::report
