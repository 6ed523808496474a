#pragma once

#include "base/patch.h"
#include "source/line_index.h"
#include "yaml/piece.h"

#include <cstdint>

#include <memory>
#include <string>
#include <vector>

namespace drawbridge::yaml {

/// A piece with its place in the file.
struct PlacedPiece
{
    std::size_t begin = 0;
    std::size_t size = 0;       ///< in the file; a shell's with its items
    TextRange gap;              ///< a List shell's cut-out items, file offsets; empty otherwise
    std::uint32_t document = 0; ///< counts `---` blocks from 0
    std::uint32_t shell = UINT32_MAX; ///< of a List item: index of its shell among the pieces
    std::shared_ptr<const Piece> piece;

    /// From an offset inside the piece's text to one in the file. For the end of a range pass
    /// `isEnd`, so that a range that stops at the gap does not swallow it.
    std::size_t toFile(std::size_t offset, bool isEnd = false) const;
    TextRange toFile(TextRange range) const;
    /// The text the piece was parsed from (a shell's without its items).
    std::string text(std::string_view fileBytes) const;
};

struct Planned;

/// One file: its bytes are the truth, the pieces are computed from them.
/// Guarantees: reading changes no byte; after apply() the pieces equal those of a fresh parse of
/// the new bytes (but for lastGood), and only pieces whose bytes changed are new objects.
class File
{
public:
    static File parse(std::string path, std::string bytes);

    const std::string &path() const { return m_path; }
    void setPath(std::string path) { m_path = std::move(path); }
    const std::string &bytes() const { return m_bytes; }
    const LineIndex &lines() const { return m_lines; }
    LineColumn lineColumn(std::size_t offset) const { return m_lines.lineColumn(m_bytes, offset); }
    Format format() const { return m_format; }
    /// In text order; a shell stands before its items.
    const std::vector<PlacedPiece> &pieces() const { return m_pieces; }
    /// Problems of the file as a whole: the guard, the splitter. A file that the guard refuses has
    /// no pieces.
    const std::vector<Problem> &problems() const { return m_problems; }

    /// Which pieces apply() replaced: [first, first + removed) became [first, first + inserted).
    struct Update
    {
        std::size_t first = 0;
        std::size_t removed = 0;
        std::size_t inserted = 0;
    };
    Update apply(const Patches &patches);

private:
    struct Region;

    Region localRegion(const std::string &before, const Patches &patches) const;
    Update rebuild(const std::string &before, const Patches &patches);
    Update splice(const Region &region, const std::string &before, const Patches &patches,
                  std::vector<Planned> plan);
    void replacePieces(const Region &region, std::vector<Planned> &plan, std::size_t shift);

    std::string m_path;
    std::string m_bytes;
    LineIndex m_lines;
    Format m_format = Format::Yaml;
    std::vector<PlacedPiece> m_pieces;
    std::vector<Problem> m_problems;
};

} // namespace drawbridge::yaml
