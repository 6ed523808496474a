#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

// One value of a YAML or JSON document, without positions, comments or styles.
struct Value
{
    enum class Type { Null, Bool, Int, Float, String, List, Map };

    Type type = Type::Null;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text;              // String: its value; other scalars: as written
    std::vector<std::string> keys; // Map: parallel to items
    std::vector<Value> items;      // List and Map
    bool repeatedKeys = false;     // Map: some key was written twice (the last one counts)

    bool isList() const { return type == Type::List; }
    bool isMap() const { return type == Type::Map; }
    bool isString() const { return type == Type::String; }
    bool isInt() const { return type == Type::Int; }

    // The member of that name; null and missing are the same, as they are in the Kubernetes API.
    const Value *find(std::string_view key) const;
};

// Cuts a text into YAML documents at lines that begin with `---` or `...`.
std::vector<std::string> splitDocuments(std::string_view text);

// Parses the text of one document. False if it is no well-formed YAML. An empty document is Null.
bool parseDocument(const std::string &text, Value &value);

// All documents of a file that parse; the others are left out one by one. JSON files are read as
// YAML after their surrogate pairs have been replaced, which libyaml refuses.
std::vector<Value> parseFile(std::string_view bytes, bool isJson);

// Resolves a plain scalar as the YAML reader of kubectl does.
Value resolvePlain(const std::string &text);

} // namespace oracle
