#pragma once

#include "graph/refresh.h"

#include <QAbstractItemModel>

#include <vector>

namespace drawbridge {

/// The services of a graph below their namespaces, then what lies outside. Keeps what it shows and
/// compares: a graph that looks alike changes nothing, one with the same elements changes only the
/// rows that differ. Texts are made when a row is shown.
class ServicesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Beside the usual roles.
    enum Role {
        KeyRole = Qt::UserRole, ///< empty for the heading of the outside
        DetailRole,             ///< the second line; empty if there is none
        StateRole,              ///< a State
        HasDetailRole           ///< cheaper than to ask for the detail
    };
    enum State { Heading, NameSpace, Outside, Isolated, Open };

    /// What is shown of a graph; can be made in any thread.
    struct Rows
    {
        Rows() = default;
        explicit Rows(const graph::Graph &graph);

        std::vector<graph::Frame> frames;
        std::vector<graph::Node> nodes; ///< without places and addresses
        /// Of nodes, by namespace; then the outside, if there is one.
        std::vector<std::vector<std::size_t>> branches;
        struct Position
        {
            std::size_t branch = 0;
            int row = 0;
        };
        std::vector<Position> positions; ///< of each node
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// May leave there what was shown, for whoever has the time to free it.
    void setRows(Rows &rows);
    /// The same where only this differs.
    void refresh(const graph::Graph &graph, const graph::Refreshed &touched);
    /// True if refresh() will show what came in the rows of what went.
    bool keepsRows(const graph::Graph &graph, const graph::Refreshed &touched) const;
    /// Invalid if nothing has this key.
    QModelIndex indexOf(const graph::Key &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool hasElementsOf(const Rows &rows) const;
    void showDifferences(const Rows &rows);
    void removeNode(const graph::Key &key);
    void addNode(const graph::Node &node);
    void showFrame(std::size_t row, const graph::Frame &frame);
    void showNode(std::size_t row, const graph::Node &node);
    const graph::Node *nodeAt(const QModelIndex &index) const;
    QVariant nodeData(const graph::Node &node, int role) const;
    QVariant branchData(std::size_t branch, int role) const;

    Rows m_rows;
};

} // namespace drawbridge
