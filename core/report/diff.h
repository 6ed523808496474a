#pragma once

#include "report/list.h"

#include <string>
#include <vector>

namespace drawbridge::report {

/// A pair of ends that two versions let connect differently.
struct Difference
{
    enum class Kind { Changed, Added, Removed };

    std::string source; ///< as in Connection
    std::string target;
    kube::ConnectionSet before; ///< empty: nothing, or an end is not there
    kube::ConnectionSet after;
    bool sourceInOne = false; ///< the source is in one of the two versions only
    bool targetInOne = false;

    Kind kind() const;
    bool operator==(const Difference &) const = default;
};

struct Diff
{
    std::vector<Difference> differences; ///< ordered as list-format 33 prints them
    std::size_t groupsLeftOut = 0;       ///< pod groups that stand beside workloads, of both
    bool isTooLong = false;              ///< as List::isTooLong
};

/// A version of the files, judged.
struct Version
{
    const kube::Workspace &workspace;
    const verdict::Evaluator &evaluator;
};

/// Compares what list() tells of two versions. Outside ranges are cut at the edges of both, and
/// those that touch are one again where they say the same.
Diff diff(const Version &before, const Version &after);

const char *wordOf(Difference::Kind kind);
/// "workload a[Pod] and b[Pod] added", where ends are in one version only; else empty.
std::string workloadsText(const Difference &difference);

std::string diffText(const Diff &diff);
std::string diffCsv(const Diff &diff);
std::string diffJson(const Diff &diff);
std::string diffMarkdown(const Diff &diff);
std::string diffDot(const Diff &diff);

} // namespace drawbridge::report
