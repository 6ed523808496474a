#include "edit/draft.h"

#include <algorithm>
#include <cctype>

namespace drawbridge::edit {

namespace {

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string lineEndOf(const std::string &bytes)
{
    const std::size_t newline = bytes.find('\n');
    return newline != std::string::npos && newline > 0 && bytes[newline - 1] == '\r' ? "\r\n"
                                                                                     : "\n";
}

bool isCommentOrBlank(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(" \t\r");
    return at == std::string_view::npos || line[at] == '#';
}

std::size_t nextLine(std::string_view text, std::size_t at)
{
    return std::min(text.find('\n', at), text.size() - 1) + 1;
}

/// One past the comment block at a file's head and the blank line behind it; 0 if there is none.
std::size_t endOfHead(std::string_view text)
{
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::size_t end = at;
    if (text.substr(at).starts_with("---") &&
        isCommentOrBlank(text.substr(at + 3, nextLine(text, at) - at - 4)))
        at = nextLine(text, at);
    while (at < text.size() && isCommentOrBlank(text.substr(at, nextLine(text, at) - at - 1))) {
        const std::size_t next = nextLine(text, at);
        if (text.find_first_not_of(" \t\r\n", at) >= next)
            end = next;
        at = next;
    }
    return end;
}

/// One past the last line of a document's content: comments at the margin behind it may belong to
/// what follows.
std::size_t endOfContent(std::string_view text, const yaml::Piece &piece)
{
    std::size_t end = piece.tree.isEmpty() ? 0 : piece.tree[piece.tree.root()].end;
    if (end > 0 && end < text.size() && text[end - 1] != '\n')
        end = nextLine(text, end);
    while (end < text.size() && text[end] != '#' && text[end] != '\r' && text[end] != '\n' &&
           isCommentOrBlank(text.substr(end, nextLine(text, end) - end - 1)))
        end = nextLine(text, end);
    return end;
}

/// Where a line ends the document (`...`) from a place on; npos if none does.
std::size_t endMarker(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at < text.size(); at = nextLine(text, at))
        if ((at == 0 || text[at - 1] == '\n') && text.substr(at).starts_with("...") &&
            (at + 3 == text.size() || std::isspace(static_cast<unsigned char>(text[at + 3]))))
            return at;
    return std::string_view::npos;
}

/// Where another document can follow: before a line that ends this one, and before comments that a
/// blank line parts from its content, because they are about what comes next.
std::size_t placeBehind(std::string_view text, const yaml::Piece &piece)
{
    const std::size_t end = endOfContent(text, piece);
    const std::size_t last = std::min(endMarker(text, end), text.size());
    std::size_t blank = std::string_view::npos;
    for (std::size_t at = end; at < last; at = nextLine(text, at)) {
        const bool isBlank = text.find_first_not_of(" \t\r\n", at) >= nextLine(text, at);
        if (!isBlank && blank != std::string_view::npos)
            return blank;
        if (isBlank && blank == std::string_view::npos)
            blank = at;
    }
    return last;
}

/// What a piece says: its content. Nobody can tell what one says that does not parse, but it does
/// say the same while its lines stay; comments and markers round them may come and go.
struct Said
{
    std::shared_ptr<const yaml::Piece> piece;
    std::string lines; ///< of one that does not parse

    bool isNothing() const { return piece->isParsed && piece->tree.isEmpty(); }
    bool operator==(const Said &other) const
    {
        const yaml::Piece &a = *piece;
        const yaml::Piece &b = *other.piece;
        return &a == &b || (a.role == b.role && a.isParsed == b.isParsed && lines == other.lines &&
                            yaml::sameContent(a.tree, a.tree.root(), b.tree, b.tree.root()));
    }
};

/// Without the lines at both ends that say nothing.
std::string_view innerLines(std::string_view text)
{
    const auto saysNothing = [](std::string_view line) {
        const bool isMarker = line.starts_with("---") || line.starts_with("...");
        return isCommentOrBlank(line.substr(isMarker ? 3 : 0));
    };
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); at = nextLine(text, at)) {
        const std::size_t lineEnd = std::min(text.find('\n', at), text.size());
        if (!saysNothing(text.substr(at, lineEnd - at)))
            end = lineEnd;
        else if (end == 0)
            begin = nextLine(text, at);
    }
    if (end > begin && text[end - 1] == '\r')
        --end;
    return text.substr(begin, std::max(begin, end) - begin);
}

std::vector<Said> saidBy(const yaml::File &file)
{
    std::vector<Said> result;
    result.reserve(file.pieces().size());
    for (const yaml::PlacedPiece &placed : file.pieces()) {
        result.push_back({placed.piece, {}});
        if (!placed.piece->isParsed)
            result.back().lines = innerLines(placed.text(file.bytes()));
    }
    return result;
}

