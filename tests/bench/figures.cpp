#include "figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace drawbridge::bench {

namespace {

double timeOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

double wallTime()
{
    return timeOf(CLOCK_MONOTONIC);
}

double processorTime()
{
    return timeOf(CLOCK_THREAD_CPUTIME_ID);
}

double processorTimeOfProcess()
{
    return timeOf(CLOCK_PROCESS_CPUTIME_ID);
}

double wallOf(const std::function<void()> &work)
{
    const double before = wallTime();
    work();
    return wallTime() - before;
}

double processorOf(const std::function<void()> &work)
{
    const double before = processorTime();
    work();
    return processorTime() - before;
}

double Series::at(double share) const
{
    if (m_times.empty())
        return 0;
    std::vector<double> sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    const double rank = std::ceil(share * double(sorted.size()));
    return sorted[std::size_t(std::max(rank, 1.0)) - 1];
}

Series &Table::operator[](const std::string &name)
{
    for (auto &[known, series] : m_rows)
        if (known == name)
            return series;
    return m_rows.emplace_back(name, Series()).second;
}

const Series *Table::find(const std::string &name) const
{
    for (const auto &[known, series] : m_rows)
        if (known == name)
            return &series;
    return nullptr;
}

void print(const std::string &title, const std::vector<std::size_t> &sizes,
           const std::vector<Table> &tables)
{
    if (tables.empty() || tables.back().rows().empty())
        return;
    std::printf("\n%-38s", title.c_str());
    for (std::size_t size : sizes)
        std::printf("%11zu %9s", size, "p99");
    std::printf("%9s\n", "growth");
    for (const auto &[name, last] : tables.back().rows()) {
        std::printf("  %-36s", name.c_str());
        for (const Table &table : tables) {
            const Series *series = table.find(name);
            std::printf("%11.2f %9.2f", series ? series->median() : 0, series ? series->p99() : 0);
        }
        const Series *first = tables.front().find(name);
        const bool hasGrowth = tables.size() > 1 && first && first->median() > 0.005;
        hasGrowth ? std::printf("%8.1fx\n", last.median() / first->median()) : std::printf("\n");
    }
    std::printf("  (%zu", tables.front().rows().front().second.size());
    for (std::size_t i = 1; i < tables.size(); ++i)
        std::printf(", %zu", tables[i].rows().front().second.size());
    std::printf(" times)\n");
    std::fflush(stdout);
}

} // namespace drawbridge::bench
