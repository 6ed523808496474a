#include "window/theme_style.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QStyleOptionComboBox>
#include <QTextCharFormat>

namespace drawbridge {

namespace {

constexpr int kSignSize = 32;

/// A ring with a letter in it.
QPixmap sign(const QString &letter, const QColor &color, int ratio)
{
    QPixmap pixmap(QSize(kSignSize, kSignSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.drawEllipse(QRectF(0, 0, kSignSize, kSignSize).adjusted(3, 3, -3, -3));
    QFont font = QApplication::font();
    font.setPixelSize(kSignSize / 2);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(QRectF(0, 0, kSignSize, kSignSize), Qt::AlignCenter, letter);
    return pixmap;
}

void drawFrame(QPainter *painter, const QPen &pen, const QBrush &fill, const QRect &rect,
               int radius)
{
    const qreal half = pen.widthF() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

/// Points down, in the middle of a rect.
void drawChevron(QPainter *painter, const QColor &color, const QRect &rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF center = QRectF(rect).center();
    const QPointF points[] = {center + QPointF(-4, -2), center + QPointF(0, 2),
                              center + QPointF(4, -2)};
    painter->setPen(QPen(color, 1.5));
    painter->drawPolyline(points, 3);
    painter->restore();
}

/// The box of a check box, or the circle of a radio button.
void drawIndicator(QPainter *painter, const QStyleOption &option, bool isRound)
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isOn = option.state & QStyle::State_On;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const QColor ink =
        option.palette.color(isEnabled ? QPalette::WindowText : QPalette::PlaceholderText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1));
    painter->setBrush(option.palette.base());
    painter->drawRoundedRect(box, isRound ? box.width() / 2 : 2.5,
                             isRound ? box.height() / 2 : 2.5);
    if (isOn && isRound) {
        painter->setBrush(ink);
        painter->drawEllipse(box.center(), box.width() / 4, box.height() / 4);
    } else if (isOn) {
        const QPointF points[] = {box.topLeft() + QPointF(box.width() * 0.22, box.height() * 0.52),
                                  box.topLeft() + QPointF(box.width() * 0.42, box.height() * 0.74),
                                  box.topLeft() + QPointF(box.width() * 0.8, box.height() * 0.26)};
        painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(points, 3);
    }
    painter->restore();
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ThemeStyle::setColors(const QColor &notice, const QColor &warning)
{
    m_notice = notice;
    m_warning = warning;
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        drawIndicator(painter, *option, element == PE_IndicatorRadioButton);
    else if (element != PE_FrameFocusRect)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    else if (option->state & State_KeyboardFocusChange)
        drawFrame(painter, QPen(m_notice, 1), Qt::NoBrush, option->rect, 3);
}

static constexpr int kTextShift = 5; ///< of the text of a combo box

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool hasFocus = option->state & State_HasFocus;
    drawFrame(painter,
              hasFocus ? QPen(m_notice, 2) : QPen(option->palette.color(QPalette::Dark), 1),
              option->palette.base(), option->rect, 5);
    drawChevron(painter, option->palette.color(QPalette::PlaceholderText),
                subControlRect(control, option, SC_ComboBoxArrow, widget));
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl part, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = control == CC_ComboBox && part == SC_ComboBoxEditField;
    return isText ? rect.adjusted(kTextShift, 0, 0, 0) : rect; // below the text of line edits
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    constexpr int kLineHeight = 28; // that of a line edit
    return type == CT_ComboBox ? (result + QSize(kTextShift, 0)).expandedTo({0, kLineHeight})
                               : result;
}

/// Desktops put icons on buttons, which say nothing that the words do not.
int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    constexpr int kExtension = 30; // of a tool bar, wide enough to be seen and hit
    return metric == PM_ToolBarExtensionExtent ? kExtension
                                               : QProxyStyle::pixelMetric(metric, option, widget);
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *result) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    auto *mark = qstyleoption_cast<QStyleHintReturnVariant *>(result);
    if (hint == SH_TextControl_FocusIndicatorTextCharFormat && mark && option) {
        QTextCharFormat format; // of the link that has the keyboard, which dots hardly show
        format.setBackground(option->palette.highlight());
        format.setForeground(option->palette.highlightedText());
        format.setProperty(QTextFormat::OutlinePen, QPen(m_notice, 1));
        mark->variant = format;
        return 1;
    }
    return QProxyStyle::styleHint(hint, option, widget, result);
}

/// The default button is drawn bolder than its width was measured: its words may take from the
/// padding on both sides.
void ThemeStyle::drawItemText(QPainter *painter, const QRect &rect, int flags,
                              const QPalette &palette, bool enabled, const QString &text,
                              QPalette::ColorRole role) const
{
    const bool isButton = (flags & Qt::AlignHCenter) && (flags & Qt::TextShowMnemonic);
    QProxyStyle::drawItemText(painter, rect, isButton ? flags | Qt::TextDontClip : flags, palette,
                              enabled, text, role);
}

QIcon ThemeStyle::standardIcon(StandardPixmap kind, const QStyleOption *option,
                               const QWidget *widget) const
{
    const bool isQuestion = kind == SP_MessageBoxQuestion;
    const bool isNotice = kind == SP_MessageBoxInformation;
    const bool isWarning = kind == SP_MessageBoxWarning || kind == SP_MessageBoxCritical;
    if (!isQuestion && !isNotice && !isWarning)
        return QProxyStyle::standardIcon(kind, option, widget);
    const QString letter = isQuestion ? QStringLiteral("?")
                           : isNotice ? QStringLiteral("i")
                                      : QStringLiteral("!");
    QIcon icon;
    for (int ratio = 1; ratio <= 3; ++ratio)
        icon.addPixmap(sign(letter, isWarning ? m_warning : m_notice, ratio));
    return icon;
}

} // namespace drawbridge
