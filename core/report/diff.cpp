#include "report/diff.h"

#include "report/escape.h"
#include "verdict/differences.h"
#include "verdict/ingress_controller.h"
#include "verdict/pair_verdicts.h"
#include "verdict/possible_pairs.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace drawbridge::report {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Party;

const std::string kController = "{ingress-controller}";

/// An endpoint as each version knows it; invalid where it does not.
struct InBoth
{
    EndpointId before;
    EndpointId after;
    std::string name; ///< as it is printed
    verdict::TouchedHalves touched;

    bool isInOne() const { return !before.isValid() || !after.isValid(); }
};

class Comparison
{
public:
    Comparison(const Version &before, const Version &after) : m_before(before), m_after(after) {}

    Diff run()
    {
        findEnds();
        if (m_ends.size() > kMostListedEnds)
            m_diff.isTooLong = true;
        else
            compareAll();
        if (m_diff.isTooLong)
            m_diff.differences.clear();
        return std::move(m_diff);
    }

private:
    void compareAll()
    {
        comparePairs();
        for (kube::Family family : {kube::Family::V4, kube::Family::V6})
            for (Direction direction : kube::kDirections)
                compareOutside(direction, family);
        compareController();
        std::sort(m_diff.differences.begin(), m_diff.differences.end(),
                  [](const Difference &a, const Difference &b) { return order(a) < order(b); });
    }

    static std::tuple<bool, Difference::Kind, std::string_view, std::string_view>
    order(const Difference &one)
    {
        return {one.source == kController, one.kind(), one.source, one.target};
    }

    static bool isOfGroups(const Version &version)
    {
        const auto &endpoints = version.evaluator.endpoints();
        return !endpoints.empty() &&
               std::none_of(endpoints.begin(), endpoints.end(), [](const verdict::Endpoint &end) {
                   return end.kind == verdict::EndpointKind::Workload;
               });
    }

    void findEnds()
    {
        // Groups that are all of one version would seem to go where workloads come.
        const bool areGroups = isOfGroups(m_before) || isOfGroups(m_after);
        for (const Version *version : {&m_before, &m_after}) {
            std::size_t leftOut = 0;
            for (EndpointId id : listedEndpoints(version->evaluator, {areGroups}, leftOut)) {
                const verdict::Endpoint &endpoint = version->evaluator.endpoint(id);
                InBoth &end = m_ends[endpoint.key()];
                (version == &m_before ? end.before : end.after) = id;
                end.name = endpoint.text();
            }
            m_diff.groupsLeftOut += leftOut;
        }
        // Where two print alike, the label tells them apart.
        std::map<std::string, int> counts;
        for (const auto &[key, end] : m_ends)
            ++counts[end.name];
        for (auto &[key, end] : m_ends)
            if (counts[end.name] > 1)
                end.name = key;
    }

    void add(Difference difference)
    {
        if (difference.before == difference.after || m_diff.isTooLong)
            return;
        m_ranges += difference.before.rangeCount() + difference.after.rangeCount();
        m_diff.isTooLong =
            m_diff.differences.size() == kLongestList || m_ranges > kMostListedRanges;
        if (!m_diff.isTooLong)
            m_diff.differences.push_back(std::move(difference));
    }

    /// A version whose pairs are asked about.
    struct Asked
    {
        Asked(const Version &version, const std::vector<EndpointId> &ends)
            : evaluator(version.evaluator)
            , verdicts(evaluator)
            , possible(evaluator, verdicts.classes(), ends)
        {
        }

        const ConnectionSet &allowed(EndpointId source, EndpointId target)
        {
            static const ConnectionSet nothing;
            return source.isValid() && target.isValid() && possible.holds(source, target)
                       ? verdicts.allowed(source, target)
                       : nothing;
        }

        const verdict::Evaluator &evaluator;
        verdict::PairVerdicts verdicts;
        verdict::PossiblePairs possible;
    };

    std::vector<EndpointId> endsOf(EndpointId InBoth::*version) const
    {
        std::vector<EndpointId> ends;
        for (const auto &[key, end] : m_ends)
            if ((end.*version).isValid())
                ends.push_back(end.*version);
        return ends;
    }

    void comparePairs()
    {
        Asked before(m_before, endsOf(&InBoth::before));
        Asked after(m_after, endsOf(&InBoth::after));
        verdict::TouchedEnds touched(before.evaluator, after.evaluator);
        for (auto &[key, end] : m_ends) {
            verdict::CommonEnd both;
            both.before = end.before;
            both.after = end.after;
            if (!end.isInOne())
                end.touched = touched.of(both);
        }
        for (const auto &[source, from] : m_ends)
            for (const auto &[target, to] : m_ends) {
                if (&from == &to || !(from.touched.egress || to.touched.ingress))
                    continue;
                const ConnectionSet &was = before.allowed(from.before, to.before);
                const ConnectionSet &is = after.allowed(from.after, to.after);
                if (was != is)
                    add({from.name, to.name, was, is, from.isInOne(), to.isInOne()});
                if (m_diff.isTooLong)
                    return;
            }
    }

    static ConnectionSet outside(const Version &version, Direction direction, EndpointId id,
                                 const kube::Address &address)
    {
        if (!id.isValid())
            return {};
        const Party inside = Party::of(id);
        const Party other = Party::of(address);
        return direction == Direction::Ingress ? version.evaluator.allowed(other, inside)
                                               : version.evaluator.allowed(inside, other);
    }

