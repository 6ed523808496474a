#include "panels/services_model.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/panel_colors.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace drawbridge {

namespace {

bool looksLike(const graph::Node &a, const graph::Node &b)
{
    return a.kind == b.kind && a.title == b.title && a.kindName == b.kindName &&
           a.labels == b.labels && a.ports == b.ports && a.ingress == b.ingress &&
           a.egress == b.egress && a.hostNetwork == b.hostNetwork && a.isStale == b.isStale &&
           a.canConnect == b.canConnect;
}

bool looksLike(const graph::Frame &a, const graph::Frame &b)
{
    return a.title == b.title && a.ingress == b.ingress && a.egress == b.egress &&
           a.isolatedIngress == b.isolatedIngress && a.isolatedEgress == b.isolatedEgress &&
           a.services == b.services && a.isDefault == b.isDefault;
}

/// What the rows need of a node.
graph::Node shown(const graph::Node &node)
{
    graph::Node result;
    result.key = node.key;
    result.kind = node.kind;
    result.frame = node.frame;
    result.title = node.title;
    result.kindName = node.kindName;
    result.labels = node.labels;
    result.ports = node.ports;
    result.ingress = node.ingress;
    result.egress = node.egress;
    result.hostNetwork = node.hostNetwork;
    result.isStale = node.isStale;
    result.canConnect = node.canConnect;
    return result;
}

template <typename Element>
std::size_t rowOf(const std::vector<Element> &elements, const graph::Key &key)
{
    const auto it =
        std::lower_bound(elements.begin(), elements.end(), key,
                         [](const Element &e, const graph::Key &k) { return e.key < k; });
    return it != elements.end() && it->key == key ? std::size_t(it - elements.begin())
                                                  : elements.size();
}

bool isOpen(const graph::Node &node)
{
    return node.ingress == graph::Lock::Open && !node.frame.empty();
}

/// "TCP 8080, 8443", where the ports say no more than numbers.
QString portWords(const graph::Node &node)
{
    const auto isNumber = [](const std::string &port) {
        return port.find_first_not_of("0123456789-") == std::string::npos;
    };
    const bool isTcp = !node.isStale && !node.ports.empty() &&
                       std::all_of(node.ports.begin(), node.ports.end(), isNumber);
    return isTcp ? QStringLiteral("TCP ") + portsLine(node) : portsLine(node);
}

/// What is alarming comes first, then where it listens, else what it is.
QString detail(const graph::Node &node)
{
    if (node.frame.empty())
        return {};
    if (isOpen(node) && !node.isStale)
        return Tr::tr("nothing isolates it");
    const QString ports = portWords(node);
    return ports.isEmpty() ? subLine(node) : ports;
}

} // namespace

ServicesModel::Rows::Rows(const graph::Graph &graph) : frames(graph.frames), branches(frames.size())
{
    nodes.reserve(graph.nodes.size());
    positions.reserve(graph.nodes.size());
    for (const graph::Node &node : graph.nodes) {
        const std::size_t branch = rowOf(frames, node.frame);
        if (branch == branches.size())
            branches.emplace_back();
        positions.push_back({branch, int(branches[branch].size())});
        branches[branch].push_back(nodes.size());
        nodes.push_back(shown(node));
    }
}

void ServicesModel::setRows(Rows &rows)
{
    if (hasElementsOf(rows)) {
        showDifferences(rows);
        return;
    }
    beginResetModel();
    std::swap(m_rows, rows);
    endResetModel();
}

bool ServicesModel::hasElementsOf(const Rows &rows) const
{
    const auto isSameNode = [](const graph::Node &a, const graph::Node &b) {
        return a.key == b.key && a.frame == b.frame;
    };
    const auto isSameFrame = [](const graph::Frame &a, const graph::Frame &b) {
        return a.key == b.key;
    };
    return std::equal(m_rows.nodes.begin(), m_rows.nodes.end(), rows.nodes.begin(),
                      rows.nodes.end(), isSameNode) &&
           std::equal(m_rows.frames.begin(), m_rows.frames.end(), rows.frames.begin(),
                      rows.frames.end(), isSameFrame);
}

