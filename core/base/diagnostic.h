#pragma once

#include "base/code.h"
#include "base/ids.h"
#include "base/text_range.h"

#include <string>
#include <vector>

namespace drawbridge {

enum class Severity { Error, Warning, Hint, Note };

/// A problem inside one text; `range` counts from where that text begins.
struct Problem
{
    Severity severity = Severity::Error;
    Code code{};
    TextRange range;
    std::vector<std::string> arguments;
    std::vector<TextRange> related;

    bool operator==(const Problem &) const = default;
};

/// A range of bytes in one file of the workspace.
struct Place
{
    FileId file;
    TextRange range;

    bool operator==(const Place &) const = default;
};

/// A problem of the workspace: the user's files are wrong, which is a normal state.
struct Diagnostic
{
    Severity severity = Severity::Error;
    Code code{};
    Place place;
    std::vector<std::string> arguments;
    std::vector<Place> related;

    bool operator==(const Diagnostic &) const = default;
};

} // namespace drawbridge
