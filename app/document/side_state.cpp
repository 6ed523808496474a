#include "document/side_state.h"

#include "document/json_text.h"
#include "report/list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace drawbridge {

namespace {

constexpr int kSideVersion = 1;
constexpr double kFarthest = 1e7;

/// Keys of nodes are texts from YAML; JSON objects in fixed order are written by hand, because
/// QJsonObject would sort by UTF-16 and drop what is equal after conversion.
class Writer
{
public:
    using Key = std::optional<std::string>; ///< nothing: an item of an array

    void open(const Key &key, char bracket)
    {
        item(key);
        m_text += bracket;
        m_isFirst = true;
        m_indent += "  ";
    }
    void close(char bracket)
    {
        m_indent.resize(m_indent.size() - 2);
        if (!m_isFirst)
            m_text += '\n' + m_indent;
        m_text += bracket;
        m_isFirst = false;
    }
    void item(const Key &key)
    {
        if (!m_text.empty()) {
            m_text += m_isFirst ? "\n" : ",\n";
            m_text += m_indent;
        }
        if (key)
            m_text += report::jsonString(*key) + ": ";
        m_isFirst = false;
    }
    /// A member whose key is JSON already.
    void member(const std::string &jsonKey, const std::string &json)
    {
        item({});
        m_text += jsonKey + ": " + json;
    }
    void value(const Key &key, const std::string &json)
    {
        item(key);
        m_text += json;
    }
    std::string take() { return m_text + '\n'; }

private:
    std::string m_text;
    std::string m_indent;
    bool m_isFirst = true;
};

/// What is read again is the same number, so that the picture is the same.
std::string number(double value)
{
    if (value == std::round(value))
        return std::to_string(std::llround(value));
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

using OddPlaces = std::map<graph::Key, std::string>;

void writePlaces(Writer &json, const char *name, const graph::Placement &placement,
                 const OddPlaces &odd)
{
    json.open(name, '{');
    for (const auto &[key, point] : placement)
        json.value(key, '[' + number(point.x) + ", " + number(point.y) + ']');
    for (const auto &[key, place] : odd)
        if (placement.count(key) == 0)
            json.value(key, place);
    json.close('}');
}

void readPlaces(const QJsonValue &json, graph::Placement &placement)
{
    const QJsonObject places = json.toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        const QJsonArray point = it->toArray();
        const double x = point.at(0).toDouble(NAN);
        const double y = point.at(1).toDouble(NAN);
        if (point.size() == 2 && std::abs(x) < kFarthest && std::abs(y) < kFarthest)
            placement[it.key().toStdString()] = {x, y};
    }
}

} // namespace

/// A connection's key is that of its source, a line end, and that of its target.
static graph::Key renamedKey(const graph::Key &key, const std::map<graph::Key, graph::Key> &keys)
{
    const auto now = [&](const graph::Key &part) {
        const auto found = keys.find(part);
        return found == keys.end() ? part : found->second;
    };
    const std::size_t middle = key.find('\n');
    if (middle == graph::Key::npos)
        return now(key);
    return now(key.substr(0, middle)) + '\n' + now(key.substr(middle + 1));
}

SideState SideState::renamed(const std::map<graph::Key, graph::Key> &keys) const
{
    SideState result = *this;
    const auto rename = [&](auto &map) {
        for (const auto &[before, after] : keys)
            if (auto entry = map.extract(before)) {
                entry.key() = after;
                map.insert(std::move(entry));
            }
    };
    rename(result.placement);
    rename(result.oddPlacement);
    rename(result.ports);
    result.notes.clear();
    for (const auto &[key, pinned] : notes) {
        auto &there = result.notes[renamedKey(key, keys)];
        there.insert(there.end(), pinned.begin(), pinned.end());
    }
    return result;
}

std::string declaredPortText(const edit::PortSpan &span)
{
    std::string text = span.first == 0 ? "all" : std::to_string(span.first);
    if (span.last > span.first)
        text += '-' + std::to_string(span.last);
    if (span.protocol != kube::Protocol::Tcp || span.first == 0)
        text += std::string("/") + nameOf(span.protocol);
    return text;
}

static std::string noteJson(const graph::PinnedNote &note)
{
    if (note.isUnknown)
        return note.rest;
    std::string json = "{";
    if (!note.author.empty())
        json += "\"author\": " + report::jsonString(note.author) + ", ";
    json += "\"text\": " + report::jsonString(note.text);
    if (!note.rest.empty())
        json += ", " + note.rest;
    return json + '}';
}

