#pragma once

#include <QStringListModel>

namespace drawbridge {

/// Names to choose from, each with itself as the tip, since long ones are cut. Thousands cost
/// nothing until they are shown; boxes can share them.
class NamesModel : public QStringListModel
{
    Q_OBJECT

public:
    using QStringListModel::QStringListModel;

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace drawbridge
