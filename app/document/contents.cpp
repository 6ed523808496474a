#include "document/contents.h"

#include "document/borrowed_side.h"
#include "document/file_bytes.h"
#include "graph/standard.h"

#include <QFileInfo>
#include <QStringList>

#include <set>
#include <utility>

namespace drawbridge {

/// Namespaces with more services than this start collapsed.
static constexpr std::size_t kMostOpenServices = 60;

void Contents::assumeNamespace(const QString &name)
{
    m_workspace.setDefaultNamespace(name.isEmpty() ? "default" : name.toStdString());
    m_workspace.setDefaultNamespaceGiven(!name.isEmpty());
}

void Contents::add(LoadedFile file)
{
    DiskState disk(QString::fromStdString(file.path));
    disk.saved = QByteArray::fromStdString(file.bytes);
    disk.exists = true;
    disk.isReadOnly = !QFileInfo(disk.path()).isWritable();
    disk.stamp = file.stamp;
    m_disk.put(m_workspace.add(file.path, std::move(file.bytes)), std::move(disk));
}

std::optional<Failure> Contents::compute()
{
    m_evaluator.update(m_workspace);
    m_graph = graph::build(m_workspace, m_evaluator);
    auto failure = readSide();
    if (!m_sideOnDisk)
        collapseLarge();
    takeFreshPlaces();
    m_savedSide = m_side;
    if (!m_side.ports.empty())
        m_graph = graph::build(m_workspace, m_evaluator, m_side.ports);
    return failure;
}

void Contents::computeFresh()
{
    m_evaluator.update(m_workspace);
    m_graph = graph::build(m_workspace, m_evaluator, m_side.ports);
    takeFreshPlaces();
    m_savedSide = m_side;
}

std::vector<graph::Key> Contents::draw()
{
    markUnlikeStandard(m_graph);
    return drawAnew();
}

std::vector<graph::Key> Contents::bringUpToDate(bool isGraphStirred)
{
    if (!isGraphStirred)
        return drawAnew();
    if (!(m_profile == m_evaluator.profile())) {
        m_evaluator.setProfile(m_profile);
        m_standard.reset();
    }
    m_evaluator.update(m_workspace);
    const graph::Graph before = std::move(m_graph);
    m_graph = graph::build(m_workspace, m_evaluator, m_side.ports);
    markUnlikeStandard(m_graph);
    const auto onlyIn = [](const graph::Graph &here, const graph::Graph &there) {
        InFrames result;
        for (const graph::Node &node : here.nodes)
            if (!there.node(node.key))
                result.emplace_back(node.key, node.frame);
        return result;
    };
    const InFrames added = onlyIn(m_graph, before);
    followNodes(onlyIn(before, m_graph), added);
    for (const auto &[node, frame] : added)
        m_fresh.insert(node);
    return drawAnew();
}

std::vector<graph::Key> Contents::drawAnew()
{
    wishForExpanded();
    wishForNewFrames();
    setPicture(graph::compose(m_graph, placement(), m_side.collapsed, m_wishes));
    std::vector<graph::Key> moved = makeRoom(std::exchange(m_fresh, {}));
    m_picture.notes = graph::notes(m_graph, m_side.notes);
    takePlaces();
    return moved;
}

void Contents::swapComputed(Contents &other)
{
    std::swap(m_evaluator, other.m_evaluator);
    std::swap(m_standard, other.m_standard);
    std::swap(m_graph, other.m_graph);
    std::swap(m_picture, other.m_picture);
    std::swap(m_pills, other.m_pills);
    std::swap(m_fresh, other.m_fresh);
    std::swap(m_isNear, other.m_isNear);
    std::swap(m_prepared, other.m_prepared);
    std::swap(m_automatic, other.m_automatic);
    std::swap(m_wishes, other.m_wishes);
    std::swap(m_crowded, other.m_crowded);
}

void Contents::setPicture(graph::Picture picture)
{
    m_picture = std::move(picture);
    m_pills.reset();
    m_isNear = false;
    m_prepared.reset();
}

void Contents::prepare(const ViewMaker &viewMaker)
{
    m_evaluator.prepareForUpdates();
    if (!m_pills)
        m_pills.emplace(m_picture);
    if (viewMaker)
        m_prepared = viewMaker(*this);
}

void Contents::markUnlikeStandard(graph::Graph &graph)
{
    if (m_evaluator.profile().isStandard())
        return;
    if (!m_standard)
        m_standard.emplace(m_evaluator).setProfile({});
    m_standard->update(m_workspace);
    graph::markUnlikeStandard(graph, m_workspace, m_evaluator, *m_standard);
}

/// But for what a borrowed layout shows open.
void Contents::collapseLarge()
{
    std::set<graph::Key> placed;
    for (const graph::Node &node : m_graph.nodes)
        if (m_side.placement.count(node.key) > 0)
            placed.insert(node.frame);
    for (const graph::Frame &frame : m_graph.frames)
        if (frame.services > kMostOpenServices && placed.count(frame.key) == 0)
            m_side.collapsed.insert(frame.key);
}

/// Beside the first file that has one already, else beside the first; and it stays there when a
/// file comes that is before it.
QString Contents::sidePath() const
{
    if (!m_root.isEmpty())
        return m_root + QStringLiteral("/.drawbridge.json");
    QString first;
    for (FileId id : m_workspace.files()) {
        const auto it = m_disk.find(id);
        if (it == m_disk.end() || it->second.path().isEmpty())
            continue;
        QString path = it->second.path() + QStringLiteral(".drawbridge.json");
        if (path == m_sidePath)
            return path;
        if (first.isEmpty())
            first = path;
    }
    return first;
}

std::optional<Failure> Contents::readSide()
{
    for (FileId id : m_workspace.files())
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path().isEmpty())
            if (const QString path = it->second.path() + QStringLiteral(".drawbridge.json");
                m_sidePath.isEmpty() && QFileInfo::exists(path))
                m_sidePath = path;
    const QString path = sidePath();
    m_sideOnDisk = wholeFile(path);
    m_elsewhere.clear();
    forgetBorrowed();
    if (!m_sideOnDisk) {
        borrowSide();
        return {};
    }
    const std::optional<SideState> side = readSideFile(*m_sideOnDisk);
    m_isSideForeign = !side;
    if (!side)
        return Failure{Code::SideFileUnknown, {path.toStdString()}};
    m_side = *side;
    for (const auto &[key, point] : side->automatic)
        if (!m_graph.node(key) && !m_graph.frame(key))
            m_elsewhere[key] = point;
    return {};
}

void Contents::forgetBorrowed()
{
    std::erase_if(m_notes, [](const Diagnostic &note) {
        return note.code == Code::LayoutOfFiles || note.code == Code::LayoutOfFolder;
    });
}

/// Decision 32 has one side file for what is open; while there is none, others may know it.
void Contents::borrowSide()
{
    QStringList paths;
    for (FileId id : m_workspace.files())
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path().isEmpty())
            paths += it->second.path();
    if (paths.isEmpty())
        return;
    const GraphNeeded graph = [this]() -> const graph::Graph & { return m_graph; };
    auto borrowed =
        m_root.isEmpty() ? sideOfFolder(paths.front(), graph) : sideBesideFiles(paths, graph);
    if (!borrowed)
        return;
    m_side = std::move(borrowed->side);
    m_notes.push_back({Severity::Note, borrowed->note.code, {}, borrowed->note.arguments, {}});
}

} // namespace drawbridge
