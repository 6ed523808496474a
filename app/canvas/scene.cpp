#include "canvas/scene.h"

#include "canvas/elements.h"
#include "canvas/navigation.h"
#include "canvas/shapes.h"
#include "graph/room.h"
#include "graph/routing.h"
#include "graph/spatial_hash.h"
#include "messages/graph_words.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace drawbridge::canvas {

using graph::ArrowShape;
using graph::FrameShape;
using graph::Key;
using graph::NodeShape;
using graph::Rect;

Scene::Scene(graph::Picture picture, Faded faded)
    : m_picture(std::move(picture)), m_faded(std::move(faded))
{
    index();
    placePills();
    placeSigns();
    std::vector<Key> order = readingOrder(m_picture);
    std::erase_if(order, [this](const Key &key) { return isFaded(key); });
    m_firstOrder = std::make_shared<const std::vector<Key>>(std::move(order));
}

void Scene::placeSigns()
{
    m_signs.clear();
    for (const graph::Note &note : m_picture.notes)
        if (contains(note.key) && m_signs.count(note.key) == 0)
            m_signs[note.key] = QString::fromStdString(graph::signText(m_picture.notes, note.key));
}

/// Not at the edge, whatever bits a width lost.
static bool isInside(const Rect &inner, const Rect &outer)
{
    constexpr double kEdge = 0.01;
    return inner.x > outer.x + kEdge && inner.y > outer.y + kEdge &&
           inner.right() < outer.right() - kEdge && inner.bottom() < outer.bottom() - kEdge;
}

/// Rectangles around pieces of the curve: those of the whole would fill too many cells.
static void addCurve(std::vector<CellGrid::Entry> &entries, std::uint32_t item,
                     const ArrowShape &arrow)
{
    const double length = std::hypot(arrow.to.x - arrow.from.x, arrow.to.y - arrow.from.y);
    const int cubics = int(arrow.between.size() / 3) + 1;
    const int pieces = std::clamp((int(length / 300) + 2) * cubics, 2, 64);
    graph::Point before = arrow.from;
    for (int i = 1; i <= pieces; ++i) {
        const graph::Point now = arrow.at(double(i) / pieces);
        const Rect piece{std::min(before.x, now.x), std::min(before.y, now.y),
                         std::abs(before.x - now.x), std::abs(before.y - now.y)};
        entries.push_back({item, graph::inflated(piece, 16, 16)});
        before = now;
    }
}

void Scene::index()
{
    m_kinds.reserve(m_picture.nodes.size() + m_picture.frames.size());
    for (std::uint32_t i = 0; i < m_picture.frames.size(); ++i)
        m_kinds.insert({m_picture.frames[i].frame.key, {Kind::Frame, i}});
    for (std::uint32_t i = 0; i < m_picture.nodes.size(); ++i)
        m_kinds.insert({m_picture.nodes[i].node.key, {Kind::Node, i}});
    for (std::uint32_t i = 0; i < m_picture.arrows.size(); ++i)
        linkArrow(i);
    indexNodes();
    indexTitles();
    indexArrows();
    if (!isEmpty())
        m_bounds = m_picture.bounds();
}

static Rect aroundCard(const NodeShape &shape)
{
    return graph::inflated(shape.rect, 4, 4);
}

void Scene::indexNodes()
{
    std::vector<CellGrid::Entry> nodes;
    for (std::uint32_t i = 0; i < m_picture.nodes.size(); ++i)
        nodes.push_back({i, aroundCard(m_picture.nodes[i])});
    m_nodeGrid = CellGrid(nodes);
    m_strayNodes.clear();
}

Scene::Indices Scene::nodesNear(const Rect &rect) const
{
    Indices near = m_nodeGrid.query(rect);
    for (const std::uint32_t i : m_strayNodes)
        if (aroundCard(m_picture.nodes[i]).intersects(rect))
            near.insert(std::lower_bound(near.begin(), near.end(), i), i);
    return near;
}

void Scene::indexTitles()
{
    m_titles = graph::SpatialHash();
    for (const FrameShape &shape : m_picture.frames)
        m_titles.insert(fromQt(titleRect(shape)));
}

void Scene::linkArrow(std::uint32_t arrow)
{
    const graph::Arrow &shown = m_picture.arrows[arrow].arrow;
    const auto link = [&](const Key &end) {
        Indices &arrows = m_arrowsOf[end];
        arrows.insert(std::lower_bound(arrows.begin(), arrows.end(), arrow), arrow);
    };
    link(shown.source);
    if (shown.target != shown.source)
        link(shown.target);
}

