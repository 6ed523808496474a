#include "verdict/end_classes.h"

#include "verdict/address_cells.h"
#include "verdict/state.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace drawbridge::verdict {

namespace {

using kube::Direction;

/// What tells one thing from another, as bytes.
class Mark
{
public:
    template <typename Number>
    void add(Number number)
    {
        m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    void add(const void *pointer) { add(reinterpret_cast<std::uintptr_t>(pointer)); }
    void add(const std::string &text)
    {
        add(text.size());
        m_bytes += text;
    }
    const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Numbers ends by their marks.
class Numbering
{
public:
    explicit Numbering(std::size_t ends) { m_result.numbers.reserve(ends); }
    void add(const Mark &mark)
    {
        const auto [it, isNew] = m_known.emplace(mark.bytes(), std::uint32_t(m_result.count));
        m_result.count += isNew ? 1 : 0;
        m_result.numbers.push_back(it->second);
    }
    EndClasses::Numbers take() { return std::move(m_result); }

private:
    std::unordered_map<std::string, std::uint32_t> m_known;
    EndClasses::Numbers m_result;
};

void addPods(const Variant &variant, Mark &mark)
{
    mark.add(variant.hostNetwork);
    mark.add(variant.ports.size());
    for (const kube::ContainerPort &port : variant.ports) {
        mark.add(port.name);
        mark.add(port.port);
        mark.add(port.protocol);
    }
}

/// Groups with the same number are in the same sets of peers. Those that came late have none.
class SeenGroups
{
public:
    explicit SeenGroups(std::size_t groups) : m_numbers(groups) {}

    void divide(const BitsetPtr &peers)
    {
        if (!m_divided.insert(peers.get()).second)
            return;
        std::unordered_map<std::uint32_t, std::uint32_t> inside;
        peers->forEach([&](std::size_t group) {
            const auto [it, isNew] = inside.emplace(m_numbers[group], m_count);
            m_count += isNew ? 1 : 0;
            m_numbers[group] = it->second;
        });
    }
    std::uint32_t of(std::uint32_t group) const { return m_numbers[group]; }

private:
    std::vector<std::uint32_t> m_numbers;
    std::uint32_t m_count = 1;
    std::unordered_set<const Bitset *> m_divided;
};

/// What rules may ask about an end that is not theirs.
class Seen
{
public:
    explicit Seen(const Evaluator::State &state)
        : m_groups(*state.groups), m_of(state.groups->size())
    {
        for (const auto &[object, ranked] : state.compiled)
            add(*ranked.policy);
        for (const auto &[object, policy] : state.compiledCluster)
            add(*policy);
        m_cells.sort();
    }

    void add(const Variant &variant, Mark &mark) const
    {
        const bool isLate = m_groups.isLate(variant.group);
        mark.add(isLate);
        mark.add(isLate ? variant.group : m_of.of(variant.group));
        addPods(variant, mark);
        if (m_cells.isEmpty())
            return;
        mark.add(variant.addresses.size());
        for (const kube::Address &address : variant.addresses) {
            mark.add(address.family);
            mark.add(m_cells.of(address));
        }
    }

private:
    template <typename Policy>
    void add(const Policy &policy)
    {
        for (const auto &rules : policy.rules)
            for (const auto &rule : rules) {
                for (const BitsetPtr &peers : rule.peers)
                    m_of.divide(peers);
                if (rule.meansPods)
                    m_cells.add(rule.v4, rule.v6);
            }
    }

    const LabelGroups &m_groups;
    SeenGroups m_of;
    AddressCells m_cells;
};

} // namespace

EndClasses::EndClasses(const Evaluator &evaluator)
{
    const Evaluator::State &state = evaluator.state();
    const std::vector<Endpoint> &ends = evaluator.endpoints();
    for (const Direction direction : kube::kDirections) {
        Numbering numbering(ends.size());
        for (const Endpoint &end : ends) {
            Mark mark;
            for (const Variant &variant : end.variants) {
                mark.add(
                    static_cast<const void *>(&state.isolating[int(direction)].of(variant.group)));
                for (const auto &chain : state.chains)
                    mark.add(chain.isEmpty() ? nullptr
                                             : static_cast<const void *>(&chain.of(variant.group)));
                addPods(variant, mark);
            }
            numbering.add(mark);
        }
        m_asked[std::size_t(direction)] = numbering.take();
    }
    const Seen ofOthers(state);
    Numbering seenNumbering(ends.size());
    for (const Endpoint &end : ends) {
        Mark mark;
        for (const Variant &variant : end.variants)
            ofOthers.add(variant, mark);
        seenNumbering.add(mark);
    }
    m_seen = seenNumbering.take();
    Numbering kinds(ends.size());
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        Mark mark;
        for (const Direction direction : kube::kDirections)
            mark.add(asked({i}, direction));
        mark.add(seen({i}));
        mark.add(ends[i].kind);
        kinds.add(mark);
    }
    m_kinds = kinds.take();
}

} // namespace drawbridge::verdict
