#pragma once

#include "document/beside.h"
#include "document/contents.h"
#include "document/loader.h"
#include "document/unsaved.h"
#include "edit/intent.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace drawbridge {

/// What shall be opened, and by which settings.
struct OpeningRequest
{
    QStringList paths; ///< kStandardInput alone: a sketch of what comes by it, read once
    QString root;      ///< the folder that the layout belongs to; empty: to a file
    QString defaultNamespace;
    verdict::PluginProfile profile;
    ViewMaker viewMaker = nullptr; ///< may be none

    bool isOfInput() const { return paths == QStringList{QString::fromLatin1(kStandardInput)}; }
};

/// What a Document takes over.
struct Opened
{
    std::unique_ptr<Contents> contents; ///< null: nothing could be read, or it was called off
    std::vector<graph::Key> moved;      ///< gave way to what is new since the layout was saved
    std::vector<Failure> failures;
};

/// Everything that opening has to do and no window has to wait for. Can be called in any thread.
Opened opened(const OpeningRequest &request, OpeningProgress &progress);
/// Nothing yet, by these settings.
std::unique_ptr<Contents> emptyContents(const OpeningRequest &settings);
/// The same as opened(), of a sketch.
Opened openedSketch(const QByteArray &bytes, const SideState &side, const OpeningRequest &settings);

/// What a Document takes over to restore what was not saved.
struct Restoring
{
    struct File
    {
        FileId id;
        bool isOther = false; ///< the disk holds something else than the text was made from
    };
    Opened opened;           ///< as the disk has it now
    std::vector<File> files; ///< of what was not saved, in that order
    /// What makes the texts those that were not saved, and what they become by it.
    std::vector<edit::FilePatches> patches;
    std::vector<kube::Workspace::Change> changes;
    kube::Workspace workspace;
    std::uint64_t revision = 0; ///< of what was taken over
};

/// The same as opened(), of what was open when `unsaved` was kept; also where nothing of it can be
/// read.
Restoring openedAgain(const Unsaved &unsaved, const OpeningRequest &request,
                      OpeningProgress &progress);

/// opened() in a thread of its own, which is never waited for. Changes nothing that is open.
class Opening : public QObject
{
    Q_OBJECT

public:
    explicit Opening(OpeningRequest request, QObject *parent = nullptr);

    const OpeningRequest &request() const { return m_request; }
    const OpeningProgress &progress() const { return m_work.progress(); }
    void cancel() { m_work.cancel(); }
    bool isEnded() const { return m_work.isEnded(); }
    bool isEmpty() const; ///< there is nothing to be taken over
    /// Once, when it has ended; nothing if it was called off.
    Opened take();

signals:
    void ended(); ///< also when it was called off

private:
    const OpeningRequest m_request;
    BesideWork<Opened> m_work;
};

} // namespace drawbridge
