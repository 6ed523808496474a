#include "panels/problems_page.h"

#include "messages/tr.h"
#include "panels/problems_panel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace drawbridge {

ProblemsPage::ProblemsPage(ProblemsPanel *list, QWidget *parent)
    : QWidget(parent), m_list(list), m_whole(new QLabel)
{
    m_whole->setTextFormat(Qt::PlainText);
    m_whole->setWordWrap(true);
    m_whole->setContentsMargins(8, 4, 8, 6);
    m_whole->setAccessibleName(Tr::tr("The chosen problem"));
    m_whole->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_whole);
    constexpr int kAroundRow = 14;
    // One row of two lines; the whole sentence comes first.
    m_list->setMinimumHeight(2 * m_list->fontMetrics().lineSpacing() + kAroundRow);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsPage::showWhole);
    connect(m_list->model(), &QAbstractItemModel::modelReset, this, &ProblemsPage::showWhole);
}

void ProblemsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhole();
}

bool ProblemsPage::isCut() const
{
    const QModelIndex sentence = m_list->currentIndex().siblingAtColumn(ProblemsModel::Sentence);
    constexpr int kAround = 12; // what the line leaves free
    return m_list->fontMetrics().horizontalAdvance(sentence.data().toString()) + kAround >
           m_list->lines() * m_list->columnWidth(ProblemsModel::Sentence);
}

/// Once it is there it stays, or the list would jump from line to line.
void ProblemsPage::showWhole()
{
    const QModelIndex current = m_list->currentIndex();
    const bool isShown = current.isValid() && (isCut() || m_whole->isVisibleTo(this));
    m_whole->setText(isShown ? current.siblingAtColumn(ProblemsModel::Sentence).data().toString()
                             : QString());
    m_whole->setVisible(isShown);
    if (!isShown)
        return;
    layout()->activate(); // the list may be lower now
    m_list->scrollTo(current);
}

} // namespace drawbridge
