#include "layout/ordering.h"

#include "layout/layers.h"

#include <algorithm>

namespace drawbridge::layout {

namespace {

constexpr int kSweeps = 8;
constexpr std::size_t kMostLinksCounted = 50'000;

/// Sums of the first n counts, in logarithmic time.
class Tally
{
public:
    explicit Tally(std::size_t size) : m_sums(size + 1) {}

    void add(std::size_t index)
    {
        for (++index; index < m_sums.size(); index += index & (0 - index))
            ++m_sums[index];
    }
    std::size_t upTo(std::size_t index) const
    {
        std::size_t sum = 0;
        for (++index; index > 0; index -= index & (0 - index))
            sum += m_sums[index];
        return sum;
    }

private:
    std::vector<std::size_t> m_sums;
};

class Ordering
{
public:
    explicit Ordering(Layers &layers)
        : m_layers(layers)
        , m_before(layers.nodes.size())
        , m_after(layers.nodes.size())
        , m_columns(layers.nodes.size())
        , m_places(layers.nodes.size())
    {
        for (std::size_t column = 0; column < layers.columns.size(); ++column) {
            for (const std::uint32_t node : layers.columns[column])
                m_columns[node] = column;
            number(column);
        }
        for (const Request::Link &link : layers.links) {
            if (m_columns[link.to] != m_columns[link.from] + 1)
                continue;
            m_after[link.from].push_back(link.to);
            m_before[link.to].push_back(link.from);
        }
    }

    void run()
    {
        std::vector<std::vector<std::uint32_t>> best = m_layers.columns;
        std::size_t fewest = crossings();
        for (int pass = 0; pass < kSweeps && fewest > 0; ++pass) {
            const std::size_t count = m_layers.columns.size();
            for (std::size_t i = 1; i < count; ++i) {
                const bool isForward = pass % 2 == 0;
                sort(isForward ? i : count - 1 - i, isForward ? m_before : m_after);
            }
            const std::size_t now = crossings();
            if (now < fewest || m_layers.links.size() > kMostLinksCounted) {
                fewest = now;
                best = m_layers.columns;
            }
        }
        m_layers.columns = std::move(best);
    }

private:
    using Neighbours = std::vector<std::vector<std::uint32_t>>;

    void number(std::size_t column)
    {
        const std::vector<std::uint32_t> &nodes = m_layers.columns[column];
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_places[nodes[i]] = i;
    }

    void sort(std::size_t column, const Neighbours &neighbours)
    {
        std::vector<std::pair<double, std::uint32_t>> nodes;
        for (const std::uint32_t node : m_layers.columns[column]) {
            double sum = 0;
            for (const std::uint32_t other : neighbours[node])
                sum += double(m_places[other]);
            const std::size_t count = neighbours[node].size();
            nodes.emplace_back(count > 0 ? sum / double(count) : double(m_places[node]), node);
        }
        std::stable_sort(nodes.begin(), nodes.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_layers.columns[column][i] = nodes[i].second;
        number(column);
    }

    /// Pairs of links that cross; 1 without counting where there are very many links.
    std::size_t crossings() const
    {
        if (m_layers.links.size() > kMostLinksCounted)
            return 1;
        std::size_t crossed = 0;
        for (std::size_t column = 0; column + 1 < m_layers.columns.size(); ++column) {
            Tally tally(m_layers.columns[column + 1].size());
            std::size_t before = 0;
            for (const std::uint32_t node : m_layers.columns[column]) {
                for (const std::uint32_t target : m_after[node])
                    crossed += before - tally.upTo(m_places[target]);
                for (const std::uint32_t target : m_after[node])
                    tally.add(m_places[target]);
                before += m_after[node].size();
            }
        }
        return crossed;
    }

    Layers &m_layers;
    Neighbours m_before;
    Neighbours m_after;
    std::vector<std::size_t> m_columns;
    std::vector<std::size_t> m_places;
};

} // namespace

void orderColumns(Layers &layers)
{
    Ordering(layers).run();
}

} // namespace drawbridge::layout
