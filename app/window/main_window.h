#pragma once

#include "base/diagnostic.h"
#include "document/layout_client.h"
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
class ConnectionsPanel;
class Document;
class InspectorPanel;
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
    bool saveOne(FileId file);
    void revert();
    void exportPicture();
    bool mayDiscard();
    void askAboutDisk(FileId file);
    void tell(const QString &sentence);

    // main_window_edits.cpp
    void connectServices(const graph::Key &source, const graph::Key &target);
    void changePorts(const graph::Key &arrow);
    void deleteElements(const std::vector<graph::Key> &keys);
    void revoke(const graph::Key &arrow);
    void addService();
    void isolate(const graph::Key &frame, bool egress);
    void isolateCurrent(bool egress);
    void move(const graph::Placement &positions);
    void toggleFrame(const graph::Key &frame);
    void arrange();
    void showContextMenu(const graph::Key &key, QPoint position);
    QString currentNamespace() const;

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
    std::map<graph::Key, std::size_t> m_layoutIndex;
    QTimer m_problemTimer;
};

} // namespace drawbridge
