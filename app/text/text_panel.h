#pragma once

#include "document/beside.h"
#include "source/line_index.h"
#include "text/known_names.h"
#include "text/text_look.h"
#include "text/text_page.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace drawbridge {

class Document;
class FileList;
class FileTabs;
class FindBar;
class GoToBar;
class TextFinder;

/// The files of the workspace as text. Few files have a tab each; of many, those that were opened
/// have one, and a list shows them all. An editor is made when its tab is first opened; in a large
/// workspace that takes another's place, a turn later. Shows nothing until the document announces
/// what it has.
class TextPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TextPanel(Document *document, QWidget *parent = nullptr);
    ~TextPanel() override;

    using QWidget::show;
    /// Opens the file's tab and brings these bytes into sight; the focus stays where it is.
    void show(FileId file, TextRange range);
    void showFile(FileId file);
    /// Chooses these bytes in the file's tab; the focus stays where it is.
    void select(FileId file, TextRange range);
    /// Shades what a search found in the open file, and nothing in others.
    void setMatches(const std::vector<TextRange> &ranges);

    // What the menus offer for the open file: text_panel_commands.cpp
    void find(bool withReplacement);
    void findNext(bool backwards);
    void goToLine();
    void toggleComment();
    void complete();
    void describe();
    enum class FoldWish { Fold, Unfold, FoldAll, UnfoldAll };
    void fold(FoldWish wish);
    void listFiles();
    /// The file stays in the workspace.
    void closeCurrentTab();

    /// Shades the lines of these places, in all files, and no others.
    void setHighlights(const std::vector<Place> &places);
    void highlight(FileId file, TextRange range) { setHighlights({{file, range}}); }
    void clearHighlights() { setHighlights({}); }

    void setProblems(std::vector<TextProblem> problems);

    // text_panel_look.cpp
    TextLook look() const;
    void take(const TextLook &look);

    /// Emits cursorMoved() anew, when all that happens now has happened.
    void tellCursorSoon() { m_cursorTimer.start(); }

    FileId currentFile() const;
    /// Invalid without an editor.
    Place cursorPlace() const;
    /// "Ln 22, Col 7"; empty without an editor.
    QString statusText() const;

    /// Null where the workspace is empty, and until the editor is made.
    TextEditor *currentEditor() const;
    TextBinding *currentBinding() const;

signals:
    /// The user moved the caret: not when a change from elsewhere moves it.
    void cursorMoved(drawbridge::FileId file, std::size_t offset);
    void statusChanged(const QString &text);
    void currentFileChanged(drawbridge::FileId file);
    /// Why a command did nothing, for the status bar.
    void told(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void replaceAll();
    // text_panel_tabs.cpp
    void updateTabs();
    void noteFiles(const std::vector<FileId> &files);
    void removeClosed();
    void removePage(FileId file, bool isSoon = false);
    void closeTab(FileId file);
    void openTab(int index);
    void renewPage();
    // text_panel.cpp
    const TextPage *page(FileId file) const;
    const TextPage &openPage(FileId file);
    void showNote();
    void tellCursor();
    void goToPlace(LineColumn place);
    void focusEditor();
    bool mayEdit();
    const KnownNames &names();
    void forgetNames();
    void collectNames();

    Document *m_document;
    FileTabs *m_tabs;
    QToolButton *m_filesButton;
    FileList *m_fileList;
    FindBar *m_findBar;
    GoToBar *m_goToBar;
    TextFinder *m_finder;
    QLabel *m_note;
    QStackedWidget *m_stack;
    std::vector<FileId> m_known; ///< files of the workspace at the last look, in order
    std::set<FileId> m_opened;   ///< those with a tab
    std::map<FileId, TextPage> m_pages;
    std::vector<Place> m_highlights;
    std::vector<TextProblem> m_problems;
    std::optional<KnownNames> m_names; ///< until the picture changes
    QTimer m_namesTimer;
    std::unique_ptr<BesideWork<KnownNames>> m_naming;
    QTimer m_cursorTimer;
    QTimer m_pageTimer;                              ///< until the current tab has its page
    std::vector<std::unique_ptr<QWidget>> m_leaving; ///< editors, until then
    bool m_isReplaced = false;                       ///< the workspace, right now
};

} // namespace drawbridge
