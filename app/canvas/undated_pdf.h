#pragma once

#include <QBuffer>
#include <QByteArray>

namespace drawbridge::canvas {

/// What a PDF is written into before it goes out. Qt notes when that was, in the user's time zone;
/// who compares two versions wants the same bytes of the same picture, so the note is taken out,
/// and the table of objects says where they are then.
class UndatedPdf
{
public:
    UndatedPdf();

    QIODevice *device() { return &m_buffer; }
    /// Once it is whole. False if the other device does not take all of it.
    bool writeTo(QIODevice &other);

private:
    QByteArray m_bytes;
    QBuffer m_buffer;
};

} // namespace drawbridge::canvas
