#include "document/loader.h"

#include "document/file_bytes.h"
#include "document/folder_scan.h"
#include "kube/workspace.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

namespace drawbridge {

namespace fs = std::filesystem;

namespace {

/// The line that holds a byte.
std::string_view lineAt(std::string_view bytes, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return bytes.substr(begin, bytes.find('\n', offset) - begin);
}

bool isFault(Severity severity)
{
    return severity == Severity::Error || severity == Severity::Warning;
}

/// True if some line says what kind of object begins here; saves reading most files twice.
bool surelyHoldsObjects(std::string_view bytes)
{
    return bytes.starts_with("kind:") || bytes.find("\nkind:") != std::string_view::npos ||
           (bytes.find("\"kind\"") != std::string_view::npos &&
            bytes.find("\"apiVersion\"") != std::string_view::npos);
}

enum class Content { Objects, Nothing, HelmTemplate };

/// Where the braces of a template are what is wrong.
std::vector<std::size_t> bracesOf(const LoadedFile &file,
                                  const std::vector<Diagnostic> &diagnostics)
{
    std::vector<std::size_t> places;
    for (const Diagnostic &diagnostic : diagnostics) {
        const std::size_t place = diagnostic.place.range.begin;
        if (diagnostic.severity == Severity::Error
                ? lineAt(file.bytes, place).find("{{") != std::string_view::npos
                : isFault(diagnostic.severity) && file.bytes.compare(place, 2, "{{") == 0)
            places.push_back(place);
    }
    return places;
}

/// A broken file counts as one with objects, because its error must be seen; but not where the
/// error is a template's braces and no object of the file is free of them.
Content contentOf(const LoadedFile &file)
{
    const bool hasBraces = file.bytes.find("{{") != std::string::npos;
    if (!hasBraces && surelyHoldsObjects(file.bytes))
        return Content::Objects;
    kube::Workspace workspace;
    workspace.add(file.path, file.bytes);
    const std::vector<Diagnostic> diagnostics = workspace.diagnostics();
    const std::vector<std::size_t> braces = bracesOf(file, diagnostics);
    const std::vector<kube::ObjectPtr> objects = workspace.objects();
    const auto isWhole = [&](const kube::ObjectPtr &object) {
        const TextRange range = workspace.place(object.get()).range;
        return !object->meta.kind.empty() &&
               std::none_of(braces.begin(), braces.end(), [&](std::size_t place) {
                   return range.begin <= place && place < range.end;
               });
    };
    if (std::any_of(objects.begin(), objects.end(), isWhole))
        return Content::Objects;
    if (!braces.empty())
        return Content::HelmTemplate;
    const bool isBroken = std::any_of(diagnostics.begin(), diagnostics.end(),
                                      [](const auto &d) { return d.severity == Severity::Error; });
    return isBroken ? Content::Objects : Content::Nothing;
}

/// A path as one word of a command line.
std::string shellWord(const std::string &path)
{
    const bool isPlain = std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/._-+,:@%").find(c) != std::string_view::npos;
    });
    std::string safe = path.starts_with('-') ? "./" + path : path;
    if (isPlain)
        return safe;
    std::string word = "'";
    for (char c : safe)
        word += c == '\'' ? "'\\''" : std::string(1, c);
    return word + '\'';
}

/// Reads path after path and keeps the books.
class Loader
{
public:
    Loader(const LoadLimits &limits, LoadWatch watch, std::size_t paths)
        : m_limits(limits), m_watch(std::move(watch)), m_found(paths)
    {
    }

    void add(const std::string &path);
    void keep(LoadedFile file, bool isFound);
    void leaveOut(std::size_t templates) { m_templates += templates; }
    LoadReport finish();

private:
    void addFolder(const std::string &path);
    void read(const std::string &path, bool isFound);

    const LoadLimits m_limits;
    const LoadWatch m_watch;
    std::size_t m_found; ///< to be read
    std::size_t m_done = 0;
    bool m_isEnough = false;
    LoadReport m_report;
    std::set<std::string> m_seen; ///< canonical paths
    std::size_t m_totalSize = 0;
    std::size_t m_templates = 0;
    std::size_t m_withoutObjects = 0;
};