static Rect aroundPill(const ArrowShape &shape)
{
    return graph::inflated(shape.pill, 40, 40);
}

void Scene::indexArrows()
{
    std::vector<CellGrid::Entry> arrows;
    for (std::uint32_t i = 0; i < m_picture.arrows.size(); ++i) {
        addCurve(arrows, i, m_picture.arrows[i]);
        arrows.push_back({i, aroundPill(m_picture.arrows[i])});
    }
    m_arrowGrid = CellGrid(arrows);
    m_strays.clear();
}

Scene::Indices Scene::arrowsNear(const Rect &rect) const
{
    Indices near = m_arrowGrid.query(rect);
    if (m_strays.empty())
        return near;
    Indices more;
    std::copy_if(m_strays.begin(), m_strays.end(), std::back_inserter(more), [&](std::uint32_t i) {
        const ArrowShape &shape = m_picture.arrows[i];
        return graph::inflated(shape.bounds(), 16, 16).intersects(rect) ||
               aroundPill(shape).intersects(rect);
    });
    Indices all;
    std::set_union(near.begin(), near.end(), more.begin(), more.end(), std::back_inserter(all));
    return all;
}

bool Scene::coversCard(const QRectF &rect) const
{
    if (m_titles.intersects(fromQt(rect)))
        return true;
    const Indices nodes = nodesNear(fromQt(rect));
    return std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t i) {
        return m_picture.nodes[i].rect.intersects(fromQt(rect));
    });
}

bool Scene::isFree(const QRectF &rect, std::uint32_t besides) const
{
    return !coversCard(rect) && isClearOfWords(rect, besides);
}

bool Scene::isClearOfWords(const QRectF &rect, std::uint32_t besides) const
{
    for (const std::uint32_t i : arrowsNear(fromQt(rect))) {
        if (i != besides && m_pills[i].intersects(rect))
            return false;
        if (graph::headRect(m_picture.arrows[i]).intersects(fromQt(rect)))
            return false; // the head says which way it goes
    }
    return !graph::SpatialHash::forEachCell(fromQt(rect), [&](std::uint64_t cell) {
        const auto aside = m_aside.find(cell);
        return aside != m_aside.end() &&
               std::any_of(aside->second.begin(), aside->second.end(), [&](std::uint32_t i) {
                   return i != besides && m_pills[i].intersects(rect);
               });
    });
}

bool Scene::isCrowded() const
{
    constexpr std::size_t kMostPlaced = 1000;
    return m_picture.arrows.size() > kMostPlaced;
}

QSizeF Scene::pillSize(const ArrowShape &shape)
{
    const auto state = char('0' + int(shape.arrow.state) * 2 + int(shape.arrow.differs));
    const auto since = char('0' + int(shape.arrow.since));
    const auto unlike =
        char('0' + int(shape.arrow.isUnlikeStandard) + 2 * int(shape.arrow.isStandardUnsure) +
             4 * int(shape.arrow.isOnlyStandard) + 8 * int(shape.arrow.podsToo));
    const std::string half = shape.arrow.hasHalfOpenPorts()
                                 ? (shape.arrow.onlyAtSource | shape.arrow.onlyAtTarget).label()
                                 : std::string();
    QSizeF &size =
        m_pillSizes[shape.arrow.label + state + since + shape.arrow.labelBefore + unlike +
                    shape.arrow.labelStandard + char('0' + int(shape.arrow.way)) + half + '\n' +
                    shape.arrow.alsoNamed];
    if (!size.isValid())
        size = pillRect(shape).size();
    return size;
}

void Scene::centerPill(std::uint32_t arrow)
{
    const ArrowShape &shape = m_picture.arrows[arrow];
    QRectF rect(QPointF(), pillSize(shape));
    rect.moveCenter(shape.pill.width > 0 ? toQt(shape.pill.center()) : toQt(shape.at(0.5)));
    m_pills[arrow] = isCrowded() && coversCard(rect) ? QRectF() : rect;
}

/// The picture keeps pills apart where it can; here they also step aside for cards, since their
/// words may be longer than it knew.
void Scene::placePills()
{
    m_pills.resize(m_picture.arrows.size());
    m_aside.clear();
    for (std::uint32_t i = 0; i < m_pills.size(); ++i)
        centerPill(i);
    for (std::uint32_t i = 0; i < m_pills.size() && !isCrowded(); ++i) {
        const QRectF wanted = m_pills[i];
        if (wanted.isEmpty() || fits(i, wanted))
            continue;
        constexpr double kShort = 46; // the begin of the words; the tooltip has them all
        m_pills[i] = freePill(i, wanted.size());
        if (m_pills[i].isEmpty() && wanted.width() > kShort)
            m_pills[i] = freePill(i, {kShort, wanted.height()});
        graph::SpatialHash::forEachCell(fromQt(m_pills[i]), [&](std::uint64_t cell) {
            m_aside[cell].push_back(i);
            return false;
        });
    }
}

