#include "edit/dns.h"
#include "edit/planner.h"

namespace drawbridge::edit {

using kube::Direction;
using yaml::Value;

namespace {

Value servicePolicy(const std::string &policyName, const std::string &nameSpace,
                    const std::string &labelKey, const std::string &name,
                    const std::vector<Direction> &types)
{
    return policyValue(policyName, nameSpace, labelsValue({{labelKey, name}}), types, {});
}

bool isLabelName(const std::string &name, std::size_t longest)
{
    if (name.empty() || name.size() > longest || name.front() == '-' || name.back() == '-')
        return false;
    for (char c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    return true;
}

} // namespace

Result<Rewrite> Planner::isolate(const Isolate &intent)
{
    std::vector<Direction> missing;
    for (Direction direction : kube::kDirections)
        if ((direction == Direction::Ingress || intent.egress) &&
            !m_evaluator.hasFullWall(intent.nameSpace, direction))
            missing.push_back(direction);
    if (!m_evaluator.namespaces().count(intent.nameSpace)) {
        std::string known;
        for (const auto &[name, labels] : m_evaluator.namespaces())
            known += (known.empty() ? "" : ", ") + name;
        return Failure{Code::UnknownName, {intent.nameSpace, known}};
    }
    if (missing.empty() && !intent.dns)
        return Failure{Code::AlreadyIsolated, {intent.nameSpace}};
    const std::string written = writtenNamespace(m_workspace, intent.nameSpace);
    const kube::Object *beside = anchor(
        intent.nameSpace, members(m_evaluator, {End::Kind::Namespace, intent.nameSpace, {}}));
    if (!missing.empty()) {
        const Value policy = policyValue(freePolicyName(m_workspace, intent.nameSpace,
                                                        missing == std::vector{Direction::Egress}
                                                            ? "default-deny-egress"
                                                            : "default-deny"),
                                         written, Value::ofMapping({}), missing, {});
        if (auto failure = addObject(beside, policy, {}))
            return *failure;
    }
    if (intent.dns) {
        const Value policy =
            dnsPolicy(freePolicyName(m_draft.workspace(), intent.nameSpace, "allow-dns"), written,
                      intent.server);
        const auto &objects = m_draft.workspace().objects();
        const kube::Object *last = beside;
        for (const kube::ObjectPtr &object : objects)
            if (object->policy() && m_draft.workspace().namespaceOf(*object) == intent.nameSpace)
                last = object.get();
        if (auto failure = addObject(last, policy, {}))
            return *failure;
    }
    return finish(nullptr);
}

Result<Rewrite> Planner::addService(const AddService &intent)
{
    if (!isLabelName(intent.name, 63))
        return Failure{Code::InvalidName, {intent.name, "RFC 1123"}};
    kube::LabelSelector selector;
    selector.matchLabels.emplace(intent.labelKey, intent.name);
    if (!m_evaluator.selected(selector, intent.nameSpace).empty())
        return Failure{Code::ServiceExists, {intent.nameSpace + '/' + intent.name}};
    const kube::Object *beside = nullptr;
    FileId file = intent.file;
    for (const kube::ObjectPtr &object : m_workspace.objects()) {
        const bool isHere = m_workspace.namespaceOf(*object) == intent.nameSpace &&
                            (!file.isValid() || m_workspace.location(object.get()).file == file);
        if (object->policy() && isHere)
            beside = object.get();
    }
    if (beside)
        file = {};
    const Value policy = servicePolicy(freePolicyName(m_workspace, intent.nameSpace, intent.name),
                                       writtenNamespace(m_workspace, intent.nameSpace),
                                       intent.labelKey, intent.name, {Direction::Ingress});
    if (auto failure = addObject(beside, policy, file))
        return *failure;
    return finish(nullptr);
}

Result<std::string> sketch(const std::string &nameSpace, const std::vector<SketchService> &services,
                           const std::string &labelKey, bool egress)
{
    if (!isLabelName(nameSpace, 63))
        return Failure{Code::InvalidName, {nameSpace, "RFC 1123"}};
    std::vector<Direction> types{Direction::Ingress};
    if (egress)
        types.push_back(Direction::Egress);
    const yaml::SnippetStyle style;
    std::string text = yaml::blockYaml(
        policyValue("default-deny", nameSpace, Value::ofMapping({}), types, {}), 0, style);
    if (egress)
        text += "---\n" +
                yaml::blockYaml(dnsPolicy("allow-dns", nameSpace, DnsServer::KubeDns), 0, style);
    std::vector<std::string> seen{"default-deny", egress ? "allow-dns" : "default-deny"};
    for (const SketchService &service : services) {
        if (!isLabelName(service.name, 63))
            return Failure{Code::InvalidName, {service.name, "RFC 1123"}};
        for (const std::string &name : seen)
            if (name == service.name)
                return Failure{Code::ServiceExists, {nameSpace + '/' + service.name}};
        seen.push_back(service.name);
        text += "---\n" + yaml::blockYaml(servicePolicy(service.name, nameSpace, labelKey,
                                                        service.name, {Direction::Ingress}),
                                          0, style);
    }
    return text;
}

} // namespace drawbridge::edit
