#include "edit/planner.h"
#include "edit/policy_writer.h"
#include "verdict/endpoints.h"

#include <algorithm>
#include <map>
#include <set>

namespace drawbridge::edit {

using kube::Object;
using kube::ObjectPtr;
using verdict::EndpointId;

namespace {

/// Without blank lines at the end, but where they may belong to a block scalar.
std::string withLineEnd(std::string text)
{
    const bool mayKeep =
        text.find("|+") != std::string::npos || text.find(">+") != std::string::npos;
    while (!mayKeep && text.ends_with("\n\n"))
        text.pop_back();
    if (!text.empty() && text.back() != '\n')
        text += '\n';
    return text;
}

/// Lines without so many blanks in front.
std::string outdented(const std::string &text, std::size_t column)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::size_t blanks = std::min(text.find_first_not_of(' ', at), end) - at;
        result += text.substr(at + std::min(column, blanks), end - at - std::min(column, blanks));
        at = end;
    }
    return result;
}

/// The lines of a block List item without its `- `, at the margin.
std::string itemAtMargin(std::string item)
{
    const std::size_t dash = item.find_first_not_of(" \n");
    const std::size_t line = item.rfind('\n', dash);
    item[dash] = ' ';
    return outdented(item, dash - (line == std::string::npos ? 0 : line + 1) + 2);
}

/// A node inside a document, at the margin.
std::string nodeAtMargin(const std::string &text, const yaml::Node &node)
{
    const std::string own = text.substr(node.start, node.end - node.start);
    const std::size_t line = node.start == 0 ? std::string::npos : text.rfind('\n', node.start - 1);
    const std::size_t column = node.start - (line == std::string::npos ? 0 : line + 1);
    return node.style == yaml::Style::Flow ? own
                                           : outdented(std::string(column, ' ') + own, column);
}

/// A document without its `---`; what stands behind that stays.
std::string withoutMarker(std::string document)
{
    if (!document.starts_with("---"))
        return document;
    const std::size_t ink = std::min(document.find_first_not_of(" \t\r", 3), document.size());
    return document.substr(ink < document.size() && document[ink] == '\n' ? ink + 1 : ink);
}

/// The text of an object as a document of its own.
std::string documentOf(const kube::Workspace &workspace, const Object &object)
{
    const kube::Location &at = workspace.location(&object);
    const yaml::File &file = workspace.file(at.file);
    const yaml::PlacedPiece &placed = file.pieces()[at.piece];
    const std::string text = placed.text(file.bytes());
    if (placed.piece->role == yaml::Role::ListItem && file.format() == yaml::Format::Yaml)
        return withLineEnd(itemAtMargin(text));
    const yaml::Node node = object.piece->tree[object.node];
    if (object.node != object.piece->tree.root() || file.format() == yaml::Format::Json)
        return withLineEnd(nodeAtMargin(text, node));
    std::string document = text;
    if (document.starts_with("\xEF\xBB\xBF"))
        document.erase(0, 3);
    return withLineEnd(withoutMarker(std::move(document)));
}

/// A version directive says nothing that is not so already, and would stand in the wrong place.
std::string withoutDirective(std::string text)
{
    if (text.starts_with("%YAML"))
        text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
    return text;
}

std::string withoutCarriageReturns(std::string text)
{
    std::erase(text, '\r');
    return text;
}

/// A text on its way into a workspace: its objects, edited until they fit there.
class Pasted
{
public:
    Pasted(const std::string &text, const std::string &nameSpace)
        : m_workspace(nameSpace), m_nameSpace(nameSpace)
    {
        m_file = m_workspace.add("pasted.yaml",
                                 withLineEnd(withoutDirective(withoutCarriageReturns(text))));
    }

    std::optional<Failure> fault() const
    {
        for (const Diagnostic &diagnostic : m_workspace.diagnostics())
            if (diagnostic.severity == Severity::Error) {
                const auto at = m_workspace.file(m_file).lineColumn(diagnostic.place.range.begin);
                return Failure{Code::PasteBroken,
                               {std::to_string(at.line),
                                diagnostic.arguments.empty() ? "" : diagnostic.arguments.back()}};
            }
        const std::vector<ObjectPtr> objects = m_workspace.objects();
        const bool isNothing = std::none_of(objects.begin(), objects.end(),
                                            [](const auto &o) { return !o->meta.kind.empty(); });
        return isNothing ? std::optional(Failure{Code::NothingToPaste, {}}) : std::nullopt;
    }

    /// The text by the namespaces that its objects name; empty for those that name none.
    std::map<std::string, std::string> byNamespace() const
    {
        std::map<std::string, std::string> texts;
        for (const ObjectPtr &object : m_workspace.objects()) {
            std::string &text = texts[object->meta.nameSpace];
            text += (text.empty() ? "" : "---\n") + documentOf(m_workspace, *object);
        }
        return texts;
    }

