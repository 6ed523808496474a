#pragma once

#include "base/diagnostic.h"
#include "text/known_names.h"

#include <QString>

#include <vector>

namespace drawbridge {

class Document;
class Highlighter;
class TextBinding;
class TextCompletion;
class TextEditor;

/// A problem as people read it.
struct TextProblem
{
    Severity severity = Severity::Error;
    Place place;
    QString sentence;
};

/// What a tab opens: the editor of one file, bound to it and coloured. The editor owns the rest and
/// belongs to who asked for the page.
struct TextPage
{
    TextEditor *editor = nullptr;
    TextBinding *binding = nullptr;
    Highlighter *highlighter = nullptr;
    TextCompletion *completion = nullptr;

    static TextPage make(Document *document, FileId file, const KnownNamesSource &names);

    /// Puts the caret before these bytes and brings them into sight.
    void goTo(TextRange range) const;
    /// The same, and chooses them.
    void select(TextRange range) const;
    void setMatches(const std::vector<TextRange> &ranges) const;
    /// Of those in this file.
    void setHighlights(const std::vector<Place> &places) const;
    void setProblems(const std::vector<TextProblem> &problems) const;

private:
    void reveal(int anchor, int position, int other) const;
};

} // namespace drawbridge
