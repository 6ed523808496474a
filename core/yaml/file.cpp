#include "yaml/file.h"

#include "base/effort.h"
#include "source/guard.h"
#include "source/split.h"
#include "yaml/parse.h"
#include "yaml/plan.h"
#include "yaml/scan.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace drawbridge::yaml {

std::size_t PlacedPiece::toFile(std::size_t offset, bool isEnd) const
{
    const std::size_t place = begin + offset;
    const bool isBefore = gap.size() == 0 || place < gap.begin || (place == gap.begin && isEnd);
    return isBefore ? place : place + gap.size();
}

TextRange PlacedPiece::toFile(TextRange range) const
{
    const std::size_t first = toFile(range.begin);
    return {first, range.size() == 0 ? first : toFile(range.end, true)};
}

std::string PlacedPiece::text(std::string_view fileBytes) const
{
    if (gap.size() == 0)
        return std::string(fileBytes.substr(begin, size));
    std::string result(fileBytes.substr(begin, gap.begin - begin));
    result += fileBytes.substr(gap.end, begin + size - gap.end);
    return result;
}

/// Pieces of `m_pieces` that a change touches, with all pieces of their documents.
struct File::Region
{
    std::size_t first = 0;
    std::size_t count = 0;
    TextRange range; ///< after the change
    bool isLocal = false;
};

namespace {

bool hasMarkerLine(std::string_view text, std::size_t begin, std::size_t end)
{
    for (std::size_t line = lineStart(text, begin); line < text.size();
         line = nextLine(text, line)) {
        if (line > end)
            break;
        const std::string_view head = text.substr(line, 3);
        if (head == "---" || head == "..." || head.starts_with('%'))
            return true;
    }
    return false;
}

/// Of the first piece of a document. What does not parse may be no more than an end: `... a`.
bool hasContent(const PlacedPiece &first, std::string_view text)
{
    if (first.piece->isParsed)
        return !first.piece->tree.isEmpty();
    std::vector<Problem> ignored;
    const auto documents = splitDocuments(text.substr(first.begin, first.size), ignored);
    return !documents.empty() && documents[0].hasContent;
}

bool isSamePiece(const PlacedPiece &old, std::string_view before, const Planned &now,
                 std::string_view bytes)
{
    if (!old.piece || old.piece->role != now.role || old.piece->format != now.format ||
        old.size - old.gap.size() != now.place.size - now.place.gap.size())
        return false;
    if (now.role == Role::ListShell)
        return old.text(before) == now.place.text(bytes);
    return before.substr(old.begin, old.size) == bytes.substr(now.place.begin, now.place.size);
}

/// Old pieces by their text, for those that moved.
class Reusable
{
public:
    Reusable(const PlacedPiece *begin, const PlacedPiece *end, std::string_view before)
    {
        for (const PlacedPiece *old = begin; old != end; ++old)
            m_pieces.emplace(key(old->text(before), old->piece->role, old->piece->format),
                             old->piece);
    }

    std::shared_ptr<const Piece> find(const Planned &now, std::string_view bytes) const
    {
        const auto it = m_pieces.find(key(now.place.text(bytes), now.role, now.format));
        return it == m_pieces.end() ? nullptr : it->second;
    }

private:
    static std::string key(std::string text, Role role, Format format)
    {
        text += char('0' + int(role));
        text += char('0' + int(format));
        return text;
    }

    std::unordered_map<std::string, std::shared_ptr<const Piece>> m_pieces;
};

/// Which of the planned pieces were found among the old ones.
std::vector<bool> reuse(const PlacedPiece *old, std::size_t removed, std::string_view before,
                        Planned *plan, std::size_t inserted, std::string_view bytes)
{
    std::vector<bool> isReused(inserted, false);
    if (removed * inserted <= 1) // they are known to differ
        return isReused;
    const Reusable reusable(old, old + removed, before);
    for (std::size_t i = 0; i < inserted; ++i) {
        if (auto same = reusable.find(plan[i], bytes)) {
            plan[i].place.piece = std::move(same);
            isReused[i] = true;
        }
    }
    return isReused;
}

/// A List that was in pieces may become one text.
bool mayBecome(Role before, Role now)
{
    return before == now || (before == Role::ListShell && now == Role::Document);
}

std::shared_ptr<const Piece> lastGoodOf(const PlacedPiece &old, std::string_view before, Role role)
{
    if (old.piece->role == role)
        return old.piece->isParsed ? old.piece : old.piece->lastGood;
    if (!mayBecome(old.piece->role, role))
        return nullptr;
    // Its last good state must be one text too.
    const std::string_view text = before.substr(old.begin, old.size);
    std::shared_ptr<Piece> whole = old.piece->format == Format::Json
                                       ? newJsonPiece(text, Role::Document)
                                       : newYamlPiece(text, Role::Document);
    return whole->isParsed ? whole : nullptr;
}

void keepLastGood(PlacedPiece &now, const PlacedPiece &old, std::string_view before)
{
    std::shared_ptr<const Piece> good = lastGoodOf(old, before, now.piece->role);
    if (!good)
        return;
    auto copy = std::make_shared<Piece>(*now.piece);
    copy->lastGood = std::move(good);
    now.piece = std::move(copy);
}

/// The parts of a text that patches leave as they are.
class Kept
{
public:
    Kept(const Patches &patches, std::size_t sizeBefore)
    {
        std::size_t begin = 0;
        long shift = 0;
        for (const Patch &patch : patches) {
            add(begin, patch.range.begin, shift);
            begin = patch.range.end;
            shift += long(patch.text.size()) - long(patch.range.size());
        }
        add(begin, sizeBefore, shift);
    }

