#include "edit/policy_writer.h"

#include "edit/list_writer.h"
#include "edit/snippets.h"

#include <algorithm>
#include <iterator>

namespace drawbridge::edit {

using kube::Direction;
using yaml::Value;

namespace {

const std::string kSpec = "spec";

Value textsValue(const std::vector<std::string> &texts)
{
    std::vector<Value> items;
    items.reserve(texts.size());
    for (const std::string &text : texts)
        items.push_back(Value::ofText(text));
    return Value::ofSequence(std::move(items));
}

std::vector<std::string> textsOf(const std::vector<kube::Cidr> &cidrs)
{
    std::vector<std::string> texts;
    texts.reserve(cidrs.size());
    for (const kube::Cidr &cidr : cidrs)
        texts.push_back(cidr.text());
    return texts;
}

} // namespace

template <typename T, typename ToValue, typename Change>
void PolicyWriter::writePart(const Path &path, const std::optional<T> &before,
                             const std::optional<T> &wanted, ToValue toValue, Change change)
{
    if (before == wanted)
        return;
    if (!wanted)
        m_writer.remove(path);
    else if (!before)
        m_writer.set(path, toValue(*wanted));
    else
        change(*before, *wanted);
}

void PolicyWriter::writeTexts(const Path &path, const std::vector<std::string> &before,
                              const std::vector<std::string> &wanted)
{
    if (before == wanted)
        return;
    if (wanted.empty()) {
        m_writer.remove(path);
        return;
    }
    if (before.empty() || !m_writer.has(path)) {
        m_writer.set(path, textsValue(wanted));
        return;
    }
    const auto has = [](const std::vector<std::string> &list, const std::string &text) {
        return std::find(list.begin(), list.end(), text) != list.end();
    };
    std::vector<std::string> kept;
    std::copy_if(before.begin(), before.end(), std::back_inserter(kept),
                 [&](const std::string &text) { return has(wanted, text); });
    std::vector<std::string> keptNow;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(keptNow),
                 [&](const std::string &text) { return has(before, text); });
    if (kept != keptNow) { // another order
        m_writer.set(path, textsValue(wanted));
        return;
    }
    // New ones first: a list that is empty for a moment would lose its comments.
    std::vector<std::string> now = before;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (has(before, wanted[i]))
            continue;
        const auto last = i == 0 ? now.end() : std::find(now.begin(), now.end(), wanted[i - 1]);
        const std::size_t at = i == 0 ? 0 : std::size_t(last - now.begin()) + 1;
        m_writer.insert(path, at, Value::ofText(wanted[i]));
        now.insert(now.begin() + std::ptrdiff_t(at), wanted[i]);
    }
    for (std::size_t i = now.size(); i-- > 0;)
        if (!has(wanted, now[i]))
            m_writer.remove(path / i);
}

void PolicyWriter::write(const kube::NetworkPolicy &before, const kube::NetworkPolicy &wanted)
{
    writeTypes(before, wanted);
    if (before.subject && wanted.subject)
        writeSelector(Path{kSpec, "podSelector"}, *before.subject, *wanted.subject);
    writeRules(Direction::Ingress, before.ingress, wanted.ingress);
    writeRules(Direction::Egress, before.egress, wanted.egress);
}

/// Missing types are written out before the rules that they follow from change.
void PolicyWriter::writeTypes(const kube::NetworkPolicy &before, const kube::NetworkPolicy &wanted)
{
    std::vector<std::string> types;
    std::vector<std::string> old;
    for (Direction direction : kube::kDirections) {
        const char *name = direction == Direction::Ingress ? "Ingress" : "Egress";
        if (wanted.isolates(direction))
            types.emplace_back(name);
        if (before.isolates(direction))
            old.emplace_back(name);
    }
    const Path path{kSpec, "policyTypes"};
    const bool followsRules = before.egress.empty() != wanted.egress.empty();
    if (!before.hasPolicyTypes) {
        if (types != old || followsRules)
            m_writer.set(path, textsValue(types), 1);
        return;
    }
    if (types == old)
        return;
    const yaml::NodeId node = m_writer.find(path);
    const yaml::Tree &tree = m_writer.object().piece->tree;
    std::vector<std::string> written;
    if (node != yaml::kNoNode)
        for (yaml::NodeId item : tree[node].children)
            written.emplace_back(tree[item].value);
    writeTexts(path, written, types);
}

void PolicyWriter::writeRules(Direction direction, const std::vector<kube::Rule> &before,
                              const std::vector<kube::Rule> &wanted)
{
    const std::string key = direction == Direction::Ingress ? "ingress" : "egress";
    writeList(
        m_writer, Path{kSpec, key}, before, wanted,
        [direction](const kube::Rule &rule) { return ruleValue(direction, rule); },
        [this, direction](const Path &path, const kube::Rule &old, const kube::Rule &rule) {
            writeRule(path, direction, old, rule);
        });
}

