#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drawbridge::report {

/// What changes in one file, as `diff -u` writes it, with three lines around each change; for
/// `patch -p0`. Empty if nothing changes. `before` is nothing for a new file.
std::string unifiedDiff(const std::string &path, const std::optional<std::string> &before,
                        std::string_view after);

} // namespace drawbridge::report
