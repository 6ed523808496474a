#include "cli/undecided.h"

#include "verdict/explain.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace drawbridge::cli {

namespace {

using report::Connection;
using verdict::Party;

constexpr std::size_t kMostAsked = 50'000;
/// Where objects of one name say unlike things, each is tried for each pair.
constexpr std::size_t kMostAskedOfTwins = 1'000;

bool comesBefore(const Connection &a, const Connection &b)
{
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
}

/// The end where it is not listed.
template <typename List>
auto placeOf(List &list, const Pairs::value_type &pair)
{
    const Connection wanted{pair.first, pair.second, {}};
    const auto place =
        std::lower_bound(list.connections.begin(), list.connections.end(), wanted, comesBefore);
    const bool isThere = place != list.connections.end() && !comesBefore(wanted, *place);
    return isThere ? place : list.connections.end();
}

class Undecided
{
public:
    Undecided(const report::List &list, const Input &input, const report::ListOptions &options)
        : m_list(list), m_input(input)
    {
        std::size_t leftOut = 0;
        for (verdict::EndpointId id : report::listedEndpoints(input.evaluator, options, leftOut))
            m_ends.emplace(input.evaluator.endpoint(id).text(), Party::of(id));
        for (const kube::Direction direction : kube::kDirections)
            for (const kube::Family family : {kube::Family::V4, kube::Family::V6})
                for (const auto &range : input.evaluator.outsideRanges(direction, family))
                    m_outside[int(direction)].emplace(
                        report::rangeText(range, family),
                        Party::of(kube::Address{family, range.first}));
    }

    /// False if there are too many.
    bool collect(const std::vector<lint::MissingFact> &facts)
    {
        const bool hasTwins = std::any_of(facts.begin(), facts.end(), isOfTwins);
        m_hasTwins = hasTwins;
        m_most = hasTwins ? kMostAskedOfTwins : kMostAsked;
        return std::all_of(facts.begin(), facts.end(),
                           [this](const auto &fact) { return collect(fact); });
    }

    void find(report::List &list, Pairs &settled) const
    {
        std::vector<Connection> found;
        Pairs unsettled; // of several of one name, one is
        for (const auto &[key, parties] : m_pairs) {
            const Pairs::value_type &pair = key.first;
            const auto answer = m_hasTwins ? verdict::explain(m_input.workspace, m_input.evaluator,
                                                              parties.source, parties.target, {}, 0)
                                           : verdict::explain(m_input.evaluator, parties.source,
                                                              parties.target, {}, 0);
            const bool isUndecided = answer.verdict == verdict::Explanation::Verdict::CannotTell;
            const auto listed = placeOf(list, pair);
            if (listed != list.connections.end()) {
                if (isUndecided && isByTwins(answer))
                    listed->isUndecided = true;
                (isUndecided ? unsettled : settled).insert(pair);
            } else if (isUndecided && (found.empty() || found.back().source != pair.first ||
                                       found.back().target != pair.second)) {
                found.push_back({pair.first, pair.second, {}});
                found.back().isUndecided = true;
            }
        }
        for (const Pairs::value_type &pair : unsettled)
            settled.erase(pair);
        const auto middle =
            list.connections.insert(list.connections.end(), std::make_move_iterator(found.begin()),
                                    std::make_move_iterator(found.end()));
        std::inplace_merge(list.connections.begin(), middle, list.connections.end(), comesBefore);
    }

private:
    struct Parties
    {
        Party source;
        Party target;
    };

    static bool isByTwins(const verdict::Explanation &answer)
    {
        return std::any_of(answer.doubts.begin(), answer.doubts.end(), [](const auto &doubt) {
            return doubt.kind == verdict::Doubt::Kind::Twin;
        });
    }

    bool collect(const lint::MissingFact &fact)
    {
        for (const kube::Direction half : kube::kDirections) {
            const bool isEgress = half == kube::Direction::Egress;
            for (const std::string &end : *fact.ends)
                for (auto [own, last] = m_ends.equal_range(end); own != last; ++own)
                    for (const auto *others : {&m_ends, &m_outside[int(half)]})
                        for (const auto &other : *others)
                            if (fact.mayChange(half, other.first) &&
                                !(isEgress ? collect(fact, *own, other)
                                           : collect(fact, other, *own)))
                                return false;
        }
        return true;
    }

    using End = std::pair<const std::string, Party>;

    /// What is listed is asked about where objects of one name may say otherwise (decision 4).
    bool collect(const lint::MissingFact &fact, const End &source, const End &target)
    {
        const Pairs::value_type pair(source.first, target.first);
        const verdict::EndpointId ids[2] = {source.second.endpoint, target.second.endpoint};
        if (ids[0] != ids[1] &&
            (isOfTwins(fact) || placeOf(m_list, pair) == m_list.connections.end()))
            m_pairs.try_emplace({pair, {ids[0].value, ids[1].value}},
                                Parties{source.second, target.second});
        return m_pairs.size() <= m_most;
    }

    const report::List &m_list;
    const Input &m_input;
    std::multimap<std::string, Party> m_ends;       ///< several may have one name
    std::multimap<std::string, Party> m_outside[2]; ///< by direction
    std::map<std::pair<Pairs::value_type, std::pair<std::uint32_t, std::uint32_t>>, Parties>
        m_pairs; ///< by names, and by the numbers of endpoints
    bool m_hasTwins = false;
    std::size_t m_most = 0;
};

} // namespace

bool isOfTwins(const lint::MissingFact &fact)
{
    return fact.diagnostic.code == Code::DuplicateObject;
}

std::optional<Pairs> addUndecided(report::List &list, const Input &input,
                                  const report::ListOptions &options,
                                  const std::vector<lint::MissingFact> &facts)
{
    Undecided undecided(list, input, options);
    if (!undecided.collect(facts))
        return std::nullopt;
    Pairs settled;
    undecided.find(list, settled);
    return settled;
}

} // namespace drawbridge::cli
