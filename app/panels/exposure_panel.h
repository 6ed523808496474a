#pragma once

#include "panels/exposure_model.h"
#include "panels/list_view.h"

namespace drawbridge {

/// What each service may exchange with pods that need not exist, as lines.
class ExposurePanel : public ListView
{
    Q_OBJECT

public:
    explicit ExposurePanel(QWidget *parent = nullptr);

    /// As the model's.
    void setRows(std::vector<ExposureModel::Row> &rows) { m_model->setRows(rows); }
    int count() const { return m_model->rowCount(); }

signals:
    void chosen(const drawbridge::graph::Key &service);

private:
    ExposureModel *m_model;
};

} // namespace drawbridge
