#include "layout/block.h"
#include "layout/components.h"
#include "layout/layers.h"
#include "layout/packing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace drawbridge::layout {

namespace {

constexpr Size kFrameGap{88, 64};
constexpr std::int32_t kNone = -1;
constexpr std::int32_t kSeveral = -2;

/// Lays out each cluster by itself, packs the clusters, and puts what has no cluster beside what it
/// links to.
class Picture
{
public:
    explicit Picture(const Request &request);

    Reply arrange()
    {
        makeBlocks();
        const std::vector<std::uint32_t> order = packingOrder();
        std::vector<Size> sizes;
        sizes.reserve(order.size());
        for (const std::uint32_t index : order)
            sizes.push_back(m_blocks[index].area.size());
        const Packing packing = packed(sizes, kFrameGap);
        Block all;
        for (std::size_t i = 0; i < order.size(); ++i)
            all.add(m_blocks[order[i]], packing.positions[i]);
        addOutside(all, kSeveral);
        return placed(all);
    }

private:
    bool isOutside(std::uint32_t box) const
    {
        return m_clusters[box] < 0 && m_linked[box] != kNone;
    }

    /// The cluster; for boxes without any that link to no cluster, one number more.
    std::size_t groupOf(std::uint32_t box) const
    {
        return m_clusters[box] >= 0 ? std::size_t(m_clusters[box]) : m_request.clusterCount;
    }

    void meet(std::uint32_t box, std::uint32_t other);
    void makeBlocks();
    void addOutside(Block &block, std::int32_t cluster);
    double meanHeight(std::uint32_t box) const;
    std::vector<std::uint32_t> packingOrder() const;
    void largestFirst(std::vector<std::uint32_t> &order, std::size_t first) const;
    Reply placed(const Block &all) const;

