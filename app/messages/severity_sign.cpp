#include "messages/severity_sign.h"

#include <QPolygonF>

namespace drawbridge {

QPainterPath severitySign(Severity severity, const QRectF &box)
{
    QPainterPath path;
    switch (severity) {
    case Severity::Error:
        path.addEllipse(box);
        break;
    case Severity::Warning:
        path.addPolygon(
            QPolygonF{box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top())});
        path.closeSubpath();
        break;
    case Severity::Hint:
    case Severity::Note: {
        const qreal inside = box.width() * 0.26;
        path.addEllipse(box); // the inner one is a hole: paths fill odd-even
        path.addEllipse(box.adjusted(inside, inside, -inside, -inside));
        break;
    }
    }
    return path;
}

} // namespace drawbridge
