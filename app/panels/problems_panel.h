#pragma once

#include "panels/list_view.h"
#include "panels/problems_model.h"

namespace drawbridge {

/// What is wrong, one line each; choosing one goes to its text. Its "Fix" and the context menu ask
/// for what can be done about it.
class ProblemsPanel : public ListView
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    /// The current line stays current if it says the same.
    void setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems);
    int count() const { return m_model->rowCount(); }
    const std::vector<Diagnostic> &problems() const { return m_model->problems(); }
    /// The line that has the keyboard; null if none.
    const Diagnostic *currentProblem() const;
    QPoint currentSpot() const; ///< below it, on the screen
    void setFixWords(ProblemsModel::FixWords words) { m_model->setFixWords(std::move(words)); }

signals:
    void chosen(const drawbridge::Place &place);
    /// What can be done about the current line shall be shown there, on the screen.
    void fixesRequested(QPoint at);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ProblemsModel *m_model;
};

} // namespace drawbridge
