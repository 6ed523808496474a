#pragma once

#include <QScrollArea>

class QLabel;

namespace drawbridge {

/// Scrolls a label of rich text and ends below a whole line of it, not within one.
class WholeLinesArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit WholeLinesArea(QLabel *label, QWidget *parent = nullptr);

    /// After the label has another text.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_label;
};

} // namespace drawbridge
