#include "yaml/edit.h"
#include "yaml/scalar_text.h"

namespace drawbridge::yaml {

namespace {

/// For certain, to every YAML parser.
bool isText(const Node &node)
{
    return node.style != Style::Plain || isPlainSafe(node.value);
}

/// A number, a boolean, a date, or a word that some YAML takes for one.
bool mayBeOther(const Node &node)
{
    if (isText(node) || node.tag == "!" || node.tag.ends_with(":str"))
        return false;
    const char first = node.value.empty() ? '~' : node.value.front();
    return (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.' ||
           first == '~' || node.value.size() <= 5;
}

bool areItems(const Tree &tree, const Node &node, const std::vector<Value> &items)
{
    if (node.kind != Kind::Sequence || node.children.size() != items.size())
        return false;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!isValue(tree, node.children[i], items[i]))
            return false;
    return true;
}

bool arePairs(const Tree &tree, const Node &node,
              const std::vector<std::pair<std::string, Value>> &pairs)
{
    if (node.kind != Kind::Mapping || node.children.size() != 2 * pairs.size())
        return false;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (tree[node.children[2 * i]].value != pairs[i].first ||
            !isValue(tree, node.children[2 * i + 1], pairs[i].second))
            return false;
    return true;
}

} // namespace

Value valueOf(const Tree &tree, NodeId node)
{
    const NodeId id = tree.resolved(node);
    if (id == kNoNode)
        return {};
    const Node meant = tree[id];
    Value value;
    switch (meant.kind) {
    case Kind::Null:
    case Kind::Alias:
        break;
    case Kind::Scalar:
        value.type = mayBeOther(meant) ? Value::Type::Integer : Value::Type::Text;
        value.text = meant.value;
        break;
    case Kind::Sequence:
        value.type = Value::Type::Sequence;
        for (NodeId child : meant.children)
            value.items.push_back(valueOf(tree, child));
        break;
    case Kind::Mapping:
        value.type = Value::Type::Mapping;
        for (std::size_t i = 0; i + 1 < meant.children.size(); i += 2)
            value.pairs.emplace_back(tree[meant.children[i]].value,
                                     valueOf(tree, meant.children[i + 1]));
        break;
    }
    return value;
}

bool isValue(const Tree &tree, NodeId node, const Value &value)
{
    const Node actual = tree[node];
    switch (value.type) {
    case Value::Type::Null:
        return actual.kind == Kind::Null;
    case Value::Type::Text:
        return actual.kind == Kind::Scalar && actual.value == value.text && isText(actual);
    case Value::Type::Integer:
        return actual.kind == Kind::Scalar && actual.value == value.text &&
               actual.style == Style::Plain;
    case Value::Type::Sequence:
        return areItems(tree, actual, value.items);
    case Value::Type::Mapping:
        return arePairs(tree, actual, value.pairs);
    }
    return false;
}

} // namespace drawbridge::yaml
