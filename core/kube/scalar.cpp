#include "kube/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace drawbridge::kube {

namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";
constexpr std::size_t kLongestWord = 5; ///< of those below

template <std::size_t N>
bool isOneOf(std::string_view text, const std::string_view (&words)[N])
{
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// Most texts are no word below: that is told by their length and first two letters.
bool mayBeWord(std::string_view text)
{
    if (text.size() < 2 || text.size() > kLongestWord)
        return text.size() < 2;
    const std::array head{char(text[0] | 0x20), char(text[1] | 0x20)}; // lower case
    constexpr std::string_view heads = "nu no ye tr on of fa";
    return heads.find(std::string_view(head.data(), head.size())) != std::string_view::npos;
}

bool isNullWord(std::string_view text)
{
    return isOneOf(text, {"", "~", "null", "Null", "NULL"});
}

std::optional<bool> booleanWord(std::string_view text)
{
    if (isOneOf(text, {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"}))
        return true;
    if (isOneOf(text, {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"}))
        return false;
    return std::nullopt;
}

bool isSpecialFloat(std::string_view text)
{
    return isOneOf(text, {".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF",
                          "-.inf", "-.Inf", "-.INF"});
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

/// Digits of one base after an optional sign. `isHuge` if they do not fit.
struct Digits
{
    bool isNumber = false;
    bool isHuge = false;
    long long value = 0;
};

Digits parseDigits(std::string_view text, int base, bool isNegative)
{
    Digits result;
    if (text.empty())
        return result;
    constexpr unsigned long long limit = std::numeric_limits<long long>::max();
    unsigned long long value = 0;
    for (char c : text) {
        const int digit = digitOf(c);
        if (digit >= base)
            return result;
        if (value > (limit - unsigned(digit)) / unsigned(base))
            result.isHuge = true;
        else
            value = value * unsigned(base) + unsigned(digit);
    }
    result.isNumber = true;
    result.value = isNegative ? -static_cast<long long>(value) : static_cast<long long>(value);
    return result;
}

/// Go's strconv.ParseInt with base 0.
Digits parseInteger(std::string_view text)
{
    const bool isNegative = !text.empty() && text.front() == '-';
    if (isNegative || (!text.empty() && text.front() == '+'))
        text.remove_prefix(1);
    int base = 10;
    if (text.size() > 1 && text.front() == '0') {
        const char mark = text[1] >= 'A' && text[1] <= 'Z' ? char(text[1] + 32) : text[1];
        base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
        text.remove_prefix(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    return parseDigits(text, base, isNegative);
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, goyaml.v2's yamlStyleFloat.
bool isFloat(std::string_view text)
{
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t whole = skipDigits(text, at);
    const bool hasWhole = whole > at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = skipDigits(text, at + 1);
        if (!hasWhole && fraction == at + 1)
            return false;
        at = fraction;
    } else if (!hasWhole) {
        return false;
    }
    if (at == text.size())
        return true;
    if (text[at] != 'e' && text[at] != 'E')
        return false;
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        ++at;
    return at < text.size() && skipDigits(text, at) == text.size();
}

Scalar stringScalar(std::string_view text)
{
    Scalar scalar;
    scalar.text = text;
    return scalar;
}

Scalar nullScalar()
{
    Scalar scalar;
    scalar.type = ScalarType::Null;
    scalar.text = "null";
    return scalar;
}

Scalar booleanScalar(bool value)
{
    Scalar scalar;
    scalar.type = ScalarType::Boolean;
    scalar.boolean = value;
    scalar.text = value ? "true" : "false";
    return scalar;
}

/// Whatever the locale says of decimal points. What is too small is 0, what is too large infinite.
double valueOf(std::string_view digits)
{
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc::result_out_of_range)
        return value;
    const std::size_t exponent = digits.find_first_of("eE");
    const bool isSmall = exponent + 1 < digits.size() && digits[exponent + 1] == '-';
    return isSmall ? 0 : std::numeric_limits<double>::infinity();
}

Scalar floatScalar(std::string_view written, const std::string &digits)
{
    const double value = valueOf(digits);
    if (!std::isfinite(value))
        return stringScalar(written); // as Go, which calls it out of range
    Scalar scalar;
    scalar.type = ScalarType::Float;
    scalar.text = digits;
    if (std::abs(value) < 1e15 && value == std::floor(value)) {
        scalar.integer = static_cast<long long>(value);
        scalar.text = std::to_string(*scalar.integer);
    }
    return scalar;
}

Scalar integerScalar(std::string_view written, const Digits &digits)
{
    Scalar scalar;
    scalar.type = ScalarType::Integer;
    scalar.text = written;
    if (!digits.isHuge) {
        scalar.integer = digits.value;
        scalar.text = std::to_string(digits.value);
    }
    scalar.isPlainDecimal = scalar.text == written;
    return scalar;
}

bool mayBeNumber(std::string_view text)
{
    const char first = text.empty() ? '\0' : text.front();
    return first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9');
}

Scalar numberOrString(std::string_view text)
{
    if (!mayBeNumber(text))
        return stringScalar(text);
    if (isSpecialFloat(text)) {
        Scalar scalar = stringScalar(text);
        scalar.type = ScalarType::Unreadable; // JSON has no such number: kubectl fails
        return scalar;
    }
    std::string plain(text);
    if (plain.front() != '.')
        plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
    if (const Digits digits = parseInteger(plain); digits.isNumber)
        return integerScalar(text, digits);
    return isFloat(plain) ? floatScalar(text, plain) : stringScalar(text);
}

Scalar plainYaml(std::string_view text)
{
    if (!mayBeWord(text))
        return numberOrString(text);
    if (isNullWord(text))
        return nullScalar();
    if (const auto boolean = booleanWord(text))
        return booleanScalar(*boolean);
    Scalar scalar = numberOrString(text);
    scalar.isShortBoolean = isOneOf(text, {"y", "Y", "n", "N"});
    scalar.boolean = scalar.isShortBoolean && (text == "y" || text == "Y");
    return scalar;
}

/// A tag of YAML's own types holds what it says or the whole document is refused; other tags
/// leave the text as it is.
Scalar tagged(const yaml::Node &node, std::string_view tag)
{
    if (tag.substr(0, kTagPrefix.size()) == kTagPrefix)
        tag.remove_prefix(kTagPrefix.size());
    else if (tag.substr(0, 2) == "!!")
        tag.remove_prefix(2);
    else
        return stringScalar(node.value);
    if (tag == "str")
        return stringScalar(node.value);
    Scalar scalar = plainYaml(node.value);
    const ScalarType type = scalar.type;
    const bool holds =
        (tag == "int" && type == ScalarType::Integer) ||
        (tag == "float" && (type == ScalarType::Float || type == ScalarType::Integer)) ||
        (tag == "bool" && type == ScalarType::Boolean) ||
        (tag == "null" && type == ScalarType::Null);
    if (!holds)
        scalar.type = ScalarType::Unreadable;
    return scalar;
}

} // namespace

Scalar typed(const yaml::Node &node, yaml::Format format)
{
    if (node.kind == yaml::Kind::Null)
        return nullScalar();
    if (!node.tag.empty() && node.tag != "?")
        return tagged(node, node.tag);
    if (node.style != yaml::Style::Plain)
        return stringScalar(node.value);
    if (format == yaml::Format::Yaml)
        return plainYaml(node.value);
    if (node.value == "null")
        return nullScalar();
    if (node.value == "true" || node.value == "false")
        return booleanScalar(node.value == "true");
    return numberOrString(node.value);
}

bool isPlainText(const yaml::Node &node)
{
    return node.kind == yaml::Kind::Scalar && node.tag.empty() &&
           (node.style != yaml::Style::Plain ||
            (!mayBeWord(node.value) && !mayBeNumber(node.value)));
}

bool isNull(const yaml::Node &node, yaml::Format format)
{
    if (node.kind == yaml::Kind::Null)
        return true;
    if (node.kind != yaml::Kind::Scalar)
        return false;
    if (!node.tag.empty())
        return typed(node, format).type == ScalarType::Null;
    return node.style == yaml::Style::Plain &&
           (format == yaml::Format::Yaml ? mayBeWord(node.value) && isNullWord(node.value)
                                         : node.value == "null");
}

bool isMergeKey(const yaml::Node &key, yaml::Format format)
{
    return format == yaml::Format::Yaml && key.kind == yaml::Kind::Scalar &&
           key.style == yaml::Style::Plain && key.value == "<<";
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else if (c == '\r') {
            result += "\\r";
        } else if (byte < 0x20 || byte == 0x7f) {
            char escape[8];
            static_cast<void>(std::snprintf(escape, sizeof escape, "\\x%02x", byte));
            result += escape;
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string shown(const Scalar &scalar)
{
    return scalar.type == ScalarType::String ? quoted(scalar.text) : scalar.text;
}

} // namespace drawbridge::kube
