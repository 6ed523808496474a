#include "messages/range_words.h"

#include "kube/address.h"

#include <map>
#include <optional>
#include <tuple>

namespace drawbridge {

namespace {

struct Range
{
    kube::Address first;
    kube::Address last;
};

std::optional<Range> rangeOf(const std::string &text)
{
    const std::size_t dash = text.find('-');
    if (dash == std::string::npos)
        return {};
    const auto first = kube::parseAddress(std::string_view(text).substr(0, dash));
    const auto last = kube::parseAddress(std::string_view(text).substr(dash + 1));
    if (!first || !last || first->family != last->family)
        return {};
    return Range{*first, *last};
}

/// Equal for changes that differ in their range only.
auto keyOf(const edit::PairChange &change, bool isSource, const Range &range)
{
    return std::tuple(isSource ? change.target : change.source, isSource, range.first.family,
                      change.before.text(), change.after.text());
}

} // namespace

bool isAddressRange(const std::string &end)
{
    return rangeOf(end).has_value();
}

std::vector<edit::PairChange> withRangesJoined(const std::vector<edit::PairChange> &changes)
{
    std::vector<edit::PairChange> result;
    std::map<decltype(keyOf({}, true, {})), std::pair<std::size_t, Range>> known;
    for (const edit::PairChange &change : changes) {
        const auto source = rangeOf(change.source);
        const auto range = source ? source : rangeOf(change.target);
        if (!range) {
            result.push_back(change);
            continue;
        }
        const auto [it, isNew] =
            known.try_emplace(keyOf(change, source.has_value(), *range), result.size(), *range);
        auto &[index, joined] = it->second;
        kube::AddressValue next = joined.last.value;
        if (isNew || ++next != range->first.value) {
            it->second = {result.size(), *range};
            result.push_back(change);
            continue;
        }
        joined.last = range->last;
        edit::PairChange &whole = result[index];
        (source ? whole.source : whole.target) = joined.first.text() + '-' + joined.last.text();
    }
    return result;
}

} // namespace drawbridge
