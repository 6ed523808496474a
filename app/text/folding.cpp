#include "text/folding.h"

#include "text/text_editor.h"

#include <QPlainTextDocumentLayout>
#include <QRegularExpression>

#include <algorithm>
#include <climits>
#include <utility>

namespace drawbridge {

namespace {

constexpr int kMostOfFirst = 2'000; ///< lines of a first document that can be folded as one
constexpr int kMostTitleLines = 40; ///< that are looked at for a document's kind and name

/// What a fold hides, to know whether it is still that; at the block that stays.
struct FoldedText : QTextBlockUserData
{
    explicit FoldedText(size_t text) : hash(text) {}
    size_t hash;
};

int indentOf(const QString &line)
{
    int indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

bool isMarker(const QString &line)
{
    return line.startsWith(u"---") || line.startsWith(u"...");
}

/// Blank, or a comment: belongs to what is around it.
bool isLoose(const QString &line)
{
    const int indent = indentOf(line);
    return indent == line.size() || line[indent] == u'#';
}

bool isItem(const QString &line, int indent)
{
    return line[indent] == u'-' && (indent + 1 == line.size() || line[indent + 1] == u' ');
}

/// The last line before the next document that says something.
QTextBlock lastOfDocument(const QTextBlock &from)
{
    QTextBlock last;
    for (QTextBlock block = from.next(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (isMarker(line))
            break;
        if (!line.trimmed().isEmpty())
            last = block;
    }
    return last;
}

bool hasMarkerBelow(QTextBlock block)
{
    int left = kMostOfFirst;
    while (block.isValid() && left > 0 && !isMarker(block.text())) {
        block = block.next();
        --left;
    }
    return block.isValid() && left > 0;
}

/// Whether a line that says something is below another, which is not loose.
bool isBelow(const QString &line, const QString &header)
{
    const int indent = indentOf(header);
    const int depth = indentOf(line);
    const bool isOpenKey = header.trimmed().endsWith(u':') && !isItem(header, indent);
    return !isMarker(line) &&
           (depth > indent || (isOpenKey && depth == indent && isItem(line, depth)));
}

/// The first line that says something: the first document has no marker of its own.
bool isFirst(const QTextBlock &header)
{
    QTextBlock block = header.previous();
    while (block.isValid() && isLoose(block.text()))
        block = block.previous();
    return !block.isValid() && indentOf(header.text()) == 0;
}

QTextBlock lastHidden(const QTextBlock &header)
{
    QTextBlock last;
    for (QTextBlock block = header.next(); block.isValid() && !block.isVisible();
         block = block.next())
        last = block;
    return last;
}

size_t hashOf(const QTextBlock &first, const QTextBlock &last)
{
    size_t hash = 0;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        hash = qHash(block.text(), hash + 1);
        if (block == last)
            break;
    }
    return hash;
}

} // namespace

Folding::Folding(TextEditor *editor) : QObject(editor), m_editor(editor)
{
    connect(editor->document(), &QTextDocument::contentsChange, this,
            [this](int position, int, int added) { noteChange(position, added); });
    connect(editor->document(), &QTextDocument::contentsChanged, this, &Folding::repair);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &Folding::revealCaret);
}

bool Folding::canFold(const QTextBlock &header)
{
    const QString own = header.text();
    QTextBlock next = header.next();
    if (isMarker(own))
        return next.isValid() && !isMarker(next.text());
    if (isLoose(own))
        return false;
    while (next.isValid() && isLoose(next.text()))
        next = next.next();
    return next.isValid() &&
           (isBelow(next.text(), own) || (isFirst(header) && hasMarkerBelow(header)));
}

QTextBlock Folding::lastBelow(const QTextBlock &header)
{
    const QString own = header.text();
    if (isMarker(own))
        return lastOfDocument(header);
    if (isLoose(own))
        return {};
    QTextBlock last;
    for (QTextBlock block = header.next(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (isLoose(line))
            continue;
        if (!isBelow(line, own))
            break;
        last = block;
    }
    const bool isDocument = !last.isValid() && isFirst(header) && hasMarkerBelow(header);
    return isDocument ? lastOfDocument(header) : last;
}

bool Folding::isFolded(const QTextBlock &header)
{
    return header.isVisible() && header.next().isValid() && !header.next().isVisible();
}

QTextBlock Folding::shownFor(QTextBlock block)
{
    while (!block.isVisible() && block.previous().isValid())
        block = block.previous();
    return block;
}

int Folding::linesBelow(const QTextBlock &header)
{
    return lastHidden(header).blockNumber() - header.blockNumber();
}

QString Folding::titleOf(const QTextBlock &header)
{
    static const QRegularExpression kind(QStringLiteral("^kind: +([A-Za-z]{1,40})\\s*$"));
    static const QRegularExpression name(QStringLiteral("^ {1,8}name: +([-a-z0-9.]{1,63})\\s*$"));
    if (!isMarker(header.text()) && !isFirst(header))
        return {};
    QStringList parts{QString(), QString()};
    const QTextBlock last = lastHidden(header);
    int left = kMostTitleLines;
    for (QTextBlock block = header; block.isValid() && left > 0; block = block.next(), --left) {
        const QString line = block.text();
        if (const auto match = kind.match(line); match.hasMatch() && parts[0].isEmpty())
            parts[0] = match.captured(1);
        if (const auto match = name.match(line); match.hasMatch() && parts[1].isEmpty())
            parts[1] = match.captured(1);
        if (block == last)
            break;
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

void Folding::setShown(const QTextBlock &first, const QTextBlock &last, bool shown)
{
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        block.setVisible(shown);
        block.setLineCount(shown ? std::max(1, block.layout()->lineCount()) : 0);
        if (block == last)
            return;
    }
}

void Folding::layOut()
{
    auto *layout = qobject_cast<QPlainTextDocumentLayout *>(m_editor->document()->documentLayout());
    layout->requestUpdate();
    emit layout->documentSizeChanged(layout->documentSize());
    m_editor->viewport()->update();
    m_editor->updateGutter();
}

void Folding::fold(const QTextBlock &header)
{
    const QTextBlock last = lastBelow(header);
    if (!last.isValid())
        return;
    const QTextCursor caret = m_editor->textCursor();
    const int begin = header.next().position();
    const int end = last.position() + last.length();
    const auto isInside = [&](int position) { return begin <= position && position < end; };
    if (isInside(caret.position()) || isInside(caret.anchor())) {
        QTextCursor before(header);
        before.movePosition(QTextCursor::EndOfBlock);
        m_editor->setTextCursor(before);
    }
    setShown(header.next(), last, false);
    QTextBlock(header).setUserData(new FoldedText(hashOf(header.next(), last)));
    m_hasFolds = true;
}

void Folding::open(const QTextBlock &header)
{
    setShown(header.next(), lastHidden(header), true);
    QTextBlock(header).setUserData(nullptr);
}

void Folding::toggle(const QTextBlock &header)
{
    if (isFolded(header))
        open(header);
    else
        fold(header);
    layOut();
}

void Folding::foldAtCaret()
{
    const QTextBlock own = m_editor->textCursor().block();
    int indent = INT_MAX;
    for (QTextBlock block = own; block.isValid(); block = block.previous()) {
        const QString line = block.text();
        const bool mayHold =
            isMarker(line) || isFirst(block) || (!isLoose(line) && indentOf(line) <= indent);
        if (!mayHold)
            continue;
        const QTextBlock last = lastBelow(block);
        if (last.isValid() && last.blockNumber() >= own.blockNumber() && !isFolded(block)) {
            fold(block);
            layOut();
            return;
        }
        if (!isLoose(line))
            indent = std::min(indent, indentOf(line));
        if (isMarker(line))
            return;
    }
}

void Folding::unfoldAtCaret()
{
    const QTextBlock block = m_editor->textCursor().block();
    if (isFolded(block))
        toggle(block);
}

void Folding::foldAll()
{
    unfoldAll();
    const QTextDocument *text = m_editor->document();
    const bool hasDocuments = hasMarkerBelow(text->begin().next());
    for (QTextBlock block = text->begin(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        const QTextBlock last =
            isLoose(line) || indentOf(line) > 0 ? QTextBlock() : lastBelow(block);
        if (!last.isValid() || (isMarker(line) && !hasDocuments))
            continue;
        fold(block);
        block = last;
    }
    layOut();
}

void Folding::unfoldAll()
{
    if (!m_hasFolds)
        return;
    for (QTextBlock block = m_editor->document()->begin(); block.isValid(); block = block.next())
        if (isFolded(block))
            open(block);
    m_hasFolds = false;
    layOut();
}

bool Folding::reveal(int begin, int end)
{
    if (!m_hasFolds)
        return false;
    bool isAnyOpened = false;
    const QTextDocument *text = m_editor->document();
    for (QTextBlock block = text->findBlock(begin); block.isValid() && block.position() <= end;
         block = block.next()) {
        if (block.isVisible())
            continue;
        open(shownFor(block));
        isAnyOpened = true;
    }
    if (isAnyOpened)
        layOut();
    return isAnyOpened;
}

void Folding::revealCaret()
{
    const QTextCursor caret = m_editor->textCursor();
    for (const int position : {caret.position(), caret.anchor()})
        reveal(position, position);
}

void Folding::noteChange(int position, int added)
{
    if (!m_hasFolds)
        return;
    const QTextDocument *text = m_editor->document();
    const int end = text->characterCount() - 1;
    const int first = text->findBlock(std::clamp(position, 0, end)).blockNumber();
    const int last = text->findBlock(std::clamp(position + added, 0, end)).blockNumber();
    m_first = m_first < 0 ? first : std::min(m_first, first);
    m_last = std::max(m_last, last);
}

/// Opens folds around what changed that hide other lines than they did, or than they should.
void Folding::repair()
{
    if (m_first < 0)
        return;
    const QTextDocument *text = m_editor->document();
    const int end = std::exchange(m_last, -1) + 1;
    QTextBlock block =
        shownFor(text->findBlockByNumber(std::max(0, std::exchange(m_first, -1) - 1)));
    bool isAnyOpened = false;
    for (; block.isValid() && block.blockNumber() <= end; block = block.next()) {
        const bool isAlone = !block.isVisible(); // the first line of all
        if (!isAlone && !isFolded(block))
            continue;
        const QTextBlock last = lastHidden(block);
        const auto *kept = static_cast<const FoldedText *>(block.userData());
        if (isAlone || !kept || kept->hash != hashOf(block.next(), last) ||
            lastBelow(block) != last) {
            setShown(block, block, true);
            open(block);
            isAnyOpened = true;
        }
        if (last.isValid())
            block = last;
    }
    if (isAnyOpened)
        layOut();
    revealCaret();
}

} // namespace drawbridge
