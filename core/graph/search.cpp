#include "graph/search.h"

#include "graph/compare.h"
#include "graph/connections.h"
#include "graph/filter.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace drawbridge::graph {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

/// Bytes of other scripts count as letters.
bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> wordsOf(const std::string &text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Without blanks at its ends; `app: api` means the label app=api.
std::string normalized(const std::string &query)
{
    std::string result;
    for (const std::string &word : wordsOf(lowered(query)))
        result += (result.empty() ? "" : " ") + word;
    if (const std::size_t colon = result.find(": "); colon != std::string::npos)
        result.replace(colon, 2, "=");
    return result;
}

long double sizeOf(const kube::AddressSet &set)
{
    constexpr long double kHigh = 18446744073709551616.0L;
    const auto number = [](const kube::AddressValue &value) {
        return (long double)(value.high) * kHigh + (long double)(value.low);
    };
    long double size = 0;
    for (const auto &interval : set.intervals())
        size += number(interval.last) - number(interval.first) + 1;
    return size;
}

} // namespace

std::optional<MatchRank> rankOf(std::string_view text, std::string_view query)
{
    std::optional<MatchRank> best;
    const auto isSame = [](char a, char b) { return lower(a) == lower(b); };
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), query.begin(), query.end(), isSame);
        if (at == text.end() || query.empty())
            return best;
        if (at == text.begin())
            return text.size() == query.size() ? MatchRank::Exact : MatchRank::Prefix;
        const bool begins = !isWordByte(*(at - 1)) || !isWordByte(*at);
        if (begins)
            return MatchRank::Word;
        best = MatchRank::Substring;
    }
}

struct Search::Ranked
{
    MatchRank rank = MatchRank::Exact;
    long double size = 0; ///< of an address range: the narrow one says more
    std::size_t entry = 0;
};

Search::Search(const Graph &graph, const kube::Workspace &workspace,
               const verdict::Evaluator &evaluator,
               const std::function<std::string(const Node &)> &titleOf)
{
    const auto nameOf = [&](const Key &key) {
        const Node *node = graph.node(key);
        const Frame *frame = graph.frame(key);
        return node ? titleOf(*node) : frame ? frame->title : std::string();
    };
    for (const Frame &frame : graph.frames) {
        add({FoundKind::Namespace, frame.title, {}, {}, frame.key, nullptr});
        const auto labels = evaluator.namespaces().find(frame.title);
        if (labels == evaluator.namespaces().end() || frame.isOpenEnded)
            continue;
        for (const auto &[key, value] : labels->second)
            if (key != kube::kNamespaceNameLabel)
                add({FoundKind::Label, labelText(key, value), {}, frame.title, frame.key, nullptr});
    }
    for (const Node &node : graph.nodes) {
        if (node.frame.empty())
            addOutside(node, titleOf(node));
        else
            addNode(node, titleOf(node), nameOf(node.frame), evaluator);
    }
    addPolicies(workspace, evaluator);
    for (const Arrow &arrow : graph.arrows) {
        if (arrow.ports.isAll() || !isConnection(arrow))
            continue;
        if (!isByName(arrow)) // else they may be any
            m_ported.push_back({m_entries.size(), arrow.ports});
        add({FoundKind::Connection,
             arrow.label,
             nameOf(arrow.source) + " → " + nameOf(arrow.target),
             {},
             arrow.key,
             nullptr});
    }
}

void Search::add(Found found)
{
    Entry entry;
    entry.text = lowered(found.text);
    entry.context = entry.text + ' ' + lowered(found.owner) + ' ' + lowered(found.nameSpace);
    entry.found = std::move(found);
    m_entries.push_back(std::move(entry));
}

void Search::addNode(const Node &node, const std::string &title, const std::string &nameSpace,
                     const verdict::Evaluator &evaluator)
{
    add({FoundKind::Service, title, {}, nameSpace, node.key, nullptr});
    for (const std::string &port : node.ports)
        add({FoundKind::Port, port, title, nameSpace, node.key, nullptr});
    if (!node.endpoint.isValid() || node.endpoint.value >= evaluator.endpoints().size())
        return;
    const verdict::Endpoint &endpoint = evaluator.endpoint(node.endpoint);
    for (const std::string &label : labelsOf(endpoint))
        add({FoundKind::Label, label, title, nameSpace, node.key, nullptr});
    std::set<std::string> addresses;
    for (const verdict::Variant &variant : endpoint.variants) {
        for (const kube::Address &address : variant.addresses) {
            if (!addresses.insert(address.text()).second)
                continue;
            Holder holder;
            holder.entry = m_entries.size();
            (address.family == kube::Family::V4 ? holder.v4 : holder.v6) =
                kube::AddressSet(address.value, address.value);
            holder.size = 1;
            m_holders.push_back(std::move(holder));
            add({FoundKind::Address, address.text(), title, nameSpace, node.key, nullptr});
        }
    }
}

