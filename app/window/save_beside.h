#pragma once

#include "document/safe_save.h"

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace drawbridge {

/// Runs `save` in a thread of its own and returns when it has ended. The window stays alive
/// meanwhile, and what the user types or clicks waits; where it takes longer a dialog tells how far
/// it has come, and can call it off. Nothing if it was called off: then `save` may still be at
/// work, but writes nothing any more.
std::optional<SaveOutcome> saveBeside(const std::function<SaveOutcome(SavingProgress &)> &save,
                                      QWidget *window);

} // namespace drawbridge
