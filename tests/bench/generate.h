#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace drawbridge::bench {

/// What a generated workspace is like.
struct Shape
{
    std::size_t policies = 1'000; ///< exactly so many
    std::size_t servicesANamespace = 20;
    std::size_t documentsAFile = 10; ///< 0: all in one file
    std::uint32_t seed = 1;
};

struct Manifest
{
    std::string path; ///< relative
    std::string bytes;
};

/// A cluster as teams write it down: namespaces behind a default-deny wall, in each a Deployment
/// and a policy a service, comments among them; callers mostly from the same namespace, some from
/// others and from outside. In every fourth namespace egress is denied too. Same shape, same bytes.
std::vector<Manifest> generate(const Shape &shape);

/// Writes them below a folder.
void write(const std::vector<Manifest> &manifests, const std::string &folder);

} // namespace drawbridge::bench
