#include "panels/names_model.h"

namespace drawbridge {

QVariant NamesModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::ToolTipRole)
        return QStringListModel::data(index, role);
    const QString name = QStringListModel::data(index, Qt::DisplayRole).toString();
    return QStringLiteral("<qt>%1</qt>").arg(name.toHtmlEscaped());
}

} // namespace drawbridge
