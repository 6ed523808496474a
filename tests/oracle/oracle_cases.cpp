// Runs the oracle over folders of cases that others wrote: oracle_cases <cases-dir>
// Exit code 0: all passed, 1: some failed, 2: wrong use.

#include "oracle.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

std::string readFile(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Lines linesOf(const std::string &text)
{
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line[0] != '#')
            lines.push_back(line);
    }
    return lines;
}

// What a folder scan reads: .yaml, .yml and .json at any depth, but no hidden folders.
oracle::Cluster loadFolder(const fs::path &folder)
{
    std::vector<std::pair<std::string, std::string>> files;
    for (auto it = fs::recursive_directory_iterator(folder); it != fs::end(it); ++it) {
        const fs::path &path = it->path();
        if (it->is_directory() && path.filename().string()[0] == '.') {
            it.disable_recursion_pending();
            continue;
        }
        const std::string extension = path.extension().string();
        if (it->is_regular_file() &&
            (extension == ".yaml" || extension == ".yml" || extension == ".json"))
            files.emplace_back(path.string(), readFile(path));
    }
    return oracle::load(files);
}

// The lines of one side that the other lacks, in the manner of diff.
void addDifference(const Lines &expected, const Lines &actual, Lines &problems)
{
    const std::set<std::string> wanted(expected.begin(), expected.end());
    const std::set<std::string> found(actual.begin(), actual.end());
    for (const std::string &line : expected) {
        if (found.count(line) == 0)
            problems.push_back("- " + line);
    }
    for (const std::string &line : actual) {
        if (wanted.count(line) == 0)
            problems.push_back("+ " + line);
    }
}

struct ListLine
{
    std::string src;
    std::string dst;
    std::string connections;
};

ListLine splitLine(const std::string &line)
{
    const std::size_t arrow = line.find(" => ");
    const std::size_t colon = line.find(" : ", arrow);
    return {line.substr(0, arrow), line.substr(arrow + 4, colon - arrow - 4),
            line.substr(colon + 3)};
}

bool parseRange(const std::string &text, oracle::AddressRange &range)
{
    const std::string suffix = "[External]";
    if (text.size() < suffix.size() || text.substr(text.size() - suffix.size()) != suffix)
        return false;
    const std::size_t dash = text.find('-');
    const auto first = oracle::Address::parse(text.substr(0, dash));
    const auto last =
        oracle::Address::parse(text.substr(dash + 1, text.size() - suffix.size() - dash - 1));
    if (!first || !last)
        return false;
    range = {*first, *last};
    return true;
}

