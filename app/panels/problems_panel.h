#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"

#include <QTreeWidget>

#include <vector>

namespace drawbridge {

/// What is wrong, one line each; choosing one goes to its text.
class ProblemsPanel : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems);
    int count() const { return int(m_problems.size()); }
    const std::vector<Diagnostic> &problems() const { return m_problems; }

signals:
    void chosen(const drawbridge::Place &place);

private:
    std::vector<Diagnostic> m_problems;
};

} // namespace drawbridge