bool Scene::fits(std::uint32_t arrow, const QRectF &pill) const
{
    constexpr double kEnd = 4; // the round ends may touch a card
    return !coversCard(pill.adjusted(kEnd, 1, -kEnd, -1)) && isClearOfWords(pill, arrow);
}

QRectF Scene::freePill(std::uint32_t arrow, QSizeF size) const
{
    for (const graph::Point place :
         graph::pillPlaces(m_picture.arrows[arrow], size.width(), size.height())) {
        QRectF rect(QPointF(), size);
        rect.moveCenter(toQt(place));
        if (fits(arrow, rect))
            return rect;
    }
    return {};
}

constexpr std::size_t kMostStrays = 100; ///< more are sorted into the grids

/// What has no number any longer is left out.
static void follow(Scene::Indices &items, const graph::Renumbering &numbers)
{
    std::erase_if(items, [&](std::uint32_t i) { return !numbers.now(i); });
    for (std::uint32_t &i : items)
        i = std::uint32_t(*numbers.now(i));
}

std::size_t Scene::refresh(const graph::Picture &now, const graph::Refreshed &touched)
{
    std::size_t changes = touched.added.size() + touched.removed.size() +
                          touched.nodesAdded.size() + touched.nodesRemoved.size();
    const bool wasCrowded = isCrowded();
    const bool isAtEdge = !touched.keepsNodes() && changeCards(now, touched);
    if (!touched.keepsArrows() || !touched.keepsNodes())
        changeArrows(now, touched);
    for (const Key &key : touched.nodes)
        if (const Place place = placeOf(key); place.kind == Kind::Node) {
            NodeShape &shape = m_picture.nodes[place.index];
            changes += looksLike(shape, now.nodes[place.index]) ? 0 : 1;
            shape.node = now.nodes[place.index].node;
        }
    for (const Key &key : touched.frames)
        if (const Place place = placeOf(key); place.kind == Kind::Frame) {
            FrameShape &shape = m_picture.frames[place.index];
            changes += looksLike(shape, now.frames[place.index]) ? 0 : 1;
            shape.frame = now.frames[place.index].frame;
        }
    for (const Key &key : touched.arrows)
        if (const Place place = placeOf(key); place.kind == Kind::Arrow) {
            const bool isAlike = looksLike(m_picture.arrows[place.index], now.arrows[place.index]);
            changes += isAlike ? 0 : 1;
            refreshArrow(place.index, now.arrows[place.index]);
            if (!isAlike) // else its pill has stepped aside already
                centerPill(place.index);
        }
    if (isAtEdge)
        m_bounds = m_picture.bounds();
    if (m_strays.size() > kMostStrays)
        indexArrows();
    if (changes == 0)
        return 0;
    if (!isCrowded() || !wasCrowded)
        placePills();
    return changes;
}

/// The same cards and walls as in the picture now. True if that may change the bounds.
bool Scene::changeCards(const graph::Picture &now, const graph::Refreshed &touched)
{
    std::vector<Rect> stirred = exchangeNodes(now, touched);
    bool isAtEdge = std::any_of(stirred.begin(), stirred.end(),
                                [this](const Rect &rect) { return !isInside(rect, m_bounds); });
    bool isSpanned = false;
    for (const Key &key : touched.frames)
        if (const FrameShape *shape = now.frame(key)) {
            FrameShape &before = m_picture.frames[std::size_t(shape - now.frames.data())];
            if (before.rect == shape->rect)
                continue;
            isSpanned = true;
            isAtEdge |= !isInside(before.rect, m_bounds) || !isInside(shape->rect, m_bounds);
            stirred.push_back(fromQt(titleRect(before)));
            before.rect = shape->rect;
            stirred.push_back(fromQt(titleRect(before)));
        }
    if (isSpanned)
        indexTitles();
    for (const Rect &rect : stirred)
        for (const std::uint32_t arrow : arrowsNear(rect))
            centerPill(arrow);
    return isAtEdge;
}

