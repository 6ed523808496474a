#include "window/layout_difference.h"

#include "messages/tr.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <vector>

namespace drawbridge {

namespace {

template <typename Map>
std::set<graph::Key> keysThatDiffer(const Map &a, const Map &b)
{
    std::set<graph::Key> result;
    for (const auto &[one, other] : {std::pair(&a, &b), std::pair(&b, &a)})
        for (const auto &[key, value] : *one) {
            const auto found = other->find(key);
            if (found == other->end() || !(found->second == value))
                result.insert(key);
        }
    return result;
}

/// Those of the one that the other has not, and the other way round; one that was changed is one.
std::size_t notesThatDiffer(const graph::PinnedNotes &a, const graph::PinnedNotes &b)
{
    static const std::vector<graph::PinnedNote> kNone;
    const auto notesOf = [](const graph::PinnedNotes &notes, const graph::Key &key) -> const auto &
    {
        const auto found = notes.find(key);
        return found == notes.end() ? kNone : found->second;
    };
    std::size_t sum = 0;
    for (const graph::Key &key : keysThatDiffer(a, b)) {
        const auto without = [&](std::vector<graph::PinnedNote> notes,
                                 const std::vector<graph::PinnedNote> &others) {
            for (const graph::PinnedNote &note : others)
                if (const auto it = std::find(notes.begin(), notes.end(), note); it != notes.end())
                    notes.erase(it);
            return notes.size();
        };
        sum += std::max(without(notesOf(a, key), notesOf(b, key)),
                        without(notesOf(b, key), notesOf(a, key)));
    }
    return sum;
}

std::size_t foldedThatDiffer(const std::set<graph::Key> &a, const std::set<graph::Key> &b)
{
    std::vector<graph::Key> result;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(),
                                  std::back_inserter(result));
    return result.size();
}

} // namespace

QString layoutDifference(const SideState &onDisk, const SideState &here)
{
    QStringList parts;
    if (const auto count = keysThatDiffer(onDisk.placement, here.placement).size())
        parts += Tr::tr("%n place(s)", nullptr, int(count));
    if (const auto count = foldedThatDiffer(onDisk.collapsed, here.collapsed))
        parts += Tr::tr("%n namespace(s) folded or open", nullptr, int(count));
    if (const auto count = notesThatDiffer(onDisk.notes, here.notes))
        parts += Tr::tr("%n note(s)", nullptr, int(count));
    if (const auto count = keysThatDiffer(onDisk.ports, here.ports).size())
        parts += Tr::tr("declared ports of %n service(s)", nullptr, int(count));
    return parts.isEmpty() ? QString()
                           : Tr::tr("What differs on disk and in the window: %1.")
                                 .arg(parts.join(QStringLiteral(", ")));
}

} // namespace drawbridge
