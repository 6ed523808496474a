#pragma once

#include <vector>

namespace drawbridge::layout {

/// Something of a height that would like its centre at `wish`.
struct Wish
{
    double height = 0;
    double wish = 0;
    double weight = 1;
};

/// Centres as near to the wishes as the order and `gap` between neighbours allow (least squares).
std::vector<double> aligned(const std::vector<Wish> &wishes, double gap);

} // namespace drawbridge::layout
