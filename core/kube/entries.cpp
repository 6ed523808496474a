#include "kube/entries.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace drawbridge::kube {

namespace {

constexpr int kMaxMergeDepth = 32;
constexpr std::size_t kIndexFrom = 16; ///< fewer keys are searched one by one

/// Go's strconv.ParseUint takes it with base 0. If no int64 holds it, goyaml.v2 makes an uint64 of
/// it, which is no key for sigs.k8s.io/yaml.
bool isUnsigned(std::string_view digits)
{
    int base = 10;
    if (digits.size() > 1 && digits.front() == '0') {
        const char mark = digits[1];
        const bool isHex = mark == 'x' || mark == 'X';
        const bool isBinary = mark == 'b' || mark == 'B';
        base = isHex ? 16 : isBinary ? 2 : 8;
        digits.remove_prefix(isHex || isBinary || mark == 'o' || mark == 'O' ? 2 : 1);
    }
    std::uint64_t value = 0;
    const char *last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, value, base);
    return error == std::errc() && end == last;
}

/// As goyaml.v2 reads numbers.
std::string withoutUnderscores(std::string number)
{
    if (!number.starts_with('.'))
        number.erase(std::remove(number.begin(), number.end(), '_'), number.end());
    return number;
}

/// As Go's strconv.FormatFloat with 'g', the shortest digits and 32 bits.
std::string floatText(float number)
{
    char text[64];
    char *end = std::to_chars(text, std::end(text), number, std::chars_format::scientific).ptr;
    std::string scientific(text, end);
    const long exponent = std::strtol(scientific.c_str() + scientific.find('e') + 1, nullptr, 10);
    if (exponent < -4 || exponent >= 6)
        return scientific;
    end = std::to_chars(text, std::end(text), number, std::chars_format::fixed).ptr;
    return std::string(text, end);
}

/// As sigs.k8s.io/yaml writes a float64. Nothing if it is too large for one.
std::optional<std::string> floatKey(const std::string &number)
{
    double value = 0;
    const std::size_t begin = number.starts_with('+') ? 1 : 0; // from_chars takes none
    const auto [end, error] =
        std::from_chars(number.data() + begin, number.data() + number.size(), value);
    if (error == std::errc::result_out_of_range) {
        const std::size_t exponent = number.find_first_of("eE");
        if (exponent == std::string::npos || number.compare(exponent + 1, 1, "-") != 0)
            return std::nullopt;
        value = number.starts_with('-') ? -0.0 : 0.0;
    }
    constexpr double kMost = std::numeric_limits<float>::max();
    constexpr double kInfinite = 0x1.ffffffp127; // from here on nothing is rounded down
    if (std::abs(value) >= kInfinite)
        return value < 0 ? "-.inf" : ".inf";
    return floatText(static_cast<float>(std::clamp(value, -kMost, kMost)));
}

/// An integer that no int64 holds: YAML 1.1 takes its decimal digits for a float, and what is no
/// number for a text.
std::optional<std::string> hugeKey(const std::string &written)
{
    const std::string number = withoutUnderscores(written);
    if (isUnsigned(number))
        return std::nullopt;
    const std::size_t begin = number.starts_with('+') || number.starts_with('-') ? 1 : 0;
    if (number.find_first_not_of("0123456789", begin) != std::string::npos)
        return written;
    return floatKey(number).value_or(written);
}

class Collector
{
public:
    Collector(const yaml::Tree &tree, yaml::Format format, std::forward_list<std::string> &made)
        : m_tree(tree), m_format(format), m_made(made)
    {
    }

    bool collect(yaml::NodeId mapping, int depth);

    std::vector<Mapping::Entry> entries;
    yaml::NodeId fault = yaml::kNoNode;

private:
    bool merge(yaml::NodeId place, int depth);
    bool mergeMapping(yaml::NodeId place, int depth);
    std::optional<std::string_view> keyOf(yaml::NodeId place);
    Mapping::Entry *find(std::string_view key);
    void add(Mapping::Entry entry);
    bool fails(yaml::NodeId node);