    bool knows(kube::Family family) const
    {
        if (family == kube::Family::V4)
            return true;
        for (const Version *version : {&m_before, &m_after})
            for (Direction direction : kube::kDirections)
                if (!version->evaluator.outsideRanges(direction, family).empty())
                    return true;
        return false;
    }

    void compareOutside(Direction direction, kube::Family family)
    {
        if (!knows(family))
            return;
        const auto ranges =
            verdict::commonRanges(m_before.evaluator, m_after.evaluator, direction, family);
        for (const auto &[key, end] : m_ends) {
            if (m_diff.isTooLong)
                return;
            if (!(direction == Direction::Ingress ? end.touched.ingress : end.touched.egress))
                continue;
            kube::AddressSet::Interval merged{};
            ConnectionSet before;
            ConnectionSet after;
            for (const auto &range : ranges) {
                const kube::Address address{family, range.first};
                ConnectionSet old = outside(m_before, direction, end.before, address);
                ConnectionSet now = outside(m_after, direction, end.after, address);
                if (range.first != ranges.front().first && old == before && now == after) {
                    merged.last = range.last;
                    continue;
                }
                addRange(direction, family, merged, end, before, after);
                merged = range;
                before = std::move(old);
                after = std::move(now);
            }
            addRange(direction, family, merged, end, before, after);
        }
    }

    void addRange(Direction direction, kube::Family family, const kube::AddressSet::Interval &range,
                  const InBoth &end, const ConnectionSet &before, const ConnectionSet &after)
    {
        if (before == after)
            return;
        const std::string other = rangeText(range, family);
        if (direction == Direction::Ingress)
            add({other, end.name, before, after, false, end.isInOne()});
        else
            add({end.name, other, before, after, end.isInOne(), false});
    }

    void compareController()
    {
        std::map<std::string, std::pair<ConnectionSet, ConnectionSet>> routed;
        for (const Version *version : {&m_before, &m_after})
            for (const verdict::ControllerAccess &access :
                 verdict::controllerAccess(version->workspace, version->evaluator)) {
                auto &both = routed[version->evaluator.endpoint(access.target).key()];
                (version == &m_before ? both.first : both.second) = access.allowed;
            }
        for (const auto &[target, both] : routed)
            add({kController, m_ends[target].name, both.first, both.second, false,
                 m_ends[target].isInOne()});
    }

    const Version &m_before;
    const Version &m_after;
    std::map<std::string, InBoth> m_ends; ///< by key
    Diff m_diff;
    std::size_t m_ranges = 0; ///< of ports, in the differences
};

} // namespace

Difference::Kind Difference::kind() const
{
    if (before.isEmpty())
        return Kind::Added;
    return after.isEmpty() ? Kind::Removed : Kind::Changed;
}

Diff diff(const Version &before, const Version &after)
{
    return Comparison(before, after).run();
}

const char *wordOf(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Changed:
        return "changed";
    case Difference::Kind::Added:
        return "added";
    case Difference::Kind::Removed:
        return "removed";
    }
    return "";
}

std::string workloadsText(const Difference &difference)
{
    if (difference.kind() == Difference::Kind::Changed ||
        (!difference.sourceInOne && !difference.targetInOne))
        return {};
    std::string text = "workload ";
    if (difference.sourceInOne)
        text += difference.source + (difference.targetInOne ? " and " : "");
    if (difference.targetInOne)
        text += difference.target;
    return text + ' ' + wordOf(difference.kind());
}

std::string diffText(const Diff &diff)
{
    std::string text;
    for (const Difference &one : diff.differences) {
        text += text.empty() ? "Connectivity diff:\n" : "";
        text += std::string("diff-type: ") + wordOf(one.kind()) + ", source: " + one.source +
                ", destination: " + one.target + ", ref1: " + one.before.text() +
                ", ref2: " + one.after.text();
        if (const std::string workloads = workloadsText(one); !workloads.empty())
            text += ", workloads-diff-info: " + workloads;
        text += '\n';
    }
    return text;
}

std::string diffCsv(const Diff &diff)
{
    std::string text = "diff-type,source,destination,ref1,ref2,workloads-diff-info\n";
    for (const Difference &one : diff.differences)
        text += std::string(wordOf(one.kind())) + ',' + csvField(one.source) + ',' +
                csvField(one.target) + ',' + csvField(one.before.text()) + ',' +
                csvField(one.after.text()) + ',' + csvField(workloadsText(one)) + '\n';
    return text;
}

std::string diffJson(const Diff &diff)
{
    std::string text = "[";
    const char *separator = "\n";
    for (const Difference &one : diff.differences) {
        text += std::string(separator) + "  {\"diff\": \"" + wordOf(one.kind()) +
                "\", \"source\": " + jsonText(one.source) +
                ", \"destination\": " + jsonText(one.target) +
                ", \"ref1\": " + jsonText(one.before.text()) +
                ", \"ref2\": " + jsonText(one.after.text()) +
                ", \"ports1\": " + portsJson(one.before) + ", \"ports2\": " + portsJson(one.after) +
                ", \"sourceInBoth\": " + (one.sourceInOne ? "false" : "true") +
                ", \"destinationInBoth\": " + (one.targetInOne ? "false" : "true") + '}';
        separator = ",\n";
    }
    return text + (diff.differences.empty() ? "]\n" : "\n]\n");
}

} // namespace drawbridge::report
