#include "kube/workspace.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace drawbridge::kube {

Workspace::Workspace(std::string defaultNamespace) : m_defaultNamespace(std::move(defaultNamespace))
{
}

namespace {

/// The text as it is, or as it was when it last parsed; null if it never did.
const yaml::Piece *meaningOf(const yaml::Piece &piece)
{
    return piece.isParsed ? &piece : piece.lastGood.get();
}

ItemDefaults defaultsOf(const yaml::Piece &shell)
{
    const yaml::Piece *meaning = meaningOf(shell);
    return meaning ? itemDefaults(*meaning) : ItemDefaults();
}

/// What a List item's shell says of its kind; nothing for other pieces.
ItemDefaults defaultsAt(const std::vector<yaml::PlacedPiece> &pieces, std::size_t index)
{
    const yaml::PlacedPiece &placed = pieces[index];
    return placed.shell < pieces.size() ? defaultsOf(*pieces[placed.shell].piece) : ItemDefaults();
}

bool hasShell(const std::vector<yaml::PlacedPiece> &pieces, std::size_t first, std::size_t count)
{
    return std::any_of(pieces.begin() + long(first), pieces.begin() + long(first + count),
                       [](const yaml::PlacedPiece &placed) {
                           return placed.piece->role == yaml::Role::ListShell;
                       });
}

/// The items behind a change of shells may belong to another one now.
void widenToItems(yaml::File::Update &update, const std::vector<yaml::PlacedPiece> &pieces)
{
    for (std::size_t next = update.first + update.inserted;
         next < pieces.size() && pieces[next].piece->role == yaml::Role::ListItem; ++next) {
        ++update.removed;
        ++update.inserted;
    }
}

} // namespace

std::vector<ObjectPtr> Workspace::decodePiece(const yaml::File &file, std::size_t piece) const
{
    const yaml::PlacedPiece &placed = file.pieces()[piece];
    const ItemDefaults defaults = defaultsAt(file.pieces(), piece);
    return decode(placed.piece->isParsed ? placed.piece : placed.piece->lastGood, defaults);
}

FileId Workspace::add(std::string path, std::string bytes, FileId id)
{
    if (!id.isValid())
        id = FileId{m_nextFile++};
    Entry entry{yaml::File::parse(std::move(path), std::move(bytes)), {}};
    for (std::size_t i = 0; i < entry.file.pieces().size(); ++i)
        entry.objects.push_back(decodePiece(entry.file, i));
    const std::size_t count = entry.objects.size();
    m_files.emplace(id, SharedValue<Entry>(std::move(entry)));
    order(id);
    m_effective.reset();
    locate(id, 0, count);
    return id;
}

Workspace::Change Workspace::remove(FileId file)
{
    Change change;
    for (const auto &objects : m_files.at(file)->objects)
        change.removed.insert(change.removed.end(), objects.begin(), objects.end());
    for (const ObjectPtr &object : change.removed)
        m_locations.own().erase(object.get());
    m_files.erase(file);
    std::erase(m_order, file);
    m_effective.reset();
    return change;
}

void Workspace::order(FileId id)
{
    const auto isBefore = [this](FileId a, FileId b) {
        return std::tie(file(a).path(), a) < std::tie(file(b).path(), b);
    };
    // As a folder is read they are in order already.
    const auto at = m_order.empty() || isBefore(m_order.back(), id)
                        ? m_order.end()
                        : std::lower_bound(m_order.begin(), m_order.end(), id, isBefore);
    m_order.insert(at, id);
}

namespace {

/// True if the objects of `before` say what those of `after` would. What is wrong with an object
/// has a place, so such objects are read again.
bool staysAsItWas(const yaml::Piece &before, const yaml::Piece &after,
                  const std::vector<ObjectPtr> &objects)
{
    const yaml::Piece *old = meaningOf(before);
    const yaml::Piece *now = meaningOf(after);
    if (!old || !now || old == now)
        return old && old == now;
    const auto isSound = [](const ObjectPtr &object) { return object->problems.empty(); };
    return std::all_of(objects.begin(), objects.end(), isSound) &&
           yaml::differInPlacesOnly(old->tree, now->tree);
}

} // namespace

