#pragma once

#include "document/beside.h"
#include "document/document.h"

#include <memory>
#include <vector>

namespace drawbridge {

/// Has all that is computed, and a copy of what it is computed from, until it has been brought up
/// to date in another thread.
struct Document::CatchingUp
{
    struct Computed
    {
        std::shared_ptr<Contents> contents;
        std::vector<graph::Key> gaveWay;
    };

    CatchingUp(Document &document, const std::shared_ptr<Contents> &contents, Old old)
        : work(
              [contents, old, viewMaker = document.m_viewMaker](OpeningProgress &) {
                  Computed computed{contents, {}};
                  if (old != Old::View)
                      computed.gaveWay = contents->bringUpToDate(old == Old::Everything);
                  contents->prepare(viewMaker);
                  return computed;
              },
              &document, [&document] { document.endCatchingUp(); })
    {
    }

    BesideWork<Computed> work;
};

} // namespace drawbridge
