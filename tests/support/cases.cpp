#include "support/cases.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace drawbridge::test {

QString data(const QString &path)
{
    return QStringLiteral(DRAWBRIDGE_DATA "/") + path;
}

QString shared(const QString &path)
{
    return QStringLiteral(DRAWBRIDGE_SHARED "/") + path;
}

bool hasShared()
{
    return QDir(shared("cases")).exists();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList folders(const QString &path)
{
    const QStringList names = QDir(path).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return names.isEmpty() ? QStringList{QString()} : names;
}

QStringList manifests(const QString &path)
{
    QStringList result;
    QDirIterator it(path, {"*.yaml", "*.yml", "*.json"}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        result += it.next();
    result.sort();
    return result;
}

kube::Workspace load(const QString &folder)
{
    kube::Workspace workspace;
    for (const QString &path : manifests(folder))
        workspace.add(QDir(folder).relativeFilePath(path).toStdString(), read(path).toStdString());
    return workspace;
}

std::optional<verdict::Party> party(const verdict::Evaluator &evaluator, const QByteArray &name)
{
    if (const auto address = kube::parseAddress(name.toStdString()))
        return verdict::Party::of(*address);
    const std::string text = name.toStdString();
    // Pods of a StatefulSet are named with their ordinal.
    const std::size_t dash = text.rfind('-');
    const std::string withoutOrdinal =
        dash != std::string::npos &&
                text.find_first_not_of("0123456789", dash + 1) == std::string::npos
            ? text.substr(0, dash)
            : text;
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
        const verdict::Endpoint &endpoint = evaluator.endpoints()[i];
        const std::string own = endpoint.nameSpace + '/' + endpoint.name;
        if (own == text || (own == withoutOrdinal && endpoint.kindName == "StatefulSet"))
            return verdict::Party::of(verdict::EndpointId{i});
    }
    return {};
}

} // namespace drawbridge::test
