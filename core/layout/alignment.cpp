#include "layout/alignment.h"

namespace drawbridge::layout {

std::vector<double> aligned(const std::vector<Wish> &wishes, double gap)
{
    // Without the room that those above need, the centres only must not descend: neighbours that
    // would are pooled at their mean.
    struct Pool
    {
        double sum;
        double weight;
        std::size_t count;
        double mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    std::vector<double> room(wishes.size());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (i > 0)
            room[i] = room[i - 1] + (wishes[i - 1].height + wishes[i].height) / 2 + gap;
        const double weight = wishes[i].weight;
        pools.push_back({(wishes[i].wish - room[i]) * weight, weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::vector<double> centres;
    centres.reserve(wishes.size());
    for (const Pool &pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i)
            centres.push_back(pool.mean() + room[centres.size()]);
    return centres;
}

} // namespace drawbridge::layout
