#pragma once

#include "oracle_yaml.h"

#include <cstdint>
#include <random>
#include <string>
#include <utility>

namespace oracle {

// Random choices that are the same for a seed with every standard library.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    // 0 .. count - 1; count must be positive
    int below(int count)
    {
        return static_cast<int>(m_engine() % static_cast<std::uint64_t>(count));
    }

    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool percent(int chance) { return below(100) < chance; }

    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937_64 m_engine;
};

Value makeString(std::string text);
Value makeInt(std::int64_t number);
Value makeBool(bool boolean);
Value makeList(std::vector<Value> items = {});
Value makeMap(std::vector<std::pair<std::string, Value>> members = {});
void addMember(Value &map, std::string key, Value value);

enum class TextStyle { Block, Flow, Json, JsonLines, Mixed };

// The value as the text of one document, with a line end. All styles but the JSON ones vary
// quotes, indentation, comments and which parts are in flow style.
std::string writeText(const Value &value, TextStyle style, Dice &dice);

} // namespace oracle
