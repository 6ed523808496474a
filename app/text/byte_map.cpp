#include "text/byte_map.h"

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr int kShownOfLongLine = 2'000;

struct Character
{
    char32_t codePoint = 0;
    std::size_t size = 1;
    bool isValid = true;
};

/// The character that begins at `at`; of bytes that are no UTF-8, one.
Character characterAt(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t codePoint = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {lead, 1, false};
        codePoint = codePoint << 6 | (byte(i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool isValid = lead >= 0xC0 && lead < 0xF8 && codePoint >= least[size] &&
                         codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return isValid ? Character{codePoint, size, true} : Character{lead, 1, false};
}

/// What is shown for it: itself, or a symbol of one code unit.
char32_t shown(const Character &character)
{
    const char32_t codePoint = character.codePoint;
    if (!character.isValid)
        return QChar::ReplacementCharacter;
    if (codePoint < 0x20 && codePoint != '\t')
        return 0x2400 + codePoint; // the pictures of the control characters
    switch (codePoint) {
    case 0x7F:
        return 0x2421;
    case 0x85: // next line
        return 0x2424;
    case 0x2028: // line separator
        return 0x21B5;
    case 0x2029: // paragraph separator
        return 0x00B6;
    case 0xFDD0: // QTextDocument's own marks of frames and objects
    case 0xFDD1:
    case 0xFFFC:
        return QChar::ReplacementCharacter;
    default:
        return codePoint;
    }
}

int unitsOf(char32_t codePoint)
{
    return codePoint > 0xFFFF ? 2 : 1;
}

} // namespace

LineMap::LineMap(std::string_view bytes) : m_bytes(bytes)
{
    m_isShortened = bytes.size() > kLongestLine;
    m_isAscii = !m_isShortened && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= 0x20 && c < 0x7F) || c == '\t';
    });
    if (m_isAscii) {
        m_text = QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
        return;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = characterAt(bytes, at);
        const char32_t codePoint = shown(character);
        m_text += QStringView(QChar::fromUcs4(codePoint));
        at += character.size;
        if (m_isShortened && m_text.size() >= kShownOfLongLine) {
            m_text += QChar(0x2026); // ellipsis
            break;
        }
    }
}

std::size_t LineMap::byteAt(int column) const
{
    if (column >= m_text.size())
        return m_bytes.size();
    if (m_isAscii)
        return std::size_t(std::max(column, 0));
    std::size_t at = 0;
    for (int passed = 0; at < m_bytes.size();) {
        const Character character = characterAt(m_bytes, at);
        passed += unitsOf(shown(character));
        if (passed > column)
            break;
        at += character.size;
    }
    return at;
}

int LineMap::columnAt(std::size_t byte) const
{
    if (byte >= m_bytes.size())
        return int(m_text.size());
    if (m_isAscii)
        return int(byte);
    int column = 0;
    for (std::size_t at = 0; column < m_text.size();) {
        const Character character = characterAt(m_bytes, at);
        at += character.size;
        if (at > byte)
            break;
        column += unitsOf(shown(character));
    }
    return std::min(column, int(m_text.size()));
}

TextRange ByteMap::content(int line) const
{
    const auto number = std::size_t(line) + 1;
    TextRange range{m_lines.start(number), m_bytes.size()};
    if (number < m_lines.lineCount()) {
        range.end = m_lines.start(number + 1) - 1;
        if (range.end > range.begin && m_bytes[range.end - 1] == '\r')
            --range.end;
    }
    if (line == 0 && m_bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        range.begin += kByteOrderMark.size();
    return range;
}

std::string_view ByteMap::lineEnd(int line) const
{
    const std::size_t begin = content(line).end;
    const auto number = std::size_t(line) + 1;
    const std::size_t end =
        number < m_lines.lineCount() ? m_lines.start(number + 1) : m_bytes.size();
    return m_bytes.substr(begin, end - begin);
}

LineMap ByteMap::line(int line) const
{
    const TextRange range = content(line);
    return LineMap(m_bytes.substr(range.begin, range.size()));
}

std::size_t ByteMap::offset(EditorPlace place) const
{
    if (place.block >= lineCount())
        return m_bytes.size();
    return content(place.block).begin + line(place.block).byteAt(place.column);
}

EditorPlace ByteMap::place(std::size_t offset) const
{
    const int block = int(m_lines.lineAt(std::min(offset, m_bytes.size()))) - 1;
    const std::size_t begin = content(block).begin;
    return {block, offset <= begin ? 0 : line(block).columnAt(offset - begin)};
}

std::string toBytes(const QString &text, std::string_view lineEnd)
{
    const std::string utf8 = text.toStdString();
    std::string bytes;
    bytes.reserve(utf8.size());
    for (const char c : utf8) {
        if (c == '\n')
            bytes += lineEnd;
        else
            bytes += c;
    }
    return bytes;
}

} // namespace drawbridge
