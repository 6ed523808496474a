#pragma once

#include "yaml/edit.h"

#include <string>

namespace drawbridge::yaml {

/// A value on one line, as a flow collection or a scalar.
std::string flowYaml(const Value &value, const SnippetStyle &style);

/// How JSON is spaced.
struct JsonStyle
{
    int step = 0; ///< 0: on one line
    std::string colon = ": ";
    std::string comma = ", ";
    std::string lineEnd = "\n";
};
/// `column` is by how much the lines after the first are indented at least.
std::string jsonText(const Value &value, int column, const JsonStyle &style);

std::string keyText(const std::string &key, const SnippetStyle &style);

bool isCollection(const Value &value);
bool isEmptyCollection(const Value &value);
/// A collection that this style writes as {a: b}.
bool isFlowLeaf(const Value &value, const SnippetStyle &style);

} // namespace drawbridge::yaml
