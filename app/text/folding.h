#pragma once

#include <QObject>
#include <QTextBlock>

namespace drawbridge {

class TextEditor;

/// Folds lines of an editor away below a line that stays: what is deeper than it, or a whole
/// document. Nothing but the look changes. A fold opens by itself when its text changes, when the
/// line above is no longer what it belongs to, and when the caret goes there.
class Folding : public QObject
{
    Q_OBJECT

public:
    explicit Folding(TextEditor *editor);

    /// True if something can be folded below this line; looks at few lines.
    static bool canFold(const QTextBlock &header);
    /// The last line of what can be folded below this one; invalid if nothing can.
    static QTextBlock lastBelow(const QTextBlock &header);
    static bool isFolded(const QTextBlock &header);
    /// The line itself if it is in sight, else the one that it is folded below.
    static QTextBlock shownFor(QTextBlock block);
    static int linesBelow(const QTextBlock &header);
    /// Kind and name of the object in a folded document; empty for others.
    static QString titleOf(const QTextBlock &header);

    void toggle(const QTextBlock &header);
    /// The innermost that holds the caret's line and is not folded yet.
    void foldAtCaret();
    void unfoldAtCaret();
    /// Every document; the parts of the only one.
    void foldAll();
    void unfoldAll();
    /// Opens all folds between two positions; false if there is none.
    bool reveal(int begin, int end);

private:
    void fold(const QTextBlock &header);
    void open(const QTextBlock &header);
    void setShown(const QTextBlock &first, const QTextBlock &last, bool shown);
    void noteChange(int position, int added);
    void repair();
    void revealCaret();
    void layOut();

    TextEditor *m_editor;
    bool m_hasFolds = false; ///< or had
    int m_first = -1;        ///< lines that changed since the last repair
    int m_last = -1;
};

} // namespace drawbridge