namespace {

/// Of what is not judged, which never counts.
bool isOfOthers(const Workspace::Change &change)
{
    const auto isOther = [](const ObjectPtr &object) {
        return std::holds_alternative<Other>(object->value);
    };
    return std::all_of(change.removed.begin(), change.removed.end(), isOther) &&
           std::all_of(change.added.begin(), change.added.end(), isOther);
}

} // namespace

Workspace::Change Workspace::apply(FileId id, const Patches &patches)
{
    Entry &entry = m_files.at(id).own();
    const std::vector<yaml::PlacedPiece> before = entry.file.pieces();
    yaml::File::Update update = entry.file.apply(patches);
    const std::vector<yaml::PlacedPiece> &pieces = entry.file.pieces();
    const bool sameCount = update.removed == update.inserted;
    if (!sameCount || hasShell(before, update.first, update.removed) ||
        hasShell(pieces, update.first, update.inserted))
        widenToItems(update, pieces);

    // Objects of pieces that a wider update kept are kept too.
    struct Old
    {
        std::size_t index;
        std::vector<ObjectPtr> objects;
    };
    std::unordered_multimap<const yaml::Piece *, Old> old;
    for (std::size_t i = update.first; i < update.first + update.removed; ++i)
        old.emplace(before[i].piece.get(), Old{i, std::move(entry.objects[i])});
    const auto first = entry.objects.begin() + long(update.first);
    entry.objects.erase(first, first + long(update.removed));

    Change change;
    std::vector<std::vector<ObjectPtr>> inserted;
    for (std::size_t i = update.first; i < update.first + update.inserted; ++i) {
        const yaml::Piece &piece = *pieces[i].piece;
        auto kept = old.find(&piece);
        if (kept == old.end() && sameCount) {
            kept = old.find(before[i].piece.get());
            if (kept != old.end() && !staysAsItWas(*before[i].piece, piece, kept->second.objects))
                kept = old.end();
        }
        if (kept != old.end() && !(defaultsAt(before, kept->second.index) == defaultsAt(pieces, i)))
            kept = old.end();
        if (kept == old.end()) {
            inserted.push_back(decodePiece(entry.file, i));
            change.added.insert(change.added.end(), inserted.back().begin(), inserted.back().end());
            continue;
        }
        change.parsesOtherwise |= before[kept->second.index].piece->isParsed != piece.isParsed;
        inserted.push_back(std::move(kept->second.objects));
        old.erase(kept);
    }
    for (auto &[piece, gone] : old)
        change.removed.insert(change.removed.end(), gone.objects.begin(), gone.objects.end());
    entry.objects.insert(entry.objects.begin() + long(update.first),
                         std::make_move_iterator(inserted.begin()),
                         std::make_move_iterator(inserted.end()));
    for (const ObjectPtr &object : change.removed)
        m_locations.own().erase(object.get());
    locate(id, update.first, sameCount ? update.first + update.inserted : entry.objects.size());
    if (sameCount && update.removed <= 1)
        keepEffective(change);
    else if (!isOfOthers(change))
        m_effective.reset();
    return change;
}

void Workspace::locate(FileId id, std::size_t from, std::size_t to)
{
    const Entry &entry = *m_files.at(id);
    auto &locations = m_locations.own();
    for (std::size_t i = from; i < to; ++i) {
        const bool isStale = !entry.file.pieces()[i].piece->isParsed;
        for (const ObjectPtr &object : entry.objects[i])
            locations[object.get()] = {id, i, isStale};
    }
}

void Workspace::setPath(FileId file, std::string path)
{
    std::erase(m_order, file);
    m_files.at(file).own().file.setPath(std::move(path));
    order(file);
    m_effective.reset();
}

