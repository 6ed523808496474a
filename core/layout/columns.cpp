#include "layout/columns.h"

#include "layout/alignment.h"
#include "layout/box_size.h"
#include "layout/zigzag.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::layout {

namespace {

constexpr double kAroundLabel = 36;
constexpr double kWidestGap = 280;
constexpr double kBandGap = 64;
constexpr double kWideEnough = 3.2;    ///< up to here a part stays as it is
constexpr std::size_t kMostStairs = 6; ///< columns that go downstairs instead of in bands
constexpr double kHighestStair = 96;
constexpr int kPasses = 6;

class Columns
{
public:
    explicit Columns(const Layers &layers)
        : m_layers(layers)
        , m_before(layers.nodes.size())
        , m_after(layers.nodes.size())
        , m_bands(layers.nodes.size())
        , m_lefts(layers.nodes.size())
        , m_centres(layers.nodes.size())
    {
        for (const Request::Link &link : layers.links) {
            m_after[link.from].push_back(link.to);
            m_before[link.to].push_back(link.from);
        }
        for (const std::vector<std::uint32_t> &column : layers.columns) {
            Size size;
            for (const std::uint32_t node : column) {
                size.width = std::max(size.width, layers.nodes[node].width);
                size.height += layers.nodes[node].height + kRowGap;
            }
            m_sizes.push_back(size);
        }
        findGaps();
    }

    Arranged arrange()
    {
        const std::size_t perBand = columnsPerBand();
        for (std::size_t i = 0; i < m_sizes.size(); ++i)
            for (const std::uint32_t node : m_layers.columns[i])
                m_bands[node] = i / perBand;
        double top = 0;
        for (std::size_t first = 0; first < m_sizes.size(); first += perBand) {
            const std::size_t last = std::min(first + perBand, m_sizes.size());
            placeAcross(first, last, first / perBand % 2 == 1 ? perBand : 0);
            top += placeDown(first, last, top) + kBandGap;
        }
        addStairs();
        return boxesOnly();
    }

private:
    /// Labels stand between the columns that their links join.
    void findGaps()
    {
        std::vector<std::size_t> columns(m_layers.nodes.size());
        for (std::size_t i = 0; i < m_layers.columns.size(); ++i)
            for (const std::uint32_t node : m_layers.columns[i])
                columns[node] = i;
        m_gaps.assign(m_layers.columns.size(), kColumnGap);
        for (const Request::Link &link : m_layers.links) {
            const std::size_t column = columns[link.from];
            if (columns[link.to] == column + 1)
                m_gaps[column] = std::max(m_gaps[column], columnGapFor(link.label));
        }
    }

    double widthOf(std::size_t first, std::size_t last) const
    {
        double width = 0;
        for (std::size_t i = first; i < last; ++i)
            width += m_sizes[i].width + (i + 1 < last ? m_gaps[i] : 0);
        return width;
    }

    /// How many columns side by side come nearest to the shape of a screen.
    std::size_t columnsPerBand() const
    {
        const std::size_t count = m_sizes.size();
        double best = INFINITY;
        std::size_t result = std::max<std::size_t>(count, 1);
        const auto mostBands = std::size_t(3 * std::sqrt(double(count))) + 1;
        for (std::size_t bands = 1; bands <= std::min(mostBands, count); ++bands) {
            const std::size_t perBand = (count + bands - 1) / bands;
            double width = 0;
            double height = -kBandGap;
            for (std::size_t first = 0; first < count; first += perBand) {
                const std::size_t last = std::min(first + perBand, count);
                width = std::max(width, widthOf(first, last));
                double highest = 0;
                for (std::size_t i = first; i < last; ++i)
                    highest = std::max(highest, m_sizes[i].height - kRowGap);
                height += highest + kBandGap;
            }
            const double ratio = framedRatio(width, height);
            if (bands == 1 && (ratio <= kWideEnough || count <= kMostStairs))
                return count;
            if (const double off = std::abs(std::log(ratio / kScreen)); off < best) {
                best = off;
                result = perBand;
            }
        }
        return result;
    }

    static double framedRatio(double width, double height)
    {
        return (width + 2 * kFramePadding) / (height + 2 * kFramePadding + kFrameTitle);
    }

    /// Sets each column lower than the one before where the part is low and wide.
    void addStairs()
    {
        const std::size_t count = m_sizes.size();
        double highest = INFINITY;
        double lowest = -INFINITY;
        for (std::uint32_t node = 0; node < m_layers.nodes.size(); ++node) {
            highest = std::min(highest, m_centres[node] - m_layers.nodes[node].height / 2);
            lowest = std::max(lowest, m_centres[node] + m_layers.nodes[node].height / 2);
        }
        const double width = widthOf(0, count);
        if (count < 3 || count > kMostStairs || framedRatio(width, lowest - highest) < kWideEnough)
            return;
        const double missing = (width + 2 * kFramePadding) / 2 - (lowest - highest);
        const double stair = std::min(kHighestStair, missing / double(count - 1));
        for (std::size_t i = 0; i < count; ++i)
            for (const std::uint32_t node : m_layers.columns[i])
                m_centres[node] += double(i) * stair;
    }

