// Any bytes as a file of JSON.

#include "fuzz/demand.h"
#include "fuzz/file_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    fuzz::checkFileLaws("a.json", input.bytes, input.seed);
    return 0;
}
