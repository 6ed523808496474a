#include "panels/exposure_panel.h"

#include "messages/tr.h"

namespace drawbridge {

ExposurePanel::ExposurePanel(QWidget *parent) : ListView(parent), m_model(new ExposureModel(this))
{
    setAccessibleName(Tr::tr("Exposure"));
    setEmptyText(Tr::tr("No pod that does not exist yet could reach a service, or be reached."));
    show(m_model, ExposureModel::Who);
    const auto tell = [this](const QModelIndex &index) {
        emit chosen(graph::Key(m_model->keyAt(index.row())));
    };
    connect(this, &QTreeView::activated, this, tell);
    connect(this, &QTreeView::clicked, this, tell);
}

} // namespace drawbridge
