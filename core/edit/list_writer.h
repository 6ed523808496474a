#pragma once

#include "edit/object_writer.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace drawbridge::edit {

/// Moves as few items of a list as can be. `order`: for each that is to stand there, its place
/// before.
void reorder(ObjectWriter &writer, const Path &path, const std::vector<std::size_t> &order);

template <typename T, typename ToValue>
yaml::Value listValue(const std::vector<T> &list, ToValue toValue)
{
    std::vector<yaml::Value> items;
    items.reserve(list.size());
    for (const T &item : list)
        items.push_back(toValue(item));
    return yaml::Value::ofSequence(std::move(items));
}

/// Writes a list whose items know their origin, by the fewest edits: items without one are new,
/// what stands in another order is moved, `change` writes what differs in an item that stays.
template <typename T, typename ToValue, typename Change>
void writeList(ObjectWriter &writer, const Path &path, const std::vector<T> &before,
               const std::vector<T> &wanted, ToValue toValue, Change change)
{
    if (before == wanted)
        return;
    if (before.empty()) {
        writer.set(path, listValue(wanted, toValue));
        return;
    }
    std::unordered_map<yaml::NodeId, std::size_t> places;
    for (std::size_t i = 0; i < before.size(); ++i)
        places.emplace(before[i].origin.node, i);
    std::vector<std::size_t> from(wanted.size(), SIZE_MAX); // index before, of those that stay
    std::vector<bool> stays(before.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].origin.node == yaml::kNoNode)
            continue;
        const auto old = places.find(wanted[i].origin.node);
        if (old == places.end() || stays[old->second]) {
            writer.fail({Code::EditWouldChangeMore, {}});
            return;
        }
        from[i] = old->second;
        stays[old->second] = true;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (from[i] != SIZE_MAX && !(before[from[i]] == wanted[i]))
            change(path / from[i], before[from[i]], wanted[i]);
    for (std::size_t i = before.size(); i-- > 0;)
        if (!stays[i])
            writer.remove(path / i);
    std::vector<std::size_t> order = from;
    std::erase(order, SIZE_MAX);
    reorder(writer, path, order);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (from[i] == SIZE_MAX)
            writer.insert(path, i, toValue(wanted[i]));
}

} // namespace drawbridge::edit
