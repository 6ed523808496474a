#include "document/opening.h"

#include "document/file_bytes.h"

#include <QDir>
#include <QFileInfo>

#include <optional>
#include <utility>

namespace drawbridge {

namespace {

void noteFolders(Contents &contents, const OpeningRequest &request)
{
    if (QFileInfo(request.root).isDir())
        contents.m_root = request.root;
    for (const QString &path : request.paths)
        if (QFileInfo(path).isDir())
            contents.m_disk.addFolder(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
}

LoadReport loaded(const QStringList &paths, OpeningProgress &progress)
{
    std::vector<std::string> absolute;
    for (const QString &path : paths)
        absolute.push_back(QFileInfo(path).absoluteFilePath().toStdString());
    return load(absolute, {}, [&](std::size_t done, std::size_t all) {
        progress.set(OpeningProgress::Step::Reading, done, all);
        return !progress.isCancelled();
    });
}

} // namespace

std::unique_ptr<Contents> emptyContents(const OpeningRequest &settings)
{
    auto contents = std::make_unique<Contents>();
    contents->assumeNamespace(settings.defaultNamespace);
    contents->m_profile = settings.profile;
    contents->m_evaluator.setProfile(settings.profile);
    return contents;
}

/// Waits for the end of the input, as every program at the end of a pipe does.
static Opened openedInput(const OpeningRequest &request, OpeningProgress &progress)
{
    LoadReport report = load({kStandardInput});
    Opened result;
    if (!report.files.empty() && !progress.isCancelled()) {
        progress.set(OpeningProgress::Step::Judging);
        result = openedSketch(QByteArray::fromStdString(report.files.front().bytes), {}, request);
    }
    result.failures = std::move(report.failures);
    return result;
}

Opened opened(const OpeningRequest &request, OpeningProgress &progress)
{
    using Step = OpeningProgress::Step;
    if (request.isOfInput())
        return openedInput(request, progress);
    Opened result;
    LoadReport report = loaded(request.paths, progress);
    result.failures = std::move(report.failures);
    if (report.files.empty() || progress.isCancelled()) {
        result.failures.insert(result.failures.end(), report.notes.begin(), report.notes.end());
        return result;
    }
    auto contents = emptyContents(request);
    for (const Failure &note : report.notes)
        contents->m_notes.push_back({Severity::Note, note.code, {}, note.arguments, {}});
    noteFolders(*contents, request);
    for (std::size_t i = 0; i < report.files.size() && !progress.isCancelled(); ++i) {
        progress.set(Step::Parsing, i, report.files.size());
        contents->add(std::move(report.files[i]));
    }
    if (progress.isCancelled())
        return result;
    progress.set(Step::Judging);
    if (auto failure = contents->compute())
        result.failures.push_back(std::move(*failure));
    if (progress.isCancelled())
        return result;
    progress.set(Step::Drawing);
    result.moved = contents->draw();
    contents->prepare(request.viewMaker);
    if (!progress.isCancelled())
        result.contents = std::move(contents);
    return result;
}

Opened openedSketch(const QByteArray &bytes, const SideState &side, const OpeningRequest &settings)
{
    auto contents = emptyContents(settings);
    const FileId id = contents->m_workspace.add("untitled.yaml", bytes.toStdString());
    DiskState &disk = contents->m_disk.put(id, DiskState(QString()));
    disk.saved = bytes;
    disk.exists = true; // an untouched sketch need not be saved
    contents->m_side = side;
    contents->computeFresh();
    Opened result;
    result.moved = contents->draw();
    result.contents = std::move(contents);
    return result;
}

namespace {

/// What the undo step of restoring starts from: the file as the disk has it now, or without a line.
FileId addForRestoring(Contents &contents, const UnsavedFile &file)
{
    DiskState disk(file.path);
    const auto bytes = file.path.isEmpty() ? std::nullopt : wholeFile(file.path);
    disk.saved = bytes.value_or(file.began);
    disk.exists = bytes || !file.began.isEmpty();
    disk.isReadOnly = bytes && !QFileInfo(file.path).isWritable();
    const FileId id = contents.m_workspace.add(file.name.toStdString(), disk.saved.toStdString());
    contents.m_disk.put(id, std::move(disk));
    return id;
}

void planRestoring(const Contents &contents, const Unsaved &unsaved, Restoring &restoring)
{
    contents.m_workspace.effectiveObjects(); // found once, for both
    restoring.workspace = contents.m_workspace;
    for (std::size_t i = 0; i < restoring.files.size(); ++i) {
        const UnsavedFile &file = unsaved.files[i];
        auto &[id, isOther] = restoring.files[i];
        isOther = hashOf(contents.m_disk.at(id).saved) != file.base;
        const std::string text = file.bytes.toStdString();
        if (text == restoring.workspace.file(id).bytes())
            continue;
        restoring.patches.push_back(
            {id, lineDifference(restoring.workspace.file(id).bytes(), text)});
        restoring.changes.push_back(
            restoring.workspace.apply(id, restoring.patches.back().patches));
    }
}

} // namespace

Restoring openedAgain(const Unsaved &unsaved, const OpeningRequest &request,
                      OpeningProgress &progress)
{
    Restoring result;
    Opened &opened = result.opened;
    if (!request.paths.isEmpty())
        opened = drawbridge::opened(request, progress);
    const bool isOpen = opened.contents != nullptr;
    if (!isOpen)
        opened.contents = emptyContents(request);
    Contents &contents = *opened.contents;
    bool isStirred = !isOpen;
    for (const UnsavedFile &file : unsaved.files) {
        FileId id;
        if (!file.path.isEmpty())
            id = contents.m_workspace.fileAt(file.path.toStdString());
        isStirred |= !id.isValid();
        result.files.push_back({id.isValid() ? id : addForRestoring(contents, file)});
    }
    if (!isOpen) { // else all stands where it did
        contents.computeFresh();
        contents.m_graph = {};
    }
    if (isStirred && !progress.isCancelled()) {
        opened.moved = contents.bringUpToDate(true);
        contents.prepare(request.viewMaker);
    }
    planRestoring(contents, unsaved, result);
    if (progress.isCancelled())
        opened.contents.reset();
    return result;
}

Opening::Opening(OpeningRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_work([asked = m_request](OpeningProgress &progress) { return opened(asked, progress); },
             this, [this] { emit ended(); })
{
}

bool Opening::isEmpty() const
{
    return !m_work.holds([](const Opened &result) { return result.contents != nullptr; });
}

Opened Opening::take()
{
    std::optional<Opened> result = m_work.take();
    return result ? std::move(*result) : Opened();
}

} // namespace drawbridge
