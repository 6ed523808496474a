#include "panels/palette_icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace drawbridge {

namespace {

QPainterPath card()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(1.5, 3.5, 13, 9), 2, 2);
    path.moveTo(4, 7);
    path.lineTo(10, 7);
    return path;
}

/// Boxes one below the other, joined.
QPainterPath tiers()
{
    QPainterPath path;
    for (int i = 0; i < 3; ++i)
        path.addRoundedRect(QRectF(3.5, 1.5 + 5 * i, 9, 3), 1, 1);
    for (int i = 0; i < 2; ++i) {
        path.moveTo(8, 4.5 + 5 * i);
        path.lineTo(8, 6.5 + 5 * i);
    }
    return path;
}

/// An arch with the way through it.
QPainterPath gate()
{
    QPainterPath path;
    path.moveTo(2.5, 14.5);
    path.lineTo(2.5, 7);
    path.arcTo(QRectF(2.5, 1.5, 11, 11), 180, -180);
    path.lineTo(13.5, 14.5);
    path.moveTo(5, 10.5);
    path.lineTo(11, 10.5);
    path.moveTo(8.8, 8.3);
    path.lineTo(11, 10.5);
    path.lineTo(8.8, 12.7);
    return path;
}

QPainterPath globe()
{
    QPainterPath path;
    path.addEllipse(QRectF(1.5, 1.5, 13, 13));
    path.addEllipse(QRectF(5, 1.5, 6, 13));
    path.moveTo(1.5, 8);
    path.lineTo(14.5, 8);
    return path;
}

QPainterPath chart()
{
    QPainterPath path;
    path.moveTo(2, 2);
    path.lineTo(2, 14);
    path.lineTo(14.5, 14);
    path.moveTo(4.5, 10.5);
    path.lineTo(7, 6.5);
    path.lineTo(10, 9);
    path.lineTo(13.5, 3.5);
    return path;
}

QPainterPath outline(const PaletteEntry &entry)
{
    if (!entry)
        return card();
    switch (*entry) {
    case edit::Template::ThreeTier:
        return tiers();
    case edit::Template::Dns:
        return globe();
    case edit::Template::Prometheus:
        return chart();
    default:
        return gate();
    }
}

} // namespace

QIcon paletteIcon(const PaletteEntry &entry, const QColor &color)
{
    QIcon icon;
    for (int ratio = 1; ratio <= 4; ++ratio) {
        QPixmap pixmap(QSize(kPaletteIconSize, kPaletteIconSize) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(outline(entry));
        painter.end();
        for (QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
            icon.addPixmap(pixmap, mode);
    }
    return icon;
}

} // namespace drawbridge
