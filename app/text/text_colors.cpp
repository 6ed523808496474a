#include "text/text_colors.h"

#include <QPalette>

namespace drawbridge {

const TextColors &TextColors::light()
{
    static const TextColors colors{
        false,
        QColor(0xFFFFFF), // background
        QColor(0xF5F7F9), // current line
        QColor(0xE3F0F9), // highlighted lines
        QColor(0xFBEFC4), // found
        QColor(0x1F2933), // text
        QColor(0x005E9C), // key
        QColor(0x1D6B3A), // string
        QColor(0x8A4500), // number
        QColor(0x5C6875), // comment
        QColor(0x5C6875), // marker
        QColor(0x7A3A94), // anchor
        QColor(0x5C6875), // line number
    };
    return colors;
}

const TextColors &TextColors::dark()
{
    static const TextColors colors{
        true,
        QColor(0x1C2127), // background
        QColor(0x242A32), // current line
        QColor(0x20384A), // highlighted lines
        QColor(0x453C1A), // found
        QColor(0xE3E7EC), // text
        QColor(0x6CB9F0), // key
        QColor(0x8FD3A0), // string
        QColor(0xEDB871), // number
        QColor(0xA0ABB6), // comment
        QColor(0xA0ABB6), // marker
        QColor(0xD6AAEB), // anchor
        QColor(0x97A2AD), // line number
    };
    return colors;
}

const TextColors &TextColors::of(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? dark() : light();
}

QColor TextColors::underline(Severity severity) const
{
    switch (severity) {
    case Severity::Error:
        return isDark ? QColor(0xF58A58) : QColor(0xC44A00);
    case Severity::Warning:
        return isDark ? QColor(0xE6A817) : QColor(0x8A6000);
    case Severity::Hint:
    case Severity::Note:
        break;
    }
    return isDark ? QColor(0x56B4E9) : QColor(0x0072B2);
}

} // namespace drawbridge
