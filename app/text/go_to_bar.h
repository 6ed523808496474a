#pragma once

#include "source/line_index.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace drawbridge {

class Announcer;

/// The strip that takes a line, or line:column, to go to.
class GoToBar : public QWidget
{
    Q_OBJECT

public:
    explicit GoToBar(QWidget *parent = nullptr);

    void open(LineColumn now, std::size_t lineCount);

signals:
    void chosen(drawbridge::LineColumn place);
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();
    void tell(const QString &sentence);

    QLineEdit *m_place;
    QLabel *m_told;
    Announcer *m_announcer;
    std::size_t m_lineCount = 1;
};

} // namespace drawbridge
