#pragma once

#include "panels/list_view.h"
#include "panels/problems_model.h"

namespace drawbridge {

/// What is wrong, one line each; choosing one goes to its text.
class ProblemsPanel : public ListView
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    /// The current line stays current if it says the same.
    void setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems);
    int count() const { return m_model->rowCount(); }
    const std::vector<Diagnostic> &problems() const { return m_model->problems(); }

signals:
    void chosen(const drawbridge::Place &place);

private:
    ProblemsModel *m_model;
};

} // namespace drawbridge
