#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>

namespace drawbridge::graph {

/// A few keys that very many are compared with: length and some letters rule most of them out.
class FewKeys
{
public:
    void insert(const std::string &key)
    {
        m_looks.set(lookOf(key));
        const std::uint32_t hash = hashOf(key);
        m_hashBits.set(hash % m_hashBits.size());
        m_hashes.insert(hash);
        m_keys.insert(key);
    }
    template <typename Keys>
    void insertAll(const Keys &keys)
    {
        for (const std::string &key : keys)
            insert(key);
    }
    bool contains(const std::string &key) const
    {
        return m_looks[lookOf(key)] && m_keys.count(key) > 0;
    }
    /// What a key may be told from others by.
    static std::uint32_t hashOf(const std::string &key)
    {
        return std::uint32_t(std::hash<std::string>()(key));
    }
    bool mayContain(std::uint32_t hash) const
    {
        return m_hashBits[hash % m_hashBits.size()] && m_hashes.count(hash) > 0;
    }
    auto begin() const { return m_keys.begin(); }
    auto end() const { return m_keys.end(); }

private:
    static constexpr std::size_t kLooks = 2048;

    static std::size_t lookOf(const std::string &key)
    {
        const std::size_t size = key.size();
        if (size == 0)
            return 0;
        const auto letter = [&key](std::size_t i) { return std::size_t(std::uint8_t(key[i])); };
        return (size + 31 * letter(size - 1) + 131 * letter(size / 2) +
                523 * letter(size * 3 / 4)) %
               kLooks;
    }

    std::bitset<kLooks> m_looks;
    std::bitset<4096> m_hashBits;
    std::unordered_set<std::uint32_t> m_hashes;
    std::unordered_set<std::string> m_keys;
};

} // namespace drawbridge::graph
