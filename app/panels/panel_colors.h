#pragma once

#include "base/diagnostic.h"

#include <QColor>
#include <QIcon>

namespace drawbridge {

/// The colours that say something in lists and in the inspector; words always say it too. Those for
/// text reach a contrast of 4.5:1 on base and selection, dots 3:1.
struct PanelColors
{
    QColor subtle; ///< text: second lines, small headings
    QColor link;   ///< text: what leads somewhere, what is allowed
    QColor danger; ///< text: not allowed, nothing isolates it
    QColor isolated;
    QColor open;
    QColor warning;

    /// The set that goes with the application's palette of now.
    static const PanelColors &current();

    QColor dot(Severity severity) const;
};

/// The sign of a severity in its colour, sharp on every screen.
QIcon severityIcon(Severity severity);

inline constexpr int kDotSize = 8;

} // namespace drawbridge