/// Those that say something.
std::vector<Said> filled(std::vector<Said> pieces)
{
    std::erase_if(pieces, [](const Said &one) { return one.isNothing(); });
    return pieces;
}

std::string kindOf(const yaml::Value &object)
{
    for (const auto &[key, value] : object.pairs)
        if (key == "kind")
            return value.text;
    return {};
}

/// Isolation: an edit of one piece leaves the content of all others. (A comment may move between
/// a List and its last item.)
bool othersStayed(const std::vector<Said> &before, const std::vector<Said> &after,
                  std::size_t edited)
{
    bool stayed = before.size() == after.size();
    for (std::size_t i = 0; stayed && i < before.size(); ++i)
        stayed = i == edited || before[i] == after[i];
    return stayed;
}

/// True if the document before a piece goes on until that begins.
bool hasOpenEnd(const yaml::File &file, std::size_t piece)
{
    if (piece == 0)
        return false;
    const yaml::PlacedPiece &before = file.pieces()[piece - 1];
    const std::string text = before.text(file.bytes());
    return endMarker(text, endOfContent(text, *before.piece)) == std::string::npos;
}

} // namespace

Draft::Draft(const kube::Workspace &original) : m_original(original), m_workspace(original)
{
}

Draft::Handle Draft::handle(const kube::Object *object) const
{
    const bool isEdited = !m_workspace.contains(object);
    const kube::Workspace &workspace = isEdited ? m_original : m_workspace;
    const kube::Location &location = workspace.location(object);
    const auto &objects = workspace.objectsOf(location.file, location.piece);
    std::size_t index = 0;
    while (index < objects.size() && objects[index].get() != object)
        ++index;
    Handle handle{location.file, location.piece, index};
    // An edited object is another one; it stands where it stood, but for what came and went before.
    for (const Shift &shift : m_shifts)
        if (isEdited && shift.file == handle.file &&
            (shift.by > 0 ? handle.piece >= shift.piece : handle.piece > shift.piece))
            handle.piece = std::size_t(std::ptrdiff_t(handle.piece) + shift.by);
    return handle;
}

void Draft::apply(FileId id, const Patches &patches, std::size_t place)
{
    const std::size_t before = m_workspace.file(id).pieces().size();
    m_workspace.apply(id, patches);
    const std::size_t after = m_workspace.file(id).pieces().size();
    if (before != after)
        m_shifts.push_back({id, place, std::ptrdiff_t(after) - std::ptrdiff_t(before)});
}

const kube::Object &Draft::object(const Handle &handle) const
{
    return *m_workspace.objectsOf(handle.file, handle.piece)[handle.index];
}

std::optional<Failure> Draft::edit(const Handle &handle, const yaml::Edit &edit)
{
    return this->edit(handle, edit, handle.index + 1);
}

