#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string_view>

namespace drawbridge::yaml {

/// One event of the parser. `place` is trusted for nodes that are written out, not for what is
/// omitted; ends of collections have none. The texts are the parser's.
struct Event
{
    enum class Type { Null, Alias, Scalar, Sequence, Mapping, End };
    Type type = Type::Null;
    bool isFlow = false;
    std::size_t place = 0;
    std::string_view anchor = {};
    std::string_view tag = {}; ///< "?" and "!" where the text may have none
    std::string_view value = {};
};

/// Receives the events of one document.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void take(const Event &event) = 0;
};

/// Runs yaml-cpp over one document and demands that nothing follows it. Every exception ends here
/// as a problem with a place inside the text.
std::optional<Problem> readEvents(std::string_view text, EventSink &sink);

} // namespace drawbridge::yaml
