#include "document/folder_scan.h"

#include "messages/tr.h"

#include <algorithm>
#include <filesystem>

namespace drawbridge {

namespace fs = std::filesystem;

bool isManifestName(std::string_view name)
{
    if (name == ".drawbridge.json" || name.ends_with(".drawbridge.json"))
        return false;
    return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

bool isSkippedFolder(const std::string &name)
{
    return name.starts_with('.') || name == "node_modules";
}

namespace {

bool holdsKustomization(const fs::path &folder)
{
    std::error_code error;
    for (const char *name : {"kustomization.yaml", "kustomization.yml", "Kustomization"})
        if (fs::exists(folder / name, error))
            return true;
    return false;
}

class Scanner
{
public:
    Scanner(std::size_t depth, std::size_t mostFiles, const std::function<bool()> &goesOn)
        : m_depth(depth), m_mostFiles(mostFiles), m_goesOn(goesOn)
    {
    }

    void scan(const fs::path &folder, std::size_t level, bool isInTemplates,
              bool isInChart = false);
    FolderScan finish();

private:
    bool enter(const fs::directory_entry &entry, std::size_t level, bool isInTemplates,
               bool isChart, bool isInChart);
    void addFile(const std::string &path, bool isInTemplates);
    void fail(const fs::path &path, const std::string &reason);

    const std::size_t m_depth;
    const std::size_t m_mostFiles;
    const std::function<bool()> &m_goesOn;
    FolderScan m_result;
    bool m_isFull = false;
    bool m_isEnough = false;
};

void Scanner::fail(const fs::path &path, const std::string &reason)
{
    m_result.failures.push_back({Code::FileUnreadable, {path.string(), reason}});
}

void Scanner::addFile(const std::string &path, bool isInTemplates)
{
    if (isInTemplates)
        ++m_result.templates;
    else
        m_result.paths.push_back(path);
    m_isFull = m_result.paths.size() + m_result.templates > m_mostFiles;
}

void Scanner::scan(const fs::path &folder, std::size_t level, bool isInTemplates, bool isInChart)
{
    if (level > m_depth) {
        fail(folder, Tr::tr("it lies more than %1 folders deep").arg(m_depth).toStdString());
        return;
    }
    m_result.folders.push_back(folder.string());
    std::error_code error;
    const bool isChart = fs::exists(folder / "Chart.yaml", error);
    if (isChart && !isInChart)
        m_result.charts.push_back(folder.string());
    if (holdsKustomization(folder))
        m_result.kustomizations.push_back(folder.string());
    fs::directory_iterator entries(folder, error);
    while (!error && entries != fs::directory_iterator() && !m_isFull && !m_isEnough) {
        const fs::directory_entry &entry = *entries;
        if (!enter(entry, level, isInTemplates, isChart, isChart || isInChart) &&
            isManifestName(entry.path().filename().string()))
            addFile(entry.path().string(), isInTemplates);
        entries.increment(error);
        m_isEnough = m_isEnough || (m_goesOn && !m_goesOn());
    }
    if (error)
        fail(folder, error.message());
}

/// Goes into what is a folder; false for anything else. A symbolic link to one is passed by.
bool Scanner::enter(const fs::directory_entry &entry, std::size_t level, bool isInTemplates,
                    bool isChart, bool isInChart)
{
    std::error_code error;
    if (!entry.is_directory(error))
        return false;
    const std::string name = entry.path().filename().string();
    if (!entry.is_symlink(error) && !isSkippedFolder(name))
        scan(entry.path(), level + 1, isInTemplates || (isChart && name == "templates"), isInChart);
    return true;
}

FolderScan Scanner::finish()
{
    if (m_isFull) {
        m_result.paths.clear();
        m_result.failures.push_back({Code::TooManyFiles, {std::to_string(m_mostFiles)}});
    }
    std::sort(m_result.paths.begin(), m_result.paths.end());
    std::sort(m_result.charts.begin(), m_result.charts.end());
    std::sort(m_result.kustomizations.begin(), m_result.kustomizations.end());
    std::sort(m_result.failures.begin(), m_result.failures.end(),
              [](const Failure &a, const Failure &b) { return a.arguments < b.arguments; });
    return std::move(m_result);
}

} // namespace

FolderScan scanFolder(const std::string &folder, std::size_t depth, std::size_t mostFiles,
                      const std::function<bool()> &goesOn)
{
    Scanner scanner(depth, mostFiles, goesOn);
    scanner.scan(folder, 0, false);
    return scanner.finish();
}

} // namespace drawbridge
