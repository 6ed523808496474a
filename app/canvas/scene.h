#pragma once

#include "canvas/cell_grid.h"
#include "graph/refresh.h"
#include "graph/rerouting.h"
#include "graph/spatial_hash.h"

#include <QRectF>
#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace drawbridge::canvas {

enum class Kind : std::uint8_t { None, Node, Frame, Arrow };

/// What is below a point.
struct Hit
{
    Kind kind = Kind::None;
    graph::Key key;
    bool isOnChevron = false; ///< the triangle that folds the frame

    bool operator==(const Hit &) const = default;
};

/// Nodes and frames that a filter does not show: drawn as pale outlines, left out by the keyboard.
/// Nothing if there is no filter.
using Faded = std::optional<std::set<graph::Key>>;

/// A picture with what drawing and hit tests need: grids, links from nodes to arrows, notes.
/// Threads can share it; who changes it sees to it that nobody reads it meanwhile.
class Scene
{
public:
    Scene() = default;
    explicit Scene(graph::Picture picture, Faded faded = {});
    /// Takes over what differs in a picture of the same frames in which nodes that stay are where
    /// they were. How many elements look different.
    std::size_t refresh(const graph::Picture &now, const graph::Refreshed &touched);
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;

    const graph::Picture &picture() const { return m_picture; }
    graph::Rect bounds() const { return m_bounds; }
    bool isEmpty() const { return m_kinds.empty(); }
    bool isFiltered() const { return m_faded.has_value(); }
    bool isFaded(const graph::Key &key) const { return m_faded && m_faded->count(key) > 0; }
    const Faded &faded() const { return m_faded; }

    /// In which the Tab key goes through the picture that it was made of; without what is faded.
    const std::shared_ptr<const std::vector<graph::Key>> &firstOrder() const
    {
        return m_firstOrder;
    }

    Kind kindOf(const graph::Key &key) const;
    bool contains(const graph::Key &key) const { return kindOf(key) != Kind::None; }
    /// Nothing if the key is of another kind or unknown.
    const graph::NodeShape *node(const graph::Key &key) const;
    const graph::FrameShape *frame(const graph::Key &key) const;
    const graph::ArrowShape *arrow(const graph::Key &key) const;
    /// Bounds of an element; of an arrow with its pill.
    graph::Rect rectOf(const graph::Key &key) const;

    using Indices = std::vector<std::uint32_t>;
    Indices nodesNear(const graph::Rect &rect) const;
    Indices arrowsNear(const graph::Rect &rect) const;
    /// The arrows that begin or end at a node or frame.
    const Indices &arrowsOf(const graph::Key &end) const;
    /// Keys of the nodes in a frame.
    std::vector<graph::Key> nodesOf(const graph::Key &frame) const;

    /// `tolerance` in scene units, for arrows and walls.
    Hit hit(graph::Point point, double tolerance) const;
    /// The frame around a point; empty if there is none.
    graph::Key frameAt(graph::Point point) const;
    /// The nodes that lie wholly in a rectangle, and the arrows both of whose ends do; none that is
    /// faded.
    std::vector<graph::Key> inside(const graph::Rect &rect) const;

    /// Where the note of a half open arrow has room; by the arrow's index. Looked for each time.
    std::optional<QRectF> note(std::uint32_t arrow) const;
    std::optional<QRectF> note(const graph::Key &arrow) const;
    QString noteText(const graph::ArrowShape &arrow) const;
    /// Where the ports of an arrow are written, clear of cards, titles and arrow heads; empty if
    /// there is no room.
    const QRectF &pill(std::uint32_t arrow) const { return m_pills[arrow]; }
    QRectF pill(const graph::Key &arrow) const;

    /// The keys of the elements in the picture that notes are pinned to, with what their signs say.
    const std::map<graph::Key, QString> &signs() const { return m_signs; }
    /// Where the sign of an element is.
    QRectF signRect(const graph::Key &key) const;

private:
    struct Place
    {
        Kind kind = Kind::None;
        std::uint32_t index = 0;
    };
    Place placeOf(const graph::Key &key) const;
    void index();
    void indexNodes();
    void indexTitles();
    void indexArrows();
    bool changeCards(const graph::Picture &now, const graph::Refreshed &touched);
    std::vector<graph::Rect> exchangeNodes(const graph::Picture &now,
                                           const graph::Refreshed &touched);
    void placePills();
    bool isCrowded() const; ///< pills in the way are left out
    QSizeF pillSize(const graph::ArrowShape &shape);
    void centerPill(std::uint32_t arrow);
    void refreshArrow(std::uint32_t arrow, const graph::ArrowShape &now);
    void changeArrows(const graph::Picture &now, const graph::Refreshed &touched);
    void renumber(const graph::Rerouted &changed);
    void linkArrow(std::uint32_t arrow);
    void noteStray(std::uint32_t arrow);
    void placeSigns();
    bool coversCard(const QRectF &rect) const; ///< or the title of a frame
    bool isFree(const QRectF &rect, std::uint32_t besides) const;
    bool isClearOfWords(const QRectF &rect, std::uint32_t besides) const;
    bool fits(std::uint32_t arrow, const QRectF &pill) const;
    /// Empty if there is none.
    QRectF freePill(std::uint32_t arrow, QSizeF size) const;
    Hit hitFrame(graph::Point point, double tolerance, bool titles) const;

    graph::Picture m_picture;
    Faded m_faded;
    std::shared_ptr<const std::vector<graph::Key>> m_firstOrder;
    graph::Rect m_bounds;
    std::unordered_map<graph::Key, Place> m_kinds; ///< of nodes and frames
    std::unordered_map<graph::Key, Indices> m_arrowsOf;
    CellGrid m_nodeGrid;
    Indices m_strayNodes; ///< that the grid does not know; ascending
    CellGrid m_arrowGrid;
    Indices m_strays; ///< that are elsewhere than the grid knows, or their words; ascending
    graph::SpatialHash m_titles;
    std::vector<QRectF> m_pills;
    /// By cells of the plane: words that stepped aside, perhaps far from where the grid has them.
    std::unordered_map<std::uint64_t, Indices> m_aside;
    std::unordered_map<std::string, QSizeF> m_pillSizes; ///< most arrows share a few labels
    std::map<graph::Key, QString> m_signs;
};

/// True if both are drawn alike; places in the text do not count.
bool looksLike(const graph::NodeShape &a, const graph::NodeShape &b);
bool looksLike(const graph::FrameShape &a, const graph::FrameShape &b);
bool looksLike(const graph::ArrowShape &a, const graph::ArrowShape &b);
/// Elements that came, went or look different; of many, this many at least.
std::size_t countOfChanges(const graph::Picture &before, const graph::Picture &after,
                           std::size_t most = SIZE_MAX);
/// Nodes and frames that came, but not those that a folded frame held; of many, this many.
std::vector<graph::Key> added(const graph::Picture &before, const graph::Picture &after,
                              std::size_t most = SIZE_MAX);

} // namespace drawbridge::canvas
