#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace drawbridge {

/// An integer that cannot be mixed up with another kind of id.
template <typename Tag>
struct StrongId
{
    std::uint32_t value = UINT32_MAX;

    bool isValid() const { return value != UINT32_MAX; }
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for a 0
    auto operator<=>(const StrongId &) const = default;
};

/// One file of the workspace; stays the same while the workspace lives.
using FileId = StrongId<struct FileTag>;

} // namespace drawbridge

template <typename Tag>
struct std::hash<drawbridge::StrongId<Tag>>
{
    std::size_t operator()(drawbridge::StrongId<Tag> id) const noexcept { return id.value; }
};
