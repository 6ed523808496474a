#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>

namespace drawbridge {

/// The bytes of a regular file of at most `limit` bytes; its size is looked at before anything is
/// read, and nothing else (a pipe, a device) is ever opened for more than a look.
Result<std::string> readFile(const std::string &path, std::size_t limit);

/// All of standard input, at most `limit` bytes.
Result<std::string> readStandardInput(std::size_t limit);

/// The system's own words for an error number.
std::string systemReason(int error);

} // namespace drawbridge
