#include "source/guard.h"

#include "source/light_lexer.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace drawbridge {

namespace {

using Byte = unsigned char;

std::string hex(const char *format, unsigned value)
{
    std::array<char, 16> buffer{};
    static_cast<void>(std::snprintf(buffer.data(), buffer.size(), format, value));
    return buffer.data();
}

Problem problemAt(Code code, std::size_t begin, std::size_t size,
                  std::vector<std::string> arguments)
{
    return {Severity::Error, code, {begin, begin + size}, std::move(arguments), {}};
}

/// One character of UTF-8; size 0 if the bytes are not UTF-8 (overlong, surrogate, cut off).
struct Character
{
    unsigned code = 0;
    std::size_t size = 0;
};

Character decode(std::string_view rest)
{
    const auto byte = [&](std::size_t i) { return i < rest.size() ? Byte(rest[i]) : Byte(0); };
    const Byte lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size == 1)
        return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4)
        return {};
    unsigned code = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {};
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    const bool isOverlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    if (isOverlong || isSurrogate || code > 0x10FFFF)
        return {};
    return {code, size};
}

bool isForbidden(unsigned code)
{
    const bool isC0 = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    const bool isC1 = code >= 0x7F && code <= 0x9F && code != 0x85;
    return isC0 || isC1 || code == 0xFFFE || code == 0xFFFF;
}

bool looksLikeUtf16Or32(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return true;
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return true;
    // Without a mark: an ASCII character and a zero byte in turn.
    return bytes.size() >= 4 && ((bytes[0] == 0) != (bytes[1] == 0)) &&
           ((bytes[2] == 0) != (bytes[3] == 0) ||
            bytes.substr(2, 2) == std::string_view("\0\0", 2));
}

std::optional<Problem> checkCharacter(std::string_view bytes, std::size_t at, std::size_t &size)
{
    const Character c = decode(bytes.substr(at));
    size = c.size;
    if (c.size == 0)
        return problemAt(Code::InvalidUtf8, at, 1, {hex("%02X", Byte(bytes[at]))});
    if (c.code == 0xFEFF && at != 0)
        return problemAt(Code::MisplacedByteOrderMark, at, c.size, {});
    if (isForbidden(c.code))
        return problemAt(Code::ControlCharacter, at, c.size, {hex("U+%04X", c.code)});
    if (c.code == '\r' && (at + 1 >= bytes.size() || bytes[at + 1] != '\n'))
        return problemAt(Code::LoneCarriageReturn, at, 1, {});
    return {};
}

/// Memory of yaml-cpp follows these bytes wherever they stand, should the light lexer be misled.
constexpr std::size_t kFlowBytesAtAll = 1'000'000;

std::size_t countFlowBytes(std::string_view text)
{
    std::array<bool, 256> isFlow{};
    for (char c : {'[', ']', '{', '}', ','})
        isFlow[Byte(c)] = true;
    std::size_t count = 0;
    for (char c : text)
        count += isFlow[Byte(c)];
    return count;
}

bool isPlain(Byte byte)
{
    return (byte >= 0x20 && byte < 0x7F) || byte == '\n';
}

constexpr std::uint64_t kEachByte = 0x0101010101010101;

/// The highest bit of each byte that is zero.
std::uint64_t zeroBytes(std::uint64_t word)
{
    constexpr std::uint64_t low = 0x7F * kEachByte;
    return ~(((word & low) + low) | word | low);
}

bool isPlain(std::uint64_t word)
{
    const std::uint64_t below0x20 = zeroBytes(word & 0xE0 * kEachByte);
    const std::uint64_t newlines = zeroBytes(word ^ '\n' * kEachByte);
    const std::uint64_t deletes = zeroBytes(word ^ 0x7F * kEachByte);
    return ((below0x20 & ~newlines) | deletes | (word & 0x80 * kEachByte)) == 0;
}

/// The first byte from `at` on that is not plain ASCII, as nearly all text is.
std::size_t skipPlain(std::string_view bytes, std::size_t at)
{
    std::uint64_t word = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if (!isPlain(word))
            break;
    }
    while (at < bytes.size() && isPlain(Byte(bytes[at])))
        ++at;
    return at;
}

} // namespace

std::optional<Problem> guardBytes(std::string_view bytes)
{
    if (looksLikeUtf16Or32(bytes))
        return problemAt(Code::Utf16OrUtf32, 0, 2, {});
    for (std::size_t at = 0; (at = skipPlain(bytes, at)) < bytes.size();) {
        std::size_t size = 0;
        if (auto problem = checkCharacter(bytes, at, size))
            return problem;
        at += size;
    }
    return {};
}

std::optional<Problem> guardYamlUnit(std::string_view text, const GuardLimits &limits)
{
    if (text.size() > limits.document)
        return problemAt(Code::DocumentTooLarge, 0, 0,
                         {std::to_string(text.size()), std::to_string(limits.document)});
    LightLexer lexer(limits.depth);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        lexer.readLine(text.substr(at, newline - at));
        if (const auto column = lexer.tooDeepColumn())
            return problemAt(Code::TooDeeplyNested, at + *column, 1,
                             {std::to_string(limits.depth)});
        if (lexer.flowItems() > limits.flowItems)
            return problemAt(Code::TooManyFlowItems, at, newline - at,
                             {std::to_string(limits.flowItems)});
        at = newline + 1;
    }
    if (text.size() > kFlowBytesAtAll && countFlowBytes(text) > kFlowBytesAtAll)
        return problemAt(Code::TooManyFlowItems, 0, 0, {std::to_string(kFlowBytesAtAll)});
    return {};
}

} // namespace drawbridge
