#include "graph/placing.h"

#include <algorithm>

namespace drawbridge::graph {

namespace {

constexpr double kBrokenFont = 12;
constexpr double kBesideTitle = 51;        ///< of a card: bar, margin and padlock
constexpr double kMostMore = 64;           ///< less than what layouts leave between boxes
constexpr double kFrameTitleExtras = 64;   ///< padlock, chevron, round ends
constexpr double kFrameTitleOverhang = 12; ///< wider than the frame by this at most
constexpr double kFrameTitleFont = 12;

double roomBeside(const Node &node)
{
    return node.frame.empty() ? 0 : kBesideTitle;
}

double mostRoom(const Node &node)
{
    const double width = node.frame.empty() ? metrics().outsideWidth : metrics().cardWidth;
    return width + kMostMore - roomBeside(node);
}

double fontOf(const Node &node)
{
    return node.frame.empty() ? kOutsideTitleFont : kCardTitleFont;
}

/// The end of the longest beginning of `text` that fits into a line.
std::size_t fittingEnd(const std::string &text, double room)
{
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end + 1;
        while (next < text.size() && (text[next] & 0xC0) == 0x80)
            ++next;
        if (end > 0 && textWidth(text.substr(0, next), kBrokenFont, true) > room)
            break;
        end = next;
    }
    return end;
}

/// Between words, else behind what parts a name; an address is broken only if it must be.
std::size_t breakBefore(const std::string &text, std::size_t end)
{
    if (end >= text.size())
        return text.size();
    if (const std::size_t blank = text.rfind(' ', end); blank != std::string::npos && blank > 0)
        return blank;
    const std::size_t mark = text.find_last_of("-._/:,", end - 1);
    return mark == std::string::npos || mark + 1 < end / 2 ? end : mark + 1;
}

} // namespace

std::vector<std::string> titleLines(const Node &node, const std::string &title)
{
    const double room = mostRoom(node);
    std::vector<std::string> lines;
    if (textWidth(title, kLeastTitleFont, true) <= room)
        return {title};
    constexpr std::size_t kMostOfALine = 1000; // bytes; far more than fit
    for (std::size_t at = 0; at < title.size();) {
        std::size_t end = std::min(at + kMostOfALine, title.size());
        while (end < title.size() && (title[end] & 0xC0) == 0x80)
            --end;
        const std::string rest = title.substr(at, end - at);
        const std::size_t cut = breakBefore(rest, fittingEnd(rest, room));
        lines.push_back(rest.substr(0, cut));
        at += rest[std::min(cut, rest.size() - 1)] == ' ' ? cut + 1 : cut;
    }
    return lines;
}

Rect sizeOf(const Node &node)
{
    const Metrics &m = metrics();
    const double height = node.frame.empty() ? m.outsideHeight : m.cardHeight;
    const double least = node.frame.empty() ? m.outsideWidth : m.cardWidth;
    const std::vector<std::string> lines = titleLines(node, node.title);
    const double wanted = lines.size() > 1
                              ? mostRoom(node)
                              : std::min(textWidth(node.title, fontOf(node), true), mostRoom(node));
    // On the grid, so that cards of nearly equal names are equal.
    const double more = std::max(wanted + roomBeside(node) - least, 0.0);
    const double width = least + std::min(16 * double(int((more + 15) / 16)), kMostMore);
    const double extra = lines.size() > 1 ? kTitleLine * double(lines.size() - 1) : 0;
    return {0, 0, width, height + extra};
}

double leastWidth(const Frame &frame)
{
    return textWidth(frame.title, kFrameTitleFont, true) + kFrameTitleExtras - kFrameTitleOverhang;
}

Rect frameAround(const Rect &nodes)
{
    const Metrics &m = metrics();
    return {nodes.x - m.framePadding, nodes.y - m.framePadding - m.frameTitle,
            nodes.width + 2 * m.framePadding, nodes.height + 2 * m.framePadding + m.frameTitle};
}

Rect frameAround(const Rect &nodes, const Frame &frame)
{
    Rect rect = frameAround(nodes);
    rect.width = std::max(rect.width, leastWidth(frame));
    return rect;
}

} // namespace drawbridge::graph