/// Gives where those stand that came, and stood that went.
std::vector<Rect> Scene::exchangeNodes(const graph::Picture &now, const graph::Refreshed &touched)
{
    std::vector<Rect> stirred;
    std::set<std::size_t> gone; // as they were numbered
    for (const graph::Refreshed::Gone &one : touched.nodesRemoved)
        if (const NodeShape *shape = node(one.node)) { // else a closed frame hid it
            stirred.push_back(shape->rect);
            gone.insert(std::size_t(shape - m_picture.nodes.data()));
        }
    for (const std::size_t i : gone)
        m_kinds.erase(m_picture.nodes[i].node.key);
    std::set<std::size_t> come; // as they are numbered
    for (const Key &key : touched.nodesAdded)
        if (const NodeShape *shape = now.node(key)) {
            stirred.push_back(shape->rect);
            come.insert(std::size_t(shape - now.nodes.data()));
        }
    const graph::Renumbering numbers(m_picture.nodes.size(), {gone.begin(), gone.end()},
                                     {come.begin(), come.end()});
    numbers.applyTo(m_picture.nodes);
    for (const std::size_t i : come)
        m_picture.nodes[i] = now.nodes[i];
    m_nodeGrid.renumber(numbers);
    follow(m_strayNodes, numbers);
    for (const std::size_t i : come)
        m_strayNodes.insert(std::lower_bound(m_strayNodes.begin(), m_strayNodes.end(), i),
                            std::uint32_t(i));
    const auto put = [this](std::size_t i) {
        m_kinds[m_picture.nodes[i].node.key] = {Kind::Node, std::uint32_t(i)};
    };
    numbers.forEachMoved([&put](std::size_t, std::size_t i) { put(i); });
    std::for_each(come.begin(), come.end(), put);
    for (std::size_t i = 0; i < m_picture.nodes.size(); ++i) // these moved up, too
        m_picture.nodes[i].node.endpoint = now.nodes[i].node.endpoint;
    if (m_strayNodes.size() > kMostStrays)
        indexNodes();
    return stirred;
}

void Scene::refreshArrow(std::uint32_t arrow, const ArrowShape &now)
{
    ArrowShape &shape = m_picture.arrows[arrow];
    shape.arrow = now.arrow;
    const bool isElsewhere = shape.from != now.from || shape.control1 != now.control1 ||
                             shape.control2 != now.control2 || shape.to != now.to ||
                             shape.between != now.between;
    if (!isElsewhere && shape.pill == now.pill)
        return;
    const Rect before = isElsewhere ? shape.bounds() : shape.pill;
    std::tie(shape.from, shape.control1, shape.control2, shape.to, shape.between, shape.pill) =
        std::tie(now.from, now.control1, now.control2, now.to, now.between, now.pill);
    shape.isBehind = now.isBehind;
    noteStray(arrow);
    if (!isInside(before, m_bounds) ||
        !isInside(isElsewhere ? shape.bounds() : shape.pill, m_bounds))
        m_bounds = m_picture.bounds();
}

void Scene::noteStray(std::uint32_t arrow)
{
    const auto place = std::lower_bound(m_strays.begin(), m_strays.end(), arrow);
    if (place == m_strays.end() || *place != arrow)
        m_strays.insert(place, arrow);
}

/// The same arrows as in the picture now; those that stay are not looked at.
void Scene::changeArrows(const graph::Picture &now, const graph::Refreshed &touched)
{
    std::vector<const graph::Arrow *> come;
    for (const Key &key : touched.added)
        if (const ArrowShape *shape = now.arrow(key)) // else a closed frame hides it
            come.push_back(&shape->arrow);
    const graph::Rerouted changed = graph::exchangeArrows(m_picture.arrows, touched.removed, come);
    bool isAtEdge = false;
    for (const auto &[number, shape] : changed.removed)
        isAtEdge |= !isInside(shape.bounds(), m_bounds);
    changed.numbers.applyTo(m_pills);
    renumber(changed);
    for (const std::size_t i : changed.added()) {
        m_picture.arrows[i] = now.arrows[i];
        isAtEdge |= !isInside(now.arrows[i].bounds(), m_bounds);
        linkArrow(std::uint32_t(i));
        noteStray(std::uint32_t(i));
        centerPill(std::uint32_t(i));
    }
    m_picture.notes = now.notes;
    placeSigns();
    if (isAtEdge)
        m_bounds = m_picture.bounds();
}