    /// Names of objects and label values that name services.
    std::set<std::string> names() const
    {
        std::set<std::string> result;
        for (const ObjectPtr &object : m_workspace.objects()) {
            if (!isRenamable(*object))
                continue;
            result.insert(object->meta.name);
            if (object->policy() && object->policy()->subject)
                for (const auto &[key, value] : object->policy()->subject->matchLabels)
                    if (verdict::groupName(*object->policy()->subject, "") == value)
                        result.insert(value);
        }
        return result;
    }

    /// Every object of that name, and every label value that is that name.
    std::optional<Failure> rename(const std::string &before, const std::string &after)
    {
        return eachNode([&](const yaml::Tree &tree, yaml::NodeId node) {
            return tree[node].kind == yaml::Kind::Scalar && tree[node].value == before &&
                           (isName(tree, node) || isLabelValue(tree, node)) &&
                           isRenamable(objectOf(tree))
                       ? std::optional(after)
                       : std::nullopt;
        });
    }

    /// `written`: empty where the namespace is left out.
    std::optional<Failure> putInto(const std::string &written)
    {
        for (const ObjectPtr &object : m_workspace.objects()) {
            const bool isNamespaced =
                !object->isClusterScoped() && !std::holds_alternative<kube::Other>(object->value);
            if (!isNamespaced && object->meta.nameSpace.empty())
                continue;
            if (object->meta.nameSpace == written)
                continue;
            Draft draft(m_workspace);
            ObjectWriter writer(draft, draft.handle(object.get()));
            const Path path{"metadata", "namespace"};
            if (written.empty())
                writer.remove(path);
            else
                writer.set(path, yaml::Value::ofText(written), 1);
            if (writer.failure())
                return writer.failure();
            take(draft);
            return putInto(written); // objects of that piece are new ones
        }
        return {};
    }

    /// The first object that is no policy, workload or Service and that the namespace has already.
    const Object *taken(const kube::Workspace &workspace) const
    {
        for (const ObjectPtr &object : m_workspace.objects())
            for (const ObjectPtr &other : workspace.objects())
                if (!isRenamable(*object) && other->meta.kind == object->meta.kind &&
                    other->meta.group() == object->meta.group() &&
                    other->meta.name == object->meta.name &&
                    (object->isClusterScoped() ||
                     workspace.namespaceOf(*other) == m_workspace.namespaceOf(*object)))
                    return object.get();
        return nullptr;
    }

    const std::string &text() const { return m_workspace.file(m_file).bytes(); }

private:
    /// What is known by its name, and whose label values may be names.
    static bool isRenamable(const Object &object)
    {
        return object.policy() || object.workload() ||
               std::holds_alternative<kube::Service>(object.value);
    }

    const Object &objectOf(const yaml::Tree &tree) const
    {
        for (const ObjectPtr &object : m_workspace.objects())
            if (&object->piece->tree == &tree)
                return *object;
        return *m_workspace.objects().front();
    }

    void take(const Draft &draft)
    {
        for (const FilePatches &patches : draft.finish().patches)
            m_workspace.apply(patches.file, patches.patches);
    }

    /// metadata.name of the object itself.
    bool isName(const yaml::Tree &tree, yaml::NodeId node) const
    {
        for (const ObjectPtr &object : m_workspace.objects())
            if (&object->piece->tree == &tree && object->meta.nameOrigin.node == node)
                return true;
        return false;
    }

    /// The value of a pair below `labels`, `matchLabels` or `selector`, or one of `values`.
    static bool isLabelValue(const yaml::Tree &tree, yaml::NodeId node)
    {
        const yaml::NodeId parent = tree[node].parent;
        if (parent == yaml::kNoNode)
            return false;
        const yaml::NodeId key = tree.keyOf(parent);
        if (key == yaml::kNoNode || tree.keyOf(node) == node)
            return false;
        const std::string_view name = tree[key].value;
        if (tree[parent].kind == yaml::Kind::Sequence)
            return name == "values";
        return name == "labels" || name == "matchLabels" || name == "selector";
    }

    template <typename Wanted>
    std::optional<Failure> eachNode(Wanted wanted)
    {
        for (std::size_t piece = 0; piece < m_workspace.file(m_file).pieces().size(); ++piece)
            for (yaml::NodeId node = 0;; ++node) {
                const auto &pieces = m_workspace.file(m_file).pieces();
                const yaml::Tree &tree = pieces[piece].piece->tree;
                if (node >= tree.size() || m_workspace.objectsOf(m_file, piece).empty())
                    break;
                const std::optional<std::string> text = wanted(tree, node);
                if (!text)
                    continue;
                Draft draft(m_workspace);
                const Object *object = m_workspace.objectsOf(m_file, piece).front().get();
                if (auto failure = draft.edit(draft.handle(object),
                                              yaml::Replace{node, yaml::Value::ofText(*text)}))
                    return failure;
                take(draft);
            }
        return {};
    }

