#include "graph/pills.h"

#include "graph/room.h"
#include "graph/routing.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace drawbridge::graph {

namespace {

constexpr double kHeight = 20;
constexpr double kFurthest = 116; ///< that a pill may be from its line; see pillPlaces()

double changeRoom(const Arrow &arrow)
{
    double pods = arrow.podsToo == PodsToo::No ? 0 : kHalfOpenRoom;
    if (!arrow.alsoNamed.empty())
        pods += kHalfOpenRoom +
                textWidth(elided(arrow.alsoNamed, kPillMostText, kPillFont, true), kPillFont, true);
    if (arrow.since == Since::Same && arrow.isOnlyStandard)
        return kHalfOpenRoom;
    if (arrow.since == Since::Same && arrow.isUnlikeStandard)
        return pods + kHalfOpenRoom +
               textWidth(elided(arrow.labelStandard, kPillMostText, kPillFont, true), kPillFont,
                         true);
    if (arrow.since == Since::Same)
        return pods;
    const std::string before = elided(arrow.labelBefore, kPillMostText, kPillFont, true);
    return pods + kHalfOpenRoom + textWidth(before, kPillFont, true);
}

double halfOpenRoom(const Arrow &arrow)
{
    if (arrow.isBlocked())
        return kHalfOpenRoom;
    if (!arrow.hasHalfOpenPorts())
        return 0;
    const std::string ports =
        elided((arrow.onlyAtSource | arrow.onlyAtTarget).label(), kPillMostText, kPillFont, true);
    return kHalfOpenRoom + textWidth(": " + ports, kPillFont, true);
}

/// Holds the curve and all places for its words.
Rect reachOf(const ArrowShape &shape, double width)
{
    Rect box{shape.from.x, shape.from.y, 0, 0};
    const auto add = [&box](Point p) { box = box.united({p.x, p.y, 0, 0}); };
    for (const Point p : {shape.control1, shape.control2, shape.to})
        add(p);
    for (const Point p : shape.between)
        add(p);
    const double around = kFurthest + width + kHeight;
    return inflated(box, around, around);
}

std::vector<Rect> wallsNear(const Picture &picture, const ArrowShape &shape)
{
    std::vector<Rect> walls;
    if (picture.arrows.size() > kMostCleared)
        return walls;
    const Rect bounds = shape.bounds();
    for (const FrameShape &frame : picture.frames)
        if (frame.rect.intersects(bounds))
            walls.push_back(frame.rect);
    return walls;
}

/// On a wall, or so near that they touch its line: it would look open there.
bool isOnWall(const Rect &words, const std::vector<Rect> &walls)
{
    constexpr double kClear = 5;
    const Rect wide = inflated(words, kClear, kClear);
    return std::any_of(walls.begin(), walls.end(), [&](const Rect &wall) {
        return wall.intersects(wide) && !isWithin(wide, wall);
    });
}

} // namespace

double pillWidth(const Arrow &arrow)
{
    if (arrow.label.empty())
        return 0;
    const std::string text = elided(arrow.label, kPillMostText, kPillFont, true);
    const double refused = arrow.hasRefusedRule() ? textWidth(" !", kPillFont, true) : 0;
    return textWidth(text, kPillFont, true) + 20 + halfOpenRoom(arrow) + changeRoom(arrow) +
           refused;
}

Pills::Pills(const Picture &picture) : m_ends(picture.arrows)
{
    for (const NodeShape &shape : picture.nodes)
        insert(shape.rect, 0);
    for (const FrameShape &shape : picture.frames)
        insert(titlePlate(shape), 0);
    m_reaches.reserve(picture.arrows.size());
    for (const ArrowShape &shape : picture.arrows) {
        insert(headRect(shape), 0);
        m_reaches.push_back(reachOf(shape, shape.pill.width));
    }
    for (std::size_t i = 0; i < picture.arrows.size(); ++i)
        if (const Rect &pill = picture.arrows[i].pill; pill.width > 0)
            insert(pill, i + 1);
}

void Pills::insert(const Rect &rect, std::size_t from)
{
    SpatialHash::forEachCell(rect, [&](std::uint64_t cell) {
        m_cells[cell].push_back({rect, from});
        return false;
    });
}

void Pills::erase(const Rect &rect, std::size_t from)
{
    SpatialHash::forEachCell(rect, [&](std::uint64_t cell) {
        std::erase_if(m_cells[cell], [from](const Obstacle &o) { return o.from == from; });
        return false;
    });
}

/// A card, a title or a head; one of several that are equal.
void Pills::eraseFixed(const Rect &rect)
{
    SpatialHash::forEachCell(rect, [&](std::uint64_t cell) {
        std::vector<Obstacle> &all = m_cells[cell];
        const auto found = std::find_if(all.begin(), all.end(), [&](const Obstacle &o) {
            return o.from == 0 && o.rect == rect;
        });
        if (found != all.end())
            all.erase(found);
        return false;
    });
}

void Pills::renumber(const Picture &picture, const Renumbering &numbers)
{
    constexpr std::size_t kMany = 4; // where one of that many moves, all are looked at
    if (numbers.countOfMoved() > numbers.before() / kMany) {
        for (auto &[cell, obstacles] : m_cells)
            for (Obstacle &obstacle : obstacles)
                if (obstacle.from > 0)
                    if (const auto now = numbers.now(obstacle.from - 1))
                        obstacle.from = *now + 1;
        return;
    }
    std::vector<std::pair<Obstacle *, std::size_t>> moved; // some have what was another's number
    numbers.forEachMoved([&](std::size_t before, std::size_t now) {
        if (const Rect &pill = picture.arrows[now].pill; pill.width > 0)
            SpatialHash::forEachCell(pill, [&](std::uint64_t cell) {
                for (Obstacle &obstacle : m_cells[cell])
                    if (obstacle.from == before + 1)
                        moved.emplace_back(&obstacle, now + 1);
                return false;
            });
    });
    for (const auto &[obstacle, from] : moved)
        obstacle->from = from;
}

