#include "random_cluster.h"

#include "random_objects.h"

#include <algorithm>

namespace oracle {

namespace {

std::string stringOf(const Value &object, const std::string &key)
{
    const Value *value = object.find(key);
    return value == nullptr ? std::string() : value->text;
}

// Takes `kind` and `apiVersion` away, as the items of a PodList have it.
Value withoutType(const Value &object)
{
    Value result = makeMap();
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
        if (object.keys[i] != "kind" && object.keys[i] != "apiVersion")
            addMember(result, object.keys[i], object.items[i]);
    }
    return result;
}

// Packs neighbours of one kind into `<X>List`, and now and then any neighbours into `List`.
std::vector<Value> packIntoLists(const std::vector<Value> &objects, Dice &dice)
{
    std::vector<Value> result;
    for (std::size_t i = 0; i < objects.size();) {
        std::size_t count = 1;
        const std::string kind = stringOf(objects[i], "kind");
        const std::string version = stringOf(objects[i], "apiVersion");
        const bool typed = dice.percent(50);
        while (i + count < objects.size() &&
               (!typed || (stringOf(objects[i + count], "kind") == kind &&
                           stringOf(objects[i + count], "apiVersion") == version)))
            ++count;
        count = static_cast<std::size_t>(
            dice.between(1, static_cast<int>(std::min<std::size_t>(count, 4))));
        if (!dice.percent(25)) {
            result.push_back(objects[i]);
            ++i;
            continue;
        }
        Value items = makeList();
        for (std::size_t k = i; k < i + count; ++k)
            items.items.push_back(typed ? withoutType(objects[k]) : objects[k]);
        Value list = makeMap();
        if (!typed)
            addMember(list, "apiVersion", makeString("v1"));
        else if (!version.empty())
            addMember(list, "apiVersion", makeString(version));
        addMember(list, "kind", makeString(typed ? kind + "List" : "List"));
        addMember(list, "items", items);
        result.push_back(list);
        i += count;
    }
    return result;
}

TextStyle pickStyle(Dice &dice)
{
    static const std::vector<TextStyle> styles{
        TextStyle::Block, TextStyle::Block, TextStyle::Mixed,    TextStyle::Mixed,
        TextStyle::Flow,  TextStyle::Json,  TextStyle::JsonLines};
    return dice.pick(styles);
}

std::string withCrLf(const std::string &text)
{
    std::string result;
    for (const char c : text)
        result += c == '\n' ? "\r\n" : std::string(1, c);
    return result;
}

// One text of several documents, with varied line ends and markers.
std::string joined(const Strings &documents, Dice &dice)
{
    std::string text = dice.percent(50) ? "---\n" : "";
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i > 0)
            text += dice.percent(10) ? "...\n---\n" : dice.percent(10) ? "--- # next\n" : "---\n";
        text += documents[i];
        if (dice.percent(5))
            text += "---\n# nothing in this one\n";
    }
    if (dice.percent(10))
        text = withCrLf(text);
    if (dice.percent(15))
        text.erase(text.find_last_not_of("\r\n") + 1);
    if (dice.percent(5))
        text = "\xEF\xBB\xBF" + text;
    return text;
}

} // namespace

RandomCluster::RandomCluster(std::uint64_t seed, const RandomOptions &options)
{
    Dice dice(seed);
    std::vector<Value> objects = RandomObjects(dice, options).objects();
    if (!options.variedText) {
        for (const Value &object : objects)
            m_text += "---\n" + writeText(object, TextStyle::Block, dice);
        m_files.emplace_back("all.yaml", m_text);
        return;
    }
    for (std::size_t i = objects.size(); i > 1; --i)
        std::swap(objects[i - 1],
                  objects[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
    Strings yaml;
    std::vector<Strings> parts(static_cast<std::size_t>(dice.between(1, 3)));
    for (const Value &value : packIntoLists(objects, dice)) {
        const TextStyle style = pickStyle(dice);
        yaml.push_back(writeText(value, style, dice));
        if ((style == TextStyle::Json || style == TextStyle::JsonLines) && dice.percent(50))
            m_files.emplace_back("json/" + std::to_string(m_files.size()) + ".json", yaml.back());
        else
            parts[static_cast<std::size_t>(dice.below(static_cast<int>(parts.size())))].push_back(
                yaml.back());
    }
    m_text = joined(yaml, dice);
    for (std::size_t i = 0; i < parts.size(); ++i)
        m_files.emplace_back("part-" + std::to_string(i) + (i % 2 == 0 ? ".yaml" : ".yml"),
                             joined(parts[i], dice));
}

} // namespace oracle
