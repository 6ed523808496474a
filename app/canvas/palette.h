#pragma once

#include <QColor>

#include <cstdint>

namespace drawbridge::canvas {

/// What a colour is used for. Drawings name inks, palettes give them their values.
enum class Ink : std::uint8_t {
    None,
    Background,
    Grid,
    FrameFill,
    Wall,
    Card,
    CardBorder,
    Title,
    Subtle, ///< sub lines and notes
    Lock,
    Allowed,
    AllowedText,
    NotAllowed, ///< lines: not allowed, half open, nothing isolates it
    NotAllowedText,
    CannotTell,
    CannotTellText,
    Pill,
    Outside, ///< the line of clouds
    Selection,
    SelectionFill,
    Focus,
    HandleFill,
};
inline constexpr int kInkCount = int(Ink::HandleFill) + 1;

/// The colours of the canvas in one theme: values only. Text inks reach a contrast of 4.5:1 on
/// what they are written on, lines 3:1.
struct CanvasPalette
{
    bool isDark = false;
    QColor background;
    QColor grid;
    QColor frameFill;
    QColor wall;
    QColor card;
    QColor cardBorder;
    QColor title;
    QColor subtle;
    QColor lock;
    QColor allowed;
    QColor allowedText;
    QColor notAllowed;
    QColor notAllowedText;
    QColor cannotTell;
    QColor cannotTellText;
    QColor pill;
    QColor outside;
    QColor selection;
    QColor selectionFill; ///< translucent
    QColor focus;
    QColor handleFill;

    static CanvasPalette light();
    static CanvasPalette dark();

    QColor of(Ink ink) const; ///< invalid for Ink::None
    bool operator==(const CanvasPalette &) const = default;
};

/// `share` of `over` (0 to 1) mixed into `under`: thin lines are drawn faster in opaque colours.
QColor mixed(const QColor &under, const QColor &over, double share);
/// Contrast by WCAG 2, from 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace drawbridge::canvas