    kube::Workspace m_workspace;
    std::string m_nameSpace;
    FileId m_file;
};

/// "api-3" is the third api, so that its copy is api-4; what has no number is the first.
std::pair<std::string, unsigned> numbered(const std::string &name)
{
    constexpr std::size_t kMostDigits = 6;
    const std::size_t dash = name.rfind('-');
    const std::string digits = dash == std::string::npos ? std::string() : name.substr(dash + 1);
    const bool isNumber = dash != 0 && !digits.empty() && digits.size() <= kMostDigits &&
                          digits.front() != '0' &&
                          digits.find_first_not_of("0123456789") == std::string::npos;
    if (!isNumber)
        return {name, 1};
    return {name.substr(0, dash), unsigned(std::stoul(digits))};
}

/// Names that are taken in a namespace: of objects, and of services.
std::set<std::string> takenNames(const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, const std::string &nameSpace)
{
    std::set<std::string> taken;
    for (const ObjectPtr &object : workspace.objects())
        if (workspace.namespaceOf(*object) == nameSpace)
            taken.insert(object->meta.name);
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        if (endpoint.nameSpace == nameSpace)
            taken.insert(endpoint.name);
    return taken;
}

} // namespace

Result<Rewrite> Planner::paste(const Paste &intent)
{
    Pasted pasted(intent.text, intent.nameSpace);
    if (auto failure = pasted.fault())
        return *failure;
    const std::map<std::string, std::string> texts = pasted.byNamespace();
    const bool areSeveral = texts.size() - texts.count({}) > 1;
    if (areSeveral || (intent.keepsNamespaces && (texts.size() > 1 || !texts.count({})))) {
        std::vector<Intent> parts;
        parts.reserve(texts.size());
        for (const auto &[nameSpace, text] : texts)
            parts.emplace_back(Paste{text, nameSpace.empty() ? intent.nameSpace : nameSpace});
        return inSteps(parts, nullptr);
    }
    if (auto failure = pasted.putInto(writtenNamespace(m_workspace, intent.nameSpace)))
        return *failure;
    if (const Object *object = pasted.taken(m_workspace))
        return Failure{Code::NameTaken,
                       {object->meta.kind, intent.nameSpace + '/' + object->meta.name}};
    std::set<std::string> taken = takenNames(m_workspace, m_evaluator, intent.nameSpace);
    for (const std::string &name : pasted.names()) {
        if (!taken.count(name))
            continue;
        const auto [stem, number] = numbered(name);
        std::string free = name;
        const std::set<std::string> own = pasted.names();
        for (unsigned i = number + 1; taken.count(free) || own.count(free); ++i)
            free = stem + '-' + std::to_string(i);
        if (auto failure = pasted.rename(name, free))
            return *failure;
        taken.insert(free);
    }
    const Object *beside = anchor(
        intent.nameSpace, members(m_evaluator, {End::Kind::Namespace, intent.nameSpace, {}}));
    std::optional<FileId> file;
    if (beside)
        file = m_workspace.location(beside).file;
    else if (!m_workspace.files().empty())
        file = m_workspace.files().back();
    const auto failure =
        !file ? std::optional(Failure{Code::NothingToRead, {""}})
        : m_draft.takesDocuments(*file)
            ? m_draft.appendText(*file, pasted.text())
            : m_draft.appendTextBeside(m_workspace.file(*file).path(), pasted.text());
    if (failure)
        return *failure;
    return finish(nullptr);
}

std::string copied(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                   const std::vector<std::string> &endpoints)
{
    std::vector<const Object *> objects;
    const auto add = [&](const Object *object) {
        if (std::find(objects.begin(), objects.end(), object) == objects.end())
            objects.push_back(object);
    };
    for (const std::string &key : endpoints) {
        const EndpointId id = evaluator.find(key);
        if (!id.isValid())
            continue;
        for (const Object *object : evaluator.endpoint(id).objects)
            add(object);
        for (const ObjectPtr &policy : evaluator.policies())
            if (policy->policy()->subject && !policy->policy()->subject->isEmpty() &&
                evaluator.endpointsOf(policy.get()) == std::vector{id})
                add(policy.get());
    }
    std::string text;
    for (const Object *object : objects)
        if (!workspace.location(object).isStale)
            text += (text.empty() ? "" : "---\n") +
                    withoutCarriageReturns(documentOf(workspace, *object));
    return text;
}

} // namespace drawbridge::edit
