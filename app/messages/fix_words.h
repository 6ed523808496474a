#pragma once

#include "edit/fixes.h"

#include <QString>

namespace drawbridge {

/// What a fix does and what it changes, as one line of a menu.
QString fixTitle(const edit::Fix &fix);

} // namespace drawbridge
