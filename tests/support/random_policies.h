#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace drawbridge::test {

/// Policies over few labels and namespaces, so that they meet each other's pod groups.
class RandomPolicies
{
public:
    explicit RandomPolicies(std::uint32_t seed) : m_random(seed) {}

    /// Documents of their own, with the line before them.
    std::string policy(const std::string &name);
    std::string clusterPolicy();
    /// Two pods in two namespaces, one of which has labels.
    static std::string pods();
    std::uint32_t below(std::uint32_t count);

private:
    std::string oneOf(const std::vector<std::string> &words);
    std::string word();
    std::string selector();
    std::string peer();

    std::mt19937 m_random;
};

} // namespace drawbridge::test
