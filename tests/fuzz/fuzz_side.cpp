// Any bytes as a side file: what is taken is written so that it reads the same again.

#include "document/side_state.h"
#include "fuzz/demand.h"
#include "graph/notes.h"

#include <QJsonDocument>

#include <cmath>

using namespace drawbridge;
using fuzz::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    const auto side = readSideFile(QByteArray::fromStdString(input.bytes));
    if (!side)
        return 0;
    for (const auto &[key, point] : side->placement)
        demand(std::isfinite(point.x) && std::isfinite(point.y), "places are finite");
    const QByteArray written = sideFileBytes(*side);
    QJsonParseError error;
    QJsonDocument::fromJson(written, &error);
    demand(error.error == QJsonParseError::NoError, "a side file is JSON");
    const auto again = readSideFile(written);
    demand(again.has_value(), "a side file is read again");
    demand(sideFileBytes(*again) == written, "a side file is written the same again");
    demand(again->collapsed == side->collapsed && again->ports == side->ports &&
               again->notes == side->notes && again->others == side->others,
           "a side file keeps what it holds");
    graph::notes({}, side->notes);
    return 0;
}
