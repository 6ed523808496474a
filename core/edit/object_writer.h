#pragma once

#include "edit/draft.h"

namespace drawbridge::edit {

/// The way from an object down to a node: keys of mappings and numbers of items.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;
Path operator/(Path path, Step step);

/// Edits one object of a draft by paths. After the first failure it does nothing more.
class ObjectWriter
{
public:
    ObjectWriter(Draft &draft, Draft::Handle handle) : m_draft(draft), m_handle(handle) {}

    /// The node as it is written; kNoNode if the path leads nowhere (or through an alias).
    yaml::NodeId find(const Path &path) const;
    bool has(const Path &path) const { return find(path) != yaml::kNoNode; }
    const kube::Object &object() const { return m_draft.object(m_handle); }

    /// Puts a value at a path. A last key that is missing is added at `position`, and mappings that
    /// are missing on the way too.
    void set(const Path &path, yaml::Value value, std::size_t position = SIZE_MAX);
    /// What is not there by itself (an alias, a merge key) is refused: EditInsideAlias.
    void remove(const Path &path);
    void insert(const Path &list, std::size_t position, yaml::Value value);

    void move(const Path &list, std::size_t from, std::size_t to);

    void fail(Failure failure);
    const std::optional<Failure> &failure() const { return m_failure; }

private:
    void edit(const yaml::Edit &edit);

    Draft &m_draft;
    Draft::Handle m_handle;
    std::optional<Failure> m_failure;
};

} // namespace drawbridge::edit
