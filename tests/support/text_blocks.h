#pragma once

#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <string>

namespace drawbridge::test {

/// One case of a file of many: a line `#### words`, then its text.
struct TextBlock
{
    QString name;
    QStringList words; ///< behind the name
    std::string text;
};

namespace detail {

/// \xNN, \\ and, at the end, \c for a text whose last line has no end.
inline std::string unescaped(QByteArray text)
{
    if (text.endsWith("\\c\n"))
        text.chop(3);
    std::string result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            result += text[i];
        } else if (text[i + 1] == 'x') {
            result += QByteArray::fromHex(text.mid(i + 2, 2)).toStdString();
            i += 3;
        } else {
            result += text[++i];
        }
    }
    return result;
}

} // namespace detail

/// The cases of a file. One whose words hold `escaped` has its bytes by \xNN.
inline QList<TextBlock> textBlocks(const QString &path)
{
    QFile file(path);
    QList<TextBlock> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    QByteArray rest = '\n' + file.readAll();
    for (qsizetype at = rest.indexOf("\n#### "); at >= 0;) {
        const qsizetype next = rest.indexOf("\n#### ", at + 1);
        const QByteArray block = rest.mid(at + 6, next < 0 ? -1 : next + 1 - at - 6);
        const qsizetype end = block.indexOf('\n');
        QStringList words = QString::fromUtf8(block.left(end)).split(' ', Qt::SkipEmptyParts);
        const QString name = words.takeFirst();
        const QByteArray text = block.mid(end + 1);
        result.push_back({name, words,
                          words.contains(QLatin1String("escaped")) ? detail::unescaped(text)
                                                                   : text.toStdString()});
        at = next;
    }
    return result;
}

} // namespace drawbridge::test
