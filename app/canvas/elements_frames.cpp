#include "canvas/elements.h"

#include "canvas/shapes.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

#include <algorithm>

namespace drawbridge::canvas {

using graph::Since;
using graph::Wall;

static Wall strongest(const graph::Frame &frame)
{
    return std::max(frame.ingress, frame.egress);
}

static Wall wallOf(const graph::FrameShape &shape)
{
    return strongest(shape.frame);
}

double wallWidth(const graph::FrameShape &shape)
{
    switch (wallOf(shape)) {
    case Wall::Full:
    case Wall::AdmitsEveryone: // it is there; the lock says what it is worth
        return 4;
    case Wall::Thin:
    case Wall::CannotTell:
        return 1.8;
    case Wall::Partial:
        return 1.4;
    case Wall::Open:
        return 1.4;
    }
    return 1;
}

Ink wallInk(const graph::FrameShape &shape)
{
    if (shape.frame.since == Since::Removed)
        return Ink::Outside;
    return wallOf(shape) == Wall::Open ? Ink::NotAllowed : Ink::Wall;
}

void drawFrame(MarkSink &sink, const graph::FrameShape &shape, bool withWords)
{
    const Wall wall = wallOf(shape);
    const Dash dash = shape.frame.since == Since::Removed                  ? Dash::Gone
                      : wall == Wall::Full || wall == Wall::AdmitsEveryone ? Dash::Wall
                                                                           : Dash::Short;
    const QRectF rect = toQt(shape.rect);
    sink.shape({roundedRect(rect, 16), Ink::FrameFill, wallInk(shape), wallWidth(shape), dash});
    if (!shape.isCollapsed)
        return;
    const QPointF center = rect.center() + QPointF(0, 6);
    const double width = std::min(150.0, rect.width() - 60);
    for (const double step : {2.0, 1.0, 0.0}) {
        const QRectF leaf(center.x() - width / 2 + step * 7 - 7, center.y() - 24 - step * 7 + 7,
                          width, 48);
        sink.shape({roundedRect(leaf, 8), Ink::Card, Ink::CardBorder, 1.2});
    }
    if (withWords) {
        sink.text({countWords(shape.frame), center + QPointF(-7, 11), TextRole::OutsideTitle,
                   Ink::Title, width - 16, Anchor::Middle, 11});
    }
}

static constexpr double kTitleHeight = 26;
static constexpr double kChevronRoom = 18;
static constexpr double kLockRoom = 20;

static constexpr double kTitleExtras = 26 + kChevronRoom + kLockRoom;

static constexpr double kTitleOverhang = 12; ///< a title may be wider than its frame

/// The whole title where there is room, else the short one, else the name alone: never cut.
static QString titleText(const graph::FrameShape &shape)
{
    const auto fits = [&](const QString &text, double more) {
        return widthOf(text, TextRole::FrameTitle) + kTitleExtras <= shape.rect.width + more;
    };
    QString title = frameTitle(shape.frame);
    if (fits(title, -32))
        return title;
    const QString shortTitle = shortFrameTitle(shape.frame);
    return fits(shortTitle, kTitleOverhang) ? shortTitle : visible(shape.frame.title);
}

QRectF titleRect(const graph::FrameShape &shape)
{
    const QRectF rect = toQt(shape.rect);
    const double needed = widthOf(titleText(shape), TextRole::FrameTitle) + kTitleExtras;
    const double width = std::min(needed, std::max(rect.width() + kTitleOverhang, 60.0));
    return QRectF(rect.x() + 16, rect.y() - kTitleHeight / 2, width, kTitleHeight);
}

QRectF chevronRect(const graph::FrameShape &shape)
{
    const QRectF title = titleRect(shape);
    return QRectF(title.right() - kChevronRoom - 6, title.y(), kChevronRoom + 6, title.height());
}

void drawPadlock(MarkSink &sink, QPointF at, graph::Lock lock, Ink ink)
{
    const bool isClosed = lock == graph::Lock::Closed || lock == graph::Lock::CannotTell;
    const LockPaths paths = padlock(at, isClosed);
    const bool isHollow = lock == graph::Lock::Open;
    sink.shape({paths.shackle, Ink::None, ink, 1.6});
    sink.shape({paths.body, isHollow ? Ink::Card : ink, ink, 1.3});
}

void drawFrameTitle(MarkSink &sink, const graph::FrameShape &shape, bool withChevron)
{
    QRectF title = titleRect(shape);
    if (!withChevron)
        title.setWidth(title.width() - kChevronRoom);
    const Wall wall = wallOf(shape);
    const bool isOpen = wall == Wall::Open;
    const Ink line = isOpen ? Ink::NotAllowed : Ink::Wall;
    sink.shape({roundedRect(title, kTitleHeight / 2), Ink::Pill, line, 1.4});
    const bool isHalfOpen = wall == Wall::Partial || wall == Wall::AdmitsEveryone;
    const graph::Lock lock = isOpen       ? graph::Lock::Open
                             : isHalfOpen ? graph::Lock::AdmitsEveryone
                                          : graph::Lock::Closed;
    const bool isAlarming =
        isOpen || wall == Wall::AdmitsEveryone || wall == Wall::CannotTell; // as on cards
    drawPadlock(sink, {title.x() + 13, title.y() + 6.2}, lock,
                isAlarming ? Ink::NotAllowed : Ink::Lock);
    const double room = title.width() - 26 - kLockRoom - (withChevron ? kChevronRoom : 0);
    sink.text({titleText(shape), QPointF(title.x() + 13 + kLockRoom - 3, title.y() + 17.5),
               TextRole::FrameTitle, isOpen ? Ink::NotAllowedText : Ink::Title, room + 3});
    if (!withChevron)
        return;
    sink.shape({foldSign(QPointF(title.right() - 20, title.y() + 8), shape.isCollapsed), Ink::None,
                Ink::Subtle, 1.2});
}

void drawFadedFrame(MarkSink &sink, const graph::FrameShape &shape)
{
    sink.shape({roundedRect(toQt(shape.rect), 16), Ink::None, Ink::CardBorder, 1.2});
}

void drawFadedTitle(MarkSink &sink, const graph::FrameShape &shape)
{
    const QRectF title = titleRect(shape);
    const QString name = plain(shape.frame.title);
    const double width =
        std::min(widthOf(name, TextRole::SubLine) + 26 + kChevronRoom, title.width());
    sink.shape({roundedRect(QRectF(title.topLeft(), QSizeF(width, title.height())), 13),
                Ink::Background, Ink::CardBorder, 1.2});
    sink.text(
        {name, title.topLeft() + QPointF(13, 17.5), TextRole::SubLine, Ink::Subtle, width - 22});
}

} // namespace drawbridge::canvas
