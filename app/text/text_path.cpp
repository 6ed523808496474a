#include "text/text_path.h"

#include "text/flow_reader.h"
#include "text/line_scanner.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <climits>

namespace drawbridge {

namespace {

constexpr int kMostJson = 4'000'000; ///< characters that are read for one place

using Mapping = QMap<QString, QString>;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u'/' || c == u'*';
}

QString unquoted(QStringView text)
{
    const bool isQuoted = text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') &&
                          text.back() == text.front();
    return (isQuoted ? text.mid(1, text.size() - 2) : text).toString();
}

/// A line of block YAML: dashes, then perhaps a key, then perhaps a value.
struct Shape
{
    explicit Shape(const QString &line);

    bool isNothing = true; ///< blank, or a comment
    std::vector<int> dashes;
    int content = 0; ///< column behind the dashes
    int colon = -1;  ///< of the key; -1 if there is none
    QString key;
    QString value;
};

Shape::Shape(const QString &line)
{
    const auto skipBlanks = [&] {
        while (content < line.size() && line[content] == u' ')
            ++content;
    };
    skipBlanks();
    while (content < line.size() && line[content] == u'-' &&
           (content + 1 == line.size() || line[content + 1] == u' ')) {
        dashes.push_back(content++);
        skipBlanks();
    }
    isNothing = dashes.empty() && (content == line.size() || line[content] == u'#');
    qsizetype end = line.size();
    const LineScanner scanner(line, {}, false);
    for (const Token &token : scanner.tokens()) {
        if (token.kind == TokenKind::Comment)
            end = token.begin;
        if (token.kind != TokenKind::Key || token.begin != content || colon >= 0)
            continue;
        key = unquoted(QStringView(line).mid(token.begin, token.size));
        colon = int(line.indexOf(u':', token.begin + token.size));
    }
    if (colon >= 0)
        value = unquoted(QStringView(line).mid(colon + 1, end - colon - 1).trimmed());
}

/// True if the whole line goes on what an earlier one began: a block of text, a quoted string.
bool isContinuation(const QTextBlock &block)
{
    const LineState state = LineState::unpacked(block.previous().userState());
    if (!block.previous().isValid() || state.inside == LineState::Inside::Nothing)
        return false;
    const QString text = block.text();
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' '; });
    return first == text.end() || first - text.begin() > state.indent;
}

bool endsDocument(const QString &line)
{
    return line.startsWith(u"---") || line.startsWith(u"...");
}

/// Walks up from a place in block style to the root, collecting keys on the way.
class BlockWalk
{
public:
    BlockWalk(const QTextBlock &block, int column) : m_limit(column)
    {
        const Shape own(block.text());
        takeLine(own, column);
        up(block);
        down(block, column);
    }

    /// From the root.
    QStringList keys() const { return {m_keys.rbegin(), m_keys.rend()}; }
    std::vector<Mapping> mappings() const { return {m_mappings.rbegin(), m_mappings.rend()}; }

private:
    void up(const QTextBlock &from);
    void down(const QTextBlock &from, int column);
    void takeLine(const Shape &line, int before);
    void enter(const QString &key, int column);

    int m_limit;
    bool m_isBehindDash = false;
    QStringList m_keys;
    std::vector<Mapping> m_mappings{Mapping()};
};

void BlockWalk::enter(const QString &key, int column)
{
    m_keys.append(key);
    m_mappings.emplace_back();
    m_limit = column;
    m_isBehindDash = key == TextPath::kItem;
}

/// What stands left of `before`, from right to left.
void BlockWalk::takeLine(const Shape &line, int before)
{
    const bool isParent = line.content < m_limit ||
                          (m_isBehindDash && line.content == m_limit && line.value.isEmpty());
    if (line.colon >= 0 && line.content < before) {
        if (line.content == m_limit && !m_isBehindDash) {
            m_mappings.back().insert(line.key, line.value);
        } else if (isParent) {
            enter(line.key, line.content);
            m_mappings.back().insert(line.key, {});
        }
    }
    for (auto dash = line.dashes.rbegin(); dash != line.dashes.rend(); ++dash)
        if (*dash < m_limit && *dash < before)
            enter(TextPath::kItem, *dash);
}

