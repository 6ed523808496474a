#include "messages/server_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <array>

namespace drawbridge {

namespace {

/// What a field is called in the text: "port" of "spec.ingress[0].ports[0].port".
QString fieldOf(const std::string &path)
{
    const QString name = visible(path.substr(path.rfind('.') + 1));
    return name.section(QLatin1Char('['), 0, 0);
}

/// The same at the begin of a sentence; "Item 1 of ingress" of "spec.ingress[0]".
QString itemOf(const std::string &path)
{
    const QString field = fieldOf(path);
    const std::size_t bracket = path.rfind('[');
    bool isNumber = false;
    const int index =
        path.ends_with(']')
            ? QString::fromStdString(path.substr(bracket + 1)).chopped(1).toInt(&isNumber)
            : 0;
    return isNumber ? Tr::tr("Item %1 of %2").arg(QString::number(index + 1), field) : field;
}

QString typeWords(const QString &field, const QString &given, const QString &type)
{
    const auto isOfParts = [](const QString &of) {
        return of == QLatin1String("object") || of == QLatin1String("array");
    };
    if (isOfParts(given) && !isOfParts(type))
        return Tr::tr("%1 has to be one value, and what stands there is a mapping or a list. "
                      "Correct it.")
            .arg(field);
    if (type == QLatin1String("object"))
        return Tr::tr("%1 has to be a mapping: write key: value below it.").arg(field);
    if (type == QLatin1String("array"))
        return Tr::tr("%1 has to be a list: write a dash before each of its items.").arg(field);
    if (type == QLatin1String("string"))
        return Tr::tr("%1 has to be text: put it in quotes.").arg(field);
    if (type == QLatin1String("integer"))
        return Tr::tr("%1 has to be a whole number: write it without quotes.").arg(field);
    if (type == QLatin1String("boolean"))
        return Tr::tr("%1 has to be true or false, without quotes.").arg(field);
    return Tr::tr("%1 has another type than it needs. Correct it.").arg(field);
}

QString requiredWords(const QString &field, const QString &detail)
{
    if (detail == QLatin1String("must specify a peer"))
        return Tr::tr("This peer names nobody. Give it a podSelector, a namespaceSelector or an "
                      "ipBlock, or remove it.");
    if (detail.startsWith(QLatin1String("must be specified when `operator`")))
        return Tr::tr("In and NotIn need values. Add them, or write Exists or DoesNotExist.");
    if (detail.startsWith(QLatin1String("name or generateName")))
        return Tr::tr("The object has no name. Add metadata.name.");
    if (detail.startsWith(QLatin1String("must have at least")))
        return Tr::tr("%1 is empty. Add an item.").arg(field);
    if (detail.startsWith(QLatin1String("must specify exactly one of ")))
        return Tr::tr("%1 says nothing that counts. Write exactly one of %2.")
            .arg(field, detail.section(QLatin1String(" one of "), 1));
    return Tr::tr("%1 is missing. Add it.").arg(field);
}

/// What the server says of a value, as far as it is always the same.
QString invalidPort(const QString &value, const QString &detail)
{
    if (detail.startsWith(QLatin1String("must be between 1 and 65535")))
        return Tr::tr("%1 is no port: ports go from 1 to 65535. Correct the number.").arg(value);
    if (detail == QLatin1String("may not be specified when `port` is non-numeric"))
        return Tr::tr("endPort ends a range that begins with a number, and port is a name. Write "
                      "the number, or remove endPort.");
    if (detail == QLatin1String("may not be specified when `port` is not specified"))
        return Tr::tr("endPort ends a range, and no port begins it. Add port, or remove endPort.");
    if (detail == QLatin1String("must be greater than or equal to `port`"))
        return Tr::tr("The range ends before it begins: endPort is smaller than port. Swap them.");
    if (detail.startsWith(QLatin1String("must contain only alpha-numeric characters (a-z")))
        return Tr::tr("%1 is no name of a port: that has lower case letters, digits and hyphens. "
                      "Write it so.")
            .arg(value);
    if (detail == QLatin1String("must contain at least one letter (a-z)"))
        return Tr::tr("%1 is text, so it counts as the name of a port, and that needs a letter. "
                      "Write a number without quotes.")
            .arg(value);
    if (detail == QLatin1String("must not contain consecutive hyphens") ||
        detail == QLatin1String("must not begin or end with a hyphen"))
        return Tr::tr("%1 is no name of a port: hyphens stand one by one between other "
                      "characters. Remove the others.")
            .arg(value);
    return {};
}

QString invalidAddress(const QString &value, const QString &detail)
{
    if (detail.startsWith(QLatin1String("must be a valid CIDR value")))
        return Tr::tr("%1 is no block of addresses. Write for example 10.9.8.0/24 or "
                      "2001:db8::/64.")
            .arg(value);
    if (detail.startsWith(QLatin1String("must not have leading 0s")))
        return Tr::tr("Some number of %1 begins with a zero. Write it without.").arg(value);
    if (detail.startsWith(QLatin1String("must not have an IPv4-mapped")))
        return Tr::tr("%1 is an IPv4 address in the form of IPv6. Write it as IPv4.").arg(value);
    if (detail.startsWith(QLatin1String("must be a strict subset")))
        return Tr::tr("%1 does not lie inside the cidr, or is all of it. Correct it, or remove it.")
            .arg(value);
    return {};
}

/// Names, and keys and values of labels.
QString invalidName(const QString &value, const QString &detail)
{
    if (detail.contains(QLatin1String("must be no more than")))
        return Tr::tr("%1 is too long: it may have %2 characters. Shorten it.")
            .arg(value, detail.section(QLatin1String("no more than "), 1).section(' ', 0, 0));
    if (detail.startsWith(QLatin1String("a valid label must")))
        return Tr::tr("%1 is no value of a label: that has letters, digits, hyphens, underscores "
                      "and dots, and begins and ends with a letter or digit. Correct it.")
            .arg(value);
    if (detail.startsWith(QLatin1String("a valid label key")) ||
        detail.startsWith(QLatin1String("name part")) ||
        detail.startsWith(QLatin1String("prefix part")))
        return Tr::tr("%1 is no key of a label: that is a name like app, perhaps behind a domain "
                      "as in example.com/app. Correct it.")
            .arg(value);
    if (detail.startsWith(QLatin1String("a lowercase RFC 1123")) ||
        detail == QLatin1String("must not contain dots"))
        return Tr::tr("%1 is no valid name: that has lower case letters, digits and hyphens, and "
                      "begins and ends with a letter or digit. Correct it.")
            .arg(value);
    return {};
}

QString invalidWords(const QString &field, const QString &value, const QString &detail)
{
    if (detail == QLatin1String("not a valid selector operator"))
        return Tr::tr("%1 is no operator. Write In, NotIn, Exists or DoesNotExist.").arg(value);
    for (const auto &words :
         {invalidPort(value, detail), invalidAddress(value, detail), invalidName(value, detail)})
        if (!words.isEmpty())
            return words;
    return Tr::tr("%1 cannot be %2. Correct it.").arg(field, value);
}

QString forbiddenWords(const QString &field, const QString &detail)
{
    if (detail == QLatin1String("may not specify both ipBlock and another peer"))
        return Tr::tr("One peer cannot have an ipBlock and a selector. Remove one of them; as two "
                      "peers they mean either.");
    if (detail.startsWith(QLatin1String("may not be specified when `operator`")))
        return Tr::tr("Exists and DoesNotExist take no values. Remove the values, or write In or "
                      "NotIn.");
    if (detail.startsWith(QLatin1String("may not specify more than one of ")))
        return Tr::tr("%1 has more than one of %2. Keep one.")
            .arg(field, detail.section(QLatin1String(" one of "), 1));
    return Tr::tr("%1 is not allowed here. Remove it.").arg(field);
}

/// As kubectl prints it.
QString exactWords(Code code, const std::array<QString, 3> &given)
{
    const auto &[path, second, third] = given;
    switch (code) {
    case Code::WrongType:
        return path + QStringLiteral(": Invalid value: ") + second +
               QStringLiteral(": must be of type ") + third;
    case Code::RequiredValue:
        return path + QStringLiteral(": Required value") +
               (second.isEmpty() ? QString() : QStringLiteral(": ") + second);
    case Code::InvalidValue:
        return path + QStringLiteral(": Invalid value: ") + second + QStringLiteral(": ") + third;
    case Code::UnsupportedValue:
        return path + QStringLiteral(": Unsupported value: ") + second +
               QStringLiteral(": supported values: ") + third;
    case Code::ForbiddenValue:
        return path + QStringLiteral(": Forbidden: ") + second;
    case Code::TooMany:
        return path + QStringLiteral(": Too many: ") + second + QStringLiteral(": ") + third;
    default:
        return {};
    }
}

QString ownWords(Code code, const QString &field, const std::array<QString, 3> &given)
{
    switch (code) {
    case Code::WrongType:
        return typeWords(field, given[1], given[2]);
    case Code::RequiredValue:
        return requiredWords(field, given[1]);
    case Code::InvalidValue:
        return invalidWords(field, given[1], given[2]);
    case Code::UnsupportedValue: {
        QString words = given[2];
        return Tr::tr("%1 cannot be %2. Write one of %3.")
            .arg(field, given[1], words.remove(QLatin1Char('"')));
    }
    case Code::ForbiddenValue:
        return forbiddenWords(field, given[1]);
    case Code::TooMany:
        return Tr::tr("%1 has %2 entries, which is too many. Remove some.").arg(field, given[1]);
    default:
        return {};
    }
}

} // namespace

QString serverWords(Code code, const std::vector<std::string> &arguments)
{
    std::array<QString, 3> given;
    for (std::size_t i = 0; i < given.size() && i < arguments.size(); ++i)
        given[i] = visible(arguments[i]);
    const QString exact = exactWords(code, given);
    if (exact.isNull())
        return {};
    const std::string path = arguments.empty() ? std::string() : arguments.front();
    const QString field = code == Code::WrongType ? itemOf(path) : fieldOf(path);
    return ownWords(code, field, given) + QLatin1Char(' ') +
           Tr::tr("The API server says: “%1”").arg(exact);
}

} // namespace drawbridge
