#include "verdict/pair_verdicts.h"

#include <algorithm>
#include <functional>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

constexpr std::size_t kMostPlaces = 4'000'000; ///< of a table
constexpr std::size_t kMostRanges = 4'000'000; ///< of answers that are kept
constexpr std::size_t kFewRanges = 16; ///< what they have in common is found sooner than looked up

std::size_t hashOfPorts(const ConnectionSet &ports)
{
    std::size_t hash = 0;
    for (const kube::Protocol protocol : kube::kProtocols) {
        hash = hash * 31 + 1;
        for (const auto &[first, last] : ports.ports(protocol).intervals())
            hash = (hash ^ (std::size_t(first) << 17 | last)) * 0x9E3779B97F4A7C15U;
    }
    return hash;
}

const ConnectionSet &everything()
{
    static const ConnectionSet all = ConnectionSet::all();
    return all;
}

const ConnectionSet &nothing()
{
    static const ConnectionSet none;
    return none;
}

} // namespace

std::size_t PairVerdicts::HashOfTwo::operator()(const std::pair<Answer, Answer> &two) const
{
    const std::hash<Answer> hash;
    return hash(two.first) * 31 + hash(two.second);
}

PairVerdicts::PairVerdicts(const Evaluator &evaluator)
    : m_evaluator(evaluator), m_classes(evaluator)
{
    for (const Direction direction : kube::kDirections)
        m_halves[std::size_t(direction)] =
            tableOf(m_classes.askedCount(direction), m_classes.seenCount());
    m_pairs = tableOf(m_classes.kindCount(), m_classes.kindCount());
}

PairVerdicts::Table PairVerdicts::tableOf(std::size_t rows, std::size_t columns) const
{
    const std::size_t ends = m_evaluator.endpoints().size();
    Table table;
    table.isKept = rows * columns <= std::min(kMostPlaces, ends * ends / 4);
    table.columns = columns;
    table.rows.resize(table.isKept ? rows : 0);
    return table;
}

/// What a table says, or ask() if that is not known.
template <typename Ask>
PairVerdicts::Answer PairVerdicts::known(Table &table, std::size_t row, std::size_t column,
                                         const Ask &ask)
{
    if (!table.isKept)
        return kept(ask());
    if (const auto &answers = table.rows[row]; !answers.empty() && answers[column])
        return answers[column];
    const Answer answer = shared(ask()); // may forget all others
    table.rows[row].resize(table.columns);
    table.rows[row][column] = answer;
    return answer;
}

PairVerdicts::Answer PairVerdicts::shared(ConnectionSet ports)
{
    const std::size_t hash = hashOfPorts(ports);
    const auto [begin, end] = m_byHash.equal_range(hash);
    for (auto it = begin; it != end; ++it)
        if (*it->second == ports)
            return it->second;
    const Answer answer = kept(std::move(ports));
    m_byHash.emplace(hash, answer);
    return answer;
}

PairVerdicts::Answer PairVerdicts::kept(ConnectionSet ports)
{
    if (ports.isEmpty())
        return &nothing();
    if (ports.isAll())
        return &everything();
    if (m_ranges > kMostRanges)
        forget();
    m_ranges += 8 + ports.rangeCount(); // that many would take the room of one without ranges
    return &m_answers.emplace_back(std::move(ports));
}

/// What is in use is forgotten the next time.
void PairVerdicts::forget()
{
    for (Table *table : {&m_halves[0], &m_halves[1], &m_pairs})
        for (std::vector<Answer> &row : table->rows)
            row.clear();
    m_byHash.clear();
    m_both.clear();
    m_former = std::exchange(m_answers, {});
    m_ranges = 0;
}

const ConnectionSet &PairVerdicts::half(Direction direction, EndpointId source, EndpointId target)
{
    const bool isIngress = direction == Direction::Ingress;
    const EndpointId own = isIngress ? target : source;
    const EndpointId other = isIngress ? source : target;
    return *known(
        m_halves[std::size_t(direction)], m_classes.asked(own, direction), m_classes.seen(other),
        [&] { return m_evaluator.half(direction, Party::of(source), Party::of(target)); });
}

const ConnectionSet &PairVerdicts::allowed(EndpointId source, EndpointId target)
{
    if (source == target)
        return everything();
    // What pods of several kinds may together is more than what both halves have in common.
    if (m_evaluator.endpoint(source).variants.size() > 1 ||
        m_evaluator.endpoint(target).variants.size() > 1)
        return *known(m_pairs, m_classes.kind(source), m_classes.kind(target),
                      [&] { return m_evaluator.allowed(Party::of(source), Party::of(target)); });
    const ConnectionSet &ingress = half(Direction::Ingress, source, target);
    if (ingress.isEmpty())
        return ingress;
    return *bothOf(&ingress, &half(Direction::Egress, source, target));
}

PairVerdicts::Answer PairVerdicts::bothOf(Answer ingress, Answer egress)
{
    if (egress->isAll() || ingress == egress)
        return ingress;
    if (ingress->isAll() || egress->isEmpty())
        return egress;
    if (ingress->rangeCount() + egress->rangeCount() <= kFewRanges)
        return shared(*ingress & *egress);
    if (!m_halves[0].isKept || !m_halves[1].isKept)
        return kept(*ingress & *egress);
    if (const auto found = m_both.find({ingress, egress}); found != m_both.end())
        return found->second;
    const Answer both = shared(*ingress & *egress); // may forget all others
    constexpr std::size_t kMostBoth = 500'000;
    if (m_both.size() >= kMostBoth)
        m_both.clear();
    m_both.emplace(std::pair(ingress, egress), both);
    return both;
}

} // namespace drawbridge::verdict