void BlockWalk::up(const QTextBlock &from)
{
    for (QTextBlock block = from.previous(); block.isValid(); block = block.previous()) {
        const QString text = block.text();
        if (endsDocument(text))
            return;
        const Shape line(text);
        if (!line.isNothing && !isContinuation(block))
            takeLine(line, INT_MAX);
    }
}

/// The rest of the mapping that the place is in, and of the root.
void BlockWalk::down(const QTextBlock &from, int column)
{
    bool isInside = true;
    for (QTextBlock block = from.next(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        if (endsDocument(text))
            return;
        const Shape line(text);
        if (line.isNothing || isContinuation(block))
            continue;
        const int begin = line.dashes.empty() ? line.content : line.dashes.front();
        isInside = isInside && begin >= column;
        if (isInside && begin == column && line.dashes.empty() && line.colon >= 0)
            m_mappings.front().insert(line.key, line.value);
        else if (begin == 0 && line.dashes.empty() && line.colon >= 0)
            m_mappings.back().insert(line.key, line.value);
        if (!isInside && m_mappings.back().contains(QStringLiteral("kind")))
            return;
    }
}

/// An object inside a List is a root of its own.
void cutList(TextPath &path)
{
    if (path.keys.size() < 2 || path.keys[0] != u"items" || path.keys[1] != TextPath::kItem)
        return;
    path.keys.remove(0, 2);
    path.mappings.erase(path.mappings.begin(), path.mappings.begin() + 2);
}

void findWord(TextPath &path, const QString &line, int column)
{
    path.begin = path.end = std::min(column, int(line.size()));
    while (path.begin > 0 && isWord(line[path.begin - 1]))
        --path.begin;
    while (path.end < line.size() && isWord(line[path.end]))
        ++path.end;
    if (path.word = line.mid(path.begin, path.end - path.begin); path.word == u"-") {
        path.begin = path.end = column;
        path.word.clear();
    }
}

TextPath jsonPath(const QTextBlock &block, int begin)
{
    TextPath path;
    const int position = block.position() + begin;
    if (position > kMostJson)
        return path;
    FlowReader reader;
    for (QTextBlock line = block.document()->begin(); line != block; line = line.next())
        reader.read(QString(line.text() + u'\n'));
    reader.read(QStringView(block.text()).left(begin));
    path.isValid = true;
    reader.addTo(path);
    return path;
}

TextPath yamlPath(const QTextBlock &block, int begin)
{
    TextPath path;
    const QString text = block.text();
    const LineScanner scanner(text, LineState::unpacked(block.previous().userState()), false);
    const bool isComment = !scanner.tokens().empty() &&
                           scanner.tokens().back().kind == TokenKind::Comment &&
                           scanner.tokens().back().begin < begin;
    if (isComment || isContinuation(block) || endsDocument(text))
        return path;
    const Shape line(text);
    const bool isBehindColon = line.colon >= 0 && begin > line.colon;
    const BlockWalk walk(block, std::min(begin, line.content));
    path.isValid = true;
    path.keys = walk.keys();
    path.mappings = walk.mappings();
    if (!isBehindColon && line.content >= begin)
        return path;
    const int from = isBehindColon ? line.colon + 1 : line.content;
    if (isBehindColon)
        path.keys.append(line.key);
    path.isValue = isBehindColon;
    FlowReader reader;
    reader.read(QStringView(text).mid(from, begin - from));
    reader.addTo(path);
    return path;
}

} // namespace

TextPath TextPath::at(const QTextBlock &block, int column, bool isJson)
{
    TextPath word;
    findWord(word, block.text(), column);
    TextPath path = isJson ? jsonPath(block, word.begin) : yamlPath(block, word.begin);
    path.begin = word.begin;
    path.end = word.end;
    path.word = word.word;
    const bool isBehindQuote = path.begin > 0 && (block.text()[path.begin - 1] == u'"' ||
                                                  block.text()[path.begin - 1] == u'\'');
    path.isQuoted = path.isQuoted || isBehindQuote;
    if (path.isValid)
        cutList(path);
    return path;
}

} // namespace drawbridge
