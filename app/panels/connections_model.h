#pragma once

#include "graph/refresh.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace drawbridge {

/// The arrows of a graph: from, to, ports, verdict. Keeps what it shows and compares: a graph that
/// reads alike changes nothing, one with the same arrows only the rows that differ. Texts are made
/// when a row is shown.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { From, To, Ports, Verdict, ColumnCount };

    /// A node that arrows may end at.
    struct End
    {
        graph::Key key;
        graph::Key frame;
        std::string title;
        graph::NodeKind kind = graph::NodeKind::Workload;
    };
    struct NameSpace
    {
        graph::Key key;
        std::string title;
    };
    /// What is shown of a graph; can be made in any thread.
    struct Rows
    {
        Rows() = default;
        explicit Rows(const graph::Graph &graph);

        std::vector<End> ends; ///< by key, as the others
        std::vector<NameSpace> frames;
        /// Without ports, and with refused rules alone. Rows that come and go move pointers.
        std::vector<std::unique_ptr<graph::Arrow>> arrows;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// May leave there what was shown, for whoever has the time to free it.
    void setRows(Rows &rows);
    /// The same where only this differs.
    void refresh(const graph::Graph &graph, const graph::Refreshed &touched);
    const graph::Key &keyAt(int row) const { return m_rows.arrows[std::size_t(row)]->key; }
    QModelIndex indexOf(const graph::Key &arrow) const;

    /// Rows but for those that only the standard would allow.
    std::size_t connectionCount() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool hasEndsOf(const Rows &rows) const;
    bool hasArrowsOf(const Rows &rows) const;
    void refreshEnds(const graph::Graph &graph, const graph::Refreshed &touched);
    std::optional<std::size_t> rowOf(const graph::Key &arrow) const;
    void removeArrow(const graph::Key &key);
    void addArrow(const graph::Arrow &arrow);
    void showArrow(std::size_t row, const graph::Arrow &arrow);
    QString title(const graph::Key &key) const;
    QString place(const graph::Key &key) const;
    QString text(const graph::Arrow &arrow, int column) const;

    Rows m_rows;
};

} // namespace drawbridge
