#include "layout/box_size.h"

#include <bit>
#include <cmath>
#include <type_traits>

namespace drawbridge::layout {

namespace {

// A message: "DBL2", what it is, the number of bytes that follow, then its fields.
constexpr std::uint32_t kMagic = 0x324C4244;
constexpr std::uint32_t kRequest = 1;
constexpr std::uint32_t kReply = 2;
constexpr std::size_t kHeaderSize = 12;
constexpr std::size_t kBoxSize = 20;
constexpr std::size_t kLinkSize = 16;
constexpr std::size_t kPositionSize = 16;
constexpr std::size_t kLargestCount = 1'000'000;

template <typename Word>
void put(std::string &bytes, Word value)
{
    static_assert(std::is_unsigned_v<Word>);
    for (std::size_t i = 0; i < sizeof(Word); ++i)
        bytes += char((value >> (8 * i)) & 0xFF);
}

void put(std::string &bytes, double value)
{
    put(bytes, std::bit_cast<std::uint64_t>(value));
}

std::string message(std::uint32_t kind, const std::string &fields)
{
    std::string bytes;
    bytes.reserve(kHeaderSize + fields.size());
    put(bytes, kMagic);
    put(bytes, kind);
    put(bytes, std::uint32_t(fields.size()));
    return bytes + fields;
}

/// Takes fields off the front; past the end it gives zeros and says so.
class Reader
{
public:
    explicit Reader(const std::string &bytes) : m_bytes(bytes) {}

    template <typename Word>
    Word word()
    {
        if (rest() < sizeof(Word)) {
            m_failed = true;
            return 0;
        }
        Word value = 0;
        for (std::size_t i = 0; i < sizeof(Word); ++i)
            value |= Word(static_cast<unsigned char>(m_bytes[m_at + i])) << (8 * i);
        m_at += sizeof(Word);
        return value;
    }
    double number() { return std::bit_cast<double>(word<std::uint64_t>()); }
    bool header(std::uint32_t kind)
    {
        const bool isOurs = word<std::uint32_t>() == kMagic && word<std::uint32_t>() == kind;
        return isOurs && word<std::uint32_t>() == rest() && !m_failed;
    }
    std::size_t rest() const { return m_bytes.size() - m_at; }

private:
    const std::string &m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

bool isLength(double value)
{
    return value >= 0 && value <= kLargestSize; // false for what is not a number
}

bool isCoordinate(double value)
{
    return std::abs(value) <= kLargestCoordinate;
}

bool areSane(const Request &request)
{
    for (const Request::Box &box : request.boxes) {
        if (!isLength(box.width) || !isLength(box.height) || box.cluster < -1 ||
            std::int64_t(box.cluster) >= std::int64_t(request.clusterCount))
            return false;
    }
    for (const Request::Link &link : request.links)
        if (link.from >= request.boxes.size() || link.to >= request.boxes.size() ||
            !isLength(link.label))
            return false;
    return true;
}

} // namespace

std::string encode(const Request &request)
{
    std::string fields;
    put(fields, std::uint32_t(request.boxes.size()));
    put(fields, std::uint32_t(request.links.size()));
    put(fields, request.clusterCount);
    for (const Request::Box &box : request.boxes) {
        put(fields, box.width);
        put(fields, box.height);
        put(fields, std::uint32_t(box.cluster));
    }
    for (const Request::Link &link : request.links) {
        put(fields, link.from);
        put(fields, link.to);
        put(fields, link.label);
    }
    return message(kRequest, fields);
}

std::string encode(const Reply &reply)
{
    std::string fields;
    put(fields, std::uint32_t(reply.size()));
    for (const Position &position : reply) {
        put(fields, position.x);
        put(fields, position.y);
    }
    return message(kReply, fields);
}

bool decode(const std::string &bytes, Request &request)
{
    Reader reader(bytes);
    if (!reader.header(kRequest) || reader.rest() < 12)
        return false;
    const std::size_t boxes = reader.word<std::uint32_t>();
    const std::size_t links = reader.word<std::uint32_t>();
    Request result;
    result.clusterCount = reader.word<std::uint32_t>();
    if (boxes > kLargestCount || links > kLargestCount || result.clusterCount > kLargestCount ||
        reader.rest() != boxes * kBoxSize + links * kLinkSize)
        return false;
    for (std::size_t i = 0; i < boxes; ++i) {
        Request::Box box;
        box.width = reader.number();
        box.height = reader.number();
        box.cluster = std::int32_t(reader.word<std::uint32_t>());
        result.boxes.push_back(box);
    }
    for (std::size_t i = 0; i < links; ++i) {
        Request::Link link;
        link.from = reader.word<std::uint32_t>();
        link.to = reader.word<std::uint32_t>();
        link.label = reader.number();
        result.links.push_back(link);
    }
    if (!areSane(result))
        return false;
    request = std::move(result);
    return true;
}

bool decode(const std::string &bytes, Reply &reply)
{
    Reader reader(bytes);
    if (!reader.header(kReply) || reader.rest() < 4)
        return false;
    const std::size_t count = reader.word<std::uint32_t>();
    if (count > kLargestCount || reader.rest() != count * kPositionSize)
        return false;
    Reply result;
    for (std::size_t i = 0; i < count; ++i) {
        Position position;
        position.x = reader.number();
        position.y = reader.number();
        if (!isCoordinate(position.x) || !isCoordinate(position.y))
            return false;
        result.push_back(position);
    }
    reply = std::move(result);
    return true;
}

} // namespace drawbridge::layout
