#include "text/line_scanner.h"

#include <algorithm>

namespace drawbridge {

namespace {

constexpr int kDeepest = 1 << 20;

bool isFlowIndicator(QChar c)
{
    return c == u'{' || c == u'}' || c == u'[' || c == u']' || c == u',';
}

/// Plain scalars that are no strings.
bool isNumberLike(QStringView text)
{
    static const QStringView words[] = {u"true", u"false", u"null",  u"True", u"False",
                                        u"Null", u"TRUE",  u"FALSE", u"NULL", u"~"};
    if (std::find(std::begin(words), std::end(words), text) != std::end(words))
        return true;
    bool hasDigit = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        hasDigit = hasDigit || (c >= u'0' && c <= u'9');
        const bool isSign =
            (c == u'-' || c == u'+') && (i == 0 || text[i - 1] == u'e' || text[i - 1] == u'E');
        const bool isExponent = (c == u'e' || c == u'E') && hasDigit;
        if (!isSign && !isExponent && c != u'.' && !(c >= u'0' && c <= u'9'))
            return false;
    }
    return hasDigit && text.count(u'.') <= 1;
}

} // namespace

LineState LineState::unpacked(int packed)
{
    if (packed < 0) // the block before the first, or one not looked at yet
        return {};
    return {Inside(packed & 3), packed >> 2};
}

LineScanner::LineScanner(const QString &line, LineState before, bool isJson)
    : m_line(line), m_isJson(isJson), m_state(before)
{
    while (at(m_indent) == u' ' && m_indent < kDeepest)
        ++m_indent;
    scan();
}

void LineScanner::scan()
{
    if (m_isJson) {
        m_state = {};
        scanRest();
        return;
    }
    if (takeMarker() || takeContinuation())
        return;
    m_at = m_indent;
    m_structure = m_indent;
    takeIndicators();
    scanRest();
}

/// Three dashes or dots at the margin end everything.
bool LineScanner::takeMarker()
{
    const bool isMarker = (m_line.startsWith(u"---") || m_line.startsWith(u"...")) &&
                          (m_line.size() == 3 || isBlank(3));
    if (isMarker) {
        m_state = {};
        add(TokenKind::Marker, 0, 3);
        m_at = 3;
        scanRest();
    } else if (m_line.startsWith(u'%')) {
        m_state = {};
        add(TokenKind::Marker, 0, int(m_line.size()));
        return true;
    }
    return isMarker;
}

/// True if the whole line belongs to what an earlier one began.
bool LineScanner::takeContinuation()
{
    if (m_state.inside == LineState::Inside::Nothing)
        return false;
    const bool isEmpty = m_indent == m_line.size();
    if (!isEmpty && m_indent <= m_state.indent) {
        m_state = {};
        return false;
    }
    if (isEmpty)
        return true;
    if (m_state.inside == LineState::Inside::BlockScalar) {
        add(TokenKind::String, m_indent, int(m_line.size()));
        return true;
    }
    const QChar quote = m_state.inside == LineState::Inside::DoubleQuotes ? u'"' : u'\'';
    m_at = m_indent;
    takeQuoted(m_indent, quote);
    if (m_state.inside == LineState::Inside::Nothing)
        scanRest();
    return true;
}

/// The dashes and question marks before a line's first node.
void LineScanner::takeIndicators()
{
    while ((at(m_at) == u'-' || at(m_at) == u'?') &&
           (m_at + 1 >= m_line.size() || isBlank(m_at + 1))) {
        m_structure = m_at;
        ++m_at;
        skipBlanks();
        // A key after the dash is what a block scalar must be deeper than.
        if (m_at < m_line.size() && at(m_at) != u'|' && at(m_at) != u'>' && at(m_at) != u'-')
            m_structure = m_at;
    }
}

