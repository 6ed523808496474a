#include "panels/changes_model.h"

#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

void ChangesModel::setVersions(const QString &before, const QString &after)
{
    if (before == m_before && after == m_after)
        return;
    m_before = before;
    m_after = after;
    emit headerDataChanged(Qt::Horizontal, Before, After);
}

void ChangesModel::setLines(std::vector<ChangeWords> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

QModelIndex ChangesModel::indexOf(const ChangeWords &line) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const ChangeWords &other) {
        return other.key == line.key && other.where == line.where;
    });
    return found == m_lines.end() ? QModelIndex() : index(int(found - m_lines.begin()), 0);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangesModel::text(const ChangeWords &line, int column)
{
    switch (column) {
    case What:
        return line.what;
    case Where:
        return line.where;
    case Before:
        return line.before.isEmpty() ? QStringLiteral("–") : line.before;
    default:
        return line.after.isEmpty() ? QStringLiteral("–") : line.after;
    }
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChangeWords &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::ToolTipRole: {
        QString html = text(line, index.column()).toHtmlEscaped();
        if (index.column() == Where && !line.more.isEmpty())
            html += QStringLiteral("<br>") + line.more.toHtmlEscaped();
        return QStringLiteral("<qt>%1</qt>").arg(html);
    }
    case Qt::AccessibleTextRole:
        return text(line, index.column());
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return Tr::tr("Change");
    case Where:
        return Tr::tr("Where");
    case Before:
        return m_before;
    default:
        return m_after;
    }
}

} // namespace drawbridge
