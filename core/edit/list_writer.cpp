#include "edit/list_writer.h"

#include "base/effort.h"

#include <algorithm>

namespace drawbridge::edit {

namespace {

/// Which of these belong to a longest part that ascends.
std::vector<bool> longestAscent(const std::vector<std::size_t> &numbers)
{
    std::vector<std::size_t> length(numbers.size(), 1);
    std::vector<std::size_t> previous(numbers.size(), SIZE_MAX);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (numbers[k] < numbers[i] && length[k] + 1 > length[i]) {
                length[i] = length[k] + 1;
                previous[i] = k;
            }
    std::vector<bool> isIn(numbers.size());
    const auto longest = std::max_element(length.begin(), length.end());
    auto at = longest == length.end() ? SIZE_MAX : std::size_t(longest - length.begin());
    for (; at != SIZE_MAX; at = previous[at])
        isIn[at] = true;
    return isIn;
}

} // namespace

void reorder(ObjectWriter &writer, const Path &path, const std::vector<std::size_t> &order)
{
    if (std::is_sorted(order.begin(), order.end()))
        return;
    spend(order.size() * order.size() / 16);
    const std::vector<bool> stays = longestAscent(order);
    std::vector<std::size_t> now = order;
    std::sort(now.begin(), now.end());
    const auto placeOf = [&](std::size_t item) {
        return std::size_t(std::find(now.begin(), now.end(), item) - now.begin());
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (stays[i])
            continue;
        const std::size_t at = placeOf(order[i]);
        const std::size_t after = i == 0 ? 0 : placeOf(order[i - 1]) + 1;
        const std::size_t to = at < after ? after - 1 : after;
        if (at == to)
            continue;
        writer.move(path, at, to);
        now.erase(now.begin() + std::ptrdiff_t(at));
        now.insert(now.begin() + std::ptrdiff_t(to), order[i]);
    }
}

} // namespace drawbridge::edit
