#pragma once

#include <QScrollArea>

namespace drawbridge {

/// What a dialog has between its title and its buttons: as large as it wants to be, and scrolled
/// where the screen is too small for it.
class BodyArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit BodyArea(QWidget *body, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The height below which it would be scrolled, at the present width.
    int neededHeight() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace drawbridge
