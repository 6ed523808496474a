#include "panels/changes_panel.h"

#include "messages/tr.h"
#include "panels/changes_model.h"

namespace drawbridge {

ChangesPanel::ChangesPanel(QWidget *parent) : ListView(parent), m_model(new ChangesModel(this))
{
    setAccessibleName(Tr::tr("Changes"));
    setEmptyText(
        Tr::tr("Nothing would change: what is allowed is the same as in the saved files."));
    show(m_model, ChangesModel::After);
    const auto tell = [this](const QModelIndex &index) {
        const ChangeWords line = m_model->at(index.row());
        emit chosen(line.key, line.place);
    };
    connect(this, &QTreeView::activated, this, tell);
    connect(this, &QTreeView::clicked, this, tell);
}

void ChangesPanel::setLines(std::vector<ChangeWords> lines)
{
    const QModelIndex before = currentIndex();
    const ChangeWords current = before.isValid() ? m_model->at(before.row()) : ChangeWords();
    m_model->setLines(std::move(lines));
    if (!currentIndex().isValid() && !current.where.isEmpty())
        setCurrentIndex(m_model->indexOf(current));
}

int ChangesPanel::count() const
{
    return m_model->rowCount();
}

} // namespace drawbridge
