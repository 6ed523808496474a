#pragma once

#include "graph/filter.h"

#include <QWidget>

class QAction;
class QCompleter;
class QLabel;
class QLineEdit;
class QMenu;
class QStringListModel;
class QToolButton;

namespace drawbridge {

/// Says what the canvas and the lists are confined to, lets one change it, and leads back to
/// everything. Holds no filter of its own: it asks for one and shows what it is given.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// What can be chosen.
    void setChoices(const graph::Graph &graph, const graph::NodeLabels &labels);
    /// `focus`: the name of what the neighbours are shown of.
    void setFilter(const graph::Filter &filter, const QString &focus, std::size_t shown,
                   std::size_t total);

signals:
    void filterRequested(const drawbridge::graph::Filter &filter);
    /// Escape, or the button.
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildVerdicts();
    void takeLabels();
    void takeNamespaces();
    void takeVerdicts();
    void showNamespaces();
    void showVerdicts();

    QToolButton *m_namespaces;
    QMenu *m_namespaceMenu;
    QToolButton *m_verdicts;
    QMenu *m_verdictMenu;
    QLineEdit *m_labels;
    QStringListModel *m_knownLabels;
    QLabel *m_focus;
    QToolButton *m_twoSteps;
    QLabel *m_count;
    QToolButton *m_leave;
    graph::Filter m_filter;
};

} // namespace drawbridge