void ServicesModel::showDifferences(const Rows &rows)
{
    for (std::size_t i = 0; i < rows.frames.size(); ++i)
        showFrame(i, rows.frames[i]);
    for (std::size_t i = 0; i < rows.nodes.size(); ++i)
        showNode(i, rows.nodes[i]);
}

void ServicesModel::showFrame(std::size_t row, const graph::Frame &frame)
{
    if (looksLike(m_rows.frames[row], frame))
        return;
    m_rows.frames[row] = frame;
    emit dataChanged(index(int(row), 0), index(int(row), 0));
}

void ServicesModel::showNode(std::size_t row, const graph::Node &node)
{
    if (looksLike(m_rows.nodes[row], node))
        return;
    m_rows.nodes[row] = shown(node);
    const QModelIndex changed =
        createIndex(m_rows.positions[row].row, 0, m_rows.positions[row].branch + 1);
    emit dataChanged(changed, changed);
}

void ServicesModel::removeNode(const graph::Key &key)
{
    const std::size_t node = rowOf(m_rows.nodes, key);
    if (node == m_rows.nodes.size())
        return;
    const auto [branch, row] = m_rows.positions[node];
    beginRemoveRows(createIndex(int(branch), 0), row, row);
    m_rows.nodes.erase(m_rows.nodes.begin() + long(node));
    m_rows.positions.erase(m_rows.positions.begin() + long(node));
    m_rows.branches[branch].erase(m_rows.branches[branch].begin() + row);
    for (std::vector<std::size_t> &nodes : m_rows.branches)
        for (std::size_t &other : nodes)
            other -= other > node ? 1 : 0;
    for (std::size_t i = std::size_t(row); i < m_rows.branches[branch].size(); ++i)
        m_rows.positions[m_rows.branches[branch][i]].row = int(i);
    endRemoveRows();
}

/// Its namespace is shown.
void ServicesModel::addNode(const graph::Node &node)
{
    const std::size_t branch = rowOf(m_rows.frames, node.frame);
    const auto place =
        std::lower_bound(m_rows.nodes.begin(), m_rows.nodes.end(), node.key,
                         [](const graph::Node &a, const graph::Key &key) { return a.key < key; });
    if (branch == m_rows.frames.size() || (place != m_rows.nodes.end() && place->key == node.key))
        return;
    const auto index = std::size_t(place - m_rows.nodes.begin());
    std::vector<std::size_t> &members = m_rows.branches[branch];
    const auto row = std::lower_bound(members.begin(), members.end(), index) - members.begin();
    beginInsertRows(createIndex(int(branch), 0), int(row), int(row));
    for (std::vector<std::size_t> &nodes : m_rows.branches)
        for (std::size_t &other : nodes)
            other += other >= index ? 1 : 0;
    members.insert(members.begin() + row, index);
    m_rows.nodes.insert(place, shown(node));
    m_rows.positions.insert(m_rows.positions.begin() + long(index), {branch, int(row)});
    for (std::size_t i = std::size_t(row); i < members.size(); ++i)
        m_rows.positions[members[i]].row = int(i);
    endInsertRows();
}

/// What is typed letter by letter: the view need not lay out all its rows for that.
bool ServicesModel::keepsRows(const graph::Graph &graph, const graph::Refreshed &touched) const
{
    if (touched.nodesRemoved.size() != 1 || touched.nodesAdded.size() != 1)
        return touched.keepsNodes();
    const graph::Key &now = touched.nodesAdded.front();
    const std::size_t row = rowOf(m_rows.nodes, touched.nodesRemoved.front().node);
    return row < m_rows.nodes.size() && graph.node(now)->frame == m_rows.nodes[row].frame &&
           (row == 0 || m_rows.nodes[row - 1].key < now) &&
           (row + 1 == m_rows.nodes.size() || now < m_rows.nodes[row + 1].key);
}