    std::size_t partCount() const { return m_parts.size(); }
    /// Bytes of a piece before that are in one after.
    std::size_t inBoth(const PlacedPiece &before, const PlacedPiece &after) const
    {
        std::size_t size = 0;
        for (const Part &part : m_parts) {
            const long begin = std::max(
                {long(part.before.begin), long(before.begin), long(after.begin) - part.shift});
            const long end = std::min({long(part.before.end), long(before.begin + before.size),
                                       long(after.begin + after.size) - part.shift});
            size += end > begin ? std::size_t(end - begin) : 0;
        }
        return size;
    }

private:
    struct Part
    {
        TextRange before;
        long shift = 0; ///< to where it is after
    };

    void add(std::size_t begin, std::size_t end, long shift)
    {
        if (end > begin)
            m_parts.push_back({{begin, end}, shift});
    }

    std::vector<Part> m_parts;
};

/// The old pieces that new ones came from: each of one, no two of the same; null for one that is
/// new. What the patches kept tells; where that is nothing and as many came as went, the place
/// does.
std::vector<const PlacedPiece *> originsOf(const Planned *plan, std::size_t inserted,
                                           const PlacedPiece *old, std::size_t removed,
                                           const Kept &kept)
{
    constexpr std::size_t kMostLooks = 1'000'000;
    struct Best
    {
        std::size_t size = 0;
        std::size_t index = 0;
        void take(std::size_t other, std::size_t bytes)
        {
            if (bytes > size)
                *this = {bytes, other};
        }
    };
    std::vector<Best> ofNew(inserted);
    std::vector<Best> ofOld(removed);
    for (std::size_t i = 0; i < inserted; ++i)
        for (std::size_t j = 0; j < removed; ++j) {
            if (inserted * removed > kMostLooks / std::max<std::size_t>(1, kept.partCount()) ||
                !mayBecome(old[j].piece->role, plan[i].role))
                continue;
            const std::size_t size = kept.inBoth(old[j], plan[i].place);
            ofNew[i].take(j, size);
            ofOld[j].take(i, size);
        }
    std::vector<const PlacedPiece *> origins(inserted);
    for (std::size_t i = 0; i < inserted; ++i)
        if (ofNew[i].size > 0 && ofOld[ofNew[i].index].index == i)
            origins[i] = old + ofNew[i].index;
        else if (inserted == removed && ofNew[i].size == 0 && ofOld[i].size == 0)
            origins[i] = old + i;
    return origins;
}

/// Of those that do not parse.
void keepLastGood(Planned *plan, const std::vector<bool> &isReused, const PlacedPiece *old,
                  std::size_t removed, const std::string &before, const Patches &patches)
{
    const auto isBroken = [&](std::size_t i) {
        return !isReused[i] && !plan[i].place.piece->isParsed;
    };
    const std::size_t inserted = isReused.size();
    std::size_t first = 0;
    while (first < inserted && !isBroken(first))
        ++first;
    if (first == inserted || removed == 0)
        return;
    std::unordered_set<const Piece *> moved; // is what it was already
    for (std::size_t i = 0; i < inserted; ++i)
        if (isReused[i])
            moved.insert(plan[i].place.piece.get());
    const auto origins = originsOf(plan, inserted, old, removed, Kept(patches, before.size()));
    for (std::size_t i = first; i < inserted; ++i)
        if (isBroken(i) && origins[i] && moved.count(origins[i]->piece.get()) == 0)
            keepLastGood(plan[i].place, *origins[i], before);
}

} // namespace

File File::parse(std::string path, std::string bytes)
{
    File file;
    file.m_path = std::move(path);
    file.m_bytes = std::move(bytes);
    file.m_lines = LineIndex(file.m_bytes);
    file.rebuild({}, {});
    return file;
}

File::Update File::apply(const Patches &patches)
{
    if (patches.empty())
        return {};
    spend(m_bytes.size() / kBytesMovedForUnit);
    const std::string before = std::move(m_bytes);
    m_bytes = applied(before, patches);
    m_lines.apply(patches);
    const Region region = localRegion(before, patches);
    if (!region.isLocal)
        return rebuild(before, patches);
    const std::uint32_t document = m_pieces[region.first].document;
    return splice(region, before, patches,
                  planDocument(m_bytes, region.range, document, region.first));
}

