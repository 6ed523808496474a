// Any bytes as what the layout process reads and answers. A reply that is taken is sound, and the
// layouter that cannot fail answers every request that is taken.

#include "fuzz/demand.h"
#include "layout/choice.h"

#include <cmath>

using namespace drawbridge::layout;
using fuzz::demand;

namespace {

constexpr std::size_t kMostBoxes = 200;

/// A request that is well formed, whatever the seed.
Request requestOf(unsigned seed)
{
    Request request;
    request.clusterCount = seed % 4;
    const unsigned count = seed / 4 % 8;
    for (unsigned i = 0; i < count; ++i)
        request.boxes.push_back({20.0 + i, 10, int(i % (request.clusterCount + 1)) - 1});
    for (unsigned i = 1; i < count; ++i)
        request.links.push_back({i - 1, i});
    return request;
}

void checkReply(const std::string &bytes, unsigned seed)
{
    Reply reply;
    if (!decode(bytes, reply))
        return;
    for (const Position &position : reply)
        demand(std::isfinite(position.x) && std::isfinite(position.y), "places are finite");
    demand(encode(reply).size() == bytes.size(), "a reply is all of its bytes");
    const Request request = requestOf(seed);
    const bool isTaken = isSound(request, reply);
    demand(!isTaken || reply.size() == request.boxes.size(), "a place for every box");
    demand(isSound(request, better(request, reply, layered(request))), "the better one is sound");
}

void checkRequest(const std::string &bytes)
{
    Request request;
    if (!decode(bytes, request) || request.boxes.size() > kMostBoxes ||
        request.clusterCount > kMostBoxes)
        return;
    demand(encode(request) == bytes, "a request is its bytes");
    const Reply reply = layered(request);
    demand(isSound(request, reply), "our own layout is sound");
    demand(layered(request) == reply, "our own layout is the same twice");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    checkReply(input.bytes, input.seed);
    checkRequest(input.bytes);
    return 0;
}
