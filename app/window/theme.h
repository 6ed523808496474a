#pragma once

#include <QString>

namespace drawbridge {

enum class ThemeChoice { System, Light, Dark };

/// Colours of the widgets around the canvas; the canvas and the editor take theirs from isDark().
class Theme
{
public:
    /// Sets style, palette and style sheet of the application, where they are others.
    static void apply(ThemeChoice choice);
    /// What the last apply() came to.
    static bool isDark();
    static ThemeChoice stored();
    static void store(ThemeChoice choice);
};

} // namespace drawbridge
