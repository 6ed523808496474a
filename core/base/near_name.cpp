#include "base/near_name.h"

#include <algorithm>
#include <array>
#include <vector>

namespace drawbridge {

namespace {

constexpr std::size_t kLongest = 64; ///< names are no longer than that
constexpr std::size_t kLeast = 4;    ///< letters; fewer say little
constexpr std::string_view kBreaks = "-._/";

/// One letter apart from each other, and each meant as it is written.
constexpr std::array<std::string_view, 52> kWords{
    "amqp",  "amqps",  "blue",  "data",  "date",  "ftps",   "glue",  "grpc",  "grpcs",
    "head",  "header", "host",  "hosts", "http",  "https",  "imap",  "imaps", "ldap",
    "ldaps", "list",   "live",  "love",  "mail",  "main",   "maps",  "mode",  "mqtt",
    "mqtts", "node",   "nodes", "port",  "post",  "prod",   "prom",  "read",  "reader",
    "ready", "rest",   "rtmp",  "sftp",  "smtp",  "smtps",  "stage", "state", "syslog",
    "tail",  "test",   "text",  "user",  "write", "writer", "xmpp"};

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return result;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool haveSameDigits(std::string_view a, std::string_view b)
{
    std::size_t j = 0;
    for (const char c : a) {
        if (!isDigit(c))
            continue;
        while (j < b.size() && !isDigit(b[j]))
            ++j;
        if (j == b.size() || b[j++] != c)
            return false;
    }
    return std::none_of(b.begin() + std::ptrdiff_t(j), b.end(), isDigit);
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour.
std::size_t distance(const std::string &a, const std::string &b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const bool isSame = a[i - 1] == b[j - 1];
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

bool isWord(const std::string &text)
{
    return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

/// The parts of a name between its breaks.
std::vector<std::string> partsOf(const std::string &name)
{
    std::vector<std::string> parts(1);
    for (const char c : name)
        if (kBreaks.find(c) != std::string_view::npos)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

bool isSlipOfName(const std::string &a, const std::string &b)
{
    return std::min(a.size(), b.size()) >= kLeast && !(isWord(a) && isWord(b)) &&
           distance(a, b) <= 1;
}

} // namespace

bool isSlip(std::string_view a, std::string_view b)
{
    constexpr std::size_t kShortest = 3;
    return std::min(a.size(), b.size()) >= kShortest && std::max(a.size(), b.size()) <= kLongest &&
           distance(std::string(a), std::string(b)) == 1;
}

bool isNearName(std::string_view a, std::string_view b)
{
    const std::size_t least = std::min(a.size(), b.size());
    const std::size_t longest = std::max(a.size(), b.size());
    if (longest - least > 1 || longest > kLongest || a == b || !haveSameDigits(a, b))
        return false;
    const std::string x = lowered(a);
    const std::string y = lowered(b);
    if (x == y)
        return true;
    const std::vector<std::string> left = partsOf(x);
    const std::vector<std::string> right = partsOf(y);
    if (left.size() != right.size() || left == right) // a break too many, too few or other
        return isSlipOfName(x, y);
    // "-rw" and "-ro" are two names, however long what they share: the part has to be near.
    const auto [one, other] = std::mismatch(left.begin(), left.end(), right.begin());
    return isSlipOfName(*one, *other) && std::equal(one + 1, left.end(), other + 1);
}

std::optional<std::string> nearName(const std::string &name, const std::set<std::string> &known)
{
    if (known.count(name))
        return {};
    std::optional<std::string> found;
    for (const std::string &one : known) {
        if (!isNearName(name, one))
            continue;
        if (found)
            return {};
        found = one;
    }
    return found;
}

} // namespace drawbridge
