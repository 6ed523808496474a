#pragma once

#include "output/exporting.h"
#include "report/report.h"

namespace drawbridge::output {

/// The problems of a subject in path and text order, those without a place first.
std::vector<report::Finding> findingsOf(const Subject &subject);
/// A problem in words; paths lose `base`.
report::Finding findingOf(const kube::Workspace &workspace, const Diagnostic &diagnostic,
                          const std::string &base = {});
/// The files that it was read from, with the SHA-256 of their bytes.
std::vector<report::InputFile> inputFilesOf(const Subject &subject);
/// Stable words for machines, whatever language people read.
const char *wordOf(Severity severity);

} // namespace drawbridge::output
