#pragma once

#include "base/shared_value.h"
#include "kube/object.h"
#include "yaml/file.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace drawbridge::kube {

using ObjectPtr = std::shared_ptr<const Object>;

/// Where an object stands now.
struct Location
{
    FileId file;
    std::size_t piece = 0;
    bool isStale = false; ///< its document does not parse at present; this is its last good state
};

/// The files that are open together, and the objects in them. The bytes are the truth; everything
/// else is computed from them. Cheap to copy: files are shared until they change.
class Workspace
{
public:
    explicit Workspace(std::string defaultNamespace = "default");

    /// Objects that came and went, by pointer: an object whose text differs in nothing but places
    /// (comments, blanks) or does not parse at present stays the same.
    struct Change
    {
        std::vector<ObjectPtr> removed;
        std::vector<ObjectPtr> added;
        bool parsesOtherwise = false; ///< some document parses now that did not, or the other way

        bool isNothing() const { return removed.empty() && added.empty() && !parsesOtherwise; }
    };

    /// `id`: the id of a file that was removed and comes back; a new one if invalid.
    FileId add(std::string path, std::string bytes, FileId id = {});
    Change remove(FileId file);
    Change apply(FileId id, const Patches &patches);
    void setPath(FileId file, std::string path);

    const std::string &defaultNamespace() const { return m_defaultNamespace; }
    void setDefaultNamespace(std::string name);
    /// True if the user said which namespace documents without one go to; only then may an edit
    /// write that name.
    bool isDefaultNamespaceGiven() const { return m_defaultNamespaceGiven; }
    void setDefaultNamespaceGiven(bool given) { m_defaultNamespaceGiven = given; }

    /// In path order (bytewise).
    std::vector<FileId> files() const { return m_order; }
    bool contains(FileId file) const { return m_files.count(file) > 0; }
    const yaml::File &file(FileId id) const { return m_files.at(id)->file; }
    FileId fileAt(const std::string &path) const; ///< invalid if none

    /// How many objects there are, whether they count or not.
    std::size_t size() const { return m_locations->size(); }
    /// All objects in path order, then text order.
    std::vector<ObjectPtr> objects() const;
    /// Those that count: of objects of one identity the last in that order. Good until the next
    /// change; where that is of one object alone, only that one is looked at again.
    const std::vector<ObjectPtr> &effectiveObjects() const;

    /// The namespace an object lives in: its own, or the default.
    const std::string &namespaceOf(const Object &object) const;
    bool contains(const Object *object) const { return m_locations->count(object) > 0; }
    const Location &location(const Object *object) const { return m_locations->at(object); }
    Place place(const Object *object, Origin origin) const;
    /// The whole object's range (its document or List item).
    Place place(const Object *object) const;
    /// The objects of a piece.
    const std::vector<ObjectPtr> &objectsOf(FileId file, std::size_t piece) const;

    /// Everything that is wrong: files, documents, objects, equal names; ordered by place.
    std::vector<Diagnostic> diagnostics() const;

private:
    struct Entry
    {
        yaml::File file;
        std::vector<std::vector<ObjectPtr>> objects; ///< one list a piece
    };

    void order(FileId id); ///< gives it its place among m_order
    void locate(FileId id, std::size_t from, std::size_t to);
    std::vector<ObjectPtr> decodePiece(const yaml::File &file, std::size_t piece) const;
    struct Identity;
    Identity identity(const Object &object) const;
    void keepEffective(const Change &change);
    void addDuplicates(std::vector<Diagnostic> &diagnostics) const;
    void addEqualPriorities(std::vector<Diagnostic> &diagnostics) const;

    std::string m_defaultNamespace;
    bool m_defaultNamespaceGiven = false;
    std::map<FileId, SharedValue<Entry>> m_files;
    std::vector<FileId> m_order; ///< of m_files, by path
    SharedValue<std::unordered_map<const Object *, Location>> m_locations;
    std::uint32_t m_nextFile = 0;
    mutable std::shared_ptr<std::vector<ObjectPtr>> m_effective; ///< null: to be found again
};

} // namespace drawbridge::kube
