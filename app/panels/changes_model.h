#pragma once

#include "messages/change_words.h"

#include <QAbstractTableModel>

namespace drawbridge {

/// What differs, a line each: what, where, before, after. Compares: equal lines change nothing.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Where, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What the columns of the two versions are called.
    void setVersions(const QString &before, const QString &after);
    void setLines(std::vector<ChangeWords> lines);
    const ChangeWords &at(int row) const { return m_lines[std::size_t(row)]; }
    /// The line of the same kind for the same element; invalid if there is none.
    QModelIndex indexOf(const ChangeWords &line) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const ChangeWords &line, int column);

    std::vector<ChangeWords> m_lines;
    QString m_before;
    QString m_after;
};

} // namespace drawbridge
