#include "panels/problems_panel.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QFileInfo>
#include <QHeaderView>

#include <algorithm>

namespace drawbridge {

namespace {

/// More would only slow the window; the first ones have to be mended first anyway.
constexpr std::size_t kMostShown = 1000;

} // namespace

ProblemsPanel::ProblemsPanel(QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(Tr::tr("Problems"));
    setHeaderLabels({Tr::tr("Kind"), Tr::tr("Problem"), Tr::tr("Place")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    const auto tell = [this](QTreeWidgetItem *item) {
        emit chosen(m_problems[std::size_t(indexOfTopLevelItem(item))].place);
    };
    connect(this, &QTreeWidget::itemActivated, this, tell);
    connect(this, &QTreeWidget::itemClicked, this, tell);
}

void ProblemsPanel::setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems)
{
    std::stable_sort(
        problems.begin(), problems.end(),
        [](const Diagnostic &a, const Diagnostic &b) { return a.severity < b.severity; });
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    clear();
    QList<QTreeWidgetItem *> items;
    for (std::size_t i = 0; i < m_problems.size() && i < kMostShown; ++i) {
        const Diagnostic &problem = m_problems[i];
        QString place;
        if (workspace.contains(problem.place.file)) {
            const yaml::File &file = workspace.file(problem.place.file);
            place = QStringLiteral("%1:%2")
                        .arg(QFileInfo(visible(file.path())).fileName())
                        .arg(file.lineColumn(problem.place.range.begin).line);
        }
        auto *item = new QTreeWidgetItem({severityName(problem.severity), message(problem), place});
        item->setToolTip(1, message(problem).toHtmlEscaped());
        items += item;
    }
    addTopLevelItems(items);
}

} // namespace drawbridge
