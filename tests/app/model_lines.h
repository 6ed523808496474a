#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>

namespace drawbridge {

/// What a table says, a line each row.
inline QStringList linesOf(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList line;
        for (int column = 0; column < model.columnCount(); ++column)
            line += model.index(row, column).data().toString();
        lines += line.join(QStringLiteral(" | "));
    }
    return lines;
}

} // namespace drawbridge
