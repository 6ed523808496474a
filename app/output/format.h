#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::output {

/// What the picture and what is known about it can be written as.
enum class Format : std::uint8_t { Svg, Png, Pdf, Html, Md, Csv, Json, Drawio, Mmd, Dot };

/// In the order in which they are offered.
const std::vector<Format> &formats();
const char *endingOf(Format format); ///< "svg": the ending of its files and its name
std::optional<Format> formatNamed(const std::string &name);
QString titleOf(Format format); ///< "Picture for browsers and documents (SVG)"
/// True for formats that show the picture as it looks: these have a title and a legend.
bool showsPicture(Format format);
/// True if it needs to know where things are.
bool usesPlaces(Format format);
/// True if it tells the problems of the files.
bool tellsProblems(Format format);
/// True if it is made by painting, which takes fonts and so an application object.
bool needsFonts(Format format);

} // namespace drawbridge::output
