#include "window/declared_ports.h"

#include "document/side_state.h"
#include "kube/names.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QRegularExpression>

#include <algorithm>

namespace drawbridge {

std::optional<std::vector<std::string>> declaredPorts(const QString &text, QString &problem)
{
    static const QRegularExpression kBetween(QStringLiteral("[,;=\\s]+"));
    std::vector<std::string> ports;
    std::string name;
    for (const QString &word : text.split(kBetween, Qt::SkipEmptyParts)) {
        const Result<edit::PortSpan> span = edit::parsePort(word.toStdString());
        const bool isName =
            !span && name.empty() && kube::portNameFaults(word.toStdString()).empty();
        if (isName) {
            name = word.toStdString();
            continue;
        }
        if (!span) {
            problem = message(span.failure());
            return {};
        }
        std::string port = (name.empty() ? "" : name + ' ') + declaredPortText(*span);
        name.clear();
        if (std::find(ports.begin(), ports.end(), port) == ports.end())
            ports.push_back(std::move(port));
    }
    if (!name.empty()) {
        problem =
            Tr::tr("%1 has no number. Write it behind the name, as in %1 8080.").arg(visible(name));
        return {};
    }
    return ports;
}

} // namespace drawbridge
