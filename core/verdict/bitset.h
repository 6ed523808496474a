#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace drawbridge::verdict {

/// A set of small integers below a fixed size. Once it is complete, shrink() keeps the numbers of
/// one that holds few, because there are many such sets.
class Bitset
{
public:
    Bitset() = default;
    explicit Bitset(std::size_t size) : m_words((size + 63) / 64) {}

    /// Before shrink() only.
    void set(std::size_t bit) { m_words[bit / 64] |= std::uint64_t(1) << (bit % 64); }
    void shrink()
    {
        std::size_t count = 0;
        for (std::uint64_t word : m_words)
            count += std::size_t(std::popcount(word));
        if (count > m_words.size())
            return;
        std::vector<std::uint32_t> few;
        few.reserve(count);
        forEach([&](std::size_t bit) { few.push_back(std::uint32_t(bit)); });
        m_few = std::move(few);
        m_words = std::vector<std::uint64_t>(); // gives the memory back, as {} would not
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
    /// In ascending order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::uint32_t bit : m_few)
            visit(std::size_t(bit));
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word; word &= word - 1)
                visit(i * 64 + std::size_t(std::countr_zero(word)));
    }

private:
    std::vector<std::uint64_t> m_words; ///< empty once there are few
    std::vector<std::uint32_t> m_few;   ///< ascending
};

} // namespace drawbridge::verdict