    const yaml::Tree &m_tree;
    yaml::Format m_format;
    std::forward_list<std::string> &m_made;
    std::unordered_map<std::string_view, std::size_t> m_index;
};

bool Collector::fails(yaml::NodeId node)
{
    fault = node;
    return false;
}

/// JSON has text keys only; sigs.k8s.io/yaml (yaml.go, convertToJSONableObject) makes text of what
/// YAML 1.1 takes for a boolean or a number, and fails with all others.
std::optional<std::string> textOfKey(const yaml::Node &node, yaml::Format format)
{
    Scalar scalar = typed(node, format);
    if (scalar.type == ScalarType::Null || scalar.type == ScalarType::Unreadable)
        return std::nullopt;
    const bool isHuge = scalar.type == ScalarType::Integer && !scalar.integer;
    if (isHuge)
        return hugeKey(std::string(node.value));
    if (scalar.type == ScalarType::Float)
        return floatKey(withoutUnderscores(std::string(node.value)))
            .value_or(std::string(node.value));
    return std::move(scalar.text);
}

std::optional<std::string_view> Collector::keyOf(yaml::NodeId place)
{
    const yaml::NodeId key = m_tree.resolved(place);
    if (key == yaml::kNoNode)
        return std::nullopt;
    const yaml::Node node = m_tree[key];
    if (node.kind != yaml::Kind::Scalar)
        return std::nullopt;
    if (isPlainText(node))
        return node.value;
    auto text = textOfKey(node, m_format);
    if (!text)
        return std::nullopt;
    return m_made.emplace_front(std::move(*text));
}

Mapping::Entry *Collector::find(std::string_view key)
{
    if (entries.size() >= kIndexFrom) {
        for (std::size_t i = m_index.size(); i < entries.size(); ++i)
            m_index.emplace(entries[i].key, i);
        const auto found = m_index.find(key);
        return found == m_index.end() ? nullptr : &entries[found->second];
    }
    for (Mapping::Entry &entry : entries) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

void Collector::add(Mapping::Entry entry)
{
    Mapping::Entry *earlier = find(entry.key);
    if (!earlier) {
        entries.push_back(entry);
        return;
    }
    entry.isTwice = earlier->isTwice || earlier->owner == entry.owner;
    *earlier = entry;
}

bool Collector::mergeMapping(yaml::NodeId place, int depth)
{
    const yaml::NodeId node = m_tree.resolved(place);
    if (node == yaml::kNoNode || m_tree[node].kind != yaml::Kind::Mapping)
        return fails(place);
    return collect(node, depth + 1);
}

bool Collector::merge(yaml::NodeId place, int depth)
{
    if (depth >= kMaxMergeDepth)
        return fails(place);
    const yaml::NodeId node = m_tree.resolved(place);
    if (node == yaml::kNoNode || m_tree[node].kind != yaml::Kind::Sequence)
        return mergeMapping(place, depth);
    // The first mapping of a sequence wins, so it comes last.
    const auto sources = m_tree[node].children;
    for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
        if (!mergeMapping(*source, depth))
            return false;
    }
    return true;
}

bool Collector::collect(yaml::NodeId mapping, int depth)
{
    const auto children = m_tree[mapping].children;
    if (depth == 0)
        entries.reserve(children.size() / 2);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        if (isMergeKey(m_tree[children[i]], m_format)) {
            if (!merge(children[i + 1], depth))
                return false;
            continue;
        }
        const auto key = keyOf(children[i]);
        if (!key)
            return fails(children[i]);
        add({*key, children[i], children[i + 1], mapping, false});
    }
    return true;
}

} // namespace

std::optional<std::vector<Mapping::Entry>> entriesOf(const yaml::Tree &tree, yaml::Format format,
                                                     yaml::NodeId node, yaml::NodeId &fault,
                                                     std::forward_list<std::string> &made)
{
    Collector collector(tree, format, made);
    if (collector.collect(node, 0))
        return std::move(collector.entries);
    fault = collector.fault;
    return std::nullopt;
}

} // namespace drawbridge::kube
