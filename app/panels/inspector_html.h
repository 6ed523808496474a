#pragma once

#include <QColor>
#include <QString>

/// Pieces of the inspector's text.
namespace drawbridge::inspector {

QString heading(const QString &text);
QString line(const QString &html);
QString strong(const QString &text, const QColor &color);

} // namespace drawbridge::inspector
