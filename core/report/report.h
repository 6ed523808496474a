#pragma once

#include "graph/graph.h"
#include "source/line_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::report {

/// A file that was read.
struct InputFile
{
    std::string path;
    std::size_t size = 0;
    std::string sha256; ///< in hex
};

/// A range in a file.
struct FilePlace
{
    std::string path; ///< empty if there is no place
    LineColumn begin;
    LineColumn end;
};

/// Text that takes the place of a range; of an empty one: that is put there.
struct TextEdit : FilePlace
{
    std::string text;
};

/// A way to mend a problem.
struct FindingFix
{
    std::string title;
    std::vector<TextEdit> edits; ///< by file and place; ranges of the text before any of them
};

/// A problem as texts and places.
struct Finding : FilePlace
{
    std::string id;       ///< "DB216"
    std::string severity; ///< "error", "warning", "hint", "note"
    std::string message;
    std::vector<FilePlace> related;
    std::vector<FindingFix> fixes = {}; ///< those that are asked for
    bool fixesLeftOut = false;          ///< it may have some: nobody has looked
};

/// A part of a report: a table in words for people.
struct Table
{
    std::string heading;
    std::string text; ///< a sentence above the table, or instead of it
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< as many cells as columns
};

/// A report for people; its words are chosen by who makes it.
struct Report
{
    std::string title;
    std::string language = "en";
    std::string summary; ///< one line
    std::vector<Table> tables;
};

/// Tables that every Markdown viewer with tables shows.
std::string markdown(const Report &report);
/// One page that needs nothing else and runs nothing; `svg` is the picture (may be empty).
std::string html(const Report &report, std::string_view svg);
/// The arrows of the graph by RFC 4180: source, destination, connections, state, rules.
/// `isCompared`: with the columns of a comparison, whatever differs.
std::string arrowsCsv(const graph::Graph &graph, bool isCompared = false);

} // namespace drawbridge::report
