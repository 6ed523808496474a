#include "document/borrowed_side.h"

#include "graph/placing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace drawbridge {

namespace {

constexpr qint64 kLargestSideFile = 64 << 20;
constexpr int kMostFolders = 16; ///< as deep as a folder is read
constexpr double kApart = 64;

std::optional<SideState> read(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > kLargestSideFile ||
        !file.open(QIODevice::ReadOnly))
        return {};
    return readSideFile(file.readAll());
}

bool isEnd(const graph::Graph &graph, const graph::Key &key)
{
    return graph.node(key) || graph.frame(key);
}

/// What it says of what is there.
SideState partOf(const SideState &side, const graph::Graph &graph)
{
    SideState part;
    for (const auto &[key, point] : side.placement)
        if (isEnd(graph, key))
            part.placement[key] = point;
    for (const auto &[key, point] : side.automatic)
        if (isEnd(graph, key))
            part.automatic[key] = point;
    for (const graph::Key &key : side.collapsed)
        if (graph.frame(key))
            part.collapsed.insert(key);
    for (const auto &[key, ports] : side.ports)
        if (graph.node(key))
            part.ports[key] = ports;
    for (const auto &[key, notes] : side.notes)
        if (isEnd(graph, key) || graph.arrow(key))
            part.notes[key] = notes;
    return part;
}

/// About the room of what is placed, walls included.
std::optional<graph::Rect> roomOf(const graph::Placement &placement, const graph::Graph &graph)
{
    std::optional<graph::Rect> room;
    for (const auto &[key, point] : placement) {
        const graph::Node *node = graph.node(key);
        graph::Rect rect = node ? graph::sizeOf(*node)
                                : graph::Rect{0, 0, graph::metrics().emptyFrameWidth,
                                              graph::metrics().emptyFrameHeight};
        rect.x = point.x;
        rect.y = point.y;
        if (node && !node->frame.empty())
            rect = graph::frameAround(rect);
        room = room ? room->united(rect) : rect;
    }
    return room;
}

graph::Placement placesOf(const SideState &side)
{
    graph::Placement places = side.placement;
    places.insert(side.automatic.begin(), side.automatic.end());
    return places;
}

/// Adds a layout, beside what is there if it would lie over it.
void add(SideState part, const graph::Graph &graph, SideState &all)
{
    const graph::Placement before = placesOf(all);
    for (const auto &[key, point] : before) {
        part.placement.erase(key);
        part.automatic.erase(key);
    }
    const auto there = roomOf(before, graph);
    const auto added = roomOf(placesOf(part), graph);
    const bool isOver = there && added && there->intersects(*added);
    const double by = isOver ? there->right() + kApart - added->x : 0;
    for (const auto &[key, point] : part.placement)
        all.placement[key] = {point.x + by, point.y};
    for (const auto &[key, point] : part.automatic)
        all.automatic[key] = {point.x + by, point.y};
    all.collapsed.insert(part.collapsed.begin(), part.collapsed.end());
    all.ports.insert(part.ports.begin(), part.ports.end());
    for (const auto &[key, notes] : part.notes) {
        auto &list = all.notes[key];
        list.insert(list.end(), notes.begin(), notes.end());
    }
}

} // namespace

std::optional<BorrowedSide> sideBesideFiles(const QStringList &files, const GraphNeeded &graph)
{
    SideState all;
    QString first;
    int count = 0;
    for (const QString &file : files) {
        const QString path = file + QStringLiteral(".drawbridge.json");
        const auto side = read(path);
        SideState part = side ? partOf(*side, graph()) : SideState();
        if (part.isEmpty())
            continue;
        add(std::move(part), graph(), all);
        if (++count == 1)
            first = path;
    }
    if (count == 0)
        return {};
    return BorrowedSide{std::move(all),
                        {Code::LayoutOfFiles, {first.toStdString(), std::to_string(count)}}};
}

std::optional<BorrowedSide> sideOfFolder(const QString &file, const GraphNeeded &graph)
{
    QDir folder = QFileInfo(file).absoluteDir();
    for (int i = 0; i < kMostFolders; ++i) {
        const QString path = folder.filePath(QStringLiteral(".drawbridge.json"));
        const auto side = read(path);
        SideState part = side ? partOf(*side, graph()) : SideState();
        if (!part.isEmpty())
            return BorrowedSide{std::move(part), {Code::LayoutOfFolder, {path.toStdString()}}};
        if (QFileInfo::exists(path) || !folder.cdUp())
            break;
    }
    return {};
}

} // namespace drawbridge
