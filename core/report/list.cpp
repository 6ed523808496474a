#include "report/list.h"

#include "verdict/ingress_controller.h"
#include "verdict/pair_verdicts.h"
#include "verdict/possible_pairs.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace drawbridge::report {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Evaluator;
using verdict::Party;

/// Takes lines until they are too much.
class Lines
{
public:
    explicit Lines(const Evaluator &evaluator) : m_evaluator(evaluator), m_verdicts(evaluator) {}

    /// What is allowed between the ends that are listed; false once that is too much.
    bool addPairs(const std::vector<EndpointId> &ends)
    {
        if (ends.size() > kMostListedEnds)
            return false;
        verdict::PossiblePairs possible(m_evaluator, m_verdicts.classes(), ends);
        for (EndpointId source : ends)
            for (EndpointId target : ends)
                if (source != target && possible.holds(source, target) &&
                    !add(m_verdicts.allowed(source, target),
                         [&] { return std::pair(name(source), name(target)); }))
                    return false;
        return true;
    }

    /// The same of addresses outside.
    bool addOutside(const std::vector<EndpointId> &ends)
    {
        for (kube::Family family : {kube::Family::V4, kube::Family::V6})
            for (Direction direction : kube::kDirections)
                for (const auto &range : m_evaluator.outsideRanges(direction, family))
                    if (!addOutside(ends, direction, family, range))
                        return false;
        return true;
    }

    std::vector<Connection> take() { return std::move(m_lines); }

private:
    std::string name(EndpointId id) const { return m_evaluator.endpoint(id).text(); }

    /// `names`: makes those of source and target.
    template <typename Names>
    bool add(const ConnectionSet &ports, const Names &names)
    {
        if (ports.isEmpty())
            return true;
        m_ranges += ports.rangeCount();
        if (m_lines.size() == kLongestList || m_ranges > kMostListedRanges)
            return false;
        auto [source, target] = names();
        m_lines.push_back({std::move(source), std::move(target), ports});
        return true;
    }

    bool addOutside(const std::vector<EndpointId> &ends, Direction direction, kube::Family family,
                    const kube::AddressSet::Interval &range)
    {
        constexpr std::size_t kMostLooks = 10 * kLongestList; // most find nothing
        m_looks += ends.size();
        if (m_looks > kMostLooks)
            return false;
        const Party outside = Party::of(kube::Address{family, range.first});
        const std::string text = rangeText(range, family);
        const bool isIngress = direction == Direction::Ingress;
        std::unordered_map<std::uint32_t, ConnectionSet> known; // by class
        return std::all_of(ends.begin(), ends.end(), [&](EndpointId id) {
            const auto [it, isNew] = known.try_emplace(m_verdicts.classes().asked(id, direction));
            if (isNew)
                it->second = isIngress ? m_evaluator.allowed(outside, Party::of(id))
                                       : m_evaluator.allowed(Party::of(id), outside);
            return add(it->second, [&] {
                return isIngress ? std::pair(text, name(id)) : std::pair(name(id), text);
            });
        });
    }

    const Evaluator &m_evaluator;
    verdict::PairVerdicts m_verdicts;
    std::vector<Connection> m_lines;
    std::size_t m_ranges = 0; ///< of ports, in the lines
    std::size_t m_looks = 0;  ///< at an end and a range of addresses
};

} // namespace

std::string rangeText(const kube::AddressSet::Interval &range, kube::Family family)
{
    return kube::Address{family, range.first}.text() + '-' +
           kube::Address{family, range.last}.text() + "[External]";
}

std::vector<EndpointId> listedEndpoints(const Evaluator &evaluator, const ListOptions &options,
                                        std::size_t &leftOut)
{
    std::vector<EndpointId> workloads;
    std::vector<EndpointId> groups;
    const auto &endpoints = evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        (endpoints[i].kind == verdict::EndpointKind::Workload ? workloads : groups).push_back({i});
    if (workloads.empty() || options.groups)
        workloads.insert(workloads.end(), groups.begin(), groups.end());
    else
        leftOut = groups.size();
    return workloads;
}

List list(const kube::Workspace &workspace, const Evaluator &evaluator, const ListOptions &options)
{
    List result;
    const std::vector<EndpointId> ends = listedEndpoints(evaluator, options, result.groupsLeftOut);
    Lines lines(evaluator);
    if (!lines.addPairs(ends) || !lines.addOutside(ends)) {
        result.isTooLong = true;
        return result;
    }
    std::vector<Connection> &all = result.connections;
    all = lines.take();
    for (const verdict::ControllerAccess &access : verdict::controllerAccess(workspace, evaluator))
        all.push_back(
            {"{ingress-controller}", evaluator.endpoint(access.target).text(), access.allowed});
    std::erase_if(all, [](const Connection &c) { return c.ports.isEmpty(); });
    std::sort(all.begin(), all.end(), [](const Connection &a, const Connection &b) {
        return std::tie(a.source, a.target) < std::tie(b.source, b.target);
    });
    return result;
}

void listText(const List &list, const Taker &take)
{
    for (const Connection &connection : list.connections)
        take(connection.source + " => " + connection.target + " : " + connection.ports.text() +
             '\n');
}

std::string listText(const List &list)
{
    std::string text;
    listText(list, [&](const std::string &piece) { text += piece; });
    return text;
}

std::string csvField(const std::string &text)
{
    std::string field = text;
    if (!field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string::npos)
        field.insert(0, 1, '\'');
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (char c : field)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string listCsv(const List &list)
{
    std::string text = "source,destination,connections\n";
    for (const Connection &connection : list.connections)
        text += csvField(connection.source) + ',' + csvField(connection.target) + ',' +
                csvField(connection.ports.text()) + '\n';
    return text;
}

std::string jsonString(const std::string &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string result = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (byte < 0x20 || byte == 0x7F)
            ((result += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else
            result += c;
    }
    return result + '"';
}

std::string portsJson(const ConnectionSet &ports)
{
    std::string text = "[";
    const char *separator = "";
    for (kube::Protocol protocol : kube::kProtocols)
        for (const auto &range : ports.ports(protocol).intervals()) {
            text += separator;
            text += std::string("{\"protocol\": \"") + nameOf(protocol) +
                    "\", \"first\": " + std::to_string(range.first) +
                    ", \"last\": " + std::to_string(range.last) + '}';
            separator = ", ";
        }
    return text + ']';
}

namespace {

std::string missingJson(const std::vector<std::string> &missing)
{
    std::string text;
    for (const std::string &fact : missing)
        text += (text.empty() ? ", \"missing\": [" : ", ") + jsonString(fact);
    return text.empty() ? text : text + ']';
}

} // namespace

std::string connectionJson(const Connection &connection)
{
    return "{\"source\": " + jsonString(connection.source) +
           ", \"destination\": " + jsonString(connection.target) + ", \"verdict\": \"" +
           (connection.isUndecided ? "cannot tell" : "allowed") +
           "\", \"connections\": " + jsonString(connection.ports.text()) +
           ", \"ports\": " + portsJson(connection.ports) + missingJson(connection.missing) + '}';
}

void listJson(const List &list, const Taker &take)
{
    take("[");
    const char *separator = "\n  ";
    for (const Connection &connection : list.connections) {
        take(separator + connectionJson(connection));
        separator = ",\n  ";
    }
    take(list.connections.empty() ? "]\n" : "\n]\n");
}

std::string listJson(const List &list)
{
    std::string text;
    listJson(list, [&](const std::string &piece) { text += piece; });
    return text;
}

} // namespace drawbridge::report
