#pragma once

#include "graph/notes.h"
#include "report/list.h"
#include "report/report.h"

#include <string>
#include <vector>

namespace drawbridge::report {

/// What a whole export holds. References live as long as it is used.
struct Export
{
    const kube::Workspace &workspace;
    const graph::Graph &graph;
    const List &list;
    const std::vector<Finding> &findings;
    const std::vector<graph::Note> &notes;
    const std::vector<InputFile> &files;
    std::string base;        ///< the begin that paths lose, as they have in findings and files
    bool isCompared = false; ///< tells what differs, even if nothing does
};

/// JSON by resources/schemas/export.schema.json, in fixed order, two blanks a level.
std::string json(const Export &all);

/// `path` without `base`, if it begins with that.
std::string pathBelow(const std::string &base, const std::string &path);

} // namespace drawbridge::report
