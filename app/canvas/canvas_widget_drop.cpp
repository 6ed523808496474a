#include "canvas/canvas_widget.h"

#include "canvas/gestures/drop_gesture.h"

namespace drawbridge::canvas {

void CanvasWidget::hoverDrop(const QString &title, QPoint globalPosition)
{
    const QPoint position = mapFromGlobal(globalPosition);
    if (!rect().contains(position)) {
        cancelGesture();
        return;
    }
    auto *gesture = dynamic_cast<DropGesture *>(m_gesture.get());
    if (!gesture || gesture->title() != title) {
        auto begun = std::make_unique<DropGesture>(title);
        gesture = begun.get();
        begin(std::move(begun));
    }
    gesture->moveTo(*m_scene, m_view.toScene(position), tolerance());
    update();
}

std::optional<DropPlace> CanvasWidget::takeDrop(QPoint globalPosition)
{
    auto *gesture = dynamic_cast<DropGesture *>(m_gesture.get());
    const QPoint position = mapFromGlobal(globalPosition);
    std::optional<DropPlace> place;
    if (gesture && rect().contains(position)) {
        gesture->moveTo(*m_scene, m_view.toScene(position), tolerance());
        place = gesture->place();
    }
    if (gesture)
        cancelGesture();
    return place;
}

} // namespace drawbridge::canvas
