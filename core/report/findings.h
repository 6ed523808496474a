#pragma once

#include "report/report.h"

#include <string>
#include <vector>

/// Problems in the forms that programs read. Paths are as the call named the files.
namespace drawbridge::report {

std::string findingsJson(const std::vector<Finding> &findings);
/// SARIF 2.1.0 (OASIS); hints and notes have its level `note`. Fixes need at least one edit each.
std::string findingsSarif(const std::vector<Finding> &findings, const std::string &version);
/// A suite a file of `paths`, a case a finding; `failing` are the severities that are failures, the
/// others are skipped cases. A file without findings has one case that passes.
std::string findingsJunit(const std::vector<Finding> &findings,
                          const std::vector<std::string> &paths,
                          const std::vector<std::string> &failing);
/// Workflow commands of GitHub Actions, which show as annotations.
std::string findingsGithub(const std::vector<Finding> &findings);

} // namespace drawbridge::report
