#include "graph/aligning.h"

#include "graph/placing.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::graph {

namespace {

constexpr double kGap = 24;

bool isSpread(Alignment alignment)
{
    return alignment == Alignment::SpreadHorizontally || alignment == Alignment::SpreadVertically;
}

/// True if it changes x.
bool isAcross(Alignment alignment)
{
    return alignment == Alignment::Left || alignment == Alignment::Center ||
           alignment == Alignment::Right || alignment == Alignment::SpreadHorizontally;
}

Rect swapped(const Rect &r)
{
    return {r.y, r.x, r.height, r.width};
}

/// Works on x; who changes y hands in everything with x and y swapped.
class Aligner
{
public:
    Aligner(std::map<Key, Rect> chosen, std::vector<Rect> others)
        : m_chosen(std::move(chosen)), m_others(std::move(others))
    {
        for (const auto &[key, rect] : m_chosen) {
            m_box = m_order.empty() ? rect : m_box.united(rect);
            m_order.push_back(key);
        }
    }

    std::map<Key, Rect> align(Alignment alignment)
    {
        sortBy([](const Rect &rect) { return rect.y; });
        std::map<Key, Rect> result;
        std::vector<Rect> taken = m_others;
        for (const Key &key : m_order) {
            Rect rect = m_chosen.at(key);
            rect.x = xOf(rect, alignment);
            while (const Rect *below = firstOver(taken, rect))
                rect.y = below->bottom() + kGap;
            taken.push_back(rect);
            result[key] = rect;
        }
        return result;
    }

    std::map<Key, Rect> spread()
    {
        sortBy([](const Rect &rect) { return rect.center().x; });
        double widths = 0;
        for (const auto &[key, rect] : m_chosen)
            widths += rect.width;
        const double gap =
            std::max(kGap, (m_box.width - widths) / std::max(1.0, double(m_order.size()) - 1));
        std::map<Key, Rect> result;
        double x = m_box.x;
        for (const Key &key : m_order) {
            Rect rect = m_chosen.at(key);
            rect.x = std::round(x);
            x += rect.width + gap;
            result[key] = rect;
        }
        return result;
    }

private:
    template <typename ValueOf>
    void sortBy(ValueOf valueOf)
    {
        std::stable_sort(m_order.begin(), m_order.end(), [&](const Key &a, const Key &b) {
            return valueOf(m_chosen.at(a)) < valueOf(m_chosen.at(b));
        });
    }

    double xOf(const Rect &rect, Alignment alignment) const
    {
        switch (alignment) {
        case Alignment::Center:
        case Alignment::Middle:
            return std::round(m_box.center().x - rect.width / 2);
        case Alignment::Right:
        case Alignment::Bottom:
            return m_box.right() - rect.width;
        case Alignment::Left:
        case Alignment::Top:
        case Alignment::SpreadHorizontally:
        case Alignment::SpreadVertically:
            break;
        }
        return m_box.x;
    }

    static const Rect *firstOver(const std::vector<Rect> &taken, const Rect &rect)
    {
        const auto it = std::find_if(taken.begin(), taken.end(),
                                     [&](const Rect &other) { return other.intersects(rect); });
        return it == taken.end() ? nullptr : &*it;
    }

    std::map<Key, Rect> m_chosen;
    std::vector<Rect> m_others;
    std::vector<Key> m_order;
    Rect m_box;
};

/// Nodes by key, and frames spanned around them; folded and empty ones as they are.
struct Boxes
{
    std::map<Key, Rect> nodes;
    std::map<Key, Rect> frames;
};

Boxes boxesOf(const Picture &picture, const std::map<Key, Rect> &moved)
{
    Boxes boxes;
    std::map<Key, Rect> inside;
    for (const NodeShape &shape : picture.nodes) {
        const auto it = moved.find(shape.node.key);
        const Rect rect = it == moved.end() ? shape.rect : it->second;
        boxes.nodes[shape.node.key] = rect;
        if (shape.node.frame.empty())
            continue;
        const auto [known, isNew] = inside.emplace(shape.node.frame, rect);
        if (!isNew)
            known->second = known->second.united(rect);
    }
    for (const FrameShape &shape : picture.frames) {
        const auto it = inside.find(shape.frame.key);
        boxes.frames[shape.frame.key] = it == inside.end() ? shape.rect : frameAround(it->second);
    }
    return boxes;
}

/// True if a pair of boxes that may not meet does so now and did not before.
bool collide(const Picture &picture, const Boxes &before, const Boxes &now,
             const std::map<Key, Rect> &moved)
{
    const auto isWorse = [](const Rect &a, const Rect &b, const Rect &aBefore,
                            const Rect &bBefore) {
        return a.intersects(b) && !aBefore.intersects(bBefore);
    };
    for (const auto &[key, rect] : moved)
        for (const auto &[other, otherRect] : now.nodes)
            if (key != other &&
                isWorse(rect, otherRect, before.nodes.at(key), before.nodes.at(other)))
                return true;
    for (const auto &[key, rect] : now.frames) {
        const Rect &old = before.frames.at(key);
        const bool isSame = rect == old;
        for (const auto &[other, otherRect] : now.frames)
            if (!isSame && key != other && isWorse(rect, otherRect, old, before.frames.at(other)))
                return true;
        for (const NodeShape &shape : picture.nodes) {
            const Key &node = shape.node.key;
            if (shape.node.frame != key && (!isSame || moved.count(node) > 0) &&
                isWorse(rect, now.nodes.at(node), old, shape.rect))
                return true;
        }
    }
    return false;
}

} // namespace

std::size_t leastOf(Alignment alignment)
{
    return isSpread(alignment) ? 3 : 2;
}

std::optional<Placement> aligned(const Picture &picture, const std::set<Key> &keys,
                                 Alignment alignment)
{
    const bool swaps = !isAcross(alignment);
    const auto turned = [&](const Rect &rect) { return swaps ? swapped(rect) : rect; };
    std::map<Key, Rect> chosen;
    std::vector<Rect> others;
    for (const NodeShape &shape : picture.nodes) {
        if (keys.count(shape.node.key) > 0)
            chosen[shape.node.key] = turned(shape.rect);
        else
            others.push_back(turned(shape.rect));
    }
    if (chosen.size() < leastOf(alignment))
        return {};
    Aligner aligner(chosen, std::move(others));
    std::map<Key, Rect> moved = isSpread(alignment) ? aligner.spread() : aligner.align(alignment);
    for (auto &[key, rect] : moved)
        rect = turned(rect);
    if (collide(picture, boxesOf(picture, {}), boxesOf(picture, moved), moved))
        return {};
    Placement places;
    for (const auto &[key, rect] : moved)
        places[key] = {rect.x, rect.y};
    return places;
}

} // namespace drawbridge::graph
