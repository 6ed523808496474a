#pragma once

#include "base/ids.h"

#include <vector>

namespace drawbridge {

/// Which files are open as text, and where one is in them.
struct TextLook
{
    struct File
    {
        FileId file;
        int anchor = 0; ///< positions in the editor
        int caret = 0;
        int down = 0; ///< of the scroll bars
        int across = 0;
    };
    std::vector<File> files;
    FileId current;
    bool hasFocus = false;
};

} // namespace drawbridge
