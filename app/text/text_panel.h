#pragma once

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

    Document *m_document;
    QTabBar *m_tabs;
    QLabel *m_note;
    QStackedWidget *m_stack;
    std::map<FileId, TextPage> m_pages;
    std::vector<Place> m_highlights;
    std::vector<TextProblem> m_problems;
    QTimer m_cursorTimer;
};

} // namespace drawbridge
