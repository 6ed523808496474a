#pragma once

#include "edit/intent.h"
#include "yaml/edit.h"

#include <functional>
#include <map>
#include <optional>

namespace drawbridge::edit {

/// A workspace on trial: edits are made on a copy, one after the other, and come out as patches
/// against the original. Objects are named by file and place among the file's pieces, because every
/// edit makes new ones.
class Draft
{
public:
    explicit Draft(const kube::Workspace &original);

    const kube::Workspace &workspace() const { return m_workspace; }

    /// Where an object of the draft stands, good for as long as none is added or removed.
    struct Handle
    {
        FileId file;
        std::size_t piece = 0;
        std::size_t index = 0; ///< among the piece's objects
    };
    /// Of an object of the draft, or of the original: where what became of it stands now.
    Handle handle(const kube::Object *object) const;
    const kube::Object &object(const Handle &handle) const;

    /// One verified edit inside the object's piece.
    std::optional<Failure> edit(const Handle &handle, const yaml::Edit &edit);

    /// Adds an object after `anchor`, of the draft or of the original, in its file (as a document,
    /// or as an item of its List), in the file's own style; beside a file that cannot take it as a
    /// new file.
    std::optional<Failure> add(const kube::Object *anchor, const yaml::Value &object);
    /// Adds an object at the end of a file; as an item where a List ends it.
    std::optional<Failure> append(FileId id, const yaml::Value &object);
    /// Adds an object in the file `networkpolicies.yaml` beside a path, a new one if need be.
    std::optional<Failure> addBeside(const std::string &path, const yaml::Value &object);
    /// A new file with nothing in it.
    FileId addFile(const std::string &path);

    /// Takes an object out of its file. A comment block at the file's head, parted from the first
    /// document by a blank line, stays.
    std::optional<Failure> remove(const Handle &handle);
    /// Adds whole documents at the end of a YAML file, in its line ends.
    std::optional<Failure> appendText(FileId id, const std::string &documents);
    /// Adds them in another file beside a path, a new one if need be.
    std::optional<Failure> appendTextBeside(const std::string &path, const std::string &documents);
    /// True if documents can be put at the end of a file.
    bool takesDocuments(FileId id) const;

    Rewrite finish() const; ///< patches and new files; no alsoChanges

private:
    /// A file got so many pieces more at one of them.
    struct Shift
    {
        FileId file;
        std::size_t piece = 0;
        std::ptrdiff_t by = 0;
    };
    /// `place`: the piece from which on pieces come or that goes, if any does.
    void apply(FileId id, const Patches &patches, std::size_t place);
    /// `least`: how many objects the piece has to have afterwards.
    std::optional<Failure> edit(const Handle &handle, const yaml::Edit &edit, std::size_t least);
    std::optional<Failure> appendItem(FileId id, std::size_t shell, const yaml::Value &object);
    /// As that piece, at an offset where documents may part.
    std::optional<Failure> insertDocument(FileId id, std::size_t offset, std::size_t piece,
                                          const yaml::Value &object,
                                          const yaml::SnippetStyle &style);
    /// True if the file ends with a line, or says the same when it does: a block scalar may not.
    bool takesLineEnd(FileId id) const;

    const kube::Workspace &m_original;
    kube::Workspace m_workspace;
    std::map<FileId, NewFile> m_new;
    std::vector<Shift> m_shifts;
};

} // namespace drawbridge::edit
