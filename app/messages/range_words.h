#pragma once

#include "edit/intent.h"

namespace drawbridge {

/// True for an end that is a range of addresses, as "10.0.0.0-10.255.255.255".
bool isAddressRange(const std::string &end);

/// Ranges that touch and change alike become one: where rules cut the addresses says nothing about
/// what changes.
std::vector<edit::PairChange> withRangesJoined(const std::vector<edit::PairChange> &changes);

} // namespace drawbridge
