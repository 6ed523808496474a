#include "text/line_comments.h"

#include "text/byte_map.h"
#include "yaml/file.h"

#include <algorithm>
#include <vector>

namespace drawbridge {

namespace {

struct Line
{
    std::size_t begin = 0;
    std::size_t indent = 0;
    bool isComment = false;
    bool hasBlank = false; ///< behind the sign
};

} // namespace

Patches toggledComments(const yaml::File &file, int first, int last)
{
    const ByteMap bytes(file.bytes(), file.lines());
    std::vector<Line> lines;
    for (int number = first; number <= std::min(last, bytes.lineCount() - 1); ++number) {
        const TextRange range = bytes.content(number);
        const std::string text = file.bytes().substr(range.begin, range.size());
        const std::size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
        if (indent == text.size() && first != last)
            continue;
        const bool isComment = indent < text.size() && text[indent] == '#';
        lines.push_back({range.begin, indent, isComment,
                         isComment && indent + 1 < text.size() && text[indent + 1] == ' '});
    }
    const bool areComments = !lines.empty() && std::all_of(lines.begin(), lines.end(),
                                                           [](auto &l) { return l.isComment; });
    std::size_t common = SIZE_MAX;
    for (const Line &line : lines)
        common = std::min(common, line.indent);
    Patches patches;
    for (const Line &line : lines) {
        const std::size_t at = line.begin + (areComments ? line.indent : common);
        const std::size_t removed = !areComments ? 0 : line.hasBlank ? 2 : 1;
        patches.push_back({{at, at + removed}, areComments ? "" : "# "});
    }
    return patches;
}

} // namespace drawbridge