void Search::addOutside(const Node &node, const std::string &title)
{
    Holder holder{m_entries.size(), node.v4, node.v6, 0};
    if (node.kind == NodeKind::Everyone) {
        holder.v4 = kube::AddressSet({}, kube::lastOf(kube::Family::V4));
        holder.v6 = kube::AddressSet({}, kube::lastOf(kube::Family::V6));
    }
    holder.size = sizeOf(holder.v4) + sizeOf(holder.v6);
    m_holders.push_back(std::move(holder));
    add({FoundKind::Outside, title, {}, {}, node.key, nullptr});
}

void Search::addPolicies(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    for (const kube::ObjectPtr &policy : evaluator.policies())
        if (workspace.contains(policy.get()))
            add({FoundKind::Policy,
                 policy->meta.name,
                 {},
                 evaluator.namespaceOf(policy.get()),
                 {},
                 policy});
}

std::optional<MatchRank> Search::rank(const Entry &entry, const std::string &query,
                                      const std::vector<std::string> &words) const
{
    if (const auto whole = rankOf(entry.text, query))
        return whole;
    // Connections are asked for by their ports; their ends are found by themselves.
    if (words.size() < 2 || entry.found.kind == FoundKind::Connection)
        return {};
    const auto isIn = [&](const std::string &text) {
        return [&text](const std::string &word) { return text.find(word) != std::string::npos; };
    };
    const bool isFound = std::all_of(words.begin(), words.end(), isIn(entry.context)) &&
                         std::any_of(words.begin(), words.end(), isIn(entry.text));
    return isFound ? std::optional(MatchRank::Scattered) : std::nullopt;
}

/// Who holds an address or a whole range, by number and not by its digits.
void Search::offerAddresses(const std::string &query, std::vector<Ranked> &ranked) const
{
    const auto address = kube::parseAddress(query);
    const auto cidr = kube::parseCidr(query);
    if (!address && !cidr)
        return;
    const kube::Family family = address ? address->family : cidr->family;
    const kube::AddressSet asked =
        address ? kube::AddressSet(address->value, address->value) : cidr->set();
    for (const Holder &holder : m_holders)
        if ((family == kube::Family::V4 ? holder.v4 : holder.v6).contains(asked))
            ranked.push_back({MatchRank::Exact, holder.size, holder.entry});
}

/// Connections whose ports hold the number, also inside of a range.
void Search::offerPorts(const std::string &query, std::vector<Ranked> &ranked) const
{
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(query.data(), query.data() + query.size(), port);
    if (error != std::errc() || end != query.data() + query.size() || port < 1 ||
        port > kube::kLastPort)
        return;
    for (const Ported &ported : m_ported)
        for (const kube::Protocol protocol : kube::kProtocols)
            if (ported.ports.contains(protocol, port)) {
                ranked.push_back({MatchRank::Word, 0, ported.entry});
                break;
            }
}

SearchAnswer Search::find(const std::string &query, std::size_t most) const
{
    const std::string asked = normalized(query);
    if (asked.empty())
        return {};
    const std::vector<std::string> words = wordsOf(asked);
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (const auto found = rank(m_entries[i], asked, words))
            ranked.push_back({*found, 0, i});
    offerAddresses(asked, ranked);
    offerPorts(asked, ranked);
    // What was found twice counts once, by its better rank.
    const auto byEntry = [](const Ranked &a, const Ranked &b) {
        return std::tie(a.entry, a.rank) < std::tie(b.entry, b.rank);
    };
    std::sort(ranked.begin(), ranked.end(), byEntry);
    const auto isSameEntry = [](const Ranked &a, const Ranked &b) { return a.entry == b.entry; };
    ranked.erase(std::unique(ranked.begin(), ranked.end(), isSameEntry), ranked.end());
    const auto isBetter = [this](const Ranked &a, const Ranked &b) {
        const Found &x = m_entries[a.entry].found;
        const Found &y = m_entries[b.entry].found;
        return std::tie(a.rank, a.size, x.kind, x.text, x.owner, x.nameSpace) <
               std::tie(b.rank, b.size, y.kind, y.text, y.owner, y.nameSpace);
    };
    SearchAnswer answer;
    answer.total = ranked.size();
    const std::size_t count = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + std::ptrdiff_t(count), ranked.end(),
                      isBetter);
    for (std::size_t i = 0; i < count; ++i)
        answer.found.push_back(m_entries[ranked[i].entry].found);
    return answer;
}

} // namespace drawbridge::graph
