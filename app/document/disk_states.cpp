#include "document/disk_states.h"

#include <algorithm>
#include <utility>

namespace drawbridge {

static void set(std::set<FileId> &files, FileId file, bool isIn)
{
    if (isIn)
        files.insert(file);
    else
        files.erase(file);
}

DiskState &DiskStates::put(FileId file, DiskState state)
{
    erase(file);
    DiskState &there = m_states.emplace(file, std::move(state)).first->second;
    countName(there.path(), 1);
    note(file);
    notePath(file);
    return there;
}

void DiskStates::erase(FileId file)
{
    const auto found = m_states.find(file);
    if (found == m_states.end())
        return;
    countName(found->second.path(), -1);
    m_states.erase(found);
    for (std::set<FileId> *files : {&m_onlyHere, &m_untitled, &m_outside})
        files->erase(file);
}

void DiskStates::setPath(FileId file, const QString &path)
{
    QString &there = m_states.at(file).m_path;
    countName(there, -1);
    countName(path, 1);
    there = path;
    notePath(file);
}

void DiskStates::setModified(FileId file, bool isModified)
{
    m_states.at(file).m_isModified = isModified;
    note(file);
}

void DiskStates::setGone(FileId file, bool isGone)
{
    m_states.at(file).m_isGone = isGone;
    note(file);
}

std::set<FileId> DiskStates::onlyHereOrUntitled() const
{
    std::set<FileId> all = m_onlyHere;
    all.insert(m_untitled.begin(), m_untitled.end());
    return all;
}

void DiskStates::addFolder(const QString &path)
{
    m_folders += path;
    for (const auto &[file, state] : m_states)
        notePath(file);
}

void DiskStates::note(FileId file)
{
    set(m_onlyHere, file, m_states.at(file).isOnlyHere());
}

void DiskStates::notePath(FileId file)
{
    const QString &path = m_states.at(file).path();
    const bool isInside =
        std::any_of(m_folders.begin(), m_folders.end(), [&path](const QString &folder) {
            return path.size() > folder.size() && path[folder.size()] == u'/' &&
                   path.startsWith(folder);
        });
    set(m_untitled, file, path.isEmpty());
    set(m_outside, file, !path.isEmpty() && !isInside);
}

void DiskStates::countName(const QString &path, int by)
{
    if (path.isEmpty())
        return;
    const QString name = path.mid(path.lastIndexOf(u'/') + 1);
    if ((m_names[name] += by) == 0)
        m_names.remove(name);
}

} // namespace drawbridge
