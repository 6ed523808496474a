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
using verdict::EndpointId;

constexpr std::size_t kMostAsked = 50'000;
/// Where objects of one name say unlike things, each is tried for each pair.
constexpr std::size_t kMostAskedOfTwins = 1'000;

bool comesBefore(const Connection &a, const Connection &b)
{
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
}

class Undecided
{
public:
    Undecided(const report::List &list, const Input &input, const report::ListOptions &options)
        : m_list(list), m_input(input)
    {
        std::size_t leftOut = 0;
        for (EndpointId id : report::listedEndpoints(input.evaluator, options, leftOut))
            m_ends.emplace(input.evaluator.endpoint(id).text(), id);
    }

    /// False if there are too many.
    bool collect(const std::vector<lint::MissingFact> &facts)
    {
        const bool hasTwins = std::any_of(facts.begin(), facts.end(), [](const auto &fact) {
            return fact.diagnostic.code == Code::DuplicateObject;
        });
        m_most = hasTwins ? kMostAskedOfTwins : kMostAsked;
        return std::all_of(facts.begin(), facts.end(),
                           [this](const auto &fact) { return collect(fact); });
    }

    std::vector<Connection> find() const
    {
        std::vector<Connection> found;
        for (const auto &[source, target] : m_pairs) {
            const auto answer = verdict::explain(m_input.workspace, m_input.evaluator,
                                                 verdict::Party::of(m_ends.at(source)),
                                                 verdict::Party::of(m_ends.at(target)), {}, 0);
            if (answer.verdict != verdict::Explanation::Verdict::CannotTell)
                continue;
            found.push_back({source, target, {}});
            found.back().isUndecided = true;
        }
        return found;
    }

private:
    bool collect(const lint::MissingFact &fact)
    {
        for (const kube::Direction half : kube::kDirections) {
            const bool isEgress = half == kube::Direction::Egress;
            for (const std::string &end : fact.ends)
                if (m_ends.count(end) > 0)
                    for (const auto &[other, id] : m_ends)
                        if (fact.mayChange(half, other) &&
                            !collect(isEgress ? end : other, isEgress ? other : end))
                            return false;
        }
        return true;
    }

    bool collect(const std::string &source, const std::string &target)
    {
        const bool isListed =
            std::binary_search(m_list.connections.begin(), m_list.connections.end(),
                               Connection{source, target, {}}, comesBefore);
        if (source != target && !isListed)
            m_pairs.emplace(source, target);
        return m_pairs.size() <= m_most;
    }

    const report::List &m_list;
    const Input &m_input;
    std::map<std::string, EndpointId> m_ends;
    std::set<std::pair<std::string, std::string>> m_pairs;
    std::size_t m_most = 0;
};

} // namespace

bool addUndecided(report::List &list, const Input &input, const report::ListOptions &options,
                  const std::vector<lint::MissingFact> &facts)
{
    Undecided undecided(list, input, options);
    if (!undecided.collect(facts))
        return false;
    std::vector<Connection> found = undecided.find();
    const auto middle =
        list.connections.insert(list.connections.end(), std::make_move_iterator(found.begin()),
                                std::make_move_iterator(found.end()));
    std::inplace_merge(list.connections.begin(), middle, list.connections.end(), comesBefore);
    return true;
}

} // namespace drawbridge::cli
