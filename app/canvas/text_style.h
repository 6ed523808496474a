#pragma once

#include <QFont>
#include <QString>

#include <cstdint>
#include <string>

namespace drawbridge::canvas {

/// What a piece of text on the canvas is.
enum class TextRole : std::uint8_t {
    CardTitle,
    OutsideTitle,
    SubLine,
    Ports, ///< monospace
    FrameTitle,
    Pill,
    Note, ///< beside a pill
};
inline constexpr int kTextRoleCount = int(TextRole::Note) + 1;

/// Size in scene units, weight and family of a role.
struct TextSpec
{
    int size = 11;
    bool isBold = false;
    bool isMonospace = false;
};
TextSpec specOf(TextRole role);

/// The font of a role at a size in pixels; the painter's scale does the rest. Prefers Inter, falls
/// back to the application's font. Each thread that paints must make its own.
QFont fontOf(TextRole role, int pixels);

/// User's text fit for one line: without control, line and direction-override characters.
QString plain(const std::string &text);

} // namespace drawbridge::canvas
