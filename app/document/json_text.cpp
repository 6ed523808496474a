#include "document/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace drawbridge {

namespace {

/// The parts between the outer brackets, cut at a character that stands outside of strings and
/// brackets.
std::vector<QByteArray> parts(const QByteArray &text, char cut)
{
    std::vector<QByteArray> result;
    qsizetype begin = 0;
    int depth = 0;
    bool isString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isString) {
            i += c == '\\' ? 1 : 0;
            isString = c != '"';
        } else if (c == '"') {
            isString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == cut && depth == 0) {
            result.push_back(text.mid(begin, i - begin).trimmed());
            begin = i + 1;
        }
    }
    result.push_back(text.mid(begin).trimmed());
    return result;
}

std::vector<QByteArray> between(const QByteArray &text, char open, char close)
{
    const QByteArray all = text.trimmed();
    if (!all.startsWith(open) || !all.endsWith(close))
        return {};
    const QByteArray inside = all.mid(1, all.size() - 2).trimmed();
    return inside.isEmpty() ? std::vector<QByteArray>() : parts(inside, ',');
}

} // namespace

std::vector<JsonMember> jsonMembers(const QByteArray &object)
{
    std::vector<JsonMember> members;
    for (const QByteArray &part : between(object, '{', '}')) {
        const std::vector<QByteArray> pair = parts(part, ':');
        if (pair.size() == 2)
            members.push_back({pair[0], pair[1]});
    }
    return members;
}

std::vector<QByteArray> jsonItems(const QByteArray &array)
{
    return between(array, '[', ']');
}

QString jsonStringValue(const QByteArray &text)
{
    const QJsonValue value = QJsonDocument::fromJson('[' + text + ']').array().at(0);
    if (!value.isString())
        return {};
    const QString string = value.toString();
    return string.isNull() ? QStringLiteral("") : string;
}

} // namespace drawbridge
