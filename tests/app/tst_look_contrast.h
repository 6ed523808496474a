#pragma once

#include "canvas/palette.h"

#include <QHash>
#include <QImage>
#include <QRect>

#include <algorithm>
#include <vector>

namespace drawbridge::test {

/// Something written, measured in a picture: a letter, or some that stand close together.
struct Word
{
    QRect rect; ///< in pixels of the picture
    double contrast = 1;
    double coverage = 0;  ///< the part of the rect that is inked
    bool isSolid = false; ///< a dot: no strokes
    bool isThin = false;  ///< a dash, between two rows of pixels
};

/// Finds words in pictures and measures how much they stand out. The background of a word is the
/// most frequent colour around it. Antialiased strokes rarely reach their full colour, so that the
/// best 2 % of the pixels count.
class WordFinder
{
public:
    /// `gap`: pixels without ink between two words, or letters; `least`: what is narrower goes with
    /// what is beside it, since points and dashes are too small to reach their colour.
    WordFinder(const QImage &image, int gap, int least) : m_image(image), m_gap(gap), m_least(least)
    {
        Q_ASSERT(image.format() == QImage::Format_RGB32);
    }

    std::vector<Word> words(const QRect &area) const
    {
        std::vector<Word> result;
        const QRect inside = area & m_image.rect();
        if (inside.isEmpty())
            return result;
        const QRgb background = mostFrequent(inside);
        for (const QRect &line : runs(inside, background, Qt::Vertical, m_least / 2))
            for (const QRect &word : joined(runs(line, background, Qt::Horizontal, m_gap))) {
                const Word found = measured(tightened(word, background), background);
                if (isFill(found, inside))
                    for (const Word &inner : words(word))
                        result.push_back(inner);
                else
                    result.push_back(found);
            }
        return result;
    }

private:
    QRgb pixel(int x, int y) const
    {
        return reinterpret_cast<const QRgb *>(m_image.constScanLine(y))[x] | 0xff000000;
    }

    QRgb mostFrequent(const QRect &area) const
    {
        QHash<QRgb, int> counts;
        QRgb best = 0;
        int most = 0;
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                if (const int count = ++counts[pixel(x, y)]; count > most) {
                    most = count;
                    best = pixel(x, y);
                }
        return best;
    }

    static bool isInk(QRgb color, QRgb background)
    {
        return color != background && canvas::contrast(QColor(color), QColor(background)) > kLeast;
    }

    bool hasInk(const QRect &area, QRgb background) const
    {
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                if (isInk(pixel(x, y), background))
                    return true;
        return false;
    }

    /// Parts of the area with ink, `gap` pixels apart.
    std::vector<QRect> runs(const QRect &area, QRgb background, Qt::Orientation along,
                            int gap) const
    {
        const bool isDown = along == Qt::Vertical;
        const int length = isDown ? area.height() : area.width();
        std::vector<QRect> result;
        int last = -gap - 1;
        for (int i = 0; i < length; ++i) {
            const QRect slice = isDown ? QRect(area.left(), area.top() + i, area.width(), 1)
                                       : QRect(area.left() + i, area.top(), 1, area.height());
            if (!hasInk(slice, background))
                continue;
            if (i - last > gap)
                result.push_back(slice);
            else
                result.back() |= slice;
            last = i;
        }
        return result;
    }

    /// Without the rows above and below that belong to higher neighbours.
    QRect tightened(const QRect &rect, QRgb background) const
    {
        QRect result;
        for (const QRect &part : runs(rect, background, Qt::Vertical, rect.height()))
            result |= part;
        return result;
    }

    std::vector<QRect> joined(const std::vector<QRect> &runs) const
    {
        std::vector<QRect> result;
        bool joinsNext = false;
        for (const QRect &run : runs) {
            const bool isSmall = run.width() < m_least;
            if (!result.empty() && (isSmall || joinsNext))
                result.back() |= run;
            else
                result.push_back(run);
            joinsNext = isSmall && result.size() == 1 && result.back() == run;
        }
        return result;
    }

    /// A patch behind letters: what is selected.
    bool isFill(const Word &word, const QRect &area) const
    {
        const bool isHigh = word.rect.height() > 3 * m_least; // more than a dash
        return isHigh && word.coverage > 0.8 && !word.isSolid && word.rect != area;
    }

    Word measured(const QRect &rect, QRgb background) const
    {
        std::vector<double> ink;
        for (int y = rect.top(); y <= rect.bottom(); ++y)
            for (int x = rect.left(); x <= rect.right(); ++x)
                if (isInk(pixel(x, y), background))
                    ink.push_back(canvas::contrast(QColor(pixel(x, y)), QColor(background)));
        Word word{rect};
        const auto best = ink.begin() + std::ptrdiff_t(ink.size() / 50);
        std::nth_element(ink.begin(), best, ink.end(), std::greater<>());
        word.contrast = *best;
        word.coverage = double(ink.size()) / (rect.width() * rect.height());
        const bool isRound = rect.width() < 2 * rect.height() && rect.height() < 2 * rect.width();
        word.isThin = rect.height() < m_least;
        word.isSolid = isRound && word.coverage > 0.7;
        return word;
    }

    /// Less is a shade of the background, as the grid of the canvas.
    static constexpr double kLeast = 1.6;

    QImage m_image;
    int m_gap;
    int m_least;
};

} // namespace drawbridge::test
