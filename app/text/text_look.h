#pragma once

#include "base/ids.h"

#include <cstddef>
#include <vector>

namespace drawbridge {

/// Which files are open as text, and where one is in them.
struct TextLook
{
    struct File
    {
        FileId file;
        std::size_t anchor = 0; ///< bytes: a large text is in the editor in part only
        std::size_t caret = 0;
        std::size_t lastSeen = 0; ///< the text is read up to there before it is scrolled
        int down = 0;             ///< of the scroll bars
        int across = 0;
        std::vector<std::size_t> folds; ///< bytes in the lines that others are folded below
    };
    std::vector<File> files;
    FileId current;
    bool hasFocus = false;
};

} // namespace drawbridge
