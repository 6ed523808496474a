#include "graph/notes.h"

#include <algorithm>

namespace drawbridge::graph {

namespace {

std::string nodeName(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Internet:
        return "Internet";
    case NodeKind::Everyone:
        return "Anyone";
    case NodeKind::Cluster:
        return "Every pod";
    case NodeKind::Workload:
    case NodeKind::PodGroup:
    case NodeKind::LikeGroup:
    case NodeKind::Range:
    case NodeKind::WayIn:
        break;
    }
    return node.title;
}

/// Empty for what is not drawn.
std::string nameOf(const Graph &graph, const Key &key)
{
    if (const Node *node = graph.node(key))
        return nodeName(*node);
    if (const Frame *frame = graph.frame(key))
        return frame->title;
    const Arrow *arrow = graph.arrow(key);
    return arrow ? nameOf(graph, arrow->source) + " → " + nameOf(graph, arrow->target)
                 : std::string();
}

std::string nameOfGone(Key key)
{
    const std::size_t cut = key.find('\n');
    return cut == Key::npos ? key : key.replace(cut, 1, " → ");
}

} // namespace

std::vector<Note> notes(const Graph &graph, const PinnedNotes &pinned)
{
    std::vector<Note> result;
    for (const auto &[key, entries] : pinned) {
        Note note;
        note.key = key;
        note.element = nameOf(graph, key);
        note.isDrawn = !note.element.empty();
        if (!note.isDrawn)
            note.element = nameOfGone(key);
        for (note.index = 0; note.index < entries.size(); ++note.index) {
            if (entries[note.index].isUnknown)
                continue;
            note.author = entries[note.index].author;
            note.text = entries[note.index].text;
            result.push_back(note);
        }
    }
    std::stable_partition(result.begin(), result.end(),
                          [](const Note &note) { return note.isDrawn; });
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i].number = i + 1;
    return result;
}

std::string signText(const std::vector<Note> &notes, const Key &key)
{
    std::size_t first = 0;
    std::size_t last = 0;
    for (const Note &note : notes)
        if (note.key == key) {
            first = first ? first : note.number;
            last = note.number;
        }
    if (first == 0)
        return {};
    return first == last ? std::to_string(first)
                         : std::to_string(first) + "–" + std::to_string(last);
}

} // namespace drawbridge::graph
