#include "document/side_state.h"

#include "report/list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace drawbridge {

namespace {

constexpr int kVersion = 1;
constexpr double kFarthest = 1e7;

/// Keys of nodes are texts from YAML; JSON objects in fixed order are written by hand, because
/// QJsonObject would sort by UTF-16 and drop what is equal after conversion.
class Writer
{
public:
    void open(const std::string &key, char bracket)
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
    void item(const std::string &key)
    {
        if (!m_text.empty()) {
            m_text += m_isFirst ? "\n" : ",\n";
            m_text += m_indent;
        }
        if (!key.empty())
            m_text += report::jsonString(key) + ": ";
        m_isFirst = false;
    }
    void value(const std::string &key, const std::string &json)
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

std::string number(double value)
{
    return std::to_string(std::llround(value));
}

} // namespace

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
    rename(result.ports);
    return result;
}

QByteArray sideFileBytes(const SideState &side)
{
    Writer json;
    json.open({}, '{');
    json.value("version", std::to_string(kVersion));
    json.open("positions", '{');
    for (const auto &[key, point] : side.placement)
        json.value(key, '[' + number(point.x) + ", " + number(point.y) + ']');
    json.close('}');
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
    json.close('}');
    return QByteArray::fromStdString(json.take());
}

std::optional<SideState> readSideFile(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value(QLatin1String("version")).toInt() != kVersion)
        return {};
    SideState side;
    const QJsonObject positions = root.value(QLatin1String("positions")).toObject();
    for (auto it = positions.begin(); it != positions.end(); ++it) {
        const QJsonArray point = it->toArray();
        const double x = point.at(0).toDouble(NAN);
        const double y = point.at(1).toDouble(NAN);
        if (point.size() == 2 && std::abs(x) < kFarthest && std::abs(y) < kFarthest)
            side.placement[it.key().toStdString()] = {x, y};
    }
    for (const auto &key : root.value(QLatin1String("collapsed")).toArray())
        side.collapsed.insert(key.toString().toStdString());
    const QJsonObject ports = root.value(QLatin1String("ports")).toObject();
    for (auto it = ports.begin(); it != ports.end(); ++it)
        for (const auto &port : it->toArray())
            side.ports[it.key().toStdString()].push_back(port.toString().toStdString());
    return side;
}

} // namespace drawbridge
