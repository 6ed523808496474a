#include "window/theme.h"

#include "window/theme_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QPalette>
#include <QSettings>

#include <initializer_list>
#include <utility>

namespace drawbridge {

namespace {

bool s_isDark = false;
ThemeStyle *s_style = nullptr; ///< the application's; null until something was applied

/// Text colours reach 4.5:1 on every fill they are written on.
struct Colors
{
    QColor window; ///< of everything: surfaces differ by lines, not by shades
    QColor raised; ///< what lies above: tooltips, hovered buttons
    QColor text;
    QColor subtle;  ///< captions, what is off
    QColor border;  ///< between surfaces
    QColor outline; ///< of what can be pressed or filled in
    QColor accent;  ///< lines
    QColor link;    ///< text
    QColor fill;    ///< behind what is on, selected or the default
    QColor marked;  ///< behind selected text
    QColor danger;  ///< text of what goes wrong or takes away
    QColor scroll;
};

Colors colors(bool dark)
{
    if (dark)
        return {"#1c2127", "#262c34", "#e3e7ec", "#9aa5b1", "#2f363f", "#414a56",
                "#56b4e9", "#6cc0f0", "#20384a", "#2f5876", "#ff9a69", "#4a5462"};
    return {"#ffffff", "#f5f7f9", "#1f2933", "#5c6875", "#e3e6ea", "#d3d9df",
            "#0072b2", "#005f97", "#e3f0f9", "#b9dbf1", "#a64500", "#c3cad2"};
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette;
    for (QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, c.window);
    for (QPalette::ColorRole role : {QPalette::AlternateBase, QPalette::ToolTipBase})
        palette.setColor(role, c.raised);
    for (QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
          QPalette::BrightText, QPalette::HighlightedText})
        palette.setColor(role, c.text);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.subtle);
    palette.setColor(QPalette::PlaceholderText, c.subtle);
    palette.setColor(QPalette::Highlight, c.marked);
    for (QPalette::ColorRole role : {QPalette::Link, QPalette::LinkVisited})
        palette.setColor(role, c.link);
    palette.setColor(QPalette::Light, c.raised);
    for (QPalette::ColorRole role : {QPalette::Mid, QPalette::Midlight})
        palette.setColor(role, c.border);
    for (QPalette::ColorRole role : {QPalette::Dark, QPalette::Shadow})
        palette.setColor(role, c.outline);
    return palette;
}

