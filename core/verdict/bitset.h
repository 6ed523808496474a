#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// A set of small integers below a fixed size. Of one that holds few only the numbers are kept,
/// because there are many such sets.
class Bitset
{
public:
    using Words = std::vector<std::uint64_t>; ///< the lowest bit of the first is the number 0

    Bitset() = default;
    explicit Bitset(Words words)
    {
        m_words = std::move(words);
        const std::size_t count = size();
        if (count > m_words.size())
            return;
        std::vector<std::uint32_t> few;
        few.reserve(count);
        forEach([&few](std::size_t bit) { few.push_back(std::uint32_t(bit)); });
        m_words = {};
        m_few = std::move(few);
    }
    /// Holds `bits`, each below `size`, in any order and as often as they like.
    Bitset(std::size_t size, std::vector<std::uint32_t> bits)
    {
        const std::size_t words = (size + 63) / 64;
        if (bits.size() > words) {
            m_words.resize(words);
            for (std::uint32_t bit : bits)
                m_words[bit / 64] |= std::uint64_t(1) << (bit % 64);
            return;
        }
        std::sort(bits.begin(), bits.end());
        m_few.assign(bits.begin(), std::unique(bits.begin(), bits.end()));
    }
    bool test(std::size_t bit) const
    {
        if (m_words.empty())
            return std::binary_search(m_few.begin(), m_few.end(), bit);
        return bit / 64 < m_words.size() && (m_words[bit / 64] >> (bit % 64) & 1);
    }
    bool isEmpty() const
    {
        return m_few.empty() && std::all_of(m_words.begin(), m_words.end(),
                                            [](std::uint64_t word) { return word == 0; });
    }
    /// How many numbers it holds.
    std::size_t size() const
    {
        std::size_t count = m_few.size();
        for (const std::uint64_t word : m_words)
            count += std::size_t(std::popcount(word));
        return count;
    }
    /// More numbers than that.
    bool holdsMoreThan(std::size_t most) const
    {
        std::size_t count = m_few.size();
        for (std::size_t i = 0; i < m_words.size() && count <= most; ++i)
            count += std::size_t(std::popcount(m_words[i]));
        return count > most;
    }
    /// In ascending order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        anyOf([&visit](std::size_t bit) {
            visit(bit);
            return false;
        });
    }
    /// Asks in that order until it is true of one.
    template <typename Is>
    bool anyOf(const Is &is) const
    {
        for (std::uint32_t bit : m_few)
            if (is(std::size_t(bit)))
                return true;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word; word &= word - 1)
                if (is(i * 64 + std::size_t(std::countr_zero(word))))
                    return true;
        return false;
    }

    /// For sorting. Sets of one size that hold the same are equal.
    bool operator<(const Bitset &other) const
    {
        return m_few != other.m_few ? m_few < other.m_few : m_words < other.m_words;
    }

private:
    Words m_words;                    ///< empty where there are few
    std::vector<std::uint32_t> m_few; ///< ascending
};

} // namespace drawbridge::verdict
