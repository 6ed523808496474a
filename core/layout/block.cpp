#include "layout/block.h"

#include "layout/alignment.h"
#include "layout/columns.h"
#include "layout/components.h"
#include "layout/packing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace drawbridge::layout {

namespace {

constexpr Size kPartGap{72, 48};
constexpr double kBesideGap = 96;
constexpr double kBesideRowGap = 32;

Arranged arrangedPart(const Request &request, const std::vector<Request::Link> &links,
                      const std::vector<std::uint32_t> &boxes)
{
    Part part;
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (const std::uint32_t box : boxes) {
        numbers.emplace(box, std::uint32_t(part.sizes.size()));
        part.sizes.push_back(usableSize(request.boxes[box]));
    }
    for (const Request::Link &link : links)
        part.links.push_back({numbers.at(link.from), numbers.at(link.to), link.label});
    return inColumns(inLayers(part));
}

} // namespace

void Block::add(std::uint32_t box, Position position, Size size)
{
    const Area added{position.x, position.y, position.x + size.width, position.y + size.height};
    area = boxes.empty()
               ? added
               : Area{std::min(area.left, added.left), std::min(area.top, added.top),
                      std::max(area.right, added.right), std::max(area.bottom, added.bottom)};
    boxes.push_back(box);
    positions.push_back(position);
}

void Block::add(const Block &other, Position position)
{
    const double x = position.x - other.area.left;
    const double y = position.y - other.area.top;
    const Area added{position.x, position.y, other.area.right + x, other.area.bottom + y};
    area = boxes.empty()
               ? added
               : Area{std::min(area.left, added.left), std::min(area.top, added.top),
                      std::max(area.right, added.right), std::max(area.bottom, added.bottom)};
    boxes.insert(boxes.end(), other.boxes.begin(), other.boxes.end());
    for (const Position &place : other.positions)
        positions.push_back({place.x + x, place.y + y});
}

Block arrangedBlock(const Request &request, const std::vector<Request::Link> &links,
                    const std::vector<std::uint32_t> &boxes)
{
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < boxes.size(); ++i)
        numbers.emplace(boxes[i], i);
    std::vector<Request::Link> own;
    own.reserve(links.size());
    for (const Request::Link &link : links)
        own.push_back({numbers.at(link.from), numbers.at(link.to)});
    const std::vector<std::vector<std::uint32_t>> parts = components(boxes.size(), own);
    std::vector<std::size_t> partOf(boxes.size());
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (const std::uint32_t number : parts[part])
            partOf[number] = part;
    std::vector<std::vector<Request::Link>> linksOf(parts.size());
    for (std::size_t i = 0; i < own.size(); ++i)
        linksOf[partOf[own[i].from]].push_back(links[i]);

    std::vector<Block> blocks;
    std::vector<Size> sizes;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        Block &block = blocks.emplace_back();
        for (const std::uint32_t number : parts[part])
            block.boxes.push_back(boxes[number]);
        Arranged arranged = arrangedPart(request, linksOf[part], block.boxes);
        block.positions = std::move(arranged.boxes);
        block.area = {0, 0, arranged.size.width, arranged.size.height};
        sizes.push_back(arranged.size);
    }
    const Packing packing = packed(sizes, kPartGap);
    Block result;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        result.add(blocks[i], packing.positions[i]);
    return result;
}

void addBeside(Block &block, const Request &request, std::vector<Beside> boxes, bool isLeft)
{
    if (boxes.empty())
        return;
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const Beside &a, const Beside &b) { return a.wish < b.wish; });
    double height = 0;
    double area = 0;
    for (const Beside &beside : boxes) {
        const Size size = usableSize(request.boxes[beside.box]);
        height += size.height + kBesideRowGap;
        area += (size.height + kBesideRowGap) * (size.width + kColumnGap / 2);
    }
    constexpr double kWide = 0.6; // many are wider than high, as what they are looked at on
    const double room = std::max(
        {block.area.size().height, 4 * height / double(boxes.size()), kWide * std::sqrt(area)});
    const auto count = std::size_t(height / (1.25 * room)) + 1;
    double edge = isLeft ? block.area.left - kBesideGap : block.area.right + kBesideGap;
    for (std::size_t column = 0; column < count; ++column) {
        std::vector<Wish> wishes;
        double width = 0;
        for (std::size_t i = column; i < boxes.size(); i += count) {
            const Size size = usableSize(request.boxes[boxes[i].box]);
            wishes.push_back({size.height, boxes[i].wish, 1});
            width = std::max(width, size.width);
        }
        const std::vector<double> centres = aligned(wishes, kBesideRowGap);
        for (std::size_t i = 0; i < centres.size(); ++i) {
            const std::uint32_t box = boxes[column + i * count].box;
            const Size size = usableSize(request.boxes[box]);
            const double left =
                isLeft ? edge - (width + size.width) / 2 : edge + (width - size.width) / 2;
            block.add(box, {left, centres[i] - size.height / 2}, size);
        }
        const double step = width + kColumnGap / 2;
        edge += isLeft ? -step : step;
    }
}

} // namespace drawbridge::layout
