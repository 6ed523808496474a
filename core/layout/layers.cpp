#include "layout/layers.h"

#include "layout/ordering.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace drawbridge::layout {

namespace {

constexpr double kBendHeight = 16;

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours successorsOf(const Part &part)
{
    Neighbours successors(part.sizes.size());
    for (const Request::Link &link : part.links)
        successors[link.from].push_back(link.to);
    return successors;
}

/// Walks depth first from every node nothing leads to, then from the others; a link to a node that
/// is still being walked closes a cycle. Gives the nodes in topological order without such links.
class Walk
{
public:
    Walk(const Part &part) : m_successors(successorsOf(part)), m_states(part.sizes.size())
    {
        std::vector<char> isTarget(part.sizes.size());
        for (const Request::Link &link : part.links)
            isTarget[link.to] = true;
        for (const bool sources : {true, false})
            for (std::uint32_t node = 0; node < part.sizes.size(); ++node)
                if (m_states[node] == State::New && (!sources || !isTarget[node]))
                    walkFrom(node);
        std::reverse(m_order.begin(), m_order.end());
    }

    const std::vector<std::uint32_t> &order() const { return m_order; }

private:
    enum class State : char { New, Open, Done };

    void walkFrom(std::uint32_t start)
    {
        std::vector<std::pair<std::uint32_t, std::size_t>> stack{{start, 0}};
        m_states[start] = State::Open;
        while (!stack.empty()) {
            auto &[node, next] = stack.back();
            if (next == m_successors[node].size()) {
                m_states[node] = State::Done;
                m_order.push_back(node);
                stack.pop_back();
                continue;
            }
            const std::uint32_t target = m_successors[node][next++];
            if (m_states[target] == State::New) {
                m_states[target] = State::Open;
                stack.emplace_back(target, 0);
            }
        }
    }

    Neighbours m_successors;
    std::vector<State> m_states;
    std::vector<std::uint32_t> m_order;
};

/// The links, each once and with its widest label, from earlier to later in `order`.
std::vector<Request::Link> forwardLinks(const Part &part, const std::vector<std::uint32_t> &order)
{
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    std::vector<Request::Link> links = part.links;
    for (Request::Link &link : links)
        if (rank[link.from] > rank[link.to])
            std::swap(link.from, link.to);
    const auto key = [](const Request::Link &link) { return std::tie(link.from, link.to); };
    const auto isEqual = [&](const auto &a, const auto &b) { return key(a) == key(b); };
    const auto isLess = [&](const auto &a, const auto &b) {
        return isEqual(a, b) ? a.label > b.label : key(a) < key(b);
    };
    std::sort(links.begin(), links.end(), isLess);
    links.erase(std::unique(links.begin(), links.end(), isEqual), links.end());
    return links;
}

/// The column of each node: one after the last of those that lead to it; a node that nothing leads
/// to stands just before the first that it leads to.
std::vector<std::uint32_t> columnsOf(const Part &part, const std::vector<std::uint32_t> &order,
                                     const std::vector<Request::Link> &links)
{
    Neighbours successors(part.sizes.size());
    std::vector<char> isTarget(part.sizes.size());
    for (const Request::Link &link : links) {
        successors[link.from].push_back(link.to);
        isTarget[link.to] = true;
    }
    std::vector<std::uint32_t> columns(part.sizes.size());
    for (const std::uint32_t node : order)
        for (const std::uint32_t target : successors[node])
            columns[target] = std::max(columns[target], columns[node] + 1);
    for (const std::uint32_t node : order) {
        if (isTarget[node] || successors[node].empty())
            continue;
        std::uint32_t first = UINT32_MAX;
        for (const std::uint32_t target : successors[node])
            first = std::min(first, columns[target]);
        columns[node] = first - 1;
    }
    return columns;
}

/// Replaces links over several columns by bends, as long as they do not outnumber the boxes. Over
/// several columns there is room for a label.
void addBends(Layers &layers, std::vector<std::uint32_t> &columns)
{
    std::size_t left = 1'000 + 4 * layers.boxCount;
    std::vector<Request::Link> links;
    for (const Request::Link &link : layers.links) {
        const std::uint32_t last = columns[link.to] - 1;
        std::uint32_t from = link.from;
        if (last - columns[from] <= left) {
            for (std::uint32_t column = columns[from] + 1; column <= last; ++column) {
                const auto bend = std::uint32_t(layers.nodes.size());
                layers.nodes.push_back({0, kBendHeight});
                columns.push_back(column);
                links.push_back({from, bend});
                from = bend;
                --left;
            }
        }
        links.push_back({from, link.to, from == link.from ? link.label : 0});
    }
    layers.links = std::move(links);
}

/// Cuts columns of many boxes so that the part comes near to the shape of a screen.
void cutHighColumns(Layers &layers)
{
    const auto rows =
        std::max<std::size_t>(8, std::size_t(std::sqrt(2.6 * double(layers.boxCount))));
    std::vector<std::vector<std::uint32_t>> result;
    for (const std::vector<std::uint32_t> &column : layers.columns) {
        const auto boxes = std::size_t(std::count_if(
            column.begin(), column.end(), [&](auto node) { return !layers.isBend(node); }));
        const std::size_t count = boxes > rows * 3 / 2 ? (boxes + rows - 1) / rows : 1;
        const std::size_t first = result.size();
        result.resize(first + count);
        for (std::size_t i = 0; i < count; ++i)
            layers.isLowered.push_back(i % 2 == 1);
        for (std::size_t i = 0; i < column.size(); ++i)
            result[first + i % count].push_back(column[i]);
    }
    layers.columns = std::move(result);
}

} // namespace

Layers inLayers(const Part &part)
{
    const Walk walk(part);
    Layers layers;
    layers.nodes = part.sizes;
    layers.boxCount = part.sizes.size();
    layers.links = forwardLinks(part, walk.order());
    std::vector<std::uint32_t> columns = columnsOf(part, walk.order(), layers.links);
    addBends(layers, columns);
    if (!columns.empty())
        layers.columns.resize(*std::max_element(columns.begin(), columns.end()) + 1);
    for (std::uint32_t node = 0; node < columns.size(); ++node)
        layers.columns[columns[node]].push_back(node);
    orderColumns(layers);
    cutHighColumns(layers);
    return layers;
}

} // namespace drawbridge::layout
