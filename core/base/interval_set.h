#pragma once

#include <algorithm>
#include <vector>

namespace drawbridge {

/// A set of unsigned integers kept as ascending, disjoint, never touching closed intervals.
/// `T` is unsigned and wider than every value put in by at least one, or `last` is never passed
/// to a successor: the set never computes last + 1 of the greatest value of T.
template <typename T>
class IntervalSet
{
public:
    struct Interval
    {
        T first{};
        T last{};
        bool operator==(const Interval &) const = default;
    };

    IntervalSet() = default;
    IntervalSet(T first, T last) { insert(first, last); }

    bool isEmpty() const { return m_intervals.empty(); }
    const std::vector<Interval> &intervals() const { return m_intervals; }
    bool operator==(const IntervalSet &) const = default;

    bool contains(T value) const { return contains(Interval{value, value}); }

    bool contains(const IntervalSet &other) const
    {
        return std::all_of(other.m_intervals.begin(), other.m_intervals.end(),
                           [this](const Interval &one) { return contains(one); });
    }

    void insert(T first, T last)
    {
        IntervalSet one;
        one.m_intervals.push_back({first, last});
        *this = *this | one;
    }

    IntervalSet &operator|=(const IntervalSet &other)
    {
        if (!other.isEmpty())
            *this = isEmpty() ? other : *this | other;
        return *this;
    }

    friend IntervalSet operator|(const IntervalSet &a, const IntervalSet &b)
    {
        std::vector<Interval> all;
        all.reserve(a.m_intervals.size() + b.m_intervals.size());
        std::merge(a.m_intervals.begin(), a.m_intervals.end(), b.m_intervals.begin(),
                   b.m_intervals.end(), std::back_inserter(all),
                   [](const Interval &x, const Interval &y) { return x.first < y.first; });
        IntervalSet result;
        for (const Interval &next : all)
            result.append(next);
        return result;
    }

    friend IntervalSet operator&(const IntervalSet &a, const IntervalSet &b)
    {
        IntervalSet result;
        auto x = a.m_intervals.begin();
        auto y = b.m_intervals.begin();
        while (x != a.m_intervals.end() && y != b.m_intervals.end()) {
            const T first = std::max(x->first, y->first);
            const T last = std::min(x->last, y->last);
            if (!(last < first))
                result.m_intervals.push_back({first, last});
            if (x->last < y->last)
                ++x;
            else
                ++y;
        }
        return result;
    }

    friend IntervalSet operator-(const IntervalSet &a, const IntervalSet &b)
    {
        IntervalSet result;
        auto cut = b.m_intervals.begin();
        for (Interval rest : a.m_intervals) {
            while (cut != b.m_intervals.end() && cut->last < rest.first)
                ++cut;
            bool gone = false;
            for (auto c = cut; c != b.m_intervals.end() && !(rest.last < c->first); ++c) {
                if (rest.first < c->first) {
                    T before = c->first;
                    --before;
                    result.m_intervals.push_back({rest.first, before});
                }
                if (!(c->last < rest.last)) {
                    gone = true;
                    break;
                }
                rest.first = c->last;
                ++rest.first;
            }
            if (!gone)
                result.m_intervals.push_back(rest);
        }
        return result;
    }

private:
    bool contains(const Interval &one) const
    {
        auto it = std::upper_bound(m_intervals.begin(), m_intervals.end(), one.first,
                                   [](const T &v, const Interval &i) { return v < i.first; });
        return it != m_intervals.begin() && one.last <= std::prev(it)->last;
    }

    void append(const Interval &next)
    {
        if (!m_intervals.empty()) {
            Interval &back = m_intervals.back();
            if (touches(back, next)) {
                back.last = std::max(back.last, next.last);
                return;
            }
        }
        m_intervals.push_back(next);
    }

    static bool touches(const Interval &earlier, const Interval &later)
    {
        if (!(earlier.last < later.first))
            return true;
        T successor = earlier.last; // earlier.last < later.first, so there is one
        ++successor;
        return successor == later.first;
    }

    std::vector<Interval> m_intervals;
};

} // namespace drawbridge
