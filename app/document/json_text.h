#pragma once

#include <QByteArray>

#include <vector>

namespace drawbridge {

/// A member of a JSON object, byte for byte.
struct JsonMember
{
    QByteArray key; ///< with its quotes
    QByteArray value;
};

/// The members of an object and the items of an array as they are written. The text must be valid
/// JSON; what is no object (no array) has none.
std::vector<JsonMember> jsonMembers(const QByteArray &object);
std::vector<QByteArray> jsonItems(const QByteArray &array);

/// The value of a JSON string; null if it is something else.
QString jsonStringValue(const QByteArray &text);

} // namespace drawbridge
