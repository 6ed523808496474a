#pragma once

#include "graph/graph.h"

#include <bitset>
#include <unordered_set>

namespace drawbridge::graph {

/// A few keys that very many are compared with: the length alone rules most of them out.
class FewKeys
{
public:
    void insert(const Key &key)
    {
        m_lengths.set(key.size() % m_lengths.size());
        m_keys.insert(key);
    }
    template <typename Keys>
    void insertAll(const Keys &keys)
    {
        for (const Key &key : keys)
            insert(key);
    }
    bool contains(const Key &key) const
    {
        return m_lengths[key.size() % m_lengths.size()] && m_keys.count(key) > 0;
    }
    auto begin() const { return m_keys.begin(); }
    auto end() const { return m_keys.end(); }

private:
    std::bitset<256> m_lengths;
    std::unordered_set<Key> m_keys;
};

} // namespace drawbridge::graph
