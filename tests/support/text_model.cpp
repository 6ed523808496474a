#include "support/text_model.h"

#include <algorithm>
#include <regex>

namespace drawbridge::test {

using yaml::Kind;
using yaml::Node;
using yaml::NodeId;
using yaml::Tree;
using yaml::Value;

Model modelOf(const Tree &tree, NodeId id)
{
    if (id == yaml::kNoNode)
        return {};
    const Node node = tree[id];
    Model model;
    model.kind = node.kind;
    model.value = node.value;
    model.anchor = node.anchor;
    model.isPlain = node.style == yaml::Style::Plain;
    for (NodeId child : node.children)
        model.children.push_back(modelOf(tree, child));
    return model;
}

Model modelOf(const Value &value)
{
    Model model;
    model.value = value.text;
    switch (value.type) {
    case Value::Type::Null:
        break;
    case Value::Type::Text:
        model.mustBeText = true;
        [[fallthrough]];
    case Value::Type::Integer:
        model.kind = Kind::Scalar;
        break;
    case Value::Type::Sequence:
        model.kind = Kind::Sequence;
        for (const Value &item : value.items)
            model.children.push_back(modelOf(item));
        break;
    case Value::Type::Mapping:
        model.kind = Kind::Mapping;
        for (const auto &[key, item] : value.pairs) {
            model.children.push_back(modelOf(Value::ofText(key)));
            model.children.push_back(modelOf(item));
        }
        break;
    }
    return model;
}

namespace {

/// The way from the root to a node as child indices.
std::vector<std::size_t> wayTo(const Tree &tree, NodeId node)
{
    std::vector<std::size_t> way;
    for (; tree[node].parent != yaml::kNoNode; node = tree[node].parent) {
        const auto siblings = tree[tree[node].parent].children;
        way.push_back(
            std::size_t(std::find(siblings.begin(), siblings.end(), node) - siblings.begin()));
    }
    std::reverse(way.begin(), way.end());
    return way;
}

Model &at(Model &root, const std::vector<std::size_t> &way, std::size_t steps)
{
    Model *model = &root;
    for (std::size_t i = 0; i < steps; ++i)
        model = &model->children[way[i]];
    return *model;
}

} // namespace

Model edited(const Tree &tree, const yaml::Edit &edit)
{
    Model root = modelOf(tree, tree.root());
    if (const auto *replace = std::get_if<yaml::Replace>(&edit)) {
        const auto way = wayTo(tree, replace->node);
        at(root, way, way.size()) = modelOf(replace->value);
    } else if (const auto *pair = std::get_if<yaml::InsertPair>(&edit)) {
        const auto way = wayTo(tree, pair->mapping);
        auto &children = at(root, way, way.size()).children;
        const std::size_t place = std::min(pair->position, children.size() / 2) * 2;
        const Model key = modelOf(Value::ofText(pair->key));
        children.insert(children.begin() + long(place), {key, modelOf(pair->value)});
    } else if (const auto *item = std::get_if<yaml::InsertItem>(&edit)) {
        const auto way = wayTo(tree, item->sequence);
        auto &children = at(root, way, way.size()).children;
        const std::size_t place = std::min(item->position, children.size());
        children.insert(children.begin() + long(place), modelOf(item->value));
    } else if (const auto *move = std::get_if<yaml::Move>(&edit)) {
        const auto way = wayTo(tree, move->item);
        auto &children = at(root, way, way.size() - 1).children;
        const Model moved = children[way.back()];
        children.erase(children.begin() + long(way.back()));
        children.insert(children.begin() + long(move->position), moved);
    } else {
        const auto way = wayTo(tree, std::get<yaml::Remove>(edit).node);
        Model &parent = at(root, way, way.size() - 1);
        const auto child = parent.children.begin() + long(way.back());
        parent.children.erase(parent.kind == Kind::Mapping ? child - 1 : child, child + 1);
    }
    return root;
}

std::string difference(const Model &expected, const Model &actual)
{
    if (expected.kind != actual.kind)
        return ": kind";
    if (expected.value != actual.value)
        return ": value '" + expected.value + "' is '" + actual.value + "'";
    if (expected.anchor != actual.anchor)
        return ": anchor";
    if (expected.mustBeText && actual.isPlain && meansMoreThanText(actual.value))
        return ": '" + actual.value + "' is no text any more";
    if (expected.children.size() != actual.children.size())
        return ": number of children";
    for (std::size_t i = 0; i < expected.children.size(); ++i) {
        const std::string inner = difference(expected.children[i], actual.children[i]);
        if (!inner.empty())
            return "/" + std::to_string(i) + inner;
    }
    return {};
}

bool meansMoreThanText(const std::string &plain)
{
    // https://yaml.org/type/ and what go-yaml adds
    static const std::regex special(
        "~|null|Null|NULL|"
        "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|"
        "[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|"
        "[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|"
        "[-+]?([0-9][0-9_]*)?\\.?[0-9_]*([eE][-+]?[0-9]+)?|"
        "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|"
        "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?|=|<<");
    return std::regex_match(plain, special);
}

std::size_t below(Random &random, std::size_t limit)
{
    return limit == 0 ? 0 : std::size_t(random()) % limit;
}

namespace {

std::string randomText(Random &random)
{
    static const std::vector<std::string> texts{"api",
                                                "web-1",
                                                "10.0.0.0/8",
                                                "app.kubernetes.io/name",
                                                "nginx:1.2",
                                                "TCP",
                                                "two words",
                                                "it's",
                                                "say \"hi\"",
                                                "yes",
                                                "NO",
                                                "1",
                                                "0x1F",
                                                "1e3",
                                                "12:30",
                                                "2001-01-01",
                                                "null",
                                                "~",
                                                "",
                                                " ",
                                                "a: b",
                                                "a:",
                                                "# x",
                                                "a # b",
                                                "- a",
                                                "---",
                                                "...",
                                                "%d",
                                                "@x",
                                                "`",
                                                "&a",
                                                "*a",
                                                "!t",
                                                "[a]",
                                                "{a: 1}",
                                                "a, b",
                                                "|",
                                                ">",
                                                "?",
                                                "<<",
                                                "=",
                                                "line\nline\n",
                                                "\ttab",
                                                "end ",
                                                "\xC3\xA9\xE6\x97\xA5",
                                                "\xF0\x9F\x98\x80",
                                                "\x7F",
                                                "\xC2\x85",
                                                "\xE2\x80\xA8",
                                                "back\\slash",
                                                "a\r\nb",
                                                "3scale",
                                                "1.2.3",
                                                "true",
                                                "-1",
                                                ".5",
                                                std::string(90, 'w')};
    return texts[below(random, texts.size())];
}

std::string randomKey(Random &random)
{
    static const std::vector<std::string> keys{"key",   "app",  "a.b/c", "port", "with space",
                                               "yes",   "8080", "a: b",  "#",    "it's",
                                               "\"q\"", "",     "-",     "?",    "\xC3\xA9"};
    return keys[below(random, keys.size())];
}

} // namespace

Value randomValue(Random &random, int depth)
{
    const std::size_t kind = below(random, depth > 0 ? 10 : 7);
    if (kind < 4)
        return Value::ofText(randomText(random));
    if (kind == 4)
        return Value::ofInteger(long(below(random, 70'000)) - 100);
    if (kind == 5)
        return below(random, 2) ? Value::ofMapping({}) : Value::ofSequence({});
    if (kind == 6)
        return Value();
    const std::size_t count = 1 + below(random, 3);
    std::vector<Value> items;
    std::vector<std::pair<std::string, Value>> pairs;
    for (std::size_t i = 0; i < count; ++i) {
        items.push_back(randomValue(random, depth - 1));
        const std::string key = randomKey(random);
        const bool isNew = std::none_of(pairs.begin(), pairs.end(),
                                        [&](const auto &pair) { return pair.first == key; });
        if (isNew)
            pairs.emplace_back(key, items.back());
    }
    return kind == 7 ? Value::ofSequence(std::move(items)) : Value::ofMapping(std::move(pairs));
}

std::optional<yaml::Edit> randomEdit(Random &random, const Tree &tree)
{
    for (int attempt = 0; attempt < 50 && !tree.isEmpty(); ++attempt) {
        const NodeId id = NodeId(below(random, tree.size()));
        const Node node = tree[id];
        const bool isKey = node.parent != yaml::kNoNode &&
                           tree[node.parent].kind == Kind::Mapping &&
                           tree.keyOf(id) == yaml::kNoNode;
        const std::size_t kind = below(random, 3);
        const std::size_t position =
            below(random, 3) == 0 ? SIZE_MAX : below(random, node.children.size() + 1);
        if (kind == 0 && node.kind == Kind::Mapping) {
            std::string key = randomKey(random);
            while (tree.find(id, key) != yaml::kNoNode)
                key += 'x';
            return yaml::InsertPair{id, position, key, randomValue(random, 2)};
        }
        if (kind == 0 && node.kind == Kind::Sequence)
            return yaml::InsertItem{id, position, randomValue(random, 2)};
        if (isKey || node.parent == yaml::kNoNode)
            continue;
        const Node parent = tree[node.parent];
        if (parent.kind == Kind::Sequence && parent.children.size() > 1 && below(random, 3) == 0) {
            const std::size_t place = below(random, parent.children.size());
            if (parent.children[place] != id)
                return yaml::Move{id, place};
        }
        if (kind == 1)
            return yaml::Remove{id};
        return yaml::Replace{id, randomValue(random, 2)};
    }
    return {};
}

std::string describe(const yaml::Edit &edit)
{
    const auto text = [](const Value &value) { return yaml::jsonText(value, 0, 0, "\n"); };
    if (const auto *replace = std::get_if<yaml::Replace>(&edit))
        return "replace node " + std::to_string(replace->node) + " by " + text(replace->value);
    if (const auto *pair = std::get_if<yaml::InsertPair>(&edit))
        return "insert " + pair->key + ": " + text(pair->value) + " at " +
               std::to_string(long(pair->position)) + " of node " + std::to_string(pair->mapping);
    if (const auto *item = std::get_if<yaml::InsertItem>(&edit))
        return "insert " + text(item->value) + " at " + std::to_string(long(item->position)) +
               " of node " + std::to_string(item->sequence);
    if (const auto *move = std::get_if<yaml::Move>(&edit))
        return "move node " + std::to_string(move->item) + " to " + std::to_string(move->position);
    return "remove node " + std::to_string(std::get<yaml::Remove>(edit).node);
}

} // namespace drawbridge::test
