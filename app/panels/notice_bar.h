#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace drawbridge {

/// One line over a view that says in which mode it is, with a button that leaves it.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(const QString &leaving, QWidget *parent = nullptr);

    /// Plain texts.
    void setText(const QString &mode, const QString &sentence);

signals:
    void leavingRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void cut();

    QString m_whole;
    QLabel *m_text;
    QPushButton *m_leave;
};

} // namespace drawbridge
