#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace drawbridge::layout {

/// What is to be laid out, by numbers only: no user's string ever reaches a layout engine.
struct Request
{
    struct Box
    {
        double width = 0;
        double height = 0;
        std::int32_t cluster = -1; ///< index below clusterCount, or -1
    };
    struct Link
    {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        double label = 0; ///< width of what is written on it
    };
    std::vector<Box> boxes;
    std::vector<Link> links;
    std::uint32_t clusterCount = 0;
};

struct Position
{
    double x = 0; ///< top left corner; y grows downwards
    double y = 0;
    bool operator==(const Position &) const = default;
};

using Reply = std::vector<Position>; ///< one a box

/// True if there is one finite, sane position a box, and boxes of different clusters do not mix.
bool isSound(const Request &request, const Reply &reply);

/// The layouter that cannot fail: layers by longest path inside each cluster, left to right,
/// clusters packed in rows; O(n log n). Deterministic.
Reply layered(const Request &request);

/// Graphviz dot with a safe profile. May abort the process on ordinary graphs: only ever called in
/// the layout worker. Empty reply on failure.
Reply graphviz(const Request &request);

/// The worker's wire format: length-prefixed little-endian binary. decode gives false for anything
/// that is not exactly one sound message.
std::string encode(const Request &request);
std::string encode(const Reply &reply);
bool decode(const std::string &bytes, Request &request);
bool decode(const std::string &bytes, Reply &reply);

/// Reads one request from `in`, answers on `out`, under memory and time limits it sets for its own
/// process. The body of `drawbridge --layout-worker`. Returns the exit code.
int runWorker(int in, int out);

} // namespace drawbridge::layout