// The same list with touching outside ranges joined where all else is equal, sorted.
Lines merged(const Lines &lines)
{
    using Group = std::tuple<bool, std::string, std::string>; // range is source, other, connections
    std::map<Group, std::map<oracle::Address, oracle::Address>> groups;
    Lines result;
    for (const std::string &line : lines) {
        const ListLine parts = splitLine(line);
        oracle::AddressRange range;
        if (parseRange(parts.src, range))
            groups[{true, parts.dst, parts.connections}][range.first] = range.last;
        else if (parseRange(parts.dst, range))
            groups[{false, parts.src, parts.connections}][range.first] = range.last;
        else
            result.push_back(line);
    }
    for (const auto &[group, ranges] : groups) {
        const auto &[isSource, other, connections] = group;
        for (auto it = ranges.begin(); it != ranges.end();) {
            oracle::AddressRange range{it->first, it->second};
            for (++it; it != ranges.end() && oracle::nextAddress(range.last) == it->first; ++it)
                range.last = it->second;
            const std::string text = range.text();
            result.push_back((isSource ? text + " => " + other : other + " => " + text) + " : " +
                             connections);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

struct Result
{
    Lines problems;
    bool isEqualMerged = false; // list cases: equal once outside ranges are merged
};

Result runList(const fs::path &folder)
{
    Result result;
    const std::string expected = readFile(folder / "expected.txt");
    const std::string actual = oracle::listText(loadFolder(folder / "manifests"));
    result.isEqualMerged = merged(linesOf(expected)) == merged(linesOf(actual));
    if (expected != actual && expected + "\n" != actual) {
        addDifference(linesOf(expected), linesOf(actual), result.problems);
        if (result.problems.empty())
            result.problems.emplace_back("the same lines, but other bytes");
    }
    return result;
}

// "namespace/pod" or an outside address.
bool findEnd(const oracle::Cluster &cluster, const std::string &text,
             std::vector<oracle::End> &ends)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) {
        const auto address = oracle::Address::parse(text);
        if (address)
            ends.emplace_back(*address);
        return address.has_value();
    }
    const oracle::Pod *pod = cluster.findPod(text.substr(0, slash), text.substr(slash + 1));
    if (pod != nullptr)
        ends.emplace_back(*pod);
    return pod != nullptr;
}

bool connectionsBetween(const oracle::Cluster &cluster, const std::string &src,
                        const std::string &dst, oracle::Connections &connections)
{
    std::vector<oracle::End> ends;
    if (!findEnd(cluster, src, ends) || !findEnd(cluster, dst, ends))
        return false;
    connections = oracle::allowed(cluster, ends[0], ends[1]);
    return true;
}

// Lines `src dst protocol port allow|deny|true|false`, with the whole set in quotes if it is known.
void checkPoint(const oracle::Cluster &cluster, const std::string &line, Result &result)
{
    std::istringstream stream(line);
    std::string src;
    std::string dst;
    std::string protocol;
    std::string port;
    std::string verdict;
    stream >> src >> dst >> protocol >> port >> verdict;
    oracle::Connections connections;
    if (!connectionsBetween(cluster, src, dst, connections)) {
        result.problems.push_back("no such end: " + line);
        return;
    }
    const bool isAllowed = port == "all" ? connections == oracle::Connections::all()
                                         : connections.allows(protocol, std::stoi(port));
    const bool isExpected = verdict == "allow" || verdict == "true";
    const std::size_t quote = line.find('"');
    const std::string set =
        quote == std::string::npos ? "" : line.substr(quote + 1, line.rfind('"') - quote - 1);
    if (isAllowed != isExpected || (!set.empty() && connections.text() != set))
        result.problems.push_back("- " + line + "   (oracle: " + connections.text() + ")");
}

Result runPoints(const fs::path &folder)
{
    Result result;
    const oracle::Cluster cluster = loadFolder(folder / "manifests");
    const Lines lines = linesOf(readFile(folder / "expected_points.txt"));
    for (const std::string &line : lines)
        checkPoint(cluster, line, result);
    if (lines.empty())
        result.problems.emplace_back("no points");
    return result;
}

// Lines `src: S, dest: D, allowed conns: C`, where C is a set, or true or false for TCP 80.
Result runPodMap(const fs::path &folder)
{
    Result result;
    const oracle::Cluster cluster = loadFolder(folder / "manifests");
    const Lines lines = linesOf(readFile(folder / "expected.txt"));
    for (const std::string &line : lines) {
        const std::size_t dest = line.find(", dest: ");
        const std::size_t set = line.find(", allowed conns: ");
        const std::string expected = line.substr(set + 17);
        oracle::Connections connections;
        if (!connectionsBetween(cluster, line.substr(5, dest - 5),
                                line.substr(dest + 8, set - dest - 8), connections)) {
            result.problems.push_back("no such end: " + line);
            continue;
        }
        const bool isPoint = expected == "true" || expected == "false";
        const std::string point = connections.allows("TCP", 80) ? "true" : "false";
        const std::string actual = isPoint ? point : connections.text();
        if (actual != expected)
            result.problems.push_back("- " + line + "   (oracle: " + actual + ")");
    }
    if (lines.empty())
        result.problems.emplace_back("no pairs");
    return result;
}

struct Row
{
    std::string set;
    int cases = 0;
    int passed = 0;
    int passedMerged = 0;
};

Row runSet(const fs::path &root, const std::string &name, Result (*run)(const fs::path &))
{
    Row row{name};
    std::vector<fs::path> folders;
    if (fs::is_directory(root / name)) {
        for (const auto &entry : fs::directory_iterator(root / name)) {
            if (fs::is_directory(entry.path() / "manifests"))
                folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    for (const fs::path &folder : folders) {
        const Result result = run(folder);
        ++row.cases;
        row.passed += result.problems.empty() ? 1 : 0;
        row.passedMerged += result.problems.empty() || result.isEqualMerged ? 1 : 0;
        if (result.problems.empty())
            continue;
        std::cout << "FAILED " << name << "/" << folder.filename().string() << "\n";
        for (const std::string &problem : result.problems)
            std::cout << "  " << problem << "\n";
    }
    return row;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2 || !fs::is_directory(argv[1])) {
        std::cerr << "usage: oracle_cases <cases-dir>\n";
        return 2;
    }
    const fs::path root = argv[1];
    const std::vector<Row> rows{
        runSet(root, "connlist", runList),
        runSet(root, "e2e", runPoints),
        runSet(root, "eval-points", runPoints),
        runSet(root, "truthtables", runPoints),
        runSet(root, "podmap", runPodMap),
        runSet(root, "connlist-anp", runList),
        runSet(root, "connlist-anp-parsed", runList),
    };
    std::cout << "set\tcases\tpassed\tpassed with outside ranges merged\n";
    bool isClean = true;
    for (const Row &row : rows) {
        std::cout << row.set << "\t" << row.cases << "\t" << row.passed << "\t" << row.passedMerged
                  << "\n";
        isClean = isClean && row.cases > 0 && row.passed == row.cases;
    }
    return isClean ? 0 : 1;
}
