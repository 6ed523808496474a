#pragma once

#include "base/diagnostic.h"

#include <QColor>

class QPalette;

namespace drawbridge {

/// The editor's colours. What is written has a contrast of at least 4.5 on every background.
struct TextColors
{
    bool isDark = false;
    QColor background;
    QColor currentLine;
    QColor highlightedLines; ///< the lines behind what is selected on the canvas
    QColor found;            ///< behind what a search found, and brackets that belong together
    QColor text;
    QColor key;
    QColor string;
    QColor number; ///< and booleans, null
    QColor comment;
    QColor marker; ///< --- and ...
    QColor anchor; ///< anchors, aliases, tags
    QColor lineNumber;

    /// The set that goes with a palette's base.
    static const TextColors &of(const QPalette &palette);
    static const TextColors &light();
    static const TextColors &dark();

    QColor underline(Severity severity) const;
};

} // namespace drawbridge
