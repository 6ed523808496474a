#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace drawbridge {

/// A line above a view that says in which mode it is, with a button that leaves it.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(const QString &leaving, QWidget *parent = nullptr);

    /// Plain texts; `mode` is emphasised.
    void setText(const QString &mode, const QString &sentence);

signals:
    void leavingRequested();

private:
    QLabel *m_text;
    QPushButton *m_leave;
};

} // namespace drawbridge