void ServicesModel::refresh(const graph::Graph &graph, const graph::Refreshed &touched)
{
    if (!touched.keepsNodes() && keepsRows(graph, touched)) {
        const std::size_t row = rowOf(m_rows.nodes, touched.nodesRemoved.front().node);
        m_rows.nodes[row].key = touched.nodesAdded.front();
        showNode(row, *graph.node(touched.nodesAdded.front()));
    } else {
        for (const graph::Refreshed::Gone &gone : touched.nodesRemoved)
            removeNode(gone.node);
        for (const graph::Key &key : touched.nodesAdded)
            addNode(*graph.node(key));
    }
    for (const graph::Key &key : touched.frames)
        if (const std::size_t row = rowOf(m_rows.frames, key); row < m_rows.frames.size())
            showFrame(row, *graph.frame(key));
    for (const graph::Key &key : touched.nodes)
        if (const std::size_t row = rowOf(m_rows.nodes, key); row < m_rows.nodes.size())
            showNode(row, *graph.node(key));
}

QModelIndex ServicesModel::indexOf(const graph::Key &key) const
{
    if (const std::size_t node = rowOf(m_rows.nodes, key); node < m_rows.nodes.size())
        return createIndex(m_rows.positions[node].row, 0, m_rows.positions[node].branch + 1);
    if (const std::size_t frame = rowOf(m_rows.frames, key); frame < m_rows.frames.size())
        return index(int(frame), 0);
    return {};
}

// The internal id is 0 for a branch, else one more than the branch.
QModelIndex ServicesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex ServicesModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(int(child.internalId() - 1), 0)
                                                     : QModelIndex();
}

int ServicesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.branches.size());
    return parent.internalId() > 0 ? 0 : int(m_rows.branches[std::size_t(parent.row())].size());
}

int ServicesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const graph::Node *ServicesModel::nodeAt(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return nullptr;
    return &m_rows.nodes[m_rows.branches[index.internalId() - 1][std::size_t(index.row())]];
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const graph::Node *node = nodeAt(index);
    return node ? nodeData(*node, role) : branchData(std::size_t(index.row()), role);
}

QVariant ServicesModel::nodeData(const graph::Node &node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return nodeTitle(node);
    case Qt::AccessibleTextRole: {
        const QString line = detail(node);
        return line.isEmpty() ? nodeTitle(node) : nodeTitle(node) + QStringLiteral(", ") + line;
    }
    case Qt::AccessibleDescriptionRole:
        return nodeFacts(node).join(QLatin1Char('\n'));
    case Qt::ToolTipRole:
        return nodeTip(node);
    case KeyRole:
        return QString::fromStdString(node.key);
    case DetailRole:
        return detail(node);
    case HasDetailRole:
        return !node.frame.empty();
    case StateRole:
        return node.frame.empty() ? Outside : isOpen(node) ? Open : Isolated;
    default:
        return {};
    }
}

QVariant ServicesModel::branchData(std::size_t branch, int role) const
{
    const graph::Frame *frame = branch < m_rows.frames.size() ? &m_rows.frames[branch] : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return frame ? visible(frame->title) : Tr::tr("OUTSIDE");
    case Qt::AccessibleTextRole:
        return frame ? frameTitle(*frame) : Tr::tr("Outside");
    case Qt::ToolTipRole:
        return frame ? frameTip(*frame) : QVariant();
    case KeyRole:
        return frame ? QString::fromStdString(frame->key) : QString();
    case StateRole:
        return frame ? NameSpace : Heading;
    case HasDetailRole:
        return false;
    default:
        return {};
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section != 0 || orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Tr::tr("SERVICES");
}

} // namespace drawbridge