std::optional<Failure> Draft::edit(const Handle &handle, const yaml::Edit &edit, std::size_t least)
{
    const yaml::File &file = m_workspace.file(handle.file);
    const yaml::PlacedPiece &placed = file.pieces()[handle.piece];
    if (!placed.piece->isParsed)
        return Failure{Code::EditStale, {file.path()}};
    if (!placed.piece->isEditable)
        return Failure{Code::EditReadOnly, {file.path()}};
    Result<Patches> patches = yaml::write(placed.text(file.bytes()), *placed.piece, edit);
    if (!patches)
        return patches.failure();
    for (Patch &patch : *patches)
        patch.range = {placed.toFile(patch.range.begin), placed.toFile(patch.range.end, true)};
    const std::vector<Said> before = saidBy(file);
    apply(handle.file, *patches, handle.piece);
    const std::vector<Said> now = saidBy(m_workspace.file(handle.file));
    const bool intact = othersStayed(before, now, handle.piece) &&
                        now[handle.piece].piece->isParsed &&
                        m_workspace.objectsOf(handle.file, handle.piece).size() >= least;
    return intact ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

std::optional<Failure> Draft::add(const kube::Object *anchor, const yaml::Value &object)
{
    const Handle at = handle(anchor); // it may have been edited since
    const yaml::File &file = m_workspace.file(at.file);
    const yaml::PlacedPiece &placed = file.pieces()[at.piece];
    if (placed.piece->role == yaml::Role::ListItem) {
        const kube::ItemDefaults kinds = kube::itemDefaults(*file.pieces()[placed.shell].piece);
        if (!kinds.kind.empty() && kinds.kind != kindOf(object))
            return addBeside(file.path(), object);
        return appendItem(at.file, placed.shell, object);
    }
    const bool isLast = at.piece + 1 == file.pieces().size();
    if (file.format() == yaml::Format::Json || (isLast && !takesLineEnd(at.file)))
        return addBeside(file.path(), object);
    const std::string text = placed.text(file.bytes());
    const std::size_t place = isLast ? placed.size : placeBehind(text, *placed.piece);
    return insertDocument(at.file, placed.begin + place, at.piece + 1, object,
                          yaml::styleOf(text, *placed.piece));
}

std::optional<Failure> Draft::append(FileId id, const yaml::Value &object)
{
    const yaml::File &file = m_workspace.file(id);
    if (!file.pieces().empty() && file.pieces().back().piece->role == yaml::Role::ListItem) {
        const std::size_t shell = file.pieces().back().shell;
        if (kube::itemDefaults(*file.pieces()[shell].piece).kind.empty())
            return appendItem(id, shell, object);
    }
    if (file.format() == yaml::Format::Json || !takesLineEnd(id))
        return addBeside(file.path(), object);
    yaml::SnippetStyle style;
    style.lineEnd = lineEndOf(file.bytes());
    for (const yaml::PlacedPiece &placed : file.pieces())
        if (placed.piece->isParsed && placed.piece->tree.size() > 1)
            style = yaml::styleOf(placed.text(file.bytes()), *placed.piece);
    return insertDocument(id, file.bytes().size(), file.pieces().size(), object, style);
}

std::optional<Failure> Draft::appendItem(FileId id, std::size_t shell, const yaml::Value &object)
{
    Result<Patches> patches = yaml::appendListItem(m_workspace.file(id), shell, object);
    if (!patches)
        return takesLineEnd(id) ? std::optional(patches.failure())
                                : addBeside(m_workspace.file(id).path(), object);
    const std::vector<yaml::PlacedPiece> &pieces = m_workspace.file(id).pieces();
    std::size_t behind = shell + 1;
    while (behind < pieces.size() && pieces[behind].shell == shell)
        ++behind;
    apply(id, *patches, behind);
    return {};
}

std::optional<Failure> Draft::insertDocument(FileId id, std::size_t offset, std::size_t piece,
                                             const yaml::Value &object,
                                             const yaml::SnippetStyle &style)
{
    const std::string &bytes = m_workspace.file(id).bytes();
    const std::vector<Said> before = saidBy(m_workspace.file(id));
    const std::string document = yaml::blockYaml(object, 0, style);
    std::vector<Said> wanted = filled(before);
    std::string text;
    if (offset > 0 && bytes[offset - 1] != '\n')
        text += style.lineEnd;
    if (!wanted.empty())
        text += "---" + style.lineEnd;
    text += document;
    apply(id, {{{offset, offset}, std::move(text)}}, piece);
    const std::vector<Said> above(before.begin(), before.begin() + long(piece));
    wanted.insert(wanted.begin() + long(filled(above).size()), {yaml::parseYaml(document), {}});
    return wanted == filled(saidBy(m_workspace.file(id)))
               ? std::nullopt
               : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

FileId Draft::addFile(const std::string &path)
{
    const FileId id = m_workspace.add(path, {});
    m_new[id] = {path, {}};
    return id;
}

std::optional<Failure> Draft::addBeside(const std::string &besidePath, const yaml::Value &object)
{
    const std::string folder = folderOf(besidePath);
    std::string path = folder + "networkpolicies.yaml";
    FileId existing = m_workspace.fileAt(path);
    for (int i = 2; existing.isValid(); ++i) { // JSON may go by that name too
        if (m_workspace.file(existing).format() != yaml::Format::Json && takesLineEnd(existing))
            return append(existing, object);
        path = folder + "networkpolicies-" + std::to_string(i) + ".yaml";
        existing = m_workspace.fileAt(path);
    }
    m_new[m_workspace.add(path, yaml::blockYaml(object, 0, {}))] = {path, {}};
    return {};
}

std::optional<Failure> Draft::remove(const Handle &handle)
{
    const yaml::File &file = m_workspace.file(handle.file);
    const yaml::PlacedPiece &placed = file.pieces()[handle.piece];
    if (!placed.piece->isParsed)
        return Failure{Code::EditStale, {file.path()}};
    if (m_workspace.objectsOf(handle.file, handle.piece).size() > 1)
        return edit(handle, yaml::Remove{object(handle).node},
                    m_workspace.objectsOf(handle.file, handle.piece).size() - 1);
    Patches patches;
    if (placed.piece->role == yaml::Role::ListItem) {
        Result<Patches> planned = yaml::removeListItem(file, handle.piece);
        if (!planned)
            return planned.failure();
        patches = std::move(*planned);
    } else if (file.format() == yaml::Format::Json && file.pieces().back().document == 0) {
        return Failure{Code::LastOfFile, {file.path()}};
    } else {
        const std::string text = placed.text(file.bytes());
        const std::size_t begin = handle.piece == 0 ? endOfHead(text) : 0;
        const std::size_t end = endOfContent(text, *placed.piece);
        patches = {{{placed.begin + begin, placed.begin + end}, {}}};
        // Nothing is left that the line could end: a file may not begin with it, nor have it twice.
        if (const std::size_t marker = endMarker(text, end);
            marker != std::string::npos && !hasOpenEnd(file, handle.piece))
            patches.push_back({{placed.begin + marker, placed.begin + nextLine(text, marker)}, {}});
    }
    // All others are there. A List that is left without items is another one: a document.
    std::vector<Said> before = saidBy(file);
    const auto isOfTheList = [&](const yaml::PlacedPiece &other) {
        return other.piece->role == yaml::Role::ListItem && other.shell == placed.shell;
    };
    const bool isOnlyItem =
        isOfTheList(placed) &&
        std::count_if(file.pieces().begin(), file.pieces().end(), isOfTheList) == 1;
    const std::size_t shell = placed.shell;
    before.erase(before.begin() + long(handle.piece));
    apply(handle.file, patches, handle.piece);
    std::vector<Said> now = saidBy(m_workspace.file(handle.file));
    if (isOnlyItem) {
        before.erase(before.begin() + long(shell));
        if (shell < now.size())
            now.erase(now.begin() + long(shell));
    }
    return filled(before) == filled(now) ? std::nullopt
                                         : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

std::optional<Failure> Draft::appendText(FileId id, const std::string &documents)
{
    const std::string &bytes = m_workspace.file(id).bytes();
    const std::string lineEnd = lineEndOf(bytes);
    const std::vector<Said> before = saidBy(m_workspace.file(id));
    const bool isEmpty =
        std::all_of(before.begin(), before.end(), [](const Said &one) { return one.isNothing(); });
    std::string text;
    if (!bytes.empty() && bytes.back() != '\n')
        text += lineEnd;
    if (!isEmpty && !documents.starts_with("---"))
        text += "---" + lineEnd;
    for (char c : documents)
        text += c == '\n' ? lineEnd : std::string(1, c);
    apply(id, {{{bytes.size(), bytes.size()}, std::move(text)}}, before.size());
    const std::vector<Said> now = saidBy(m_workspace.file(id));
    bool intact = now.size() >= before.size();
    for (std::size_t i = 0; intact && !isEmpty && i < before.size(); ++i)
        intact = before[i] == now[i];
    for (std::size_t i = isEmpty ? 0 : before.size(); intact && i < now.size(); ++i)
        intact = now[i].piece->isParsed;
    return intact ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

std::optional<Failure> Draft::appendTextBeside(const std::string &path,
                                               const std::string &documents)
{
    std::string own = folderOf(path) + "networkpolicies.yaml";
    FileId existing = m_workspace.fileAt(own);
    for (int i = 2; existing.isValid(); ++i) { // JSON or a List may go by that name
        if (takesDocuments(existing))
            return appendText(existing, documents);
        own = folderOf(path) + "networkpolicies-" + std::to_string(i) + ".yaml";
        existing = m_workspace.fileAt(own);
    }
    m_new[m_workspace.add(own, documents)] = {own, {}};
    return {};
}

bool Draft::takesDocuments(FileId id) const
{
    const yaml::File &file = m_workspace.file(id);
    return file.format() == yaml::Format::Yaml && takesLineEnd(id) &&
           std::all_of(file.pieces().begin(), file.pieces().end(), [](const auto &placed) {
               return placed.piece->role == yaml::Role::Document;
           });
}

bool Draft::takesLineEnd(FileId id) const
{
    const yaml::File &file = m_workspace.file(id);
    const std::string &bytes = file.bytes();
    return bytes.empty() || bytes.back() == '\n' ||
           filled(saidBy(file)) ==
               filled(saidBy(yaml::File::parse(file.path(), bytes + lineEndOf(bytes))));
}

Rewrite Draft::finish() const
{
    Rewrite result;
    for (FileId id : m_workspace.files()) {
        const std::string &bytes = m_workspace.file(id).bytes();
        if (m_new.count(id)) {
            result.newFiles.push_back({m_workspace.file(id).path(), bytes});
            continue;
        }
        const std::string &before = m_original.file(id).bytes();
        if (before != bytes)
            result.patches.push_back({id, lineDifference(before, bytes)});
    }
    return result;
}

} // namespace drawbridge::edit
