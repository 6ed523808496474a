#pragma once

#include "base/diagnostic.h"
#include "document/auto_layout.h"
#include "document/layout_client.h"
#include "graph/compare.h"
#include "graph/picture.h"

#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QLabel;
class QTabWidget;
class QToolBar;

namespace drawbridge {

namespace canvas {
class CanvasWidget;
}
class ChangesPanel;
class ConnectionsPanel;
class Document;
struct Plan;
struct SideState;
class InspectorPanel;
class NoticeBar;
class ProblemsPanel;
class ServicesPanel;
class TextPanel;

/// Wires document, canvas, text and panels together. Every command is an action in a menu.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    Document &document() { return *m_document; }
    canvas::CanvasWidget *canvas() const { return m_canvas; }
    TextPanel *text() const { return m_text; }
    InspectorPanel *inspector() const { return m_inspector; }
    ProblemsPanel *problems() const { return m_problems; }
    ServicesPanel *services() const { return m_services; }

    void startNew();
    void openExample();
    void openPaths(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // main_window.cpp
    void buildPanels();
    void connectPanels();
    void connectCanvas();
    void showPicture();
    void showProblems();
    void showTitle();
    void showSelection();
    void selectAt(FileId file, std::size_t offset);
    void goTo(const Place &place);
    void reveal(const graph::Key &key);
    void applyTheme();

    // main_window_actions.cpp
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildPolicyMenu();
    void buildHelpMenu();
    void buildToolBar();
    QAction *add(class QMenu *menu, const QString &text, const QKeySequence &keys,
                 std::function<void()> run);

    // main_window_files.cpp
    void chooseFiles();
    void chooseFolder();
    bool save();
    bool saveAs();
    bool saveAll();
    bool saveOne(FileId id);
    void revert();
    void exportPicture();
    bool mayDiscard();
    void askAboutDisk(FileId id, const QString &path);
    void tell(const QString &sentence);

    // main_window_edits.cpp
    /// `at`: where on the screen the popover opens; in the middle of the window if null.
    void connectServices(const graph::Key &source, const graph::Key &target, QPoint at = {});
    void changePorts(const graph::Key &arrowKey);
    void deleteElements(const std::vector<graph::Key> &keys);
    void revoke(const graph::Key &arrowKey);
    void addService();
    void isolate(const graph::Key &frameKey, bool egress);
    void isolateCurrent(bool egress);
    void push(const Plan &plan, const QString &label);
    void move(const graph::Placement &positions);
    void toggleFrame(const graph::Key &frame);
    void arrange();
    void takeArrangement(const layout::Reply &reply, bool fellBack);
    void showContextMenu(const graph::Key &key, QPoint position);
    QString currentNamespace() const;

    // main_window_changes.cpp
    void addChangesAction(class QMenu *menu);
    QWidget *buildChanges();
    void showChanges(bool on);
    void compareWithSaved();
    graph::Picture shownPicture() const;
    bool isGone(const graph::Key &key) const; ///< drawn from the saved files alone
    void showGone(const graph::Key &key);

    // main_window_notes.cpp
    void addNoteAction(class QMenu *menu);
    void addNote(const graph::Key &key);
    void editNote(const graph::Key &key, std::size_t index);
    void removeNote(const graph::Key &key, std::size_t index);
    void pushNotes(SideState side, const QString &label);

    // main_window_ports.cpp
    void addPortsAction(class QMenu *menu);
    void declarePorts(const graph::Key &key);

    Document *m_document;
    canvas::CanvasWidget *m_canvas;
    TextPanel *m_text;
    ServicesPanel *m_services;
    InspectorPanel *m_inspector;
    ProblemsPanel *m_problems;
    ConnectionsPanel *m_connections;
    QTabWidget *m_bottom;
    QLabel *m_summary;
    QLabel *m_caret;
    QActionGroup *m_themes = nullptr;
    QAction *m_connectMode = nullptr;
    std::vector<QAction *> m_toolActions;
    LayoutClient m_layouter;
    std::optional<AutoLayout> m_arranging; ///< what the layouter was asked
    graph::Placement m_placesBefore;       ///< and where things were then
    QTimer m_problemTimer;

    ChangesPanel *m_changes = nullptr;
    NoticeBar *m_changesBar = nullptr;
    QAction *m_showChanges = nullptr;
    QTimer m_changesTimer;
    std::optional<graph::Changes> m_compared; ///< what the canvas shows; nothing: not compared
};

} // namespace drawbridge
