#include "messages/messages.h"

#include "messages/port_faults.h"
#include "messages/sentences.h"
#include "messages/server_words.h"
#include "messages/syntax_words.h"
#include "messages/tr.h"

namespace drawbridge {

static bool isVisible(QChar c)
{
    const char16_t u = c.unicode();
    const bool isControl = u < 0x20 || (u >= 0x7F && u < 0xA0);
    const bool isFormat =
        (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x2028 || u == 0x2029;
    return !isControl && !isFormat;
}

QString visible(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), isVisible))
        return text;
    QString result;
    for (const QChar &c : text)
        if (isVisible(c))
            result += c;
        else
            result += QStringLiteral("\\u{%1}").arg(uint(c.unicode()), 0, 16);
    return result;
}

QString visible(const std::string &text)
{
    return visible(QString::fromStdString(text));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tr::tr("error");
    case Severity::Warning:
        return Tr::tr("warning");
    case Severity::Hint:
        return Tr::tr("hint");
    case Severity::Note:
        return Tr::tr("note");
    }
    return {};
}

namespace {

QString sentence(Code code)
{
    for (const auto &subject :
         {textSentence, fileSentence, editSentence, findingSentence, pluginSentence})
        if (QString text = subject(code); !text.isNull())
            return text;
    return {};
}

/// Some say more where more is known.
QString sentenceOf(Code code, std::size_t arguments)
{
    if (code == Code::LintNamedPortUndeclared && arguments > 3)
        return Tr::tr(
            "In policy %1 the named port %2 is declared for %3 by none of the targets, so "
            "it admits nothing. Did you mean %4?");
    if (code == Code::LintClusterNamedPort && arguments > 2)
        return Tr::tr("In policy %1 the named port %2 is declared by none of the targets, so the "
                      "rule decides nothing by it. Did you mean %3?");
    if (code == Code::PeerNotJudged && arguments > 2)
        return Tr::tr("%1: manifests do not say which addresses %2 means. Lists pass it over; "
                      "where it could decide, Explain says that nobody can tell.");
    if (code == Code::LintIpBlockPods && arguments > 2)
        return Tr::tr("Policy %1 means the addresses %2. With %3 these may be pods, and no file "
                      "states the addresses of all pods.");
    if (code == Code::WayWithoutPort && arguments < 3)
        return Tr::tr("%1 names no port of the Service %2, so it leads nowhere. Name one.");
    if (code == Code::WayWithoutSelector && arguments > 2)
        return Tr::tr("%1 leads to the Service %2, which is another name for a host elsewhere "
                      "(ExternalName): no pod is behind it.");
    if (code == Code::WayUndeclaredPort && arguments > 3)
        return Tr::tr("%1 leads to the port %3 of the pods of the Service %2, which none of them "
                      "declares. Lists leave this connection out; declare it as a containerPort, "
                      "or mend the Service's targetPort.");
    if (code == Code::ObjectLeftOut && arguments < 2)
        return Tr::tr("This %1 cannot be decoded, so it is not used: lists and picture are without "
                      "it. Correct what is wrong in it.");
    if (code == Code::WayDenied && arguments > 3)
        return Tr::tr("%1 leads to %2 on %3, but the policies there admit nobody who may come in, "
                      "unless it comes by the pod's own node, which is always let in. Allow it, or "
                      "remove the way in.");
    return sentence(code);
}

} // namespace

QString message(Code code, const std::vector<std::string> &arguments)
{
    if (QString words = serverWords(code, arguments); !words.isNull())
        return words;
    if (code == Code::InvalidPort && !arguments.empty())
        if (QString words = portFault(arguments.front()); !words.isNull())
            return words;
    if (code == Code::YamlSyntax && arguments.size() == 1)
        return sentence(code).arg(syntaxWords(arguments.front()));
    // One pass, so that a %1 inside an argument stays what it is.
    const QString text = sentenceOf(code, arguments.size());
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit();
        if (!isPlace) {
            result += text[i];
            continue;
        }
        const std::size_t index = std::size_t(text[++i].digitValue()) - 1;
        result += index < arguments.size() ? visible(arguments[index]) : QStringLiteral("?");
    }
    return result;
}

QString portsLabel(const std::string &label)
{
    static const std::string everything = kube::ConnectionSet::all().label();
    return label == everything ? Tr::tr("all ports") : visible(label);
}

} // namespace drawbridge
