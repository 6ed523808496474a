#include "source/light_lexer.h"

#include <algorithm>

namespace drawbridge {

namespace {

bool isBlankAt(std::string_view line, std::size_t at)
{
    return at >= line.size() || line[at] == ' ' || line[at] == '\t' || line[at] == '\r';
}

std::size_t skipBlanks(std::string_view line, std::size_t at)
{
    while (at < line.size() && isBlankAt(line, at))
        ++at;
    return at;
}

bool isFlowIndicator(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

} // namespace

void LightLexer::readLine(std::string_view line, std::size_t offset)
{
    m_offset = offset;
    m_tooDeepColumn.reset();
    m_wasScalarText = false;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (m_isScalarText && readScalarText(line, indent))
        return;
    std::size_t at = skipBlanks(line, 0);
    if (at == line.size())
        return;
    if (m_quote != 0) {
        at = readQuoted(line, 0);
    } else if (m_brackets.empty()) {
        if (line[at] == '#') // also ends a plain scalar
            return;
        if (m_isPlainOpen && long(at) > m_parentColumn)
            at = readPlain(line, at);
        else
            at = readBlockStart(line, at);
    }
    while (at < line.size())
        at = readToken(line, at);
}

bool LightLexer::readScalarText(std::string_view line, std::size_t indent)
{
    if (isBlankAt(line, indent) || long(indent) > m_parentColumn) {
        m_wasScalarText = true;
        return true;
    }
    m_isScalarText = false;
    return false;
}

std::size_t LightLexer::readBlockStart(std::string_view line, std::size_t at)
{
    m_isPlainOpen = false;
    if (at == 0 && line.starts_with("---") && isBlankAt(line, 3)) {
        m_columns.clear();
        m_parentColumn = -1;
        return skipBlanks(line, 3);
    }
    while (!m_columns.empty() && m_columns.back() >= at)
        m_columns.pop_back();
    pushColumn(at);
    while (at < line.size() && (line[at] == '-' || line[at] == '?') && isBlankAt(line, at + 1)) {
        at = skipBlanks(line, at + 1);
        if (at < line.size() && line[at] != '#')
            pushColumn(at);
    }
    return at;
}

void LightLexer::pushColumn(std::size_t column)
{
    m_parentColumn = m_columns.empty() ? -1 : long(m_columns.back());
    m_columns.push_back(column);
    noteDepth(column);
}

/// What stands in the line's last column turned out to be a mapping's key.
void LightLexer::noteKey()
{
    if (m_brackets.empty() && !m_columns.empty())
        m_parentColumn = long(m_columns.back());
}

void LightLexer::noteDepth(std::size_t column)
{
    if (std::max(m_columns.size(), m_brackets.size()) > m_limit && !m_tooDeepColumn)
        m_tooDeepColumn = column;
}

std::optional<std::size_t> LightLexer::openBracket() const
{
    return m_brackets.empty() ? std::nullopt : std::optional(m_brackets.back());
}

std::size_t LightLexer::readToken(std::string_view line, std::size_t at)
{
    const char c = line[at];
    if (isBlankAt(line, at))
        return skipBlanks(line, at);
    if (c == '#' && (at == 0 || isBlankAt(line, at - 1)))
        return line.size();
    if (c == '"' || c == '\'') {
        m_quote = c;
        return readQuoted(line, at + 1);
    }
    if (c == '[' || c == '{' || (!m_brackets.empty() && isFlowIndicator(c)))
        return readFlowIndicator(line, at);
    if (c == '&' || c == '!' || c == '*') {
        while (at < line.size() && !isBlankAt(line, at) &&
               !(!m_brackets.empty() && isFlowIndicator(line[at])))
            ++at;
        return at;
    }
    if (c == ':' && (isBlankAt(line, at + 1) || !m_brackets.empty())) {
        noteKey();
        return at + 1;
    }
    if (m_brackets.empty() && (c == '|' || c == '>') && startsBlockScalar(line, at))
        return line.size();
    return readPlain(line, at);
}

std::size_t LightLexer::readQuoted(std::string_view line, std::size_t at)
{
    for (; at < line.size(); ++at) {
        if (m_quote == '"' && line[at] == '\\') {
            ++at;
        } else if (line[at] == m_quote) {
            if (m_quote == '\'' && at + 1 < line.size() && line[at + 1] == '\'') {
                ++at;
                continue;
            }
            m_quote = 0;
            return at + 1;
        }
    }
    return line.size();
}

std::size_t LightLexer::readPlain(std::string_view line, std::size_t at)
{
    for (; at < line.size(); ++at) {
        if (!m_brackets.empty() && isFlowIndicator(line[at]))
            return at;
        if (line[at] == ':' && isBlankAt(line, at + 1)) {
            m_isPlainOpen = false;
            noteKey();
            return at + 1;
        }
        if (line[at] == '#' && at > 0 && isBlankAt(line, at - 1)) {
            m_isPlainOpen = false;
            return line.size();
        }
    }
    m_isPlainOpen = m_brackets.empty();
    return at;
}

std::size_t LightLexer::readFlowIndicator(std::string_view line, std::size_t at)
{
    ++m_flowItems;
    if (line[at] == '[' || line[at] == '{') {
        m_brackets.push_back(m_offset + at);
        noteDepth(at);
    } else if (line[at] != ',') {
        m_brackets.pop_back();
    }
    return at + 1;
}

bool LightLexer::startsBlockScalar(std::string_view line, std::size_t at)
{
    std::size_t rest = line.find_first_not_of("+-0123456789", at + 1);
    rest = skipBlanks(line, std::min(rest, line.size()));
    if (rest < line.size() && (line[rest] != '#' || !isBlankAt(line, rest - 1)))
        return false;
    m_isScalarText = true;
    return true;
}

} // namespace drawbridge
