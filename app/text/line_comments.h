#pragma once

#include "base/patch.h"

namespace drawbridge {

namespace yaml {
class File;
}

/// The patches that comment out the lines [first, last] (from 0) where they are not deeper than the
/// least deep of them, or bring them back if all of them are comments. Blank lines stay.
Patches toggledComments(const yaml::File &file, int first, int last);

} // namespace drawbridge
