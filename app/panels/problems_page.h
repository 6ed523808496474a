#pragma once

#include <QWidget>

class QLabel;

namespace drawbridge {

class ProblemsPanel;

/// The list of problems, and below it all of what the current line says, where the line is too
/// short for it.
class ProblemsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPage(ProblemsPanel *list, QWidget *parent = nullptr);

    QLabel *whole() const { return m_whole; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWhole();
    bool isCut() const;

    ProblemsPanel *m_list;
    QLabel *m_whole;
};

} // namespace drawbridge
