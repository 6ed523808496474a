#include "text/text_completion.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "text/text_editor.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QScreen>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr int kMostRows = 10; ///< in sight at once

std::vector<Suggestion> fitting(const std::vector<Suggestion> &all, const QString &typed)
{
    std::vector<Suggestion> begin;
    std::vector<Suggestion> inside;
    for (const Suggestion &suggestion : all) {
        if (suggestion.name.startsWith(typed, Qt::CaseInsensitive))
            begin.push_back(suggestion);
        else if (suggestion.name.contains(typed, Qt::CaseInsensitive))
            inside.push_back(suggestion);
    }
    begin.insert(begin.end(), inside.begin(), inside.end());
    return begin;
}

} // namespace

TextCompletion::TextCompletion(TextEditor *editor, Source source)
    : QObject(editor)
    , m_editor(editor)
    , m_source(std::move(source))
    , m_list(new QListWidget(editor))
{
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("completions"));
    m_list->setAccessibleName(Tr::tr("What may stand here"));
    m_list->setUniformItemSizes(true);
    m_list->setStyleSheet(
        QStringLiteral("QListWidget { border: 1px solid palette(dark); padding: 2px; }"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    editor->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, &TextCompletion::put);
    connect(m_list, &QListWidget::currentRowChanged, this, &TextCompletion::tellCurrent);
    connect(editor, &TextEditor::typed, this, &TextCompletion::follow);
    connect(editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &TextCompletion::close);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const QTextCursor at = m_editor->textCursor();
        const QTextBlock block = m_editor->document()->findBlock(m_begin);
        if (isOpen() && (at.position() < m_begin || at.block() != block))
            close();
    });
}

TextCompletion::~TextCompletion() = default;

bool TextCompletion::isOpen() const
{
    return !m_list->isHidden();
}

void TextCompletion::close()
{
    m_list->hide();
    m_editor->setSpoken({});
}

/// The editor has the keyboard, so a screen reader hears of the list through it.
void TextCompletion::tellCurrent()
{
    const int count = m_list->count();
    const QListWidgetItem *item = m_list->currentItem();
    if (!isOpen() || count == 0)
        return;
    m_editor->setSpoken(
        item ? Tr::tr("%1, %2 of %3").arg(item->text()).arg(m_list->row(item) + 1).arg(count)
             : Tr::tr("%n suggestion(s), the first is %1", nullptr, count)
                   .arg(m_list->item(0)->text()));
}

bool TextCompletion::open()
{
    return show(true);
}

/// Lists what fits to the word so far; if it was asked for, the first one can be taken at once.
bool TextCompletion::show(bool isAsked)
{
    const QTextCursor caret = m_editor->textCursor();
    if (m_editor->isReadOnly()) {
        close();
        return false;
    }
    const int column = caret.positionInBlock();
    const Offer offer = m_source(caret.block(), column);
    const QString typed = offer.path.word.left(column - offer.path.begin);
    const bool mayShow = isAsked || isOpen() || (!typed.isEmpty() && !offer.path.isValue);
    std::vector<Suggestion> suggestions;
    if (mayShow)
        suggestions = fitting(offer.suggestions(), typed);
    const bool isDone = suggestions.size() == 1 && suggestions.front().name == offer.path.word;
    if (suggestions.empty() || (!isAsked && isDone)) {
        close();
        return false;
    }
    m_begin = caret.block().position() + offer.path.begin;
    m_list->clear();
    for (const Suggestion &suggestion : suggestions) {
        auto *item = new QListWidgetItem(visible(suggestion.name), m_list);
        item->setData(Qt::UserRole, suggestion.inserted);
    }
    m_list->setCurrentRow(isAsked ? 0 : -1);
    place();
    m_list->show();
    tellCurrent();
    return true;
}

/// Under the word, or above it where there is no room.
void TextCompletion::place()
{
    m_list->setFont(m_editor->font());
    const int rows = std::min(kMostRows, m_list->count());
    const int frame = 2 * m_list->frameWidth() + 8;
    const int width =
        m_list->sizeHintForColumn(0) + m_list->verticalScrollBar()->sizeHint().width();
    m_list->resize(width + frame + 8, rows * m_list->sizeHintForRow(0) + frame);
    QTextCursor begin(m_editor->document());
    begin.setPosition(m_begin);
    const QRect word = m_editor->cursorRect(begin);
    const QPoint above = m_editor->viewport()->mapToGlobal(word.topLeft());
    QPoint at = m_editor->viewport()->mapToGlobal(word.bottomLeft() + QPoint(0, 2));
    const QRect screen = m_editor->screen()->availableGeometry();
    if (at.y() + m_list->height() > screen.bottom())
        at.setY(above.y() - m_list->height() - 2);
    at.setX(std::max(screen.left(), std::min(at.x(), screen.right() - m_list->width())));
    m_list->move(at);
}

/// What was typed narrows the list, or opens it where a key is being typed.
void TextCompletion::follow(const QString &typed)
{
    const bool isWord = !typed.isEmpty() && (typed[0].isLetterOrNumber() || typed[0] == u'/' ||
                                             typed[0] == u'.' || typed[0] == u'-');
    if (isOpen() || (isWord && typed[0].isLetter())) {
        const bool wasChosen = isOpen() && m_list->currentRow() >= 0;
        if (!isWord && !typed.isEmpty())
            close();
        else
            show(wasChosen);
    }
}

void TextCompletion::move(int rows)
{
    const int count = m_list->count();
    const int now = m_list->currentRow();
    const int next = now < 0 ? (rows > 0 ? 0 : count - 1) : now + rows;
    m_list->setCurrentRow(rows == 1 || rows == -1 ? (next + count) % count
                                                  : std::clamp(next, 0, count - 1));
}

bool TextCompletion::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(kMostRows);
        return true;
    case Qt::Key_PageUp:
        move(-kMostRows);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
        if (m_list->currentRow() < 0)
            m_list->setCurrentRow(0);
        put(m_list->currentItem());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const bool isChosen = m_list->currentRow() >= 0;
        if (isChosen)
            put(m_list->currentItem());
        close();
        return isChosen;
    }
    default:
        return false;
    }
}

void TextCompletion::put(const QListWidgetItem *item)
{
    const QString text = item->data(Qt::UserRole).toString();
    close();
    QTextCursor cursor = m_editor->textCursor();
    const TextPath path = m_source(cursor.block(), cursor.positionInBlock()).path;
    const int line = cursor.block().position();
    cursor.setPosition(line + path.begin);
    cursor.setPosition(line + path.end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_editor->setTextCursor(cursor);
}

bool TextCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (!isOpen())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        close();
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before it is a shortcut of the window
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && takeKey(key->key()))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace drawbridge
