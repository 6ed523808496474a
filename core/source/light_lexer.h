#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace drawbridge {

/// Reads YAML line by line, just well enough to know quoted texts, brackets, block scalars and the
/// depth of nesting. Linear, and never a replacement for the parser: it may be misled by text that
/// is no YAML, so nothing that matters may hang on it alone.
class LightLexer
{
public:
    /// `limit` is for tooDeepColumn().
    explicit LightLexer(std::size_t limit = SIZE_MAX) : m_limit(limit) {}

    /// `line` without its line feed; `offset` is where it begins, for openBracket().
    void readLine(std::string_view line, std::size_t offset = 0);

    /// True between two lines if a quoted text or brackets are open.
    bool isInsideToken() const { return m_quote != 0 || !m_brackets.empty(); }
    /// True if the line that was read last belongs to a block scalar, wholly.
    bool wasScalarText() const { return m_wasScalarText; }
    /// The innermost bracket that is open.
    std::optional<std::size_t> openBracket() const;
    /// Where the line that was read last goes deeper than the limit: by block collections or by
    /// brackets, each counted alone.
    std::optional<std::size_t> tooDeepColumn() const { return m_tooDeepColumn; }
    /// Commas and brackets in flow collections up to now.
    std::size_t flowItems() const { return m_flowItems; }

private:
    bool readScalarText(std::string_view line, std::size_t indent);
    std::size_t readBlockStart(std::string_view line, std::size_t at);
    std::size_t readToken(std::string_view line, std::size_t at);
    std::size_t readQuoted(std::string_view line, std::size_t at);
    std::size_t readPlain(std::string_view line, std::size_t at);
    std::size_t readFlowIndicator(std::string_view line, std::size_t at);
    bool startsBlockScalar(std::string_view line, std::size_t at);
    void pushColumn(std::size_t column);
    void noteKey();
    void noteDepth(std::size_t column);

    std::vector<std::size_t> m_columns;  ///< of the open block collections
    std::vector<std::size_t> m_brackets; ///< where the open ones are
    std::size_t m_offset = 0;
    std::size_t m_flowItems = 0;
    std::size_t m_limit = SIZE_MAX;
    std::optional<std::size_t> m_tooDeepColumn;
    char m_quote = 0;
    bool m_isScalarText = false; ///< a block scalar is open
    bool m_wasScalarText = false;
    bool m_isPlainOpen = false; ///< the last line ended inside a plain scalar
    long m_parentColumn = -1;   ///< what the open scalar's lines are indented more than
};

} // namespace drawbridge