bool Pills::isFree(const Rect &rect, std::size_t arrow) const
{
    return !SpatialHash::forEachCell(rect, [&](std::uint64_t cell) {
        const auto it = m_cells.find(cell);
        return it != m_cells.end() &&
               std::any_of(it->second.begin(), it->second.end(), [&](const Obstacle &o) {
                   return o.from <= arrow && o.rect.intersects(rect);
               });
    });
}

void Pills::place(const Picture &picture, std::size_t arrow, ArrowShape &shape, double width)
{
    shape.pill = {};
    if (width == 0)
        return;
    const auto rectAt = [&](Point p) {
        return Rect{p.x - width / 2, p.y - kHeight / 2, width, kHeight};
    };
    const auto isFree = [&](Point place) { return this->isFree(rectAt(place), arrow); };
    const std::vector<Rect> walls = wallsNear(picture, shape);
    const auto isOffWalls = [&](Point place) {
        return isFree(place) && !isOnWall(rectAt(place), walls);
    };
    const auto find = [&shape, &rectAt](const std::vector<Point> &places, const auto &isRight) {
        const auto found = std::find_if(places.begin(), places.end(), isRight);
        if (found != places.end())
            shape.pill = rectAt(*found);
        return found != places.end();
    };
    // A wall stays whole where it can.
    const std::vector<Point> onLine = placesOnLine(shape);
    shape.pill = rectAt(onLine.front());
    find(onLine, isOffWalls) || find(placesAcrossLine(shape, width), isOffWalls) ||
        find(onLine, isFree) || find(placesBeside(shape, width, kHeight), isFree);
    insert(shape.pill, arrow + 1);
}

void Pills::placeAll(Picture &picture)
{
    for (std::size_t i = 0; i < picture.arrows.size(); ++i) {
        place(picture, i, picture.arrows[i], pillWidth(picture.arrows[i].arrow));
        m_reaches[i] = reachOf(picture.arrows[i], picture.arrows[i].pill.width);
    }
}

std::vector<std::size_t> Pills::placeAgain(Picture &picture,
                                           const std::vector<std::size_t> &changed)
{
    return placeAgain(picture, changed, changed, {});
}

std::vector<std::size_t> Pills::placeAgain(Picture &picture, const Rerouted &rerouted,
                                           std::vector<std::size_t> changed,
                                           const Exchanged &exchanged)
{
    Stirred stirred = exchanged.gone;
    stirred.insert(stirred.end(), exchanged.come.begin(), exchanged.come.end());
    for (const Rect &rect : exchanged.gone)
        eraseFixed(rect);
    for (const Rect &rect : exchanged.come)
        insert(rect, 0);
    for (const auto &[number, shape] : rerouted.removed) {
        if (shape.pill.width > 0)
            erase(shape.pill, number + 1);
        eraseFixed(headRect(shape));
        stirred.insert(stirred.end(), {shape.pill, headRect(shape)});
    }
    renumber(picture, rerouted.numbers);
    rerouted.numbers.applyTo(m_reaches);
    m_ends.follow(rerouted.numbers, picture.arrows);
    std::vector<std::size_t> reworded;
    std::set_union(changed.begin(), changed.end(), rerouted.added().begin(), rerouted.added().end(),
                   std::back_inserter(reworded));
    const auto addHead = [&](std::size_t i) {
        stirred.push_back(headRect(picture.arrows[i]));
        insert(stirred.back(), 0);
        changed.push_back(i);
    };
    for (const auto &[number, shape] : rerouted.bent) {
        stirred.push_back(headRect(shape));
        eraseFixed(stirred.back());
        addHead(number);
    }
    for (const std::size_t i : rerouted.added())
        addHead(i);
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return placeAgain(picture, changed, reworded, std::move(stirred));
}

std::vector<std::size_t> Pills::placeAgain(Picture &picture,
                                           const std::vector<std::size_t> &changed,
                                           const std::vector<std::size_t> &reworded,
                                           Stirred stirred)
{
    constexpr std::size_t kMostStirred = 400; // more are near to most
    std::vector<std::size_t> moved;
    auto next = changed.begin();
    const std::size_t first = next == changed.end() ? picture.arrows.size() : *next;
    for (std::size_t i = stirred.empty() ? first : 0; i < picture.arrows.size(); ++i) {
        const bool isChanged = next != changed.end() && *next == i;
        if (isChanged)
            ++next;
        const auto isNear = [&reach = m_reaches[i]](const Rect &rect) {
            return rect.intersects(reach);
        };
        if (!isChanged &&
            (stirred.empty() || (stirred.size() <= kMostStirred &&
                                 std::none_of(stirred.begin(), stirred.end(), isNear))))
            continue;
        ArrowShape &shape = picture.arrows[i];
        if (!isChanged && shape.pill.width == 0)
            continue;
        const Rect before = shape.pill;
        if (before.width > 0)
            erase(before, i + 1);
        const bool hasOtherWords = std::binary_search(reworded.begin(), reworded.end(), i);
        place(picture, i, shape, hasOtherWords ? pillWidth(shape.arrow) : before.width);
        m_reaches[i] = reachOf(shape, shape.pill.width);
        if (shape.pill == before)
            continue;
        moved.push_back(i);
        for (const Rect &rect : {before, shape.pill})
            if (rect.width > 0)
                stirred.push_back(rect);
    }
    return moved;
}

} // namespace drawbridge::graph
