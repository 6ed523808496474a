#include "edit/dns.h"
#include "edit/planner.h"

#include <algorithm>

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

/// Behind the last policy of the namespace, so that what is added stands in its order.
std::optional<Failure> Planner::addBehind(const std::string &nameSpace, const kube::Object *beside,
                                          const Value &policy)
{
    const kube::Object *last = lastPolicy(nameSpace, {});
    return addObject(last ? last : beside, policy, {});
}

std::optional<Failure> Planner::addWall(const std::string &nameSpace,
                                        const std::vector<Direction> &missing,
                                        const kube::Object *beside)
{
    const std::string name =
        missing == std::vector{Direction::Egress} ? "default-deny-egress" : "default-deny";
    return addObject(beside,
                     policyValue(freePolicyName(m_workspace, nameSpace, name),
                                 writtenNamespace(m_workspace, nameSpace), Value::ofMapping({}),
                                 missing, {}),
                     {});
}

Result<Rewrite> Planner::isolate(const Isolate &intent)
{
    std::vector<Direction> missing;
    for (Direction direction : kube::kDirections)
        if ((direction == Direction::Ingress || intent.egress) &&
            !m_evaluator.hasFullWall(intent.nameSpace, direction))
            missing.push_back(direction);
    // What is known by its labels alone is no name to write.
    const auto isNamed = [](const std::string &name) { return !name.starts_with('{'); };
    if (!m_evaluator.namespaces().count(intent.nameSpace) || !isNamed(intent.nameSpace)) {
        std::string known;
        for (const auto &[name, labels] : m_evaluator.namespaces())
            if (isNamed(name))
                known += (known.empty() ? "" : ", ") + name;
        return Failure{Code::UnknownName, {intent.nameSpace, known}};
    }
    if (missing.empty() && !intent.dns)
        return Failure{Code::AlreadyIsolated, {intent.nameSpace}};
    const kube::Object *beside = anchor(
        intent.nameSpace, members(m_evaluator, {End::Kind::Namespace, intent.nameSpace, {}}));
    if (!missing.empty())
        if (auto failure = addWall(intent.nameSpace, missing, beside))
            return *failure;
    if (intent.dns) {
        const Value policy =
            dnsPolicy(freePolicyName(m_draft.workspace(), intent.nameSpace, "allow-dns"),
                      writtenNamespace(m_workspace, intent.nameSpace), intent.server);
        if (auto failure = addBehind(intent.nameSpace, beside, policy))
            return *failure;
    }
    std::map<Direction, DrawnHalves> drawn;
    for (Direction direction : missing) {
        const DrawnHalves &halves =
            drawn.try_emplace(direction, m_workspace, m_evaluator, intent.nameSpace, direction)
                .first->second;
        m_drawn.insert(m_drawn.end(), halves.pairs().begin(), halves.pairs().end());
    }
    // Both directions may cut one pair, which is told once.
    std::sort(m_drawn.begin(), m_drawn.end());
    m_drawn.erase(std::unique(m_drawn.begin(), m_drawn.end()), m_drawn.end());
    if (intent.keepsDrawn)
        if (auto failure = keepDrawn(intent.nameSpace, beside, drawn))
            return *failure;
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
