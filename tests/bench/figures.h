#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace drawbridge::bench {

// In milliseconds. Processor time leaves out what other programs took.
double wallTime();
double processorTime();          ///< of this thread
double processorTimeOfProcess(); ///< of all its threads
double wallOf(const std::function<void()> &work);
double processorOf(const std::function<void()> &work); ///< in this thread

/// How long one thing took, time after time, in milliseconds.
class Series
{
public:
    void add(double ms) { m_times.push_back(ms); }
    std::size_t size() const { return m_times.size(); }
    double median() const { return at(0.5); }
    double p99() const { return at(0.99); } ///< of up to a hundred nearly the longest
    double last() const { return m_times.back(); }

private:
    double at(double share) const;

    std::vector<double> m_times;
};

/// Series by name, in the order in which the names came.
class Table
{
public:
    Series &operator[](const std::string &name);
    const Series *find(const std::string &name) const;
    const std::deque<std::pair<std::string, Series>> &rows() const { return m_rows; }

private:
    std::deque<std::pair<std::string, Series>> m_rows; ///< references to a series stay good
};

/// One column a size: median and p99; last, by how much the median grew from the first to the last.
void print(const std::string &title, const std::vector<std::size_t> &sizes,
           const std::vector<Table> &tables);

} // namespace drawbridge::bench
