#include "messages/port_faults.h"

#include "kube/names.h"
#include "kube/ports.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QRegularExpression>

namespace drawbridge {

namespace {

/// Without the protocol that stands before or behind it.
QString withoutProtocol(const QString &word)
{
    const QStringList parts = word.split(QLatin1Char('/'));
    if (parts.size() != 2)
        return word;
    for (const int i : {0, 1})
        if (kube::protocolNamed(parts[i].toUpper().toStdString()))
            return parts[1 - i];
    return word;
}

bool isPort(const QString &digits)
{
    bool isNumber = false;
    const uint number = digits.toUInt(&isNumber);
    return isNumber && number >= 1 && number <= kube::kLastPort;
}

QString noPort(const QString &digits)
{
    return Tr::tr("%1 is no port: ports go from 1 to 65535. Correct the number.").arg(digits);
}

QString rangeFault(const QString &first, const QString &last)
{
    for (const QString &digits : {first, last})
        if (!isPort(digits))
            return noPort(digits);
    if (first.toUInt() > last.toUInt())
        return Tr::tr("%1-%2 is no range: the first port is larger than the last. Write %2-%1.")
            .arg(first, last);
    return {};
}

QString nameFault(const QString &name)
{
    constexpr qsizetype kLongest = 15; // apimachinery, IsValidPortName
    const QString lower = name.toLower();
    const bool isLong = name.size() > kLongest;
    if (name != lower && kube::portNameFaults(lower.toStdString()).empty())
        return Tr::tr("%1 is no name of a port: that has lower case letters only. Write %2.")
            .arg(name, lower);
    if (isLong && kube::portNameFaults(lower.left(kLongest - 1).toStdString() + "a").empty())
        return Tr::tr("%1 is no name of a port: it has %2 characters, and 15 are the most. Write "
                      "the number.")
            .arg(name)
            .arg(name.size());
    return {};
}

} // namespace

QString portFault(const std::string &word)
{
    thread_local const QRegularExpression kNumber(QStringLiteral("^[0-9]+$"));
    thread_local const QRegularExpression kRange(QStringLiteral("^([0-9]+)-([0-9]+)$"));
    thread_local const QRegularExpression kName(
        QStringLiteral("^[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*$"));
    const QString text = withoutProtocol(QString::fromStdString(word));
    if (kNumber.match(text).hasMatch())
        return isPort(text) ? QString() : noPort(text);
    if (const auto range = kRange.match(text); range.hasMatch())
        return rangeFault(range.captured(1), range.captured(2));
    return kName.match(text).hasMatch() ? nameFault(text) : QString();
}

} // namespace drawbridge
