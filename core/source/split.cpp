#include "source/split.h"

#include "source/guard.h"

#include <algorithm>
#include <string>
#include <utility>

namespace drawbridge {

namespace {

enum class LineKind { Blank, Directive, Start, End, Content };

/// `rest` begins at a line's start.
bool isMarker(std::string_view line, std::string_view marker)
{
    return line.starts_with(marker) &&
           (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

bool isBlankOrComment(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(" \t\r");
    return at == std::string_view::npos || line[at] == '#';
}

LineKind kindOf(std::string_view line)
{
    if (isMarker(line, "---"))
        return LineKind::Start;
    if (isMarker(line, "..."))
        return LineKind::End;
    if (line.starts_with('%'))
        return LineKind::Directive;
    return isBlankOrComment(line) ? LineKind::Blank : LineKind::Content;
}

class DocumentSplitter
{
public:
    DocumentSplitter(std::string_view text, std::vector<Problem> &problems)
        : m_text(text), m_problems(problems)
    {
    }

    std::vector<DocumentRange> split()
    {
        m_begin = m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        const std::size_t first = m_begin;
        for (std::size_t at = m_begin; at < m_text.size();) {
            const std::size_t newline = std::min(m_text.find('\n', at), m_text.size());
            readLine(m_text.substr(at, newline - at), at, at == first);
            at = std::min(newline + 1, m_text.size());
        }
        finish(m_text.size());
        return std::move(m_documents);
    }

private:
    void readLine(std::string_view line, std::size_t at, bool isFirst)
    {
        switch (kindOf(line)) {
        case LineKind::Blank:
            break;
        case LineKind::Directive:
            if (m_isOpen)
                m_hasContent = true;
            else if (!std::exchange(m_hasDirective, true)) // cut off at the --- that has to follow
                warn(Code::KubectlRefusesDirective, line, at);
            break;
        case LineKind::Start:
            m_hasDirective = false;
            if (m_isOpen || m_hasContent)
                finish(at);
            m_isOpen = true;
            m_hasContent = !isBlankOrComment(line.substr(3));
            if (m_hasContent && !isFirst)
                warn(Code::KubectlSplitsHere, line, at);
            break;
        case LineKind::End:
            finish(std::min(at + line.size() + 1, m_text.size()));
            m_wasEnded = true;
            return;
        case LineKind::Content:
            readContent(line, at, isFirst);
            break;
        }
    }

    void readContent(std::string_view line, std::size_t at, bool isFirst)
    {
        // kubectl cuts at lines that begin with ---, and ignores what follows a ... without ---
        if (line.starts_with("---") && !isFirst)
            warn(Code::KubectlSplitsHere, line, at);
        else if (!m_isOpen && m_wasEnded)
            warn(Code::KubectlSplitsHere, line, at);
        m_isOpen = true;
        m_hasContent = true;
    }

    void warn(Code code, std::string_view line, std::size_t at)
    {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        m_problems.push_back(
            {Severity::Warning, code, {at, at + line.size()}, {std::string(line)}, {}});
    }

    void finish(std::size_t end)
    {
        const bool isRest = !m_isOpen && !m_documents.empty() && end == m_text.size();
        if (isRest && end > m_begin) // comments after the last `...`
            m_documents.back().range.end = end;
        else if (end > m_begin)
            m_documents.push_back({{m_begin, end}, m_hasContent});
        m_begin = end;
        m_isOpen = false;
        m_hasContent = false;
        m_wasEnded = false;
    }

    std::string_view m_text;
    std::vector<Problem> &m_problems;
    std::vector<DocumentRange> m_documents;
    std::size_t m_begin = 0;
    bool m_isOpen = false; ///< past the place where directives may stand
    bool m_hasContent = false;
    bool m_wasEnded = false;     ///< the document before ended with `...`
    bool m_hasDirective = false; ///< before the next document; one of them is told
};

} // namespace

std::vector<DocumentRange> splitDocuments(std::string_view text, std::vector<Problem> &problems)
{
    std::vector<DocumentRange> documents = DocumentSplitter(text, problems).split();
    const std::size_t limit = GuardLimits{}.documents;
    if (documents.size() <= limit)
        return documents;
    const TextRange first = documents[limit].range;
    problems.push_back({Severity::Error,
                        Code::TooManyDocuments,
                        {first.begin, first.begin},
                        {std::to_string(limit)},
                        {}});
    return {};
}

} // namespace drawbridge
