#include "text/flow_reader.h"

namespace drawbridge {

void FlowReader::read(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!m_quote.isNull()) {
            if (c == u'\\' && m_quote == u'"' && i + 1 < text.size())
                m_word += text[++i];
            else if (c == m_quote)
                m_quote = QChar();
            else
                m_word += c;
        } else {
            take(c, i + 1 >= text.size() || text[i + 1].isSpace());
        }
    }
}

void FlowReader::take(QChar c, bool isBeforeBlank)
{
    if (c == u'"' || (c == u'\'' && m_word.trimmed().isEmpty())) {
        m_quote = c;
        m_word.clear();
        m_wasQuoted = true;
    } else if (c == u'{' || c == u'[') {
        m_levels.push_back({c == u'{', false, {}, {}});
        m_word.clear();
    } else if (c == u'}' || c == u']' || c == u',') {
        close();
        if (c != u',' && isOpen())
            m_levels.pop_back();
    } else if (c == u':' && isOpen() && m_levels.back().isMap && (isBeforeBlank || m_wasQuoted)) {
        m_levels.back().key = m_word.trimmed();
        m_levels.back().isBehindColon = true;
        m_word.clear();
        m_wasQuoted = false;
    } else {
        m_word += c;
    }
}

/// An entry ends.
void FlowReader::close()
{
    if (isOpen() && m_levels.back().isMap && !m_levels.back().key.isEmpty()) {
        m_levels.back().mapping[m_levels.back().key] = m_word.trimmed();
        m_levels.back().key.clear();
        m_levels.back().isBehindColon = false;
    }
    m_word.clear();
    m_wasQuoted = false;
}

/// Behind the keys and mappings that lead to where this text began.
void FlowReader::addTo(TextPath &path) const
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const Level &level = m_levels[i];
        const bool isLast = i + 1 == m_levels.size();
        path.mappings.push_back(level.mapping);
        if (!level.isMap)
            path.keys.append(TextPath::kItem);
        else if (!isLast || level.isBehindColon)
            path.keys.append(level.key);
        if (isLast)
            path.isValue = level.isMap && level.isBehindColon;
    }
    path.isQuoted = isQuoted();
}

} // namespace drawbridge