void LineScanner::scanRest()
{
    while (m_at < m_line.size()) {
        skipBlanks();
        if (m_at >= m_line.size() || takeComment())
            return;
        const QChar c = at(m_at);
        if (c == u'"' || (c == u'\'' && !m_isJson)) {
            const int begin = m_at++;
            takeQuoted(begin, c);
        } else if (isFlowIndicator(c) || c == u':') {
            ++m_at;
        } else if (!m_isJson && (c == u'&' || c == u'*' || c == u'!')) {
            takeProperty();
        } else if (!m_isJson && (c == u'|' || c == u'>') && takeBlockHeader()) {
            return;
        } else {
            takePlain();
        }
    }
}

bool LineScanner::takeComment()
{
    if (m_isJson || at(m_at) != u'#' || (m_at > 0 && !isBlank(m_at - 1)))
        return false;
    add(TokenKind::Comment, m_at, int(m_line.size()));
    m_at = int(m_line.size());
    return true;
}

int LineScanner::closingQuote(int from, QChar quote) const
{
    for (int i = from; i < m_line.size(); ++i) {
        if (quote == u'"' && m_line[i] == u'\\') {
            ++i;
        } else if (m_line[i] == quote) {
            if (quote == u'\'' && at(i + 1) == u'\'')
                ++i;
            else
                return i;
        }
    }
    return -1;
}

/// m_at is behind the opening quote, or at the start of a line that goes on.
void LineScanner::takeQuoted(int begin, QChar quote)
{
    const int close = closingQuote(m_at, quote);
    const int end = close < 0 ? int(m_line.size()) : close + 1;
    m_at = end;
    if (close < 0) {
        if (!m_isJson)
            m_state = {quote == u'"' ? LineState::Inside::DoubleQuotes
                                     : LineState::Inside::SingleQuotes,
                       m_state.inside == LineState::Inside::Nothing ? std::min(m_indent, kDeepest)
                                                                    : m_state.indent};
        add(TokenKind::String, begin, end);
        return;
    }
    m_state = {};
    int next = end;
    while (isBlank(next))
        ++next;
    add(at(next) == u':' ? TokenKind::Key : TokenKind::String, begin, end);
}

bool LineScanner::isKeyEnd(int index) const
{
    return at(index) == u':' &&
           (index + 1 >= m_line.size() || isBlank(index + 1) || isFlowIndicator(at(index + 1)));
}

void LineScanner::takePlain()
{
    const int begin = m_at;
    ++m_at;
    while (m_at < m_line.size() && !isKeyEnd(m_at) && !isFlowIndicator(at(m_at)) &&
           !(at(m_at) == u'#' && isBlank(m_at - 1)))
        ++m_at;
    int end = m_at;
    while (end > begin + 1 && isBlank(end - 1))
        --end;
    if (!m_isJson && isKeyEnd(m_at))
        add(TokenKind::Key, begin, end);
    else if (isNumberLike(QStringView(m_line).mid(begin, end - begin)))
        add(TokenKind::Number, begin, end);
}

/// An anchor, an alias or a tag.
void LineScanner::takeProperty()
{
    const int begin = m_at;
    while (m_at < m_line.size() && !isBlank(m_at) && !isFlowIndicator(at(m_at)))
        ++m_at;
    add(TokenKind::Anchor, begin, std::max(m_at, begin + 1));
    m_at = std::max(m_at, begin + 1);
}

/// `|` or `>` with its digits and signs, and at most a comment behind.
bool LineScanner::takeBlockHeader()
{
    int end = m_at + 1;
    while (at(end) == u'-' || at(end) == u'+' || (at(end) >= u'1' && at(end) <= u'9'))
        ++end;
    int next = end;
    while (isBlank(next))
        ++next;
    if (next < m_line.size() && !(at(next) == u'#' && next > end))
        return false;
    add(TokenKind::Marker, m_at, end);
    m_at = next;
    takeComment();
    m_state = {LineState::Inside::BlockScalar, std::min(m_structure, kDeepest)};
    return true;
}

void LineScanner::skipBlanks()
{
    while (isBlank(m_at))
        ++m_at;
}

void LineScanner::add(TokenKind kind, int begin, int end)
{
    m_tokens.push_back({kind, begin, end - begin});
}

} // namespace drawbridge
