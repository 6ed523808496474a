#include "fuzz/file_laws.h"

#include "fuzz/demand.h"
#include "support/text_model.h"
#include "yaml/file.h"

using namespace drawbridge;
using namespace drawbridge::yaml;

namespace fuzz {

namespace {

void checkTree(const Tree &tree, std::size_t size)
{
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree[id];
        demand(node.start <= node.contentStart && node.contentStart <= node.end && node.end <= size,
               "spans lie in the text");
        if (node.parent != kNoNode)
            demand(node.parent < id && tree[node.parent].start <= node.start &&
                       node.end <= tree[node.parent].end,
                   "spans nest");
        demand(node.kind != Kind::Mapping || node.children.size() % 2 == 0, "keys have values");
    }
}

void checkFile(const File &file)
{
    std::size_t end = file.bytes().starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (const PlacedPiece &placed : file.pieces()) {
        demand(placed.piece != nullptr, "every piece is parsed");
        demand(placed.piece->isParsed || !placed.piece->problems.empty(), "refusals have reasons");
        for (const Problem &problem : placed.piece->problems)
            demand(problem.range.begin <= problem.range.end &&
                       problem.range.end <= placed.size - placed.gap.size(),
                   "problems lie in the text");
        if (placed.piece->isEditable)
            checkTree(placed.piece->tree, placed.size - placed.gap.size());
        if (placed.shell != UINT32_MAX)
            continue;
        demand(placed.begin == end, "documents cover the file");
        end += placed.size;
    }
    demand(file.pieces().empty() || end == file.bytes().size(), "documents cover the file");
}

void checkEqual(const File &a, const File &b)
{
    demand(a.bytes() == b.bytes() && a.format() == b.format() && a.problems() == b.problems(),
           "Incremental: file");
    demand(a.pieces().size() == b.pieces().size(), "Incremental: number of pieces");
    demand(a.lines().lineCount() == b.lines().lineCount(), "Incremental: lines");
    for (std::size_t i = 0; i < a.pieces().size(); ++i) {
        const PlacedPiece &x = a.pieces()[i];
        const PlacedPiece &y = b.pieces()[i];
        demand(x.begin == y.begin && x.size == y.size && x.gap == y.gap && x.shell == y.shell &&
                   x.document == y.document,
               "Incremental: places");
        demand(x.piece->isParsed == y.piece->isParsed &&
                   x.piece->isEditable == y.piece->isEditable && x.piece->role == y.piece->role &&
                   x.piece->problems == y.piece->problems &&
                   sameContent(x.piece->tree, x.piece->tree.root(), y.piece->tree,
                               y.piece->tree.root()),
               "Incremental: pieces");
    }
}

/// Comments and blank lines may move between a List and its last item; what they say may not.
bool isSame(const Piece &a, const Piece &b)
{
    return &a == &b || (a.role == b.role && a.isParsed == b.isParsed &&
                        sameContent(a.tree, a.tree.root(), b.tree, b.tree.root()));
}

/// A blank line behind an item would be part of its text (`|+`).
bool takesBlankLines(const File &file, const PlacedPiece &item)
{
    const std::string text = item.text(file.bytes());
    const auto parsed = [&](const std::string &bytes) {
        return item.piece->format == Format::Json ? parseJson(bytes, item.piece->role)
                                                  : parseYaml(bytes, item.piece->role);
    };
    return !isSame(*parsed(text), *parsed(text + '\n'));
}

/// A List's shell, which holds no object of its own, is not edited where something in it is not
/// closed, for then the borders of its items are a guess, nor where an item takes lines of it.
bool isLeftAlone(const File &file, std::size_t index)
{
    if (file.pieces()[index].piece->role != Role::ListShell)
        return false;
    for (const PlacedPiece &item : file.pieces())
        if (item.shell == index && (!item.piece->isParsed || takesBlankLines(file, item)))
            return true;
    return false;
}

void editOnce(const File &file, test::Random &random)
{
    if (file.pieces().empty())
        return;
    const std::size_t index = test::below(random, file.pieces().size());
    const PlacedPiece &placed = file.pieces()[index];
    if (isLeftAlone(file, index))
        return;
    const std::string text = placed.text(file.bytes());
    const auto edit = test::randomEdit(random, placed.piece->tree);
    if (!edit)
        return;
    const Result<Patches> patches = write(text, *placed.piece, *edit);
    if (!patches)
        return;
    const std::string after = applied(text, *patches);
    const auto piece = placed.piece->format == Format::Json ? parseJson(after, placed.piece->role)
                                                            : parseYaml(after, placed.piece->role);
    demand(piece->isEditable, "PutGet: parses");
    const std::string wrong = difference(test::edited(placed.piece->tree, *edit),
                                         test::modelOf(piece->tree, piece->tree.root()));
    demand(wrong.empty(), "PutGet");
    demand(applied(after, inverse(text, *patches)) == text, "Undo");

    Patches inFile;
    for (const Patch &patch : *patches)
        inFile.push_back({placed.toFile(patch.range), patch.text});
    demand(areWellFormed(inFile, file.bytes().size()), "patches in the file");
    File changed = file;
    changed.apply(inFile);
    checkEqual(changed, File::parse(file.path(), changed.bytes()));
    if (changed.pieces().size() == file.pieces().size()) {
        for (std::size_t i = 0; i < file.pieces().size(); ++i)
            demand(i == index || isSame(*changed.pieces()[i].piece, *file.pieces()[i].piece),
                   "Isolation");
        demand(changed.pieces()[index].text(changed.bytes()) == after ||
                   (placed.piece->role != Role::Document &&
                    isSame(*changed.pieces()[index].piece, *piece)),
               "Locality");
    }
}

void typeOnce(const File &file, test::Random &random)
{
    static const std::vector<std::string> keys{
        "a", " ",   "\n", "-",        ":",        "\"",    "'",           "[",
        "}", ",",   "#",  "|",        "---\n",    "...\n", "%",           "\t",
        "?", "&a ", "*a", "\xC3\xA9", "items:\n", "- a\n", "kind: List\n"};
    const std::size_t begin = test::below(random, file.bytes().size() + 1);
    const std::size_t end =
        begin + test::below(random, std::min<std::size_t>(8, file.bytes().size() - begin) + 1);
    File changed = file;
    changed.apply({{{begin, end}, keys[test::below(random, keys.size())]}});
    checkFile(changed);
    checkEqual(changed, File::parse(file.path(), changed.bytes()));
}

void changeList(const File &file, test::Random &random)
{
    for (std::size_t i = 0; i < file.pieces().size(); ++i) {
        const Role role = file.pieces()[i].piece->role;
        if (role == Role::Document)
            continue;
        const auto patches = role == Role::ListShell
                                 ? appendListItem(file, i, test::randomValue(random, 2))
                                 : removeListItem(file, i);
        if (!patches)
            continue;
        demand(areWellFormed(*patches, file.bytes().size()), "patches of a list");
        File changed = file;
        changed.apply(*patches);
        checkEqual(changed, File::parse(file.path(), changed.bytes()));
    }
}

} // namespace

void checkFileLaws(const std::string &path, const std::string &bytes, unsigned seed)
{
    test::Random random(seed);
    const File file = File::parse(path, bytes);
    checkFile(file);
    demand(file.bytes() == bytes, "GetPut");
    for (int i = 0; i < 3; ++i)
        editOnce(file, random);
    for (int i = 0; i < 3; ++i)
        typeOnce(file, random);
    changeList(file, random);
}

} // namespace fuzz