void Loader::add(const std::string &path)
{
    std::error_code error;
    if (path != kStandardInput && fs::is_directory(path, error))
        addFolder(path);
    else
        read(path, false);
}

void Loader::addFolder(const std::string &path)
{
    const auto goesOn = [this] {
        m_isEnough = m_isEnough || (m_watch && !m_watch(m_done, m_found));
        return !m_isEnough;
    };
    if (!goesOn())
        return;
    const FolderScan scan = scanFolder(path, m_limits.depth, m_limits.files, goesOn);
    if (m_isEnough)
        return;
    m_report.failures.insert(m_report.failures.end(), scan.failures.begin(), scan.failures.end());
    m_templates += scan.templates;
    for (const std::string &chart : scan.charts)
        m_report.notes.push_back({Code::HelmChart, {chart, shellWord(chart)}});
    for (const std::string &folder : scan.kustomizations)
        m_report.notes.push_back({Code::Kustomization, {folder, shellWord(folder)}});
    m_found += scan.paths.size() - std::min<std::size_t>(1, scan.paths.size());
    for (const std::string &found : scan.paths)
        read(found, true);
    if (scan.paths.empty() && scan.failures.empty() && scan.templates == 0)
        m_report.failures.push_back({Code::NothingToRead, {path}});
}

void Loader::read(const std::string &path, bool isFound)
{
    m_isEnough = m_isEnough || (m_watch && !m_watch(m_done, m_found));
    ++m_done;
    if (m_isEnough)
        return;
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    const std::string identity = error || path == kStandardInput ? "\n" + path : canonical.string();
    if (!m_seen.insert(identity).second)
        return;
    if (m_report.files.size() >= m_limits.files) {
        const Failure failure{Code::TooManyFiles, {std::to_string(m_limits.files)}};
        if (m_report.failures.empty() || m_report.failures.back() != failure)
            m_report.failures.push_back(failure);
        return;
    }
    const std::size_t limit = std::min(m_limits.fileSize, m_limits.totalSize - m_totalSize);
    const std::optional<FileStamp> stamp = stampOf(path);
    Result<std::string> bytes =
        path == kStandardInput ? readStandardInput(limit) : readFile(path, limit);
    if (bytes)
        keep({path, std::move(bytes.value()), stamp}, isFound);
    else
        m_report.failures.push_back(bytes.failure());
}

void Loader::keep(LoadedFile file, bool isFound)
{
    const Content content = isFound ? contentOf(file) : Content::Objects;
    m_templates += content == Content::HelmTemplate;
    m_withoutObjects += content == Content::Nothing;
    if (content != Content::Objects)
        return;
    m_totalSize += file.bytes.size();
    m_report.files.push_back(std::move(file));
}

LoadReport Loader::finish()
{
    std::sort(m_report.files.begin(), m_report.files.end(),
              [](const LoadedFile &a, const LoadedFile &b) { return a.path < b.path; });
    if (m_templates > 0)
        m_report.notes.push_back({Code::HelmTemplate, {std::to_string(m_templates)}});
    if (m_withoutObjects > 0)
        m_report.notes.push_back({Code::NoKubernetesObjects, {std::to_string(m_withoutObjects)}});
    return std::move(m_report);
}

} // namespace

LoadReport load(const std::vector<std::string> &paths, const LoadLimits &limits,
                const LoadWatch &watch)
{
    // In path order, so that the same paths in another order give the same report.
    std::vector<std::string> ordered = paths;
    std::sort(ordered.begin(), ordered.end());
    Loader loader(limits, watch, ordered.size());
    for (const std::string &path : ordered)
        loader.add(path);
    return loader.finish();
}

LoadReport sifted(std::vector<LoadedFile> named, std::vector<LoadedFile> found,
                  std::size_t templates)
{
    Loader loader(LoadLimits(), {}, 0);
    for (LoadedFile &file : named)
        loader.keep(std::move(file), false);
    for (LoadedFile &file : found)
        loader.keep(std::move(file), true);
    loader.leaveOut(templates);
    return loader.finish();
}

} // namespace drawbridge
