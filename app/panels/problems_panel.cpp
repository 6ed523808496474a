#include "panels/problems_panel.h"

#include "messages/tr.h"

#include <QContextMenuEvent>

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
    connect(this, &QTreeView::clicked, this, [this, tell](const QModelIndex &index) {
        if (index.column() == ProblemsModel::Fix && !index.data().toString().isEmpty())
            emit fixesRequested(currentSpot());
        else
            tell(index);
    });
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

const Diagnostic *ProblemsPanel::currentProblem() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &problems()[std::size_t(index.row())] : nullptr;
}

QPoint ProblemsPanel::currentSpot() const
{
    const QModelIndex fix = currentIndex().siblingAtColumn(ProblemsModel::Fix);
    return viewport()->mapToGlobal(visualRect(fix).bottomLeft());
}

void ProblemsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    if (isByKey || indexAt(viewport()->mapFromGlobal(event->globalPos())).isValid())
        emit fixesRequested(isByKey ? currentSpot() : event->globalPos());
}

} // namespace drawbridge
