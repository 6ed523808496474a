#include "text/text_search.h"

#include "text/byte_map.h"
#include "yaml/file.h"

namespace drawbridge {

TextSearch::TextSearch(SearchTerms terms) : m_terms(std::move(terms))
{
    QString pattern = m_terms.isPattern ? m_terms.text : QRegularExpression::escape(m_terms.text);
    if (m_terms.wholeWords)
        pattern = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!m_terms.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    m_expression = QRegularExpression(pattern, options);
}

QString TextSearch::error() const
{
    return m_expression.isValid() ? QString() : m_expression.errorString();
}

/// `use(line map, first byte of the line, match)` says whether to go on.
template <typename Use>
void TextSearch::forEach(const yaml::File &file, Use use) const
{
    if (isEmpty() || !m_expression.isValid())
        return;
    const ByteMap bytes(file.bytes(), file.lines());
    for (int number = 0; number < bytes.lineCount(); ++number) {
        const LineMap line = bytes.line(number);
        if (line.isShortened())
            continue;
        auto matches = m_expression.globalMatch(line.text());
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() > 0 && !use(line, bytes.content(number).begin, match))
                return;
        }
    }
}

static TextRange rangeOf(const LineMap &line, std::size_t begin,
                         const QRegularExpressionMatch &match)
{
    return {begin + line.byteAt(int(match.capturedStart())),
            begin + line.byteAt(int(match.capturedEnd()))};
}

std::vector<TextRange> TextSearch::in(const yaml::File &file, std::size_t most) const
{
    std::vector<TextRange> ranges;
    forEach(file, [&](const LineMap &line, std::size_t begin, const auto &match) {
        ranges.push_back(rangeOf(line, begin, match));
        return ranges.size() < most;
    });
    return ranges;
}

QString TextSearch::filled(const QString &text, const QRegularExpressionMatch &match) const
{
    if (!m_terms.isPattern)
        return text;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == u'\\' && i + 1 < text.size();
        const QChar next = isEscape ? text[i + 1] : QChar();
        if (next >= u'0' && next <= u'9')
            result += match.captured(next.digitValue());
        else if (next == u'\\')
            result += next;
        else {
            result += text[i];
            continue;
        }
        ++i;
    }
    return result;
}

Patches TextSearch::replacing(const yaml::File &file, const QString &text,
                              std::optional<TextRange> within) const
{
    Patches patches;
    forEach(file, [&](const LineMap &line, std::size_t begin, const auto &match) {
        const TextRange range = rangeOf(line, begin, match);
        if (!within || (within->begin <= range.begin && range.end <= within->end))
            patches.push_back({range, toBytes(filled(text, match), "\n")});
        return true;
    });
    return patches;
}

} // namespace drawbridge
