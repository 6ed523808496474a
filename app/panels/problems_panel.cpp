#include "panels/problems_panel.h"

#include "messages/tr.h"

namespace drawbridge {

ProblemsPanel::ProblemsPanel(QWidget *parent) : ListView(parent), m_model(new ProblemsModel(this))
{
    setAccessibleName(Tr::tr("Problems"));
    setHeaderHidden(true);
    setEmptyText(Tr::tr("No problems found."));
    show(m_model, ProblemsModel::Sentence);
    const auto tell = [this](const QModelIndex &index) {
        const Place place = problems()[std::size_t(index.row())].place;
        emit chosen(place);
    };
    connect(this, &QTreeView::activated, this, tell);
    connect(this, &QTreeView::clicked, this, tell);
}

void ProblemsPanel::setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems)
{
    const QModelIndex before = currentIndex();
    const QVariant sentence = before.siblingAtColumn(ProblemsModel::Sentence).data();
    const int row = before.row();
    m_model->setProblems(workspace, std::move(problems));
    if (count() > 0)
        setSummary(Tr::tr("%n problem(s), the first: %1", nullptr, count())
                       .arg(m_model->index(0, ProblemsModel::Sentence).data().toString()));
    const QModelIndex now = m_model->index(row, ProblemsModel::Sentence);
    if (!currentIndex().isValid() && now.isValid() && now.data() == sentence)
        setCurrentIndex(now);
}

} // namespace drawbridge
