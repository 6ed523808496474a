#include "lint/context.h"

#include <algorithm>
#include <string>
#include <utility>

namespace drawbridge::lint {

/// What is present and not judged, one note a kind, at the first object of it.
void checkKinds(Context &context)
{
    struct Seen
    {
        kube::ObjectPtr first;
        std::size_t count = 0;
    };
    std::map<std::pair<std::string, std::string>, Seen> kinds;
    for (const kube::ObjectPtr &object : context.workspace.objects()) {
        const kube::ObjectMeta &meta = object->meta;
        const bool isOther = std::holds_alternative<kube::Other>(object->value);
        if (!isOther || meta.kind.empty() || meta.kind == "List")
            continue;
        Seen &seen = kinds[{meta.kind, meta.apiVersion}];
        if (seen.count++ == 0)
            seen.first = object;
    }
    for (const auto &[kind, seen] : kinds)
        if (!context.workspace.location(seen.first.get()).isStale)
            context.add(Severity::Note, Code::NotJudged, *seen.first, seen.first->meta.nameOrigin,
                        {kind.first, kind.second, std::to_string(seen.count)});
}

} // namespace drawbridge::lint
