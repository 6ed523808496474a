// How what is open comes and goes as a whole.
#include "document/disk_round.h"
#include "document/document.h"
#include "document/opening.h"
#include "document/unsaved.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

namespace drawbridge {

namespace {

/// A folder that is opened alone has the layout of all that is in it.
QString rootOf(const QStringList &paths)
{
    return paths.size() == 1 && QFileInfo(paths.front()).isDir()
               ? QFileInfo(paths.front()).absoluteFilePath()
               : QString();
}

} // namespace

OpeningRequest Document::openingRequest(const QStringList &paths) const
{
    return {paths, rootOf(paths), m_defaultNamespace, m_profile, m_openedViewMaker};
}

bool Document::hasSettingsOf(const OpeningRequest &request) const
{
    return request.defaultNamespace == m_defaultNamespace && request.profile == m_profile;
}

void Document::startUntitled(const QByteArray &bytes, const SideState &side)
{
    takeOver(openedSketch(bytes, side, openingRequest({})));
}

std::vector<Failure> Document::open(const QStringList &paths)
{
    OpeningProgress progress;
    return takeOver(opened(openingRequest(paths), progress));
}

std::vector<Failure> Document::takeOver(Opened opened)
{
    if (!opened.contents)
        return opened.failures;
    letReadingEnd();
    emit workspaceGoes();
    replaceBy(std::move(opened.contents));
    emit pictureChanged();
    if (!opened.moved.empty())
        emit roomMade(opened.moved);
    watch();
    emit workspaceReplaced();
    return opened.failures;
}

/// Tells nobody yet.
void Document::replaceBy(std::unique_ptr<Contents> contents)
{
    ++m_revision;
    m_undoStack.clear();
    m_stirred = Stirred::Places;
    m_parsesOtherwise = false;
    m_toLookAt.clear();
    m_doubtful.clear();
    m_lookTimer.stop();
    m_rereading.reset();
    m_isToBeLookedAgain = false;
    forgetBehind();
    forgetNewFiles();
    const verdict::PluginProfile profile = m_profile;
    std::swap(static_cast<Contents &>(*this), *contents);
    freeBeside(std::move(contents));
    if (m_foreseen)
        freeBeside(std::move(m_foreseen));
    const bool isGiven = m_workspace.isDefaultNamespaceGiven();
    const QString nameSpace =
        isGiven ? QString::fromStdString(m_workspace.defaultNamespace()) : QString();
    if (nameSpace == m_defaultNamespace && profile == m_profile)
        return;
    // The settings changed meanwhile.
    assumeNamespace(m_defaultNamespace);
    m_profile = profile;
    m_graph = {}; // nothing of it was shown
    Contents::bringUpToDate(true);
}

/// Thousands of objects are not freed in an instant, and while they are, whoever needs memory
/// waits: first that is shown which took their place.
void Document::freeBeside(std::shared_ptr<const void> last)
{
    if (!last)
        return;
    static constexpr std::chrono::milliseconds kUntilFreed(300);
    m_freeing = std::thread(
        [before = std::move(m_freeing), freed = std::move(last), goes = m_goes]() mutable {
            Beside::stepBack();
            goes.wait_for(kUntilFreed);
            freed.reset();
            if (before.joinable())
                before.join();
        });
}

/// It is no longer what is saved.
void Document::dropSaved()
{
    if (!m_saved)
        return;
    auto contents = std::make_unique<Contents>();
    contents->m_saved = std::move(m_saved);
    freeBeside(std::move(contents));
}

} // namespace drawbridge
