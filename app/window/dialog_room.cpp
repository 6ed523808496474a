#include "window/dialog_room.h"

#include <QScreen>
#include <QWidget>

namespace drawbridge {

QSize roomFor(const QWidget &dialog, QSize wanted)
{
    constexpr QSize kBeside(20, 60); // that a screen leaves free
    constexpr QSize kInside(20, 40); // that the window does, for the title bar
    constexpr QSize kLeast(480, 360);
    QSize room = wanted.boundedTo(dialog.screen()->availableSize() - kBeside);
    if (const QWidget *parent = dialog.parentWidget(); parent && parent->window()->isVisible())
        room = room.boundedTo((parent->window()->size() - kInside).expandedTo(kLeast));
    return room;
}

} // namespace drawbridge
