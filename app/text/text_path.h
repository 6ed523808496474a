#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

class QTextBlock;

namespace drawbridge {

/// Where a place of the text stands in its object, as far as the lines tell: found by indentation
/// (or brackets), so that it is known while the document does not parse.
struct TextPath
{
    inline static const QString kItem = QStringLiteral("[]");

    /// From the root of the object: keys, and "[]" for an item of a list. Of a value, its own key
    /// is the last one.
    QStringList keys;
    bool isValid = false;
    bool isValue = false;  ///< behind a key's colon; else a key, or an item that may become one
    bool isQuoted = false; ///< between quotes
    int begin = 0;         ///< the word at the place, by columns of its line
    int end = 0;
    QString word;
    /// What the mappings on the way hold, by depth: the values of their keys, empty where they are
    /// deeper. The last one is the mapping of the place itself.
    std::vector<QMap<QString, QString>> mappings;

    QString kind() const { return mappings.empty() ? QString() : mappings[0].value("kind"); }

    static TextPath at(const QTextBlock &block, int column, bool isJson);
};

} // namespace drawbridge
