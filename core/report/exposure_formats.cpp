#include "report/escape.h"
#include "report/exposure.h"
#include "report/names.h"

#include <map>

namespace drawbridge::report {

namespace {

std::string csvRow(std::initializer_list<std::string> cells)
{
    std::string text;
    for (const std::string &cell : cells)
        text += (text.empty() ? "" : ",") + csvField(cell);
    return text + '\n';
}

std::string namesJson(const std::set<std::pair<kube::Protocol, std::string>> &names)
{
    std::string text;
    for (const auto &[protocol, name] : names)
        text += std::string(text.empty() ? "" : ", ") + R"({"protocol": ")" + nameOf(protocol) +
                R"(", "name": )" + jsonString(name) + '}';
    return '[' + text + ']';
}

std::string exposureJson(const Exposure &one)
{
    return "{\"workload\": " + jsonString(one.workload) + ", \"peer\": " + jsonString(one.peer) +
           ", \"connections\": " + jsonString(one.connections) +
           ", \"ports\": " + portsJson(one.ports) + ", \"namedPorts\": " + namesJson(one.names) +
           '}';
}

std::string unprotectedJson(const Unprotected &one)
{
    return "{\"workload\": " + jsonString(one.workload) + ", \"direction\": \"" +
           wordOf(one.direction) + "\"}";
}

template <typename Item>
void arrayJson(const std::vector<Item> &items, const std::string &indent,
               std::string (*textOf)(const Item &), const Taker &take)
{
    take("[");
    std::string separator = "\n  " + indent;
    for (const Item &item : items) {
        take(separator + textOf(item));
        separator = ",\n  " + indent;
    }
    take(items.empty() ? "]" : '\n' + indent + ']');
}

bool isOutside(const Exposure &one)
{
    return one.peer.ends_with("[External]");
}

} // namespace

std::string exposuresCsv(const List &list, const Exposures &exposures)
{
    std::string text = "kind,source,destination,connections\n";
    for (const Connection &one : list.connections)
        text += csvRow({"connection", one.source, one.target, one.ports.text()});
    for (const Exposure &one : exposures.egress)
        text += csvRow({"egress exposure", one.workload, one.peer, one.connections});
    for (const Exposure &one : exposures.ingress)
        text += csvRow({"ingress exposure", one.peer, one.workload, one.connections});
    for (const Unprotected &one : exposures.unprotected)
        text += one.direction == kube::Direction::Egress
                    ? csvRow({"not protected on egress", one.workload, "", ""})
                    : csvRow({"not protected on ingress", "", one.workload, ""});
    return text;
}

void exposuresJson(const List &list, const Exposures &exposures, const Taker &take)
{
    take("{\n  \"connections\": ");
    arrayJson(list.connections, "  ", connectionJson, take);
    take(",\n  \"exposure\": {\n    \"egress\": ");
    arrayJson(exposures.egress, "    ", exposureJson, take);
    take(",\n    \"ingress\": ");
    arrayJson(exposures.ingress, "    ", exposureJson, take);
    take(",\n    \"unprotected\": ");
    arrayJson(exposures.unprotected, "    ", unprotectedJson, take);
    take("\n  }\n}\n");
}

std::string exposuresJson(const List &list, const Exposures &exposures)
{
    std::string text;
    exposuresJson(list, exposures, [&](const std::string &piece) { text += piece; });
    return text;
}

std::string exposuresDot(const List &list, const Exposures &exposures)
{
    std::map<std::string, std::string> ids; ///< of what is there
    std::map<std::string, std::string> peers;
    for (const Connection &one : list.connections)
        for (const std::string *end : {&one.source, &one.target})
            ids.emplace(*end, std::string());
    for (const auto *all : {&exposures.egress, &exposures.ingress})
        for (const Exposure &one : *all)
            if (!isOutside(one)) { // the list has those
                ids.emplace(one.workload, std::string());
                peers.emplace(one.peer, std::string());
            }
    for (const Unprotected &one : exposures.unprotected)
        ids.emplace(one.workload, std::string());
    std::string text = "digraph connections {\n  rankdir=LR;\n  node [shape=box];\n";
    std::size_t count = 0;
    for (auto &[name, id] : ids) {
        id = "n" + std::to_string(count++);
        std::string label = name;
        for (const Unprotected &one : exposures.unprotected)
            if (one.workload == name)
                label += std::string(" · not protected on ") + wordOf(one.direction);
        text += "  " + id + " [label=" + dotText(label) + "];\n";
    }
    for (auto &[name, id] : peers) {
        id = "n" + std::to_string(count++);
        text += "  " + id + " [label=" + dotText(name) + ", style=dashed];\n";
    }
    for (const Connection &one : list.connections)
        text += "  " + ids[one.source] + " -> " + ids[one.target] +
                " [label=" + dotText(one.ports.text()) + "];\n";
    for (const Exposure &one : exposures.egress)
        if (!isOutside(one))
            text += "  " + ids[one.workload] + " -> " + peers[one.peer] +
                    " [label=" + dotText(one.connections) + ", style=dashed];\n";
    for (const Exposure &one : exposures.ingress)
        if (!isOutside(one))
            text += "  " + peers[one.peer] + " -> " + ids[one.workload] +
                    " [label=" + dotText(one.connections) + ", style=dashed];\n";
    return text + "}\n";
}

} // namespace drawbridge::report
