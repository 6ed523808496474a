#include "verdict/twins.h"

#include <map>
#include <set>
#include <tuple>

namespace drawbridge::verdict {

std::vector<Twin> twinsOf(const kube::Workspace &workspace)
{
    std::vector<kube::ObjectPtr> rest;
    std::set<const kube::Object *> counting;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects())
        counting.insert(object.get());
    for (const kube::ObjectPtr &object : workspace.objects())
        if (counting.count(object.get()) == 0 && !object->meta.name.empty() &&
            !std::holds_alternative<kube::Other>(object->value))
            rest.push_back(object);
    std::vector<Twin> twins;
    if (rest.empty())
        return twins;
    const auto identityOf = [&](const kube::Object &object) {
        return std::tuple(object.meta.kind, object.meta.name,
                          object.isClusterScoped() ? std::string() : workspace.namespaceOf(object));
    };
    std::map<std::tuple<std::string, std::string, std::string>, kube::ObjectPtr> byIdentity;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects())
        byIdentity.emplace(identityOf(*object), object);
    for (const kube::ObjectPtr &object : rest)
        if (const auto found = byIdentity.find(identityOf(*object));
            found != byIdentity.end() &&
            !(found->second->value == object->value && found->second->meta == object->meta))
            twins.push_back({found->second, object});
    return twins;
}

} // namespace drawbridge::verdict