    const Request &m_request;
    std::vector<Request::Link> m_links;
    std::vector<std::int32_t> m_clusters;
    std::vector<std::int32_t> m_linked; ///< the cluster a box outside links to, or kSeveral
    std::vector<std::vector<std::uint32_t>> m_ends; ///< of boxes outside: the boxes they link to
    std::vector<std::int64_t> m_flow;               ///< links that leave less links that come
    std::map<std::int32_t, std::vector<std::uint32_t>> m_outside; ///< by m_linked
    std::vector<Block> m_blocks;
    std::vector<std::uint32_t> m_blockOf;
    std::vector<Position> m_places; ///< of boxes already placed, in their block
};

Picture::Picture(const Request &request)
    : m_request(request)
    , m_links(usableLinks(request))
    , m_clusters(request.boxes.size())
    , m_linked(request.boxes.size(), kNone)
    , m_ends(request.boxes.size())
    , m_flow(request.boxes.size())
    , m_blockOf(request.boxes.size())
    , m_places(request.boxes.size())
{
    for (std::size_t box = 0; box < m_clusters.size(); ++box)
        m_clusters[box] = usableCluster(request, box);
    for (const Request::Link &link : m_links) {
        meet(link.from, link.to);
        meet(link.to, link.from);
        ++m_flow[link.from];
        --m_flow[link.to];
    }
    for (std::uint32_t box = 0; box < m_clusters.size(); ++box)
        if (isOutside(box))
            m_outside[m_linked[box]].push_back(box);
}

void Picture::meet(std::uint32_t box, std::uint32_t other)
{
    const std::int32_t cluster = m_clusters[other];
    if (m_clusters[box] >= 0 || cluster < 0)
        return;
    m_ends[box].push_back(other);
    std::int32_t &linked = m_linked[box];
    linked = linked == kNone || linked == cluster ? cluster : kSeveral;
}

/// One block a cluster that has boxes, with its frame and what only links to it; one for the boxes
/// that no link joins to a cluster.
void Picture::makeBlocks()
{
    const std::size_t count = std::size_t(m_request.clusterCount) + 1;
    std::vector<std::vector<std::uint32_t>> members(count);
    std::vector<std::vector<Request::Link>> links(count);
    for (std::uint32_t box = 0; box < m_clusters.size(); ++box)
        if (!isOutside(box))
            members[groupOf(box)].push_back(box);
    for (const Request::Link &link : m_links)
        if (!isOutside(link.from) && !isOutside(link.to) && groupOf(link.from) == groupOf(link.to))
            links[groupOf(link.from)].push_back(link);
    for (std::size_t group = 0; group < count; ++group) {
        if (members[group].empty())
            continue;
        Block block = arrangedBlock(m_request, links[group], members[group]);
        if (group < m_request.clusterCount) {
            block.area.left -= kFramePadding;
            block.area.right += kFramePadding;
            block.area.bottom += kFramePadding;
            block.area.top -= kFramePadding + kFrameTitle;
            addOutside(block, std::int32_t(group));
        }
        for (const std::uint32_t box : members[group])
            m_blockOf[box] = std::uint32_t(m_blocks.size());
        m_blocks.push_back(std::move(block));
    }
}

/// Sources left of the block, targets right of it.
void Picture::addOutside(Block &block, std::int32_t cluster)
{
    const auto found = m_outside.find(cluster);
    if (found == m_outside.end())
        return;
    for (std::size_t i = 0; i < block.boxes.size(); ++i)
        m_places[block.boxes[i]] = block.positions[i];
    for (const bool isLeft : {true, false}) {
        std::vector<Beside> boxes;
        for (const std::uint32_t box : found->second)
            if ((m_flow[box] >= 0) == isLeft)
                boxes.push_back({box, meanHeight(box)});
        addBeside(block, m_request, std::move(boxes), isLeft);
    }
}

/// Where the middle is of the boxes that a box outside links to.
double Picture::meanHeight(std::uint32_t box) const
{
    double sum = 0;
    for (const std::uint32_t end : m_ends[box])
        sum += m_places[end].y + usableSize(m_request.boxes[end]).height / 2;
    return sum / double(m_ends[box].size());
}

/// One that is larger than all others from `first` on together goes before them.
void Picture::largestFirst(std::vector<std::uint32_t> &order, std::size_t first) const
{
    const auto areaOf = [&](std::uint32_t block) {
        const Size size = m_blocks[block].area.size();
        return size.width * size.height;
    };
    const auto begin = order.begin() + std::ptrdiff_t(first);
    const auto largest =
        std::max_element(begin, order.end(), [&](auto a, auto b) { return areaOf(a) < areaOf(b); });
    double sum = 0;
    for (auto block = begin; block != order.end(); ++block)
        sum += areaOf(*block);
    if (largest != order.end() && areaOf(*largest) > sum / 2)
        std::rotate(begin, largest, largest + 1);
}

/// Blocks that link to each other follow each other, sources first; then the others, high ones
/// first.
std::vector<std::uint32_t> Picture::packingOrder() const
{
    std::vector<Request::Link> links;
    for (const Request::Link &link : m_links)
        if (!isOutside(link.from) && !isOutside(link.to) &&
            m_blockOf[link.from] != m_blockOf[link.to])
            links.push_back({m_blockOf[link.from], m_blockOf[link.to]});
    const auto groups = components(m_blocks.size(), links);
    std::vector<std::size_t> groupOfBlock(m_blocks.size());
    std::vector<std::uint32_t> numbers(m_blocks.size());
    std::vector<Part> parts(groups.size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const std::uint32_t block : groups[group]) {
            groupOfBlock[block] = group;
            numbers[block] = std::uint32_t(parts[group].sizes.size());
            parts[group].sizes.push_back(m_blocks[block].area.size());
        }
    }
    for (const Request::Link &link : links)
        parts[groupOfBlock[link.from]].links.push_back({numbers[link.from], numbers[link.to]});

    std::vector<std::uint32_t> order;
    std::size_t linked = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const Layers layers = inLayers(parts[group]);
        const std::size_t first = order.size();
        for (const std::vector<std::uint32_t> &column : layers.columns)
            for (const std::uint32_t node : column)
                if (!layers.isBend(node))
                    order.push_back(groups[group][node]);
        largestFirst(order, first);
        if (groups[group].size() > 1)
            linked = order.size();
    }
    std::stable_sort(order.begin() + std::ptrdiff_t(linked), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                         return m_blocks[a].area.size().height > m_blocks[b].area.size().height;
                     });
    return order;
}

/// With the area's corner at the origin.
Reply Picture::placed(const Block &all) const
{
    Reply reply(m_request.boxes.size());
    for (std::size_t i = 0; i < all.boxes.size(); ++i)
        reply[all.boxes[i]] = {all.positions[i].x - all.area.left,
                               all.positions[i].y - all.area.top};
    snap(m_request, reply);
    return reply;
}

} // namespace

Reply layered(const Request &request)
{
    return Picture(request).arrange();
}

} // namespace drawbridge::layout
