#include "canvas/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace drawbridge::canvas {

// Blue and vermilion are those of Okabe and Ito; text takes a darker vermilion in light.
CanvasPalette CanvasPalette::light()
{
    CanvasPalette p;
    p.background = QColor(0xfbfcfd);
    p.grid = QColor(0xdfe5ea);
    p.frameFill = QColor(0xffffff);
    p.wall = QColor(0x4b5868);
    p.card = QColor(0xffffff);
    p.cardBorder = QColor(0xcfd7de);
    p.title = QColor(0x1b242e);
    p.subtle = QColor(0x5c6875);
    p.lock = QColor(0x4b5868);
    p.allowed = QColor(0x0072b2);
    p.allowedText = QColor(0x0067a3);
    p.notAllowed = QColor(0xd55e00);
    p.notAllowedText = QColor(0xb04a00);
    p.cannotTell = QColor(0x8a6d00);
    p.cannotTellText = QColor(0x735a00);
    p.pill = QColor(0xffffff);
    p.outside = QColor(0x5c6875);
    p.selection = QColor(0x0072b2);
    p.selectionFill = QColor(0x00, 0x72, 0xb2, 28);
    p.focus = QColor(0x1b242e);
    p.handleFill = QColor(0xffffff);
    return p;
}

CanvasPalette CanvasPalette::dark()
{
    CanvasPalette p;
    p.isDark = true;
    p.background = QColor(0x191d22);
    p.grid = QColor(0x353d46);
    p.frameFill = QColor(0x1c2026);
    p.wall = QColor(0x8b97a5);
    p.card = QColor(0x252b32);
    p.cardBorder = QColor(0x3d4651);
    p.title = QColor(0xe8ecf1);
    p.subtle = QColor(0xa3adb8);
    p.lock = QColor(0xa3adb8);
    p.allowed = QColor(0x56b4e9);
    p.allowedText = QColor(0x6cc0f0);
    p.notAllowed = QColor(0xff8f5a);
    p.notAllowedText = QColor(0xff9a69);
    p.cannotTell = QColor(0xe0b93c);
    p.cannotTellText = QColor(0xe6c455);
    p.pill = QColor(0x1c2229);
    p.outside = QColor(0x9aa5b1);
    p.selection = QColor(0x56b4e9);
    p.selectionFill = QColor(0x56, 0xb4, 0xe9, 40);
    p.focus = QColor(0xf2f5f8);
    p.handleFill = QColor(0x191d22);
    return p;
}

QColor CanvasPalette::of(Ink ink) const
{
    switch (ink) {
    case Ink::None:
        return {};
    case Ink::Background:
        return background;
    case Ink::Grid:
        return grid;
    case Ink::FrameFill:
        return frameFill;
    case Ink::Wall:
        return wall;
    case Ink::Card:
        return card;
    case Ink::CardBorder:
        return cardBorder;
    case Ink::Title:
        return title;
    case Ink::Subtle:
        return subtle;
    case Ink::Lock:
        return lock;
    case Ink::Allowed:
        return allowed;
    case Ink::AllowedText:
        return allowedText;
    case Ink::NotAllowed:
        return notAllowed;
    case Ink::NotAllowedText:
        return notAllowedText;
    case Ink::CannotTell:
        return cannotTell;
    case Ink::CannotTellText:
        return cannotTellText;
    case Ink::Pill:
        return pill;
    case Ink::Outside:
        return outside;
    case Ink::Selection:
        return selection;
    case Ink::SelectionFill:
        return selectionFill;
    case Ink::Focus:
        return focus;
    case Ink::HandleFill:
        return handleFill;
    }
    return {};
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(under.red(), over.red()), part(under.green(), over.green()),
                  part(under.blue(), over.blue()));
}

/// Of 8-bit channels: all that is drawn has those, and tests ask for every pixel of a picture.
static double luminance(const QColor &colour)
{
    static const std::array<double, 256> linear = [] {
        std::array<double, 256> result;
        for (std::size_t i = 0; i < result.size(); ++i) {
            const double c = double(i) / 255;
            result[i] = c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        }
        return result;
    }();
    const auto of = [](int channel) { return linear[std::size_t(channel)]; };
    return 0.2126 * of(colour.red()) + 0.7152 * of(colour.green()) + 0.0722 * of(colour.blue());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace drawbridge::canvas
