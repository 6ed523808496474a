#pragma once

#include <QChar>

#include <optional>

class QTextBlock;
class QTextDocument;

namespace drawbridge {

/// The closing sign that belongs to an opening one; null if it is none. Quotes close themselves.
QChar closerOf(QChar opener);

/// The position of the bracket that belongs to the one at `position`; none if there stands none, or
/// if nothing belongs to it. Brackets in strings and comments are text.
std::optional<int> matchingBracket(const QTextDocument *text, int position);

/// True if the column lies in a string or a comment, where a bracket is text.
bool isInsideText(const QTextBlock &block, int column);

} // namespace drawbridge