static void writeNotes(Writer &json, const graph::PinnedNotes &notes)
{
    if (notes.empty())
        return;
    json.open("notes", '{');
    for (const auto &[key, entries] : notes) {
        json.open(key, '[');
        for (const graph::PinnedNote &note : entries)
            json.value({}, noteJson(note));
        json.close(']');
    }
    json.close('}');
}

/// What we do not understand stays in `rest`, so that nothing is lost.
static graph::PinnedNote readNote(const QByteArray &json)
{
    graph::PinnedNote note;
    bool hasText = false;
    for (const JsonMember &member : jsonMembers(json)) {
        const QString key = jsonStringValue(member.key);
        const QString value = jsonStringValue(member.value);
        if (key == QLatin1String("text") && !value.isNull()) {
            note.text = value.toStdString();
            hasText = true;
        } else if (key == QLatin1String("author") && !value.isNull()) {
            note.author = value.toStdString();
        } else {
            note.rest += note.rest.empty() ? "" : ", ";
            note.rest += member.key.toStdString() + ": " + member.value.toStdString();
        }
    }
    if (!hasText)
        return {{}, {}, json.toStdString(), true};
    return note;
}

static void readNotes(const QByteArray &json, graph::PinnedNotes &notes)
{
    for (const JsonMember &member : jsonMembers(json)) {
        const std::string key = jsonStringValue(member.key).toStdString();
        for (const QByteArray &item : jsonItems(member.value))
            notes[key].push_back(readNote(item));
    }
}

static void readOddPlaces(const QByteArray &json, const graph::Placement &placement, OddPlaces &odd)
{
    odd.clear(); // of members of one name the last counts
    for (const JsonMember &member : jsonMembers(json)) {
        const std::string key = jsonStringValue(member.key).toStdString();
        if (placement.count(key) == 0)
            odd[key] = member.value.toStdString();
    }
}

/// Notes, odd places, and the members that another program may have written.
static void readOthers(const QByteArray &bytes, SideState &side)
{
    constexpr std::array kKnown{"version", "collapsed", "ports"};
    for (const JsonMember &member : jsonMembers(bytes)) {
        const QString key = jsonStringValue(member.key);
        const bool isKnown = std::any_of(kKnown.begin(), kKnown.end(), [&](const char *known) {
            return key == QLatin1String(known);
        });
        if (key == QLatin1String("notes") && member.value.startsWith('{'))
            readNotes(member.value, side.notes);
        else if (key == QLatin1String("positions"))
            readOddPlaces(member.value, side.placement, side.oddPlacement);
        else if (key == QLatin1String("automatic"))
            readOddPlaces(member.value, side.automatic, side.oddAutomatic);
        else if (!isKnown)
            side.others.emplace_back(member.key.toStdString(), member.value.toStdString());
    }
}

QByteArray sideFileBytes(const SideState &side)
{
    Writer json;
    json.open({}, '{');
    json.value("version", std::to_string(kSideVersion));
    writePlaces(json, "positions", side.placement, side.oddPlacement);
    if (!side.automatic.empty() || !side.oddAutomatic.empty())
        writePlaces(json, "automatic", side.automatic, side.oddAutomatic);
    json.open("collapsed", '[');
    for (const graph::Key &key : side.collapsed)
        json.value({}, report::jsonString(key));
    json.close(']');
    json.open("ports", '{');
    for (const auto &[key, ports] : side.ports) {
        std::string list;
        for (const std::string &port : ports)
            list += (list.empty() ? "" : ", ") + report::jsonString(port);
        json.value(key, '[' + list + ']');
    }
    json.close('}');
    writeNotes(json, side.notes);
    for (const auto &[key, value] : side.others)
        json.member(key, value);
    json.close('}');
    return QByteArray::fromStdString(json.take());
}

std::optional<SideState> readSideFile(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value(QLatin1String("version")).toInt() != kSideVersion)
        return {};
    SideState side;
    readPlaces(root.value(QLatin1String("positions")), side.placement);
    readPlaces(root.value(QLatin1String("automatic")), side.automatic);
    for (const auto &key : root.value(QLatin1String("collapsed")).toArray())
        side.collapsed.insert(key.toString().toStdString());
    const QJsonObject ports = root.value(QLatin1String("ports")).toObject();
    for (auto it = ports.begin(); it != ports.end(); ++it)
        for (const auto &port : it->toArray())
            side.ports[it.key().toStdString()].push_back(port.toString().toStdString());
    readOthers(bytes, side);
    return side;
}

} // namespace drawbridge
