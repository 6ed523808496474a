#include "cli/commands.h"
#include "cli/output.h"
#include "document/safe_save.h"
#include "document/side_state.h"
#include "edit/intent.h"
#include "kube/names.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QFile>

#include <algorithm>

namespace drawbridge::cli {

namespace {

/// `NAME[:PORT[/PROTO]]`; the ports of equal names belong together.
std::optional<Failure> addService(std::vector<edit::SketchService> &services,
                                  const std::string &word)
{
    const std::size_t colon = word.find(':');
    const std::string name = word.substr(0, colon);
    auto service = std::find_if(services.begin(), services.end(),
                                [&](const auto &known) { return known.name == name; });
    if (service == services.end())
        service = services.insert(services.end(), {name, {}});
    if (colon == std::string::npos)
        return {};
    const Result<edit::PortSpan> port = edit::parsePort(word.substr(colon + 1));
    if (!port)
        return port.failure();
    service->ports.push_back(*port);
    return {};
}

/// The declared ports, by the keys of the nodes that the sketch makes.
SideState sideState(const std::string &sketch, const std::string &labelKey,
                    const std::vector<edit::SketchService> &services)
{
    kube::Workspace workspace;
    workspace.add("sketch.yaml", sketch);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    SideState side;
    for (const graph::Node &node : graph::build(workspace, evaluator).nodes)
        for (const edit::SketchService &service : services)
            if (node.labels == labelKey + '=' + service.name)
                for (const edit::PortSpan &port : service.ports)
                    side.ports[node.key].push_back(declaredPortText(port));
    return side;
}

int writeFiles(const std::string &path, const std::string &sketch, const SideState &side)
{
    const QString file = QFile::decodeName(path.c_str());
    const QString sideFile = file + QStringLiteral(".drawbridge.json");
    auto failure = createNew(file, QByteArray::fromStdString(sketch));
    if (!failure && !side.isEmpty()) {
        failure = createNew(sideFile, sideFileBytes(side));
        if (failure)
            QFile::remove(file);
    }
    if (!failure)
        return Done;
    say(Severity::Error, message(*failure));
    return Refused;
}

} // namespace

int runNew(const Arguments &arguments)
{
    std::vector<edit::SketchService> services;
    for (const std::string &word : arguments.words())
        if (const auto failure = addService(services, word))
            return wrongUsage("new", message(*failure));
    const std::string labelKey = arguments.value("--label", "app");
    if (const auto faults = kube::labelKeyFaults(labelKey); !faults.empty())
        return wrongUsage(
            "new",
            Tr::tr("%1 is no label key: %2").arg(visible(labelKey), visible(faults.front())));
    const Result<std::string> text = edit::sketch(arguments.value("-n", "default"), services,
                                                  labelKey, arguments.has("--egress"));
    if (!text)
        return wrongUsage("new", message(text.failure()));
    if (!arguments.has("-o"))
        return printed(*text, Done);
    return writeFiles(arguments.value("-o"), *text, sideState(*text, labelKey, services));
}

} // namespace drawbridge::cli
