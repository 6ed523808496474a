#pragma once

#include <QString>

/// Pieces of the inspector's text.
namespace drawbridge::inspector {

QString heading(const QString &text);
QString line(const QString &html);

} // namespace drawbridge::inspector
