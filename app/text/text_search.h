#pragma once

#include "base/patch.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <vector>

namespace drawbridge {

namespace yaml {
class File;
}

/// What somebody looks for.
struct SearchTerms
{
    QString text;
    bool matchesCase = false;
    bool wholeWords = false;
    bool isPattern = false; ///< a regular expression

    bool operator==(const SearchTerms &) const = default;
};

/// Finds terms in the text of a file, a line at a time, as its editor shows them; no editor is
/// needed for it. Ranges are bytes of the file.
class TextSearch
{
public:
    explicit TextSearch(SearchTerms terms = {});

    const SearchTerms &terms() const { return m_terms; }
    bool isEmpty() const { return m_terms.text.isEmpty(); }
    /// What is wrong with the regular expression, in the words of Qt; empty if nothing is.
    QString error() const;

    /// At most `most`; nothing where the terms are empty or wrong.
    std::vector<TextRange> in(const yaml::File &file, std::size_t most = SIZE_MAX) const;
    /// Puts `text` in place of what is found within the range. In the text for a regular
    /// expression, \1 to \9 stand for what its groups found and \0 for all of it.
    Patches replacing(const yaml::File &file, const QString &text,
                      std::optional<TextRange> within = {}) const;

private:
    template <typename Use>
    void forEach(const yaml::File &file, Use use) const;
    QString filled(const QString &text, const QRegularExpressionMatch &match) const;

    SearchTerms m_terms;
    QRegularExpression m_expression;
};

} // namespace drawbridge