void Scene::renumber(const graph::Rerouted &changed)
{
    m_arrowGrid.renumber(changed.numbers);
    follow(m_strays, changed.numbers);
    std::unordered_set<Indices *> stirred; // lists at the ends of what moved or went
    const auto stir = [&](const graph::Arrow &arrow) {
        for (const Key *end : {&arrow.source, &arrow.target})
            if (const auto found = m_arrowsOf.find(*end); found != m_arrowsOf.end())
                stirred.insert(&found->second);
    };
    for (const auto &[number, shape] : changed.removed)
        stir(shape.arrow);
    changed.numbers.forEachMoved(
        [&](std::size_t, std::size_t i) { stir(m_picture.arrows[i].arrow); });
    for (Indices *arrows : stirred)
        follow(*arrows, changed.numbers);
}

QRectF Scene::pill(const Key &arrow) const
{
    const Place place = placeOf(arrow);
    return place.kind == Kind::Arrow ? m_pills[place.index] : QRectF();
}

Scene::Place Scene::placeOf(const Key &key) const
{
    const auto found = m_kinds.find(key);
    if (found != m_kinds.end())
        return found->second;
    const ArrowShape *arrow = m_picture.arrow(key);
    return arrow ? Place{Kind::Arrow, std::uint32_t(arrow - m_picture.arrows.data())} : Place{};
}

Kind Scene::kindOf(const Key &key) const
{
    return placeOf(key).kind;
}

const NodeShape *Scene::node(const Key &key) const
{
    const Place place = placeOf(key);
    return place.kind == Kind::Node ? &m_picture.nodes[place.index] : nullptr;
}

const FrameShape *Scene::frame(const Key &key) const
{
    const Place place = placeOf(key);
    return place.kind == Kind::Frame ? &m_picture.frames[place.index] : nullptr;
}

const ArrowShape *Scene::arrow(const Key &key) const
{
    const Place place = placeOf(key);
    return place.kind == Kind::Arrow ? &m_picture.arrows[place.index] : nullptr;
}

Rect Scene::rectOf(const Key &key) const
{
    if (const NodeShape *shape = node(key))
        return shape->rect;
    if (const FrameShape *shape = frame(key))
        return shape->rect;
    if (const ArrowShape *shape = arrow(key)) {
        const QRectF pill = this->pill(key);
        return pill.isEmpty() ? shape->bounds() : shape->bounds().united(fromQt(pill));
    }
    return {};
}

const Scene::Indices &Scene::arrowsOf(const Key &end) const
{
    static const Indices none;
    const auto found = m_arrowsOf.find(end);
    return found == m_arrowsOf.end() ? none : found->second;
}

std::vector<Key> Scene::nodesOf(const Key &frame) const
{
    std::vector<Key> keys;
    for (const NodeShape &shape : m_picture.nodes) {
        if (!frame.empty() && shape.node.frame == frame)
            keys.push_back(shape.node.key);
    }
    return keys;
}

QRectF Scene::signRect(const Key &key) const
{
    const auto found = m_signs.find(key);
    if (found == m_signs.end())
        return {};
    const QString &text = found->second;
    if (const NodeShape *shape = node(key))
        return canvas::signRect(toQt(shape->rect).topRight() + QPointF(-12, 0), text);
    if (const FrameShape *shape = frame(key)) {
        const QRectF title = titleRect(*shape);
        return canvas::signRect(QPointF(title.right() + 14, title.center().y()), text);
    }
    const ArrowShape *shape = arrow(key);
    const QRectF rect = pill(key);
    return canvas::signRect(rect.isEmpty() ? toQt(shape->at(0.5)) : rect.topLeft() + QPointF(4, 0),
                            text);
}

std::optional<QRectF> Scene::note(std::uint32_t arrow) const
{
    const ArrowShape &shape = m_picture.arrows[arrow];
    if (!(shape.arrow.isBlocked() || shape.arrow.hasRefusedRule()) || m_pills[arrow].isEmpty())
        return {};
    const QString text = noteText(shape);
    if (text.isEmpty())
        return {};
    for (const bool below : {true, false})
        if (const QRectF rect = noteRect(m_pills[arrow], text, below); isFree(rect, arrow))
            return rect;
    return {};
}

std::optional<QRectF> Scene::note(const Key &arrow) const
{
    const Place place = placeOf(arrow);
    return place.kind == Kind::Arrow ? note(place.index) : std::nullopt;
}

QString Scene::noteText(const ArrowShape &arrow) const
{
    const auto title = [this](const Key &key) {
        if (const NodeShape *shape = node(key))
            return nodeTitle(shape->node);
        const FrameShape *shape = frame(key);
        return shape ? plain(shape->frame.title) : QString();
    };
    return belowPill(arrow.arrow, title(arrow.arrow.source), title(arrow.arrow.target));
}

} // namespace drawbridge::canvas
