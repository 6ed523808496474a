#include "canvas/undated_pdf.h"

#include <utility>

namespace drawbridge::canvas {

namespace {

/// The table of where objects begin, as Qt writes it, has entries of 20 bytes, in which the place
/// has 10 digits.
constexpr qsizetype kEntry = 20;
constexpr qsizetype kDigits = 10;

/// What is found in `bytes` between the last `before` and the next `after`.
QByteArray lastBetween(const QByteArray &bytes, const char *before, const char *after)
{
    const qsizetype begin = bytes.lastIndexOf(before);
    if (begin < 0)
        return {};
    const qsizetype at = begin + qsizetype(qstrlen(before));
    return bytes.mid(at, bytes.indexOf(after, at) - at).trimmed();
}

/// Objects behind `place` begin so many bytes earlier. False where the table is not as expected.
bool moveObjects(QByteArray &bytes, qsizetype place, qsizetype by)
{
    const QByteArray told = lastBetween(bytes, "startxref\n", "%%EOF");
    const qsizetype table = told.toLongLong() - by;
    const qsizetype entries = bytes.indexOf('\n', table + qsizetype(qstrlen("xref\n"))) + 1;
    const qsizetype end = bytes.indexOf("trailer", entries);
    if (told.isEmpty() || bytes.mid(table, 5) != "xref\n" || end < 0 || (end - entries) % kEntry)
        return false;
    for (qsizetype at = entries; at < end; at += kEntry) {
        const qsizetype object = bytes.mid(at, kDigits).toLongLong();
        if (object > place)
            bytes.replace(at, kDigits,
                          QByteArray::number(object - by).rightJustified(kDigits, '0'));
    }
    bytes.replace(bytes.lastIndexOf(told), told.size(), QByteArray::number(table));
    return true;
}

} // namespace

UndatedPdf::UndatedPdf() : m_buffer(&m_bytes)
{
    m_buffer.open(QIODevice::WriteOnly);
}

bool UndatedPdf::writeTo(QIODevice &other)
{
    m_buffer.close();
    // In the first object. Texts before it, as the title, are in UTF-16, which this cannot be in.
    const qsizetype begin = m_bytes.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : m_bytes.indexOf('\n', begin) + 1;
    if (end > 0) {
        QByteArray undated = m_bytes;
        undated.remove(begin, end - begin);
        if (moveObjects(undated, begin, end - begin))
            m_bytes = std::move(undated);
    }
    return other.write(m_bytes) == m_bytes.size();
}

} // namespace drawbridge::canvas
