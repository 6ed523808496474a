#pragma once

#include <string>
#include <string_view>

namespace drawbridge::report {

/// Texts that may come from files, made harmless for one kind of output each. All of them take any
/// bytes: what is no UTF-8 becomes U+FFFD.

/// Control and direction characters as \u{..}, so that a text stays on its line and in its order.
std::string shownText(std::string_view text);
/// For text and quoted attributes in XML and HTML.
std::string xmlText(std::string_view text);
/// For a cell of a table, a heading or a line: no character of it is Markdown or HTML.
std::string markdownText(std::string_view text);
/// For a quoted label: what could end it, be markup or a directive is written as a number.
std::string mermaidText(std::string_view text);
/// For a quoted string of DOT: escapes (\N, \l), entities and control characters do nothing.
std::string dotText(std::string_view text);
/// A JSON string literal; unlike jsonString() well-formed for any bytes.
std::string jsonText(std::string_view text);

} // namespace drawbridge::report
