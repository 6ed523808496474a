#include "edit/asked_ends.h"

#include <algorithm>

namespace drawbridge::edit {

namespace {

void addParts(const verdict::Evaluator &evaluator, kube::Direction direction,
              const kube::Cidr &cidr, bool onlyIfKnown, std::vector<AskedEnd> &ends)
{
    auto parts = evaluator.outsideRanges(direction, cidr.family);
    if (parts.empty() && !onlyIfKnown)
        parts.push_back({cidr.first, cidr.last});
    for (const auto &part : parts) {
        const kube::AddressValue first = std::max(part.first, cidr.first);
        const kube::AddressValue last = std::min(part.last, cidr.last);
        if (!(last < first))
            ends.push_back({verdict::Party::of(kube::Address{cidr.family, first}), cidr.family,
                            kube::AddressSet::Interval{first, last}});
    }
}

} // namespace

std::vector<AskedEnd> askedEnds(const verdict::Evaluator &evaluator, const End &end,
                                kube::Direction direction)
{
    std::vector<AskedEnd> ends;
    switch (end.kind) {
    case End::Kind::Endpoint:
        if (const verdict::EndpointId id = evaluator.find(end.name); id.isValid())
            ends.push_back({verdict::Party::of(id), {}, {}});
        break;
    case End::Kind::Internet:
        addParts(evaluator, direction, *kube::parseCidr("0.0.0.0/0"), false, ends);
        // No IPv6 where no rule speaks of it.
        addParts(evaluator, direction, *kube::parseCidr("::/0"), true, ends);
        break;
    case End::Kind::Range:
        addParts(evaluator, direction, end.cidr, false, ends);
        break;
    case End::Kind::Namespace:
    case End::Kind::Everyone:
        break;
    }
    return ends;
}

} // namespace drawbridge::edit
