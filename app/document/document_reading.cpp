// Work that only reads what is open, in another thread.
#include "document/beside.h"
#include "document/change_command.h"
#include "document/document.h"
#include "document/foreseen.h"

#include <limits>
#include <memory>
#include <utility>

namespace drawbridge {

void Document::readBeside(std::function<void()> reading)
{
    settle();
    letReadingEnd();
    m_workspace.effectiveObjects(); // made now, not by two threads that ask for them
    const auto run = [reading = std::move(reading)](OpeningProgress &) {
        reading();
        return true;
    };
    m_reading = std::make_unique<BesideWork<bool>>(run, this, [this] { endReading(); });
}

void Document::endReading()
{
    if (!m_reading || !m_reading->isEnded())
        return; // somebody waited for it
    m_reading.reset();
    emit readEnded();
}

/// Before anything that it may look at changes.
void Document::letReadingEnd()
{
    if (!m_reading)
        return;
    m_reading->hasEndedWithin(std::numeric_limits<int>::max());
    m_reading.reset();
    emit readEnded();
}

void Document::foresee(std::vector<edit::FilePatches> patches)
{
    auto foreseen = std::make_unique<Foreseen>();
    dropWithoutChange(patches);
    foreseen->patches = std::move(patches);
    foreseen->revision = m_revision;
    foreseen->workspace = m_workspace;
    foreseen->changes.reserve(foreseen->patches.size());
    for (const edit::FilePatches &file : foreseen->patches)
        foreseen->changes.push_back(foreseen->workspace.apply(file.file, file.patches));
    m_foreseen = std::move(foreseen);
}

/// Makes the workspace what was foreseen, if that is of these patches, and gives what it was; null
/// otherwise.
std::unique_ptr<Document::Foreseen>
Document::takeForeseen(const std::vector<edit::FilePatches> &patches)
{
    std::unique_ptr<Foreseen> foreseen = std::move(m_foreseen);
    if (!foreseen)
        return {};
    if (foreseen->revision == m_revision && foreseen->isOf(patches)) {
        std::swap(m_workspace, foreseen->workspace);
        return foreseen;
    }
    freeBeside(std::move(foreseen));
    return {};
}

const std::vector<edit::FilePatches> *Document::patchesOfUndo() const
{
    const auto *command =
        static_cast<const ChangeCommand *>(m_undoStack.command(m_undoStack.index() - 1));
    return command ? command->patchesOfUndo() : nullptr;
}

const std::vector<edit::FilePatches> *Document::patchesOfRedo() const
{
    const auto *command =
        static_cast<const ChangeCommand *>(m_undoStack.command(m_undoStack.index()));
    return command ? command->patchesOfRedo() : nullptr;
}

} // namespace drawbridge