// @names are colours, $names sizes.
const char *const kSheet = R"(
QMenuBar { padding: 2px 4px; border: 0; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @fill; }
QMenu { border: 1px solid @outline; padding: 4px; }
QMenu::item { padding: 5px 18px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @fill; color: @text; }
QMenu::item:disabled { color: @subtle; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
QToolTip { border: 1px solid @outline; background: @raised; color: @text; padding: 4px 6px; }

QToolBar { border: 0; border-bottom: 1px solid @border; padding: 4px 8px; spacing: 0; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 3px; }
QToolBar QToolButton { padding: 5px 7px; }
QToolBar QToolButton:checked { padding: 5px 7px 3px 7px; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton { padding: 5px 9px; border: 1px solid transparent; border-radius: 5px; }
QToolButton:hover { border-color: @outline; background: @raised; }
QToolButton:checked { border-color: @accent; border-bottom-width: 3px; padding-bottom: 3px;
  background: @fill; color: @link; }
QToolButton:focus { border: 2px solid @accent; padding: 4px 8px; }
QToolButton:disabled { color: @subtle; }

QSplitter::handle { background: @border; }
QStatusBar { border-top: 1px solid @border; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @subtle; font-size: $small; padding: 3px 8px; }

QAbstractScrollArea { border: 0; }
QAbstractScrollArea::corner { background: @window; border: 0; }
QTreeView { padding: 4px 4px 4px 8px; show-decoration-selected: 1;
  selection-background-color: @fill; selection-color: @text; }
drawbridge--FilterBar { border-bottom: 1px solid @border; }
drawbridge--FilterBar QToolButton { border-color: @outline; padding: 4px 8px; }
drawbridge--FilterBar QToolButton:checked { border-bottom-width: 3px; padding-bottom: 2px; }
drawbridge--FilterBar QToolButton:focus { border-color: @accent; padding: 3px 7px; }
drawbridge--InspectorPanel QScrollArea { border: 1px solid transparent; border-radius: 4px; }
drawbridge--InspectorPanel QScrollArea:focus { border-color: @accent; }
drawbridge--InspectorPanel QScrollArea[role="buttons"] { border: 0; }
drawbridge--FilterBar QToolButton::menu-indicator { image: none; }
drawbridge--QuickList QListView { selection-background-color: @fill; selection-color: @text; }
QHeaderView { background: @window; }
QHeaderView::section { border: 0; padding: 6px 4px 5px 4px; background: @window; color: @subtle;
  font-size: $caption; font-weight: 600; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 7px 10px 6px 10px; border: 0; border-bottom: 2px solid transparent;
  color: @subtle; font-weight: 600; }
QTabBar::tab:first, QTabBar::tab:only-one { margin-left: 5px; }
QTabBar::tab:selected { color: @link; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected:hover { color: @link; }
QTabBar::tab:focus { background: @fill; }
QTabWidget::pane { border: 0; border-top: 1px solid @border; }

QLabel[role="caption"] { color: @subtle; font-size: $caption; font-weight: 600; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="error"] { color: @danger; }
QFrame[role="card"] { border: 1px solid @border; border-radius: 6px; background: @window; }
QFrame[role="card"] QFrame[role="card"] { background: @raised; }
drawbridge--ProblemsPage > QLabel { border-top: 1px solid @border; }
drawbridge--NoticeBar { background: @fill; border-bottom: 1px solid @border; }

QPushButton { padding: 5px 14px; border: 1px solid @outline; border-radius: 6px;
  background: @window; }
QPushButton:hover { background: @raised; }
QPushButton:default, QPushButton[role="primary"] { border-color: @accent; background: @fill;
  color: @link; font-weight: 600; }
QPushButton[role="danger"] { color: @danger; font-weight: 600; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:pressed { background: @fill; }
QPushButton:disabled { color: @subtle; border-color: @border; background: @window; }
QLineEdit { padding: 4px 7px; border: 1px solid @outline; border-radius: 5px; }
QLineEdit:focus { border: 2px solid @accent; padding: 3px 6px; }
QDialog QPlainTextEdit, QDialog QTreeWidget { padding: 3px; border: 1px solid @outline;
    border-radius: 5px; }
QDialog QPlainTextEdit:focus, QDialog QTreeWidget:focus { border-color: @accent; }
QComboBox QAbstractItemView { border: 1px solid @outline; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 5px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @fill; color: @text; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { padding: 0; border: 0; }

QScrollBar { border: 0; background: transparent; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @subtle; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString points(qreal size)
{
    return QString::number(size) + QStringLiteral("pt");
}

QString styleSheet(const Colors &c, qreal size)
{
    QString sheet = QString::fromLatin1(kSheet);
    const std::initializer_list<std::pair<const char *, QColor>> names = {
        {"@window", c.window}, {"@raised", c.raised}, {"@text", c.text},
        {"@subtle", c.subtle}, {"@border", c.border}, {"@outline", c.outline},
        {"@accent", c.accent}, {"@link", c.link},     {"@fill", c.fill},
        {"@danger", c.danger}, {"@scroll", c.scroll}};
    for (const auto &[name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("$title"), points(size * 1.15));
    sheet.replace(QLatin1String("$small"), points(size * 0.88));
    sheet.replace(QLatin1String("$caption"), points(size * 0.82));
    return sheet;
}

/// What the desktop had before this class changed anything.
struct Desktop
{
    bool isDark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
    qreal fontSize = QApplication::font().pointSizeF();
};

const Desktop &desktop()
{
    static const Desktop atStart;
    return atStart;
}

/// Dense, but for who has asked the desktop for large text.
QFont uiFont()
{
    constexpr qreal kDense = 9.75; // 13 pixels at 96 dpi
    constexpr qreal kLargeText = 12;
    QFont font = QApplication::font();
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font = QFont(QStringLiteral("Inter"));
    font.setPointSizeF(desktop().fontSize >= kLargeText ? desktop().fontSize : kDense);
    return font;
}

/// What stays whatever the colours are. The font before the sheet: what the sheet has polished does
/// not follow it any more.
void setUp()
{
    const QFont font = uiFont();
    s_style = new ThemeStyle;
    QApplication::setStyle(s_style);
    QApplication::setFont(font);
    for (QWidget *window : QApplication::topLevelWidgets())
        window->setFont({}); // or it does not hear of it before the event loop runs
}

/// Rich text keeps the link colour of the moment when it was set.
void renewLinks()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *label = qobject_cast<QLabel *>(widget);
        if (!label || label->textFormat() != Qt::RichText)
            continue;
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
}

} // namespace

void Theme::apply(ThemeChoice choice)
{
    const bool isDesktopDark = desktop().isDark;
    const bool isDark = choice == ThemeChoice::System ? isDesktopDark : choice == ThemeChoice::Dark;
    if (s_style && isDark == s_isDark)
        return; // windows that come follow by themselves
    s_isDark = isDark;
    qApp->setStyleSheet({}); // with it, the palette alone would style every widget anew
    if (!s_style)
        setUp();
    const Colors c = colors(isDark);
    s_style->setColors(c.accent, c.danger);
    QApplication::setPalette(paletteOf(c));
    qApp->setStyleSheet(styleSheet(c, QApplication::font().pointSizeF()));
    renewLinks();
}

bool Theme::isDark()
{
    return s_isDark;
}

ThemeChoice Theme::stored()
{
    const QString name = QSettings().value(QStringLiteral("theme")).toString();
    return name == QLatin1String("light")  ? ThemeChoice::Light
           : name == QLatin1String("dark") ? ThemeChoice::Dark
                                           : ThemeChoice::System;
}

void Theme::store(ThemeChoice choice)
{
    const char *name = choice == ThemeChoice::Light  ? "light"
                       : choice == ThemeChoice::Dark ? "dark"
                                                     : "system";
    QSettings().setValue(QStringLiteral("theme"), QString::fromLatin1(name));
}

} // namespace drawbridge
