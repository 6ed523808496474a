#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace drawbridge::verdict {

/// A set of small integers below a fixed size.
class Bitset
{
public:
    Bitset() = default;
    explicit Bitset(std::size_t size) : m_words((size + 63) / 64) {}

    void set(std::size_t bit) { m_words[bit / 64] |= std::uint64_t(1) << (bit % 64); }
    bool test(std::size_t bit) const
    {
        return bit / 64 < m_words.size() && (m_words[bit / 64] >> (bit % 64) & 1);
    }
    bool isEmpty() const
    {
        for (std::uint64_t word : m_words)
            if (word)
                return false;
        return true;
    }
    std::size_t count() const
    {
        std::size_t n = 0;
        for (std::uint64_t word : m_words)
            n += std::size_t(std::popcount(word));
        return n;
    }
    bool intersects(const Bitset &other) const
    {
        for (std::size_t i = 0; i < m_words.size() && i < other.m_words.size(); ++i)
            if (m_words[i] & other.m_words[i])
                return true;
        return false;
    }
    Bitset &operator|=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size() && i < other.m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word; word &= word - 1)
                visit(i * 64 + std::size_t(std::countr_zero(word)));
    }
    bool operator==(const Bitset &) const = default;

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace drawbridge::verdict
