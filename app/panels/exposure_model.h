#pragma once

#include "messages/exposure_words.h"

#include <QAbstractTableModel>

#include <vector>

namespace drawbridge {

/// What each service may exchange with pods that need not exist: service, direction, who, ports.
class ExposureModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Service, Way, Who, Ports, ColumnCount };

    struct Row
    {
        QString service;
        ExposureLine line;
        bool operator==(const Row &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Does nothing if they read as before. May leave in `rows` what was shown, for whoever has the
    /// time to free it.
    void setRows(std::vector<Row> &rows);
    const graph::Key &keyAt(int row) const { return m_rows[std::size_t(row)].line.service; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace drawbridge