void Workspace::setDefaultNamespace(std::string name)
{
    m_defaultNamespace = std::move(name);
    m_effective.reset();
}

FileId Workspace::fileAt(const std::string &path) const
{
    for (const auto &[id, entry] : m_files)
        if (entry->file.path() == path)
            return id;
    return {};
}

std::vector<ObjectPtr> Workspace::objects() const
{
    std::vector<ObjectPtr> result;
    result.reserve(m_locations->size());
    for (FileId id : files())
        for (const auto &objects : m_files.at(id)->objects)
            result.insert(result.end(), objects.begin(), objects.end());
    return result;
}

/// What only one object can have; a view of it.
struct Workspace::Identity
{
    std::string_view kind;
    std::string_view name;
    std::optional<std::string_view> nameSpace;

    bool operator==(const Identity &) const = default;

    struct Hash
    {
        std::size_t operator()(const Identity &identity) const
        {
            const std::hash<std::string_view> hash;
            const std::size_t rest = hash(identity.kind) * 31 + hash(identity.name);
            return identity.nameSpace ? rest * 31 + hash(*identity.nameSpace) : rest;
        }
    };
};

Workspace::Identity Workspace::identity(const Object &object) const
{
    Identity result{object.meta.kind, object.meta.shownName(), {}};
    if (!object.isClusterScoped())
        result.nameSpace = namespaceOf(object);
    return result;
}

const std::vector<ObjectPtr> &Workspace::effectiveObjects() const
{
    if (m_effective)
        return *m_effective;
    const std::vector<ObjectPtr> all = objects();
    std::unordered_map<Identity, std::size_t, Identity::Hash> last;
    last.reserve(all.size());
    std::vector<bool> counts(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::holds_alternative<Other>(all[i]->value))
            continue;
        counts[i] = true;
        if (all[i]->meta.name.empty() && !all[i]->meta.generateName.empty())
            continue; // each would get a name of its own
        const auto [it, isNew] = last.emplace(identity(*all[i]), i);
        if (!isNew)
            counts[std::exchange(it->second, i)] = false;
    }
    m_effective = std::make_shared<std::vector<ObjectPtr>>();
    m_effective->reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (counts[i])
            m_effective->push_back(all[i]);
    return *m_effective;
}

/// For a change of one piece: an object that takes the place of one of its identity counts where
/// that one did.
void Workspace::keepEffective(const Change &change)
{
    if (!m_effective || isOfOthers(change))
        return;
    const auto isOther = [](const Object &object) {
        return std::holds_alternative<Other>(object.value);
    };
    const bool isReplaced = change.removed.size() == 1 && change.added.size() == 1 &&
                            isOther(*change.removed.front()) == isOther(*change.added.front()) &&
                            identity(*change.removed.front()) == identity(*change.added.front());
    if (!isReplaced) {
        m_effective.reset();
        return;
    }
    const auto at = std::find(m_effective->begin(), m_effective->end(), change.removed.front());
    if (at == m_effective->end())
        return;
    const auto index = at - m_effective->begin();
    SharedValue<std::vector<ObjectPtr>>::own(m_effective);
    (*m_effective)[std::size_t(index)] = change.added.front();
}

const std::string &Workspace::namespaceOf(const Object &object) const
{
    return object.meta.nameSpace.empty() ? m_defaultNamespace : object.meta.nameSpace;
}

Place Workspace::place(const Object *object, Origin origin) const
{
    const Location &at = location(object);
    const yaml::PlacedPiece &placed = file(at.file).pieces()[at.piece];
    if (at.isStale)
        return {at.file, {placed.begin, placed.begin + placed.size}};
    return {at.file, placed.toFile(object->range(origin, placed.piece->tree))};
}

Place Workspace::place(const Object *object) const
{
    return place(object, Origin{object->node});
}

const std::vector<ObjectPtr> &Workspace::objectsOf(FileId file, std::size_t piece) const
{
    return m_files.at(file)->objects[piece];
}

