#pragma once

#include "source/line_index.h"
#include "text/text_page.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <map>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace drawbridge {

class Document;
class FindBar;
class GoToBar;
class TextFinder;
struct FileInfo;

/// The files of the workspace as text, a tab each. An editor is made when its tab is first opened.
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

    /// Shades the lines of these places, in all files, and no others.
    void setHighlights(const std::vector<Place> &places);
    void highlight(FileId file, TextRange range) { setHighlights({{file, range}}); }
    void clearHighlights() { setHighlights({}); }

    void setProblems(std::vector<TextProblem> problems);

    FileId currentFile() const;
    /// Invalid where the workspace is empty.
    Place cursorPlace() const;
    /// "Ln 22, Col 7"; empty without a file.
    QString statusText() const;

    TextEditor *currentEditor() const;
    TextBinding *currentBinding() const;

signals:
    /// The user moved the caret: not when a change from elsewhere moves it.
    void cursorMoved(drawbridge::FileId file, std::size_t offset);
    void statusChanged(const QString &text);
    void currentFileChanged(drawbridge::FileId file);
    /// Why a command did nothing, for the status bar.
    void told(const QString &sentence);

private:
    void replaceAll();
    void updateTabs();
    void rebuildTabs();
    void removeClosed();
    bool tabsMatch(const std::vector<FileInfo> &files) const;
    void openTab(int index);
    int tabOf(FileId file) const;
    FileId fileOf(int tab) const;
    const TextPage *page(FileId file) const;
    const TextPage &openPage(FileId file);
    void showNote();
    void tellCursor();
    void goToPlace(LineColumn place);
    void focusEditor();
    bool mayEdit();

    Document *m_document;
    QTabBar *m_tabs;
    FindBar *m_findBar;
    GoToBar *m_goToBar;
    TextFinder *m_finder;
    QLabel *m_note;
    QStackedWidget *m_stack;
    std::map<FileId, TextPage> m_pages;
    std::vector<Place> m_highlights;
    std::vector<TextProblem> m_problems;
    QTimer m_cursorTimer;
};

} // namespace drawbridge
