#include "lint/facts.h"

#include <map>
#include <utility>

namespace drawbridge::lint {

std::vector<Diagnostic> unjudgedKinds(const kube::Workspace &workspace)
{
    struct Seen
    {
        kube::ObjectPtr first;
        std::size_t count = 0;
    };
    std::map<std::pair<std::string, std::string>, Seen> kinds;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const kube::ObjectMeta &meta = object->meta;
        const bool isOther = std::holds_alternative<kube::Other>(object->value);
        const bool isUnread = !object->problems.empty(); // of a kind that is judged, and told
        if (!isOther || isUnread || meta.kind.empty() || meta.kind == "List")
            continue;
        Seen &seen = kinds[{meta.kind, meta.apiVersion}];
        if (seen.count++ == 0)
            seen.first = object;
    }
    std::vector<Diagnostic> notes;
    notes.reserve(kinds.size());
    for (const auto &[kind, seen] : kinds)
        notes.push_back({Severity::Note,
                         Code::NotJudged,
                         workspace.place(seen.first.get(), seen.first->meta.nameOrigin),
                         {kind.first, kind.second, std::to_string(seen.count)},
                         {}});
    return notes;
}

} // namespace drawbridge::lint
