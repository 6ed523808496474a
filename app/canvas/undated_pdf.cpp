#include "canvas/undated_pdf.h"

#include <algorithm>

namespace drawbridge::canvas {

UndatedPdf::UndatedPdf() : m_buffer(&m_bytes)
{
    m_buffer.open(QIODevice::WriteOnly);
}

bool UndatedPdf::writeTo(QIODevice &other)
{
    m_buffer.close();
    // In the first object. Texts before it, as the title, are in UTF-16, which this cannot be in.
    const qsizetype begin = m_bytes.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : m_bytes.indexOf(')', begin);
    if (end >= 0)
        std::fill(m_bytes.begin() + begin, m_bytes.begin() + end + 1, ' ');
    return other.write(m_bytes) == m_bytes.size();
}

} // namespace drawbridge::canvas
