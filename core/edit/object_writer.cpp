#include "edit/object_writer.h"

namespace drawbridge::edit {

namespace {

std::string textOf(const Step &step)
{
    const auto *key = std::get_if<std::string>(&step);
    return key ? *key : std::to_string(std::get<std::size_t>(step));
}

} // namespace

Path operator/(Path path, Step step)
{
    path.push_back(std::move(step));
    return path;
}

yaml::NodeId ObjectWriter::find(const Path &path) const
{
    const yaml::Tree &tree = object().piece->tree;
    yaml::NodeId node = object().node;
    for (const Step &step : path) {
        if (node == yaml::kNoNode)
            return node;
        if (const auto *key = std::get_if<std::string>(&step)) {
            node = tree.find(node, *key);
            continue;
        }
        const auto items = tree[node].children;
        const std::size_t index = std::get<std::size_t>(step);
        const bool isThere = tree[node].kind == yaml::Kind::Sequence && index < items.size();
        node = isThere ? items[index] : yaml::kNoNode;
    }
    return node;
}

void ObjectWriter::set(const Path &path, yaml::Value value, std::size_t position)
{
    if (m_failure)
        return;
    if (const yaml::NodeId node = find(path); node != yaml::kNoNode) {
        edit(yaml::Replace{node, std::move(value)});
        return;
    }
    const auto *key = std::get_if<std::string>(&path.back());
    if (!key || path.size() < 2) {
        fail({Code::EditInsideAlias, {textOf(path.back())}});
        return;
    }
    const Path parent(path.begin(), path.end() - 1);
    const yaml::NodeId mapping = find(parent);
    const yaml::Kind kind =
        mapping == yaml::kNoNode ? yaml::Kind::Null : object().piece->tree[mapping].kind;
    if (kind == yaml::Kind::Mapping)
        edit(yaml::InsertPair{mapping, position, *key, std::move(value)});
    else if (kind == yaml::Kind::Null)
        set(parent, yaml::Value::ofMapping({{*key, std::move(value)}}));
    else
        fail({Code::EditInsideAlias, {textOf(parent.back())}});
}

void ObjectWriter::remove(const Path &path)
{
    const yaml::NodeId node = find(path);
    if (node == yaml::kNoNode)
        fail({Code::EditInsideAlias, {textOf(path.back())}});
    else
        edit(yaml::Remove{node});
}

void ObjectWriter::insert(const Path &list, std::size_t position, yaml::Value value)
{
    const yaml::NodeId node = find(list);
    if (node == yaml::kNoNode)
        fail({Code::EditInsideAlias, {textOf(list.back())}});
    else if (object().piece->tree[node].children.empty())
        set(list, yaml::Value::ofSequence({std::move(value)}));
    else
        edit(yaml::InsertItem{node, position, std::move(value)});
}

void ObjectWriter::move(const Path &list, std::size_t from, std::size_t to)
{
    const yaml::NodeId node = find(list / from);
    if (node == yaml::kNoNode)
        fail({Code::EditInsideAlias, {textOf(list.back())}});
    else
        edit(yaml::Move{node, to});
}

void ObjectWriter::fail(Failure failure)
{
    if (!m_failure)
        m_failure = std::move(failure);
}

void ObjectWriter::edit(const yaml::Edit &edit)
{
    if (!m_failure)
        m_failure = m_draft.edit(m_handle, edit);
}

} // namespace drawbridge::edit