namespace {

Diagnostic placed(const Problem &problem, FileId file, const yaml::PlacedPiece *piece)
{
    Diagnostic diagnostic{
        problem.severity, problem.code, {file, problem.range}, problem.arguments, {}};
    if (piece)
        diagnostic.place.range = piece->toFile(problem.range);
    for (TextRange range : problem.related)
        diagnostic.related.push_back({file, piece ? piece->toFile(range) : range});
    return diagnostic;
}

} // namespace

std::vector<Diagnostic> Workspace::diagnostics() const
{
    std::vector<Diagnostic> result;
    for (FileId id : files()) {
        const Entry &entry = *m_files.at(id);
        for (const Problem &problem : entry.file.problems())
            result.push_back(placed(problem, id, nullptr));
        for (std::size_t i = 0; i < entry.objects.size(); ++i) {
            const yaml::PlacedPiece &piece = entry.file.pieces()[i];
            for (const Problem &problem : piece.piece->problems)
                result.push_back(placed(problem, id, &piece));
            if (!piece.piece->isParsed)
                continue; // the offsets of the last good state are out of date
            for (const ObjectPtr &object : entry.objects[i])
                for (const Problem &problem : object->problems)
                    result.push_back(placed(problem, id, &piece));
        }
    }
    addDuplicates(result);
    addEqualPriorities(result);
    std::unordered_map<std::uint32_t, std::size_t> rank;
    for (std::size_t i = 0; FileId id : files())
        rank[id.value] = i++;
    std::stable_sort(result.begin(), result.end(), [&](const Diagnostic &a, const Diagnostic &b) {
        const std::size_t x = rank[a.place.file.value];
        const std::size_t y = rank[b.place.file.value];
        return x != y ? x < y : a.place.range.begin < b.place.range.begin;
    });
    return result;
}

void Workspace::addDuplicates(std::vector<Diagnostic> &diagnostics) const
{
    const std::vector<ObjectPtr> all = objects();
    std::unordered_map<Identity, const ObjectPtr *, Identity::Hash> seen;
    seen.reserve(all.size());
    for (const ObjectPtr &object : all) {
        if (std::holds_alternative<Other>(object->value) || object->meta.name.empty())
            continue;
        auto [it, isNew] = seen.emplace(identity(*object), &object);
        if (isNew)
            continue;
        const ObjectPtr &first = *it->second;
        const bool equal = first->value == object->value && first->meta == object->meta;
        std::string name = object->meta.name;
        if (!object->isClusterScoped())
            name.insert(0, namespaceOf(*object) + '/');
        diagnostics.push_back({equal ? Severity::Note : Severity::Error,
                               equal ? Code::EqualCopy : Code::DuplicateObject,
                               place(object.get(), object->meta.nameOrigin),
                               {object->meta.kind, name},
                               {place(first.get(), first->meta.nameOrigin)}});
    }
}

/// Which of two policies of one tier and one priority comes first is undefined
/// (policy.networking.k8s.io v1alpha2, ClusterNetworkPolicySpec.priority).
void Workspace::addEqualPriorities(std::vector<Diagnostic> &diagnostics) const
{
    std::map<std::pair<Tier, int>, ObjectPtr> seen;
    for (const ObjectPtr &object : effectiveObjects()) {
        const ClusterPolicy *policy = object->clusterPolicy();
        if (!policy || policy->isPlaceUnclear ||
            policy->kind == ClusterPolicyKind::BaselineAdminNetworkPolicy)
            continue;
        const auto [it, isNew] = seen.emplace(std::pair(policy->tier, policy->priority), object);
        if (isNew)
            continue;
        const Object &first = *it->second;
        diagnostics.push_back(
            {Severity::Error,
             Code::EqualPriority,
             place(object.get(), policy->priorityOrigin),
             {object->meta.name, first.meta.name, std::to_string(policy->priority)},
             {place(&first, first.clusterPolicy()->priorityOrigin)}});
    }
}

} // namespace drawbridge::kube