void PolicyWriter::writeRule(const Path &path, Direction direction, const kube::Rule &before,
                             const kube::Rule &wanted)
{
    const Path peers = path / std::string(direction == Direction::Ingress ? "from" : "to");
    const Path ports = path / std::string("ports");
    // An empty list means everyone, as no list does, but reads as nobody.
    if (wanted.anyPeer && !before.anyPeer)
        m_writer.remove(peers);
    else if (!wanted.anyPeer && before.anyPeer)
        m_writer.set(peers, listValue(wanted.peers, peerValue), 0);
    else
        writeList(m_writer, peers, before.peers, wanted.peers, peerValue,
                  [this](const Path &at, const kube::Peer &old, const kube::Peer &peer) {
                      writePeer(at, old, peer);
                  });
    if (wanted.anyPort && !before.anyPort)
        m_writer.remove(ports);
    else if (!wanted.anyPort && before.anyPort)
        m_writer.set(ports, listValue(wanted.ports, portRuleValue));
    else
        writeList(m_writer, ports, before.ports, wanted.ports, portRuleValue,
                  [this](const Path &at, const kube::PortRule &old, const kube::PortRule &port) {
                      writePort(at, old, port);
                  });
}

void PolicyWriter::writePeer(const Path &path, const kube::Peer &before, const kube::Peer &wanted)
{
    if (before.ipBlock.has_value() != wanted.ipBlock.has_value()) {
        m_writer.set(path, peerValue(wanted));
        return;
    }
    if (wanted.ipBlock) {
        writeBlock(path / std::string("ipBlock"), *before.ipBlock, *wanted.ipBlock);
        return;
    }
    const std::pair<const char *, std::optional<kube::LabelSelector> kube::Peer::*> parts[] = {
        {"namespaceSelector", &kube::Peer::namespaces}, {"podSelector", &kube::Peer::pods}};
    // What is new comes first, so that the peer is never without a selector.
    for (const bool isRemoval : {false, true})
        for (const auto &[key, part] : parts) {
            const Path at = path / std::string(key);
            if (isRemoval != !(wanted.*part))
                continue;
            writePart(
                at, before.*part, wanted.*part, selectorValue,
                [&, at = at](const kube::LabelSelector &old, const kube::LabelSelector &selector) {
                    writeSelector(at, old, selector);
                });
        }
}

void PolicyWriter::writeBlock(const Path &path, const kube::IpBlock &before,
                              const kube::IpBlock &wanted)
{
    if (before.cidr.text() != wanted.cidr.text())
        m_writer.set(path / std::string("cidr"), Value::ofText(wanted.cidr.text()));
    writeTexts(path / std::string("except"), textsOf(before.except), textsOf(wanted.except));
}

void PolicyWriter::writePort(const Path &path, const kube::PortRule &before,
                             const kube::PortRule &wanted)
{
    if (before.protocol != wanted.protocol)
        m_writer.set(path / std::string("protocol"), Value::ofText(nameOf(wanted.protocol)), 0);
    if (before.port != wanted.port || before.name != wanted.name) {
        const Path port = path / std::string("port");
        if (wanted.port)
            m_writer.set(port, Value::ofInteger(*wanted.port));
        else if (!wanted.name.empty())
            m_writer.set(port, Value::ofText(wanted.name));
        else if (m_writer.has(path / std::string("protocol")))
            m_writer.remove(port);
        else { // {} would say the same and look like nothing
            m_writer.set(path, portRuleValue(wanted));
            return;
        }
    }
    writePart(
        path / std::string("endPort"), before.endPort, wanted.endPort,
        [](std::uint32_t port) { return Value::ofInteger(port); },
        [&](std::uint32_t, std::uint32_t port) {
            m_writer.set(path / std::string("endPort"), Value::ofInteger(port));
        });
}

void PolicyWriter::writeSelector(const Path &path, const kube::LabelSelector &before,
                                 const kube::LabelSelector &wanted)
{
    if (before == wanted)
        return;
    if (before.isEmpty() || wanted.isEmpty()) {
        m_writer.set(path, selectorValue(wanted), 0);
        return;
    }
    const Path expressions = path / std::string("matchExpressions");
    // What is new comes first, so that the selector is never empty.
    if (!wanted.matchLabels.empty())
        writeLabels(path / std::string("matchLabels"), before.matchLabels, wanted.matchLabels);
    if (wanted.expressions.empty() && !before.expressions.empty())
        m_writer.remove(expressions);
    else
        writeList(m_writer, expressions, before.expressions, wanted.expressions, requirementValue,
                  [this](const Path &at, const kube::Requirement &old,
                         const kube::Requirement &requirement) {
                      writeExpression(at, old, requirement);
                  });
    if (wanted.matchLabels.empty() && !before.matchLabels.empty())
        m_writer.remove(path / std::string("matchLabels"));
}

void PolicyWriter::writeLabels(const Path &path, const kube::Labels &before,
                               const kube::Labels &wanted)
{
    if (before.empty() && !wanted.empty()) {
        std::vector<std::pair<std::string, Value>> pairs;
        for (const auto &[key, value] : wanted)
            pairs.emplace_back(key, Value::ofText(value));
        m_writer.set(path, Value::ofMapping(std::move(pairs)), 0);
        return;
    }
    for (const auto &[key, value] : wanted)
        if (const auto old = before.find(key); old == before.end() || old->second != value)
            m_writer.set(path / key, Value::ofText(value));
    for (const auto &[key, value] : before)
        if (!wanted.count(key))
            m_writer.remove(path / key);
}

void PolicyWriter::writeExpression(const Path &path, const kube::Requirement &before,
                                   const kube::Requirement &wanted)
{
    if (before.key != wanted.key)
        m_writer.set(path / std::string("key"), Value::ofText(wanted.key));
    if (before.op != wanted.op)
        m_writer.set(path / std::string("operator"), Value::ofText(nameOf(wanted.op)));
    writeTexts(path / std::string("values"), before.values, wanted.values);
}

} // namespace drawbridge::edit
