#include "window/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>

namespace drawbridge {

namespace {

bool s_isDark = false;

struct Colors
{
    QColor window, base, alternate, text, subtle, border, accent, accentFill, onAccent, button;
};

Colors colors(bool dark)
{
    if (dark)
        return {"#1a1d23", "#1e2229", "#232831", "#e6e8ec", "#9aa3b2",
                "#343b47", "#56b4e9", "#1f3547", "#0c1116", "#262c36"};
    return {"#ffffff", "#ffffff", "#f6f8fa", "#1b222c", "#5f6b7a",
            "#dfe4ea", "#0072b2", "#e1eff9", "#ffffff", "#ffffff"};
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ToolTipBase, c.alternate);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                     QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, c.text);
    palette.setColor(QPalette::PlaceholderText, c.subtle);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Midlight, c.border);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.subtle);
    return palette;
}

QString styleSheet(const Colors &c)
{
    return QStringLiteral(
               "QToolBar { border: 0; border-bottom: 1px solid %1; padding: 4px 8px; spacing: 2px; "
               "}"
               "QToolBar::separator { background: %1; width: 1px; margin: 5px 6px; }"
               "QToolButton { padding: 5px 9px; border: 1px solid transparent; border-radius: 5px; "
               "}"
               "QToolButton:hover, QToolButton:focus { border-color: %1; background: %5; }"
               "QToolButton:checked { border-color: %2; background: %3; color: %2; }"
               "QSplitter::handle { background: %1; }"
               "QStatusBar { border-top: 1px solid %1; }"
               "QStatusBar::item { border: 0; }"
               "QTreeView, QTableView, QPlainTextEdit { border: 0; }"
               "QTreeView:focus, QTableView:focus { border: 1px solid %2; }"
               "QHeaderView::section { border: 0; border-bottom: 1px solid %1; padding: 4px 6px;"
               "  background: %5; color: %4; }"
               "QTabBar::tab { padding: 6px 12px; border: 0; border-bottom: 2px solid transparent;"
               "  color: %4; }"
               "QTabBar::tab:selected { color: %2; border-bottom-color: %2; }"
               "QTabBar::tab:focus { background: %3; }"
               "QTabWidget::pane { border: 0; border-top: 1px solid %1; }"
               "QLabel[role=\"caption\"] { color: %4; font-size: 9pt; font-weight: 600; }"
               "QLabel[role=\"title\"] { font-size: 13pt; font-weight: 600; }"
               "QLabel[role=\"error\"] { color: %6; }"
               "QPushButton { padding: 5px 14px; border: 1px solid %1; border-radius: 6px;"
               "  background: %7; }"
               "QPushButton:default, QPushButton:focus { border-color: %2; background: %3; }"
               "QPushButton:disabled { color: %4; }"
               "QLineEdit, QComboBox { padding: 4px 7px; border: 1px solid %1; border-radius: 5px; "
               "}"
               "QLineEdit:focus, QComboBox:focus { border-color: %2; }")
        .arg(c.border.name(), c.accent.name(), c.accentFill.name(), c.subtle.name(),
             c.alternate.name(), s_isDark ? QStringLiteral("#ff9466") : QStringLiteral("#b34700"),
             c.button.name());
}

bool systemIsDark()
{
    static const bool atStart = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
    return atStart;
}

} // namespace

void Theme::apply(ThemeChoice choice)
{
    s_isDark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
    const Colors c = colors(s_isDark);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(c));
    qApp->setStyleSheet(styleSheet(c));
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
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
