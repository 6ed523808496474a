#include "panels/panel_colors.h"

#include "messages/severity_sign.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace drawbridge {

const PanelColors &PanelColors::current()
{
    static const PanelColors light{0x5c6875, 0x005f97, 0xa64500, 0x0072b2, 0xb84f00, 0x8a6000};
    static const PanelColors dark{0x9aa5b1, 0x6cc0f0, 0xff9a69, 0x56b4e9, 0xff8f5a, 0xe6a100};
    return QGuiApplication::palette().color(QPalette::Base).lightness() < 128 ? dark : light;
}

QColor PanelColors::dot(Severity severity) const
{
    switch (severity) {
    case Severity::Error:
        return open;
    case Severity::Warning:
        return warning;
    case Severity::Hint:
        return isolated;
    case Severity::Note:
        break;
    }
    return subtle;
}

QIcon severityIcon(Severity severity)
{
    QIcon icon;
    for (int ratio = 1; ratio <= 4; ++ratio) {
        QPixmap pixmap(QSize(kDotSize, kDotSize) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(PanelColors::current().dot(severity));
        painter.drawPath(severitySign(severity, QRectF(0, 0, kDotSize, kDotSize)));
        painter.end();
        for (QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
            icon.addPixmap(pixmap, mode);
    }
    return icon;
}

} // namespace drawbridge
