#pragma once

#include <QColor>
#include <QPalette>
#include <QProxyStyle>

namespace drawbridge {

/// Fusion, with flat combo boxes and focus frames, and with quiet signs in message boxes that
/// follow the theme on every desktop.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    /// `notice`: of what tells and asks; `warning`: of what warns.
    void setColors(const QColor &notice, const QColor &warning);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                      bool enabled, const QString &text, QPalette::ColorRole role) const override;
    QIcon standardIcon(StandardPixmap kind, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    QColor m_notice;
    QColor m_warning;
};

} // namespace drawbridge
