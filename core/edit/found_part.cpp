#include "edit/found_part.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Direction;
using kube::Object;
using kube::Origin;

namespace {

/// Looks for a range among the parts of one policy.
class Search
{
public:
    Search(const kube::Workspace &workspace, kube::ObjectPtr policy, TextRange range)
        : m_workspace(workspace), m_range(range)
    {
        m_part.policy = std::move(policy);
    }

    std::optional<FoundPart> find(FoundPart::What what)
    {
        const bool isFound = what == FoundPart::What::Node ? findNode() : findInRules(what);
        return isFound ? std::optional(m_part) : std::nullopt;
    }

private:
    bool isAt(Origin origin)
    {
        if (origin.node == yaml::kNoNode ||
            m_workspace.place(m_part.policy.get(), origin).range != m_range)
            return false;
        m_part.node = origin.node;
        return true;
    }

    std::size_t beginOf(std::size_t node) const
    {
        return m_workspace.place(m_part.policy.get(), {yaml::NodeId(node)}).range.begin;
    }

    /// The innermost of several that are the same range. Nodes stand in the order of their begins.
    bool findNode()
    {
        std::size_t node = 0;
        for (std::size_t behind = m_part.policy->piece->tree.size(); node < behind;) {
            const std::size_t middle = node + (behind - node) / 2;
            if (beginOf(middle) <= m_range.begin)
                node = middle + 1;
            else
                behind = middle;
        }
        while (node-- > 0 && beginOf(node) == m_range.begin)
            if (isAt({yaml::NodeId(node)}))
                return true;
        return false;
    }

    bool findInRules(FoundPart::What what)
    {
        for (Direction direction : kube::kDirections) {
            m_part.direction = direction;
            const auto &rules = m_part.policy->policy()->rules(direction);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                m_part.ruleNumber = i;
                if (what == FoundPart::What::Rule ? isAt(rules[i].origin)
                                                  : findInRule(rules[i], what))
                    return true;
            }
        }
        return false;
    }

    bool findInRule(const kube::Rule &rule, FoundPart::What what)
    {
        if (what == FoundPart::What::Peer)
            for (std::size_t i = 0; i < rule.peers.size(); ++i) {
                m_part.peerNumber = i;
                const auto &namespaces = rule.peers[i].namespaces;
                if (isAt(rule.peers[i].origin) || (namespaces && isAt(namespaces->origin)))
                    return true;
            }
        if (what == FoundPart::What::Port)
            for (std::size_t i = 0; i < rule.ports.size(); ++i) {
                m_part.portNumber = i;
                if (isAt(rule.ports[i].origin))
                    return true;
            }
        return false;
    }

    const kube::Workspace &m_workspace;
    TextRange m_range;
    FoundPart m_part;
};

} // namespace

kube::Rule &FoundPart::rule(kube::NetworkPolicy &of) const
{
    return (direction == Direction::Ingress ? of.ingress : of.egress)[ruleNumber];
}

namespace {

/// The place lies in an object whose text can be edited.
bool canHold(const kube::Workspace &workspace, const Object &object, const Place &place)
{
    const kube::Location &at = workspace.location(&object);
    if (at.file != place.file || at.isStale ||
        !workspace.file(at.file).pieces()[at.piece].piece->isEditable)
        return false;
    const TextRange whole = workspace.place(&object).range;
    return whole.begin <= place.range.begin && place.range.end <= whole.end;
}

} // namespace

namespace {

/// The piece of a file that holds a range; a List's text around its items is the shell's.
std::optional<std::size_t> pieceAt(const yaml::File &file, TextRange range)
{
    const std::vector<yaml::PlacedPiece> &pieces = file.pieces();
    const auto behind = std::upper_bound(
        pieces.begin(), pieces.end(), range.begin,
        [](std::size_t begin, const yaml::PlacedPiece &piece) { return begin < piece.begin; });
    if (behind == pieces.begin())
        return {};
    const yaml::PlacedPiece &last = *std::prev(behind);
    const bool isBehind = range.end > last.begin + last.size;
    return isBehind && last.shell < pieces.size() ? std::size_t(last.shell)
                                                  : std::size_t(behind - pieces.begin()) - 1;
}

} // namespace

std::optional<FoundPart> findRefusedNode(const kube::Workspace &workspace, const Place &place)
{
    if (!workspace.contains(place.file))
        return {};
    const auto piece = pieceAt(workspace.file(place.file), place.range);
    if (!piece)
        return {};
    for (const kube::ObjectPtr &object : workspace.objectsOf(place.file, *piece))
        if (!object->clusterPolicy() && canHold(workspace, *object, place))
            if (auto part = Search(workspace, object, place.range).find(FoundPart::What::Node))
                return part;
    return {};
}

std::optional<FoundPart> findPart(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator, const Place &place,
                                  FoundPart::What what)
{
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        if (policy->policy()->wouldBeRefused || !policy->policy()->subject ||
            !canHold(workspace, *policy, place))
            continue;
        if (auto part = Search(workspace, policy, place.range).find(what))
            return part;
    }
    return {};
}

bool hasComment(const kube::Workspace &workspace, const Object &policy, Origin part)
{
    const Place place = workspace.place(&policy, part);
    const std::string &bytes = workspace.file(place.file).bytes();
    std::size_t end = std::min(bytes.find('\n', place.range.end), bytes.size());
    // Comments below that stand further in than the part go with it.
    const std::size_t line = bytes.rfind('\n', place.range.begin);
    const std::size_t column = place.range.begin - (line == std::string::npos ? 0 : line + 1);
    while (end < bytes.size()) {
        const std::size_t ink = bytes.find_first_not_of(" \r\n", end);
        if (ink == std::string::npos || bytes[ink] != '#' ||
            ink - (bytes.rfind('\n', ink) + 1) < column)
            break;
        end = std::min(bytes.find('\n', ink), bytes.size());
    }
    return bytes.substr(place.range.begin, end - place.range.begin).find('#') != std::string::npos;
}

std::vector<verdict::EndpointId> endpointsCalled(const verdict::Evaluator &evaluator,
                                                 const std::string &text)
{
    std::vector<verdict::EndpointId> result;
    const auto &endpoints = evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        if (endpoints[i].text() == text)
            result.push_back(verdict::EndpointId{i});
    return result;
}

} // namespace drawbridge::edit
