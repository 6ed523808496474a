#pragma once

#include "text/text_colors.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <functional>
#include <vector>

namespace drawbridge {

class Folding;
class LineGutter;

/// A problem shown in the text.
struct TextMark
{
    QTextCursor range; ///< moves with the text
    Severity severity = Severity::Error;
    QString sentence;
};

/// The text of one file: plain, monospaced, with line numbers and marks. It knows nothing of files,
/// has no undo of its own (Ctrl+Z is the window's), loads nothing and takes no dropped files.
class TextEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextEditor(QWidget *parent = nullptr);
    ~TextEditor() override;

    const TextColors &colors() const { return m_colors; }

    void setMarks(std::vector<TextMark> marks);
    const std::vector<TextMark> &marks() const { return m_marks; }

    /// Shades the lines of these ranges.
    void setHighlights(std::vector<QTextCursor> ranges);
    const std::vector<QTextCursor> &highlights() const { return m_highlights; }

    /// Shades what a search found.
    void setMatches(std::vector<QTextCursor> ranges);
    const std::vector<QTextCursor> &matches() const { return m_matches; }

    /// Says what stands at a place, for tool tips; plain text, empty if there is nothing to say.
    using Describer = std::function<QString(const QTextCursor &place)>;
    void setDescriber(Describer describer) { m_describer = std::move(describer); }
    /// The problems at a place and what stands there, escaped for a tool tip.
    QString tipAt(const QTextCursor &place) const;
    /// Shows it at the caret; false if there is nothing to say.
    bool showTip();
    /// What a screen reader is told at the caret: this, or the problems of the line if it is empty.
    void setSpoken(const QString &words);

    Folding *folding() const { return m_folding; }
    void updateGutter();

    /// Steps of one point; the size stays within what can be read.
    void zoom(int steps);
    void resetZoom();

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// Somebody typed this at the caret; empty after taking something away.
    void typed(const QString &text);
    void colorsChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class LineGutter;

    struct LineInSight
    {
        QTextBlock block;
        QRectF area; ///< of the viewport
    };
    /// From the top, those that touch this area of the viewport; none that a fold hides.
    std::vector<LineInSight> linesInSight(const QRect &clip) const;
    bool zoomByKey(const QKeyEvent *event);
    bool showHoverTip(const QHelpEvent *event);
    bool takeKey(const QKeyEvent *event);
    // text_folds.cpp
    bool openFoldsFirst(const QKeyEvent *event);
    bool stepOverFold(const QKeyEvent *event);
    void paintFolds(const QRect &clip);
    // text_brackets.cpp
    bool isBeforeOwnCloser(const QTextCursor &cursor) const;
    bool typeBracket(QChar sign);
    bool removeBracketPair();
    void findBrackets();
    // text_editing.cpp
    void indentLines(bool deeper);
    void insertNewLine();
    bool removeIndent();
    void layOutGutter();
    void showMarks();
    void describe();
    void showColors();
    void fillLines(const QTextCursor &range, const QColor &color, const QRect &clip);
    void showCaretLine();

    TextColors m_colors;
    std::vector<TextMark> m_marks;
    std::vector<QTextCursor> m_highlights;
    std::vector<QTextCursor> m_matches;
    QTextCursor m_caret;                 ///< whose line is shaded
    std::vector<QTextCursor> m_brackets; ///< that belong together
    std::vector<QTextCursor> m_closers;  ///< before signs that came by themselves
    Describer m_describer;
    QString m_spoken;
    LineGutter *m_gutter;
    Folding *m_folding;
    qreal m_normalSize;
};

} // namespace drawbridge
