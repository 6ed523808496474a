#include "document/git_tree.h"

#include "document/folder_scan.h"

#include <QList>

#include <algorithm>
#include <set>
#include <string_view>

namespace drawbridge {

namespace {

/// "100644 blob 3b18e512dba79e4c8300dd08aeb37f8e728b8dad      12\tdeploy/api.yaml"
GitEntry entryOf(const QByteArray &line)
{
    const qsizetype tab = line.indexOf('\t');
    const QList<QByteArray> words = line.left(tab).simplified().split(' ');
    if (tab < 0 || words.size() != 4)
        return {};
    return {words[0].toStdString(), words[2].toStdString(), std::size_t(words[3].toULongLong()),
            line.mid(tab + 1).toStdString()};
}

bool isFile(const GitEntry &entry)
{
    return entry.mode.starts_with("100");
}

bool isSubmodule(const GitEntry &entry)
{
    return entry.mode == "160000";
}

/// The part of a path below a folder; empty if it is not below it.
std::string_view below(std::string_view path, const std::string &folder)
{
    if (folder.empty())
        return path;
    const bool isBelow =
        path.size() > folder.size() + 1 && path.starts_with(folder) && path[folder.size()] == '/';
    return isBelow ? path.substr(folder.size() + 1) : std::string_view();
}

/// The folders of charts in the tree, with a slash at the end.
std::set<std::string> chartsOf(const std::vector<GitEntry> &entries)
{
    constexpr std::string_view kChart = "Chart.yaml";
    std::set<std::string> charts;
    for (const GitEntry &entry : entries) {
        const std::string_view path = entry.path;
        if (path == kChart || path.ends_with("/Chart.yaml"))
            charts.insert(entry.path.substr(0, path.size() - kChart.size()));
    }
    return charts;
}

/// Sorts the entries below one folder as FolderScan does.
class FolderSelection
{
public:
    FolderSelection(const std::string &folder, const std::set<std::string> &charts,
                    std::size_t depth)
        : m_folder(folder), m_charts(charts), m_depth(depth)
    {
    }

    enum class Kind { Left, Template, Manifest };

    Kind kindOf(std::string_view rest) const
    {
        std::string at = m_folder.empty() ? std::string() : m_folder + '/';
        bool isTemplate = false;
        std::size_t level = 0;
        for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos;) {
            const std::string name(rest.substr(0, slash));
            if (isSkippedFolder(name) || ++level > m_depth)
                return Kind::Left;
            isTemplate |= name == "templates" && m_charts.count(at) > 0;
            at += name + '/';
            rest.remove_prefix(slash + 1);
        }
        if (!isManifestName(rest))
            return Kind::Left;
        return isTemplate ? Kind::Template : Kind::Manifest;
    }

private:
    const std::string &m_folder;
    const std::set<std::string> &m_charts;
    const std::size_t m_depth;
};

} // namespace

std::vector<GitEntry> readGitTree(const QByteArray &listing)
{
    std::vector<GitEntry> entries;
    for (const QByteArray &line : listing.split('\0'))
        if (GitEntry entry = entryOf(line); !entry.path.empty())
            entries.push_back(std::move(entry));
    return entries;
}

GitSelection selectInGitTree(const std::vector<GitEntry> &entries,
                             const std::vector<std::string> &paths, std::size_t depth)
{
    GitSelection selection;
    const std::set<std::string> charts = chartsOf(entries);
    std::set<std::string_view> seen;
    for (const std::string &path : paths) {
        bool isThere = false;
        const FolderSelection folder(path, charts, depth);
        for (const GitEntry &entry : entries) {
            const bool isNamed = entry.path == path;
            // What a submodule holds is not known here, but on disk it would be read.
            const std::string whole = isSubmodule(entry) ? entry.path + "/.yaml" : entry.path;
            const std::string_view rest = below(whole, path);
            const auto kind = isNamed        ? FolderSelection::Kind::Manifest
                              : rest.empty() ? FolderSelection::Kind::Left
                                             : folder.kindOf(rest);
            if (kind == FolderSelection::Kind::Left)
                continue;
            isThere = true;
            if (!seen.insert(entry.path).second)
                continue;
            if (kind == FolderSelection::Kind::Template)
                ++selection.templates;
            else if (!isFile(entry))
                ++selection.skipped;
            else
                (isNamed ? selection.named : selection.found).push_back(entry);
        }
        if (!isThere)
            selection.absent.push_back(path);
    }
    return selection;
}

} // namespace drawbridge
