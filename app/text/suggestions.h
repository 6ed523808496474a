#pragma once

#include "text/known_names.h"
#include "text/text_path.h"

#include <QString>

#include <vector>

namespace drawbridge {

/// What may be put in place of the word at a place.
struct Suggestion
{
    QString name;     ///< what people read, and what is compared with what they typed
    QString inserted; ///< with quotes and colon where they belong to it

    bool operator==(const Suggestion &) const = default;
};

/// Keys that the mapping at the place does not have yet, or values for its key; none where nothing
/// is known.
std::vector<Suggestion> suggestionsAt(const TextPath &path, const QString &line, bool isJson,
                                      const KnownNamesSource &known);

/// What the key at the place, or the key that a value there belongs to, is for; empty if unknown.
QString fieldSentence(TextPath path);

} // namespace drawbridge
