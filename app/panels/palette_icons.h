#pragma once

#include "edit/templates.h"

#include <QIcon>

#include <optional>

namespace drawbridge {

/// What the palette offers: a template, or nothing for a plain service.
using PaletteEntry = std::optional<edit::Template>;

/// A line drawing of an entry, sharp on every screen.
QIcon paletteIcon(const PaletteEntry &entry, const QColor &color);

inline constexpr int kPaletteIconSize = 16;

} // namespace drawbridge
