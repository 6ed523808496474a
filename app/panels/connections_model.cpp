#include "panels/connections_model.h"

#include "graph/connections.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/panel_colors.h"

#include <QFont>

#include <algorithm>
#include <iterator>
#include <utility>

namespace drawbridge {

namespace {

template <typename Element>
const Element *find(const std::vector<Element> &elements, const graph::Key &key)
{
    const auto it =
        std::lower_bound(elements.begin(), elements.end(), key,
                         [](const Element &e, const graph::Key &k) { return e.key < k; });
    return it != elements.end() && it->key == key ? &*it : nullptr;
}

/// Where the arrow is, or would be.
template <typename Arrows>
auto placeIn(Arrows &arrows, const graph::Key &key)
{
    return std::lower_bound(arrows.begin(), arrows.end(), key,
                            [](const auto &arrow, const graph::Key &k) { return arrow->key < k; });
}

bool looksLike(const graph::Arrow &a, const graph::Arrow &b)
{
    return a.state == b.state && a.differs == b.differs && a.label == b.label &&
           a.isUnlikeStandard == b.isUnlikeStandard && a.labelStandard == b.labelStandard &&
           a.isStandardUnsure == b.isStandardUnsure && a.isOnlyStandard == b.isOnlyStandard &&
           a.podsToo == b.podsToo && a.alsoNamed == b.alsoNamed &&
           a.onlyAtSource == b.onlyAtSource && a.onlyAtTarget == b.onlyAtTarget && a.way == b.way &&
           a.leads == b.leads && a.unstated == b.unstated && a.isUnseen == b.isUnseen &&
           refusedWords(a) == refusedWords(b);
}

/// What the rows need of an arrow.
graph::Arrow shown(const graph::Arrow &arrow)
{
    graph::Arrow result;
    result.key = arrow.key;
    result.source = arrow.source;
    result.target = arrow.target;
    result.state = arrow.state;
    result.differs = arrow.differs;
    result.isUnlikeStandard = arrow.isUnlikeStandard;
    result.labelStandard = arrow.labelStandard;
    result.isStandardUnsure = arrow.isStandardUnsure;
    result.isOnlyStandard = arrow.isOnlyStandard;
    result.podsToo = arrow.podsToo;
    result.label = arrow.label;
    result.onlyAtSource = arrow.onlyAtSource;
    result.onlyAtTarget = arrow.onlyAtTarget;
    result.way = arrow.way;
    result.leads = arrow.leads;
    result.unstated = arrow.unstated;
    result.isUnseen = arrow.isUnseen;
    result.alsoNamed = arrow.alsoNamed;
    std::copy_if(arrow.rules.begin(), arrow.rules.end(), std::back_inserter(result.rules),
                 [](const graph::RuleSource &rule) { return rule.isRefused; });
    return result;
}

} // namespace

ConnectionsModel::Rows::Rows(const graph::Graph &graph)
{
    ends.reserve(graph.nodes.size());
    for (const graph::Node &node : graph.nodes)
        ends.push_back({node.key, node.frame, node.title, node.kind});
    for (const graph::Frame &frame : graph.frames)
        frames.push_back({frame.key, frame.title});
    arrows.reserve(graph.arrows.size());
    for (const graph::Arrow &arrow : graph.arrows)
        arrows.push_back(std::make_unique<graph::Arrow>(shown(arrow)));
}

void ConnectionsModel::setRows(Rows &rows)
{
    if (hasEndsOf(rows) && hasArrowsOf(rows)) {
        for (std::size_t i = 0; i < rows.arrows.size(); ++i)
            showArrow(i, *rows.arrows[i]);
        return;
    }
    beginResetModel();
    std::swap(m_rows, rows);
    endResetModel();
}

bool ConnectionsModel::hasEndsOf(const Rows &rows) const
{
    const auto isSameEnd = [](const End &a, const End &b) {
        return a.key == b.key && a.frame == b.frame && a.title == b.title && a.kind == b.kind;
    };
    const auto isSameFrame = [](const NameSpace &a, const NameSpace &b) {
        return a.key == b.key && a.title == b.title;
    };
    return std::equal(m_rows.ends.begin(), m_rows.ends.end(), rows.ends.begin(), rows.ends.end(),
                      isSameEnd) &&
           std::equal(m_rows.frames.begin(), m_rows.frames.end(), rows.frames.begin(),
                      rows.frames.end(), isSameFrame);
}

bool ConnectionsModel::hasArrowsOf(const Rows &rows) const
{
    return std::equal(m_rows.arrows.begin(), m_rows.arrows.end(), rows.arrows.begin(),
                      rows.arrows.end(),
                      [](const auto &a, const auto &b) { return a->key == b->key; });
}

void ConnectionsModel::showArrow(std::size_t row, const graph::Arrow &arrow)
{
    if (looksLike(*m_rows.arrows[row], arrow))
        return;
    *m_rows.arrows[row] = shown(arrow);
    emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
}

std::optional<std::size_t> ConnectionsModel::rowOf(const graph::Key &arrow) const
{
    const auto place = placeIn(m_rows.arrows, arrow);
    const bool isThere = place != m_rows.arrows.end() && (*place)->key == arrow;
    return isThere ? std::optional(std::size_t(place - m_rows.arrows.begin())) : std::nullopt;
}

void ConnectionsModel::removeArrow(const graph::Key &key)
{
    const std::optional<std::size_t> row = rowOf(key);
    if (!row)
        return;
    beginRemoveRows({}, int(*row), int(*row));
    m_rows.arrows.erase(m_rows.arrows.begin() + long(*row));
    endRemoveRows();
}

void ConnectionsModel::addArrow(const graph::Arrow &arrow)
{
    const auto place = placeIn(m_rows.arrows, arrow.key);
    if (place != m_rows.arrows.end() && (*place)->key == arrow.key)
        return;
    const int row = int(place - m_rows.arrows.begin());
    beginInsertRows({}, row, row);
    m_rows.arrows.insert(place, std::make_unique<graph::Arrow>(shown(arrow)));
    endInsertRows();
}

void ConnectionsModel::refreshEnds(const graph::Graph &graph, const graph::Refreshed &touched)
{
    const auto placeOf = [this](const graph::Key &key) {
        return std::lower_bound(m_rows.ends.begin(), m_rows.ends.end(), key,
                                [](const End &end, const graph::Key &k) { return end.key < k; });
    };
    for (const graph::Refreshed::Gone &gone : touched.nodesRemoved)
        if (const auto place = placeOf(gone.node);
            place != m_rows.ends.end() && place->key == gone.node)
            m_rows.ends.erase(place);
    for (const auto *keys : {&touched.nodes, &touched.nodesAdded})
        for (const graph::Key &key : *keys) {
            const graph::Node &node = *graph.node(key);
            const auto place = placeOf(key);
            if (place != m_rows.ends.end() && place->key == key)
                place->title = node.title;
            else
                m_rows.ends.insert(place, {key, node.frame, node.title, node.kind});
        }
}

/// Arrows at an end of another name are among those that are touched, and read anew.
void ConnectionsModel::refresh(const graph::Graph &graph, const graph::Refreshed &touched)
{
    for (const graph::Key &key : touched.removed)
        removeArrow(key);
    refreshEnds(graph, touched);
    for (const graph::Key &key : touched.added)
        addArrow(*graph.arrow(key));
    for (const graph::Key &key : touched.arrows)
        if (const auto row = rowOf(key)) {
            showArrow(*row, *graph.arrow(key));
            if (!touched.keepsNodes())
                emit dataChanged(index(int(*row), 0), index(int(*row), ColumnCount - 1));
        }
}

QModelIndex ConnectionsModel::indexOf(const graph::Key &arrow) const
{
    const std::optional<std::size_t> row = rowOf(arrow);
    return row ? index(int(*row), 0) : QModelIndex();
}

std::size_t ConnectionsModel::connectionCount() const
{
    return std::size_t(
        std::count_if(m_rows.arrows.begin(), m_rows.arrows.end(),
                      [](const auto &arrow) { return graph::isConnection(*arrow); }));
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.arrows.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionsModel::title(const graph::Key &key) const
{
    if (const End *end = find(m_rows.ends, key)) {
        graph::Node node;
        node.title = end->title;
        node.kind = end->kind;
        return nodeTitle(node);
    }
    const NameSpace *frame = find(m_rows.frames, key);
    return frame ? visible(frame->title) : QString();
}

/// With the namespace, where there are several: "api · shop".
QString ConnectionsModel::place(const graph::Key &key) const
{
    const End *end = find(m_rows.ends, key);
    const NameSpace *frame = end ? find(m_rows.frames, end->frame) : nullptr;
    return frame && m_rows.frames.size() > 1
               ? title(key) + QStringLiteral(" · ") + visible(frame->title)
               : title(key);
}

QString ConnectionsModel::text(const graph::Arrow &arrow, int column) const
{
    switch (column) {
    case From:
        return place(arrow.source);
    case To:
        return place(arrow.target);
    case Ports:
        return arrow.isOnlyStandard ? Tr::tr("none; standard: %1").arg(portsLabel(arrow.label))
                                    : portsLabel(arrow.label);
    default:
        return verdictWords(arrow, title(arrow.source), title(arrow.target));
    }
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const graph::Arrow &arrow = *m_rows.arrows[std::size_t(index.row())];
    const bool isAlarming =
        (arrow.isBlocked() || arrow.hasHalfOpenPorts()) && index.column() == Verdict;
    switch (role) {
    case Qt::DisplayRole:
        return text(arrow, index.column());
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(text(arrow, index.column()).toHtmlEscaped());
    case Qt::FontRole: {
        QFont italic;
        italic.setItalic(true);
        return graph::isConnection(arrow) ? QVariant() : italic;
    }
    case Qt::ForegroundRole:
        return isAlarming ? PanelColors::current().danger : QVariant();
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case From:
        return Tr::tr("From");
    case To:
        return Tr::tr("To");
    case Ports:
        return Tr::tr("Ports");
    default:
        return Tr::tr("Verdict");
    }
}

} // namespace drawbridge