    /// A band that runs backward begins under the end of the band before, which has `turned`
    /// columns.
    void placeAcross(std::size_t first, std::size_t last, std::size_t turned)
    {
        double left = turned > 0 ? widthOf(first - turned, first) - widthOf(first, last) : 0;
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t column = turned > 0 ? first + last - 1 - i : i;
            for (const std::uint32_t node : m_layers.columns[column])
                m_lefts[node] = left + (m_sizes[column].width - m_layers.nodes[node].width) / 2;
            if (i + 1 < last)
                left += m_sizes[column].width + m_gaps[turned > 0 ? column - 1 : column];
        }
    }

    /// Gives the height that the band takes below `top`.
    double placeDown(std::size_t first, std::size_t last, double top)
    {
        for (std::size_t i = first; i < last; ++i)
            alignColumn(i, nullptr, nullptr);
        for (int pass = 0; pass < kPasses; ++pass) {
            const bool isForward = pass % 2 == 0;
            for (std::size_t i = first; i < last; ++i) {
                const bool isLastPass = pass + 1 >= kPasses;
                alignColumn(isForward ? i : first + last - 1 - i,
                            isForward || isLastPass ? &m_before : nullptr,
                            isForward && !isLastPass ? nullptr : &m_after);
            }
        }
        double highest = INFINITY;
        double lowest = -INFINITY;
        for (std::size_t i = first; i < last; ++i) {
            for (const std::uint32_t node : m_layers.columns[i]) {
                if (m_layers.isLowered[i])
                    m_centres[node] += (m_layers.nodes[node].height + kRowGap) / 2;
                highest = std::min(highest, m_centres[node] - m_layers.nodes[node].height / 2);
                lowest = std::max(lowest, m_centres[node] + m_layers.nodes[node].height / 2);
            }
        }
        for (std::size_t i = first; i < last; ++i)
            for (const std::uint32_t node : m_layers.columns[i])
                m_centres[node] += top - highest;
        return lowest - highest;
    }

    using Neighbours = std::vector<std::vector<std::uint32_t>>;

    void addNeighbours(std::uint32_t node, const Neighbours *neighbours, double &sum,
                       double &count) const
    {
        if (!neighbours)
            return;
        for (const std::uint32_t other : (*neighbours)[node]) {
            if (m_bands[other] != m_bands[node])
                continue;
            // The way of an arrow over several columns should be straight above all.
            const double weight = m_layers.isBend(node) && m_layers.isBend(other) ? 4 : 1;
            sum += weight * m_centres[other];
            count += weight;
        }
    }

    void alignColumn(std::size_t column, const Neighbours *before, const Neighbours *after)
    {
        const std::vector<std::uint32_t> &nodes = m_layers.columns[column];
        std::vector<Wish> wishes;
        for (const std::uint32_t node : nodes) {
            double sum = 0;
            double count = 0;
            addNeighbours(node, before, sum, count);
            addNeighbours(node, after, sum, count);
            const double wish = count > 0 ? sum / count : m_centres[node];
            wishes.push_back({m_layers.nodes[node].height, wish, count > 0 ? count : 0.2});
        }
        const std::vector<double> centres = aligned(wishes, kRowGap);
        double shift = 0;
        if (!before && !after && !centres.empty()) // the first time: around one axis
            shift = (centres.front() + centres.back()) / 2;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_centres[nodes[i]] = centres[i] - shift;
    }

    /// Bends at the edge take no room.
    Arranged boxesOnly() const
    {
        Arranged result;
        Position least{INFINITY, INFINITY};
        for (std::uint32_t node = 0; node < m_layers.boxCount; ++node) {
            result.boxes.push_back(
                {m_lefts[node], m_centres[node] - m_layers.nodes[node].height / 2});
            least = {std::min(least.x, m_lefts[node]), std::min(least.y, result.boxes.back().y)};
        }
        for (std::uint32_t node = 0; node < m_layers.boxCount; ++node) {
            Position &box = result.boxes[node];
            box = {box.x - least.x, box.y - least.y};
            const Size &size = m_layers.nodes[node];
            result.size = {std::max(result.size.width, box.x + size.width),
                           std::max(result.size.height, box.y + size.height)};
        }
        return result;
    }

    const Layers &m_layers;
    Neighbours m_before;
    Neighbours m_after;
    std::vector<Size> m_sizes;
    std::vector<double> m_gaps; ///< after each column
    std::vector<std::size_t> m_bands;
    std::vector<double> m_lefts;
    std::vector<double> m_centres;
};

} // namespace

double columnGapFor(double label)
{
    const double gap = label + kAroundLabel;
    return gap <= kWidestGap ? std::max(gap, kColumnGap) : kColumnGap;
}

Arranged inColumns(const Layers &layers)
{
    return isShortChain(layers) ? inZigzag(layers) : Columns(layers).arrange();
}

} // namespace drawbridge::layout