/// The one document that the patches lie in, if they certainly leave all borders of documents as
/// they are.
File::Region File::localRegion(const std::string &before, const Patches &patches) const
{
    const TextRange touched{patches.front().range.begin, patches.back().range.end};
    const auto after = std::upper_bound(
        m_pieces.begin(), m_pieces.end(), touched.begin,
        [](std::size_t place, const PlacedPiece &piece) { return place < piece.begin; });
    const bool startsFile = lineStart(before, touched.begin) == 0;
    if (m_format == Format::Json || !m_problems.empty() || after == m_pieces.begin() || startsFile)
        return {};
    const std::uint32_t document = std::prev(after)->document;
    const auto first = std::lower_bound(
        m_pieces.begin(), m_pieces.end(), document,
        [](const PlacedPiece &piece, std::uint32_t number) { return piece.document < number; });
    const auto last = std::upper_bound(
        first, m_pieces.end(), document,
        [](std::uint32_t number, const PlacedPiece &piece) { return number < piece.document; });
    const std::size_t end = first->begin + first->size;
    if (touched.end > end || !hasContent(*first, before) || m_bytes.size() > GuardLimits{}.yamlFile)
        return {};

    const std::size_t shift = m_bytes.size() - before.size(); // may wrap around
    const std::size_t newEnd = touched.end + shift;
    if (hasMarkerLine(before, touched.begin, touched.end) ||
        hasMarkerLine(m_bytes, touched.begin, newEnd))
        return {};
    const std::string_view bytes = m_bytes;
    const std::size_t mark = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const char firstInk = at(bytes, bytes.find_first_not_of(" \t\r\n", mark));
    if (firstInk == '{' || firstInk == '[') // may be JSON
        return {};
    const std::size_t line = lineStart(bytes, touched.begin);
    if (guardBytes(bytes.substr(line, nextLine(bytes, newEnd) - line)))
        return {};
    Region region{std::size_t(first - m_pieces.begin()),
                  std::size_t(last - first),
                  {first->begin, end + shift},
                  true};
    std::vector<Problem> problems;
    const auto documents =
        splitDocuments(bytes.substr(region.range.begin, region.range.size()), problems);
    region.isLocal = problems.empty() && documents.size() == 1 && documents[0].hasContent;
    return region;
}

File::Update File::rebuild(const std::string &before, const Patches &patches)
{
    FilePlan plan = planFile(m_path, m_bytes);
    m_format = plan.format;
    m_problems = std::move(plan.problems);
    return splice({0, m_pieces.size(), {0, m_bytes.size()}, false}, before, patches,
                  std::move(plan.pieces));
}

/// Puts the planned pieces in the place of the region's; those with the same bytes stay the same.
File::Update File::splice(const Region &region, const std::string &before, const Patches &patches,
                          std::vector<Planned> plan)
{
    const PlacedPiece *old = m_pieces.data() + region.first;
    const std::size_t shorter = std::min(region.count, plan.size());
    std::size_t head = 0;
    for (; head < shorter && isSamePiece(old[head], before, plan[head], m_bytes); ++head)
        plan[head].place.piece = old[head].piece;
    std::size_t tail = 0;
    for (; tail < shorter - head; ++tail) {
        const PlacedPiece &last = old[region.count - 1 - tail];
        Planned &now = plan[plan.size() - 1 - tail];
        if (!isSamePiece(last, before, now, m_bytes))
            break;
        now.place.piece = last.piece;
    }
    const Update update{region.first + head, region.count - head - tail, plan.size() - head - tail};
    const std::vector<bool> isReused =
        reuse(old + head, update.removed, before, plan.data() + head, update.inserted, m_bytes);
    parsePlanned(plan, m_bytes);
    keepLastGood(plan.data() + head, isReused, old + head, update.removed, before, patches);
    replacePieces(region, plan, m_bytes.size() - before.size());
    return update;
}

/// `shift` is by how much the bytes after the region moved; it may have wrapped around.
void File::replacePieces(const Region &region, std::vector<Planned> &plan, std::size_t shift)
{
    std::vector<PlacedPiece> pieces(m_pieces.begin(), m_pieces.begin() + long(region.first));
    for (Planned &piece : plan)
        pieces.push_back(std::move(piece.place));
    for (std::size_t i = region.first + region.count; i < m_pieces.size(); ++i) {
        PlacedPiece piece = std::move(m_pieces[i]);
        piece.begin += shift;
        if (piece.gap.size() > 0)
            piece.gap = {piece.gap.begin + shift, piece.gap.end + shift};
        if (piece.shell != UINT32_MAX)
            piece.shell += std::uint32_t(plan.size() - region.count);
        pieces.push_back(std::move(piece));
    }
    m_pieces = std::move(pieces);
}

} // namespace drawbridge::yaml
