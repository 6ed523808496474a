#include "document/journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace drawbridge {

namespace {

const QByteArray kMark = "drawbridge-journal ";
const QByteArray kJournalVersion = "1";

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject toJson(const UnsavedFile &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("name"), file.name},
            {QStringLiteral("bytes"), encoded(file.bytes)},
            {QStringLiteral("base"), QString::fromLatin1(file.base)},
            {QStringLiteral("began"), encoded(file.began)}};
}

UnsavedFile fileOf(const QJsonObject &json)
{
    UnsavedFile file;
    file.path = json.value(QLatin1String("path")).toString();
    file.name = json.value(QLatin1String("name")).toString();
    file.bytes = decoded(json.value(QLatin1String("bytes")));
    file.base = json.value(QLatin1String("base")).toString().toLatin1();
    file.began = decoded(json.value(QLatin1String("began")));
    return file;
}

} // namespace

QByteArray journalBytes(const Journal &journal)
{
    QJsonArray files;
    for (const UnsavedFile &file : journal.unsaved.files)
        files.append(toJson(file));
    QJsonObject root{{QStringLiteral("written"), journal.written.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("roots"), QJsonArray::fromStringList(journal.unsaved.roots)},
                     {QStringLiteral("files"), files}};
    if (journal.unsaved.root)
        root.insert(QStringLiteral("root"), *journal.unsaved.root);
    if (journal.unsaved.side) {
        root.insert(QStringLiteral("side"), encoded(sideFileBytes(*journal.unsaved.side)));
        root.insert(QStringLiteral("sideBase"), QString::fromLatin1(journal.unsaved.sideBase));
    }
    const QByteArray body = QJsonDocument(root).toJson(QJsonDocument::Compact);
    return kMark + kJournalVersion + ' ' + hashOf(body) + '\n' + body;
}

std::optional<Journal> readJournal(const QByteArray &bytes, JournalFault &fault)
{
    fault = JournalFault::Damaged;
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0 || !bytes.startsWith(kMark))
        return {};
    const QList<QByteArray> words = bytes.left(end).mid(kMark.size()).split(' ');
    if (words.size() == 2 && words[0] != kJournalVersion && words[0].toInt() > 0) {
        fault = JournalFault::Foreign;
        return {};
    }
    const QByteArray body = bytes.mid(end + 1);
    if (words.size() != 2 || words[0] != kJournalVersion || words[1] != hashOf(body))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    Journal journal;
    journal.written =
        QDateTime::fromString(root.value(QLatin1String("written")).toString(), Qt::ISODateWithMs);
    for (const auto &path : root.value(QLatin1String("roots")).toArray())
        journal.unsaved.roots += path.toString();
    if (root.contains(QLatin1String("root")))
        journal.unsaved.root = root.value(QLatin1String("root")).toString();
    for (const auto &file : root.value(QLatin1String("files")).toArray())
        journal.unsaved.files.push_back(fileOf(file.toObject()));
    if (root.contains(QLatin1String("side"))) {
        journal.unsaved.side = readSideFile(decoded(root.value(QLatin1String("side"))));
        if (!journal.unsaved.side)
            return {};
        journal.unsaved.sideBase = root.value(QLatin1String("sideBase")).toString().toLatin1();
    }
    return journal;
}

} // namespace drawbridge
