#include "panels/exposure_model.h"

#include "messages/tr.h"

#include <utility>

namespace drawbridge {

void ExposureModel::setRows(std::vector<Row> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    std::swap(m_rows, rows);
    endResetModel();
}

int ExposureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExposureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static QString wayWords(const ExposureLine &line)
{
    const bool in = line.direction == kube::Direction::Ingress;
    if (line.isUnprotected)
        return in ? Tr::tr("in, no policy speaks of it") : Tr::tr("out, no policy speaks of it");
    return in ? Tr::tr("in") : Tr::tr("out");
}

QVariant ExposureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<qt>%1</qt>").arg(exposureSentence(row.line).toHtmlEscaped());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Service:
        return row.service;
    case Way:
        return wayWords(row.line);
    case Who:
        return row.line.peer;
    default:
        return row.line.ports;
    }
}

QVariant ExposureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service:
        return Tr::tr("Service");
    case Way:
        return Tr::tr("Direction");
    case Who:
        return Tr::tr("Pods, also those that do not exist yet");
    default:
        return Tr::tr("Ports");
    }
}

} // namespace drawbridge
