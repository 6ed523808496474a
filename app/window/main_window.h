#pragma once

#include "base/diagnostic.h"
#include "document/auto_layout.h"
#include "document/layout_client.h"
#include "document/side_state.h"
#include "edit/intent.h"
#include "graph/aligning.h"
#include "graph/picture.h"
#include "panels/palette_icons.h"
#include "verdict/plugin_profile.h"
#include "window/difference_dialog.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>

class QActionGroup;
class QLabel;
class QMenu;
class QTabWidget;
class QToolBar;

namespace drawbridge {

namespace canvas {
class CanvasWidget;
struct DropPlace;
class Minimap;
} // namespace canvas
class Announcer;
class ChangesPanel;
class Comparison;
class ConnectionsPanel;
class ExplainPanel;
class Explainer;
class ExposurePanel;
class Document;
class ExportDialog;
class FilterBar;
struct Change;
struct ExposedServices;
struct Looking;
struct Plan;
struct SeenOnDisk;
struct SideState;
struct StandIn;
struct Marks;
class UnsavedLater;
class InspectorPanel;
class JournalKeeper;
class LeftBehind;
class PalettePanel;
class NoticeBar;
class Opening;
class OtherVersion;
class SidePanels;
class ProblemFinder;
class ProblemsPanel;
class QuickList;
class ServicesPanel;
class Session;
class TextPanel;
struct TextProblem;
class ViewFilter;
struct WindowLook;
namespace edit {
struct Fix;
} // namespace edit
namespace graph {
struct Found;
} // namespace graph

/// Wires document, canvas, text and panels together. Every command is an action in a menu.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// On a document that is open already, or on a new sketch.
    explicit MainWindow(std::unique_ptr<Document> document = {});
    /// On that of another window, which goes on: nothing is shown until its place is taken.
    explicit MainWindow(Document *document);
    ~MainWindow() override;

    /// Makes beside what a window of the same document shows first.
    void prepareNext();
    bool isNextPrepared() const; ///< and no other picture has come since
    /// main_window_look.cpp: shows the document that is `before`'s, where the user is there. What
    /// that is opening goes on here, nobody is asked again. Nothing is left to do with it after.
    void takePlaceOf(MainWindow &before);

    Document &document() { return *m_document; }
    canvas::CanvasWidget *canvas() const { return m_canvas; }
    TextPanel *text() const { return m_text; }
    InspectorPanel *inspector() const { return m_inspector; }
    ExplainPanel *explanation() const { return m_explain; }
    ProblemsPanel *problems() const { return m_problems; }
    ServicesPanel *services() const { return m_services; }
    PalettePanel *palettePanel() const { return m_palette; }
    QuickList *quickList() const { return m_quick; }
    FilterBar *filterBar() const { return m_filterBar; }
    canvas::Minimap *minimap() const { return m_minimap; }
    SidePanels *sidePanels() const { return m_sidePanels; }

    void startNew();
    void openExample();
    /// At once; the window's own commands open beside it.
    void openPaths(const QStringList &paths);
    /// Until it has been read and judged, all that is open stays, and can be used.
    void beginOpening(const QStringList &paths);
    QStringList pathsUnderWay() const; ///< that are being opened
    /// From here on what is not saved is kept in the session's journal.
    void keepUnsaved(Session *session, JournalKeeper *keeper);
    /// Of programs that ended by surprise. True if something was restored.
    bool offerRecovery(bool wasAsked);
    /// As the program starts.
    void begin(const QStringList &paths, bool isExample);

signals:
    /// The user wants another language: somebody has to make a new window.
    void languageChosen();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // main_window.cpp
    void ownDocument();
    void leaveDocument();
    void buildPanels();
    void connectPanels();
    void connectCanvas();
    void showPicture();
    void showWords();
    void showProblems(std::vector<Diagnostic> diagnostics, std::vector<TextProblem> marks);
    std::vector<Diagnostic> presentProblems();
    void showTitle();
    void showSelection();
    /// Of a new picture in a turn of its own, as far as the inspector goes.
    void showSelectionOf(bool newPicture);
    void selectRow(const drawbridge::graph::Key &key); ///< of a list
    void unfoldSelection();
    void selectAt(FileId file, std::size_t offset);
    void goTo(const Place &place);
    void reveal(const graph::Key &key);
    void applyTheme();

    // main_window_look.cpp
    WindowLook look() const;
    void take(const WindowLook &look);

    // main_window_actions.cpp
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildPolicyMenu();
    void buildHelpMenu();
    void changeSettings();
    void buildToolBar();
    QAction *add(class QMenu *menu, const QString &text, const QKeySequence &keys,
                 std::function<void()> run);

    // main_window_needs.cpp; what is missing for an action, empty for nothing
    QAction *need(QAction *action, std::function<QString()> reason);
    void showNeeds();
    QString lacksService() const;
    QString lacksName() const; ///< one that can be changed
    QString lacksSelectedService() const;
    QString lacksArrow() const;
    QString lacksHalfOpenArrow() const;
    QString lacksPolicy() const;
    QString lacksLabels() const;
    QString lacksPorts() const;
    QString lacksElement() const;
    QString lacksOpenNamespace(const QString &nameSpace, bool egress) const;
    QString lacksCurrentOpen(bool egress) const; ///< the same of the current namespace

    // main_window_text.cpp
    void buildTextMenu();

    // main_window_files.cpp
    void chooseFiles();
    void chooseFolder();
    bool save();
    bool saveAs();
    bool saveAll();
    bool saveOne(FileId id);
    void letSaveBeside();
    void tellUnsaved(const std::vector<Failure> &failures, bool isOfAll);
    std::optional<Failure> saveTo(FileId id, const QString &path);
    bool settleConflict(const Failure &failure);
    void revert();
    bool mayDiscard();
    void tell(const QString &sentence);

    // main_window_opening.cpp
    void addCancelOpeningAction(QMenu *menu);
    QWidget *buildOpeningBar();
    void agreeToLose();
    void startOpening(const QStringList &paths);
    void goOnOpening(MainWindow &before);
    bool restartOpening();
    void leaveOpening();
    void showOpening();
    void hideOpening();
    void cancelOpening();
    void takeOpened();
    void showHint();
    void beginNeutral();
    void leaveNeutral();
    bool isNeutral() const;
    void finishOpening(const std::vector<Failure> &failures);

    // main_window_disk.cpp
    void saySaved(const QStringList &names); ///< none: the layout alone
    QWidget *buildUnsavedSign();
    void showUnsaved();
    QWidget *buildDiskBar();
    void showDiskBar();
    QString layoutDifferenceWords() const;
    void askAboutDisk(FileId id, const QString &path);
    std::optional<DifferenceDialog::Choice> compareWithDisk(FileId id, const QString &path,
                                                            SeenOnDisk &seen);
    // main_window_recovery.cpp
    void addRecoverAction(QMenu *menu);
    bool restore(LeftBehind &chosen);
    QString openElsewhereWords() const;

    // main_window_output.cpp
    QString outputTitle() const; ///< of exports: the file's or the folder's name
    bool isSpared(const QString &path) const;
    std::unique_ptr<Comparison> presentComparison() const;
    std::shared_ptr<const graph::Picture> pictureToDraw();
    void writeOutput(const QString &path, const ExportDialog &choice, bool isOnPages);
    QString comparedTitle() const;
    void exportPicture();
    void exportReport();
    void print();
    void copyPicture();

    // main_window_edits.cpp
    /// `at`: where on the screen the popover opens; in the middle of the window if null.
    /// `beginsWithEnds`: these are asked for first, although they may be known.
    void connectServices(const graph::Key &source, const graph::Key &target, QPoint at = {},
                         bool beginsWithEnds = false);
    void deleteElements(const std::vector<graph::Key> &keys);
    void revoke(const graph::Key &arrowKey);
    void revokeSelected();
    void isolate(const graph::Key &frameKey, bool egress);
    void isolateCurrent(bool egress);
    /// False, and it says so, if the plan does not hold any longer.
    bool push(const Plan &plan, const QString &label, std::optional<SideState> side = {});
    void push(Change change);          ///< once it returns, all is brought up to date and shown
    bool tellUnless(bool holds);       ///< says that the text is another; gives the same
    bool stillHolds(const Plan &plan); ///< says so if it does not
    /// Before a step of these patches; says so if they hold no longer.
    bool foreseen(const std::vector<edit::FilePatches> &patches);
    void undo();
    void redo();
    /// Asks if other pairs would change; false, too, if the plan does not hold afterwards.
    bool agreeTo(const Plan &plan, const QString &title);
    void move(const graph::Placement &positions);
    void toggleFrame(const graph::Key &frame);
    void arrange();
    void takeArrangement(const layout::Reply &reply, bool fellBack);
    const graph::Frame *selectedFrame() const;
    QString currentNamespace() const;

    // main_window_context_menu.cpp
    void showContextMenu(const graph::Key &key, QPoint position);
    void offerForArrow(QMenu &menu, const graph::Arrow &arrow);
    void offerForNode(QMenu &menu, const graph::Node &node);
    void offerForFrame(QMenu &menu, const graph::Frame &frame);
    void offerForNothing(QMenu &menu);

    // main_window_connect.cpp
    void addConnectActions(QMenu *menu);
    void showConnectMode(bool on);
    void showSummary();

    // main_window_half_open.cpp
    void addOtherSideAction(QMenu *menu);
    void allowOtherSide(const graph::Key &arrowKey);

    // main_window_fixes.cpp
    void addFixAction(QMenu *menu);
    void connectFixes();
    /// Problems at the caret if the text has the keyboard, else the one chosen in the list.
    std::vector<Diagnostic> problemsAtHand();
    void offerFixes(QPoint at);
    void fix(const edit::Fix &fix);

    // main_window_services.cpp
    const graph::Node *selectedService() const;
    graph::Key selectedKey() const;
    graph::Key selectedArrow() const;
    graph::Key serviceAtHand() const;
    void needService();
    void renameService(const graph::Key &key);
    void revealRenamed(const Plan &plan);
    void moveService(const graph::Key &key);
    void removeService(const graph::Key &key);
    void changeLabels(const graph::Key &key);
    void changePorts(const graph::Key &arrowKey);
    void editPolicy(const kube::Object *policy);
    kube::ObjectPtr choosePolicy(const graph::Key &key, const QString &title);
    void editPolicyOf(const graph::Key &key);
    void removePolicyOf(const graph::Key &key);
    std::vector<const kube::Object *> policiesOf(const graph::Key &key) const;
    void copy();
    void paste();
    void duplicate();
    void pasteText(const edit::Paste &intent, const QString &label,
                   const std::vector<graph::Key> &originals = {});
    graph::DeclaredPorts portsOfCopies(const Plan &plan,
                                       const std::vector<graph::Key> &originals) const;

    // main_window_templates.cpp; `place` is null where nothing was dropped
    void buildTemplateMenu(QMenu *menu);
    void connectPalette();
    void insert(const PaletteEntry &entry, const canvas::DropPlace *place);
    void insertService(const canvas::DropPlace *place = nullptr);
    void insertTemplate(edit::Template kind, const canvas::DropPlace *place);
    QString namespaceAt(const canvas::DropPlace *place) const;

    // main_window_places.cpp
    void moveContents(SideState &side, const graph::Key &frame, graph::Point to) const;
    /// Gives the keys of the services that are new, which are in sight then.
    std::vector<graph::Key> pushNew(const Plan &plan, const QString &label,
                                    const canvas::DropPlace *place = nullptr,
                                    const graph::DeclaredPorts &ports = {});
    SideState sideWithNew(const Plan &plan, const canvas::DropPlace *place,
                          const graph::DeclaredPorts &ports, std::vector<graph::Key> &services);

    // main_window_find.cpp
    void addFindActions(QMenu *menu);
    void findEverywhere();
    void take(const graph::Found &found);
    void choosePaletteCommand();
    void openFramesOf(const graph::Key &key);

    // main_window_view.cpp
    void addViewActions(QMenu *menu);
    void connectFilter();
    Looking looking() const;
    void letPrepareView();
    void freeShownBeside();
    void read(const std::function<void()> &reading);
    void showFiltered();
    void showFilter();
    bool showRefreshed();
    void showConnectionCount();
    bool isPlainView() const;
    void showFilterBar(bool on);
    void focusNeighbours(const graph::Key &key, int steps);
    void leaveFilter();
    void unhide(const graph::Key &key);
    void showMinimap(bool on);
    void goToProblem(bool forward);

    // main_window_layout.cpp
    void addLayoutActions(QMenu *menu);
    void setCollapsed(std::set<graph::Key> frames);
    void align(graph::Alignment alignment);
    void sayRoomMade(const std::vector<graph::Key> &moved);

    // main_window_panels.cpp
    void addPanelActions(QMenu *menu);
    std::vector<QWidget *> panels() const;
    void stepPanel(bool forward);
    void connectAnnouncer();

    // main_window_changes.cpp
    void addChangesAction(class QMenu *menu);
    QWidget *buildChanges();
    void showChanges(bool on);
    /// With what is saved if `other` is null.
    void compareWith(const std::shared_ptr<OtherVersion> &other, bool isSwapped);
    void stopComparing();
    void leaveComparison();
    void compareAnew();
    void showComparison();
    bool isGone(const graph::Key &key) const; ///< drawn from the other version alone
    void showGone(const graph::Key &key);

    // main_window_compare.cpp
    void addCompareActions(class QMenu *menu);
    void chooseVersion();
    void swapVersions();

    // main_window_exposure.cpp
    void addExposureAction(class QMenu *menu);
    void buildExposure();
    void showExposure(bool on);
    void showExposed(ExposedServices &exposed);

    // main_window_explain.cpp
    void buildExplain();
    void addExplainAction(class QMenu *menu);
    void listExplainEnds();
    void explainSelection();
    void makeRoomBelow();
    void explainPair(const StandIn &source, const StandIn &target);
    void repair(const edit::Allow &intent);

    // main_window_notes.cpp
    void addNoteAction(class QMenu *menu);
    void addNote(const graph::Key &key);
    void editNote(const graph::Key &key, std::size_t index);
    void removeNote(const graph::Key &key, std::size_t index);
    void pushNotes(SideState side, const QString &label);

    // main_window_ports.cpp
    void addPortsAction(class QMenu *menu);
    void editPorts(const graph::Key &key); ///< a workload's, or declared ones
    void declarePorts(const graph::Key &key);

    // main_window_new_policy.cpp
    void addNewPolicyAction(class QMenu *menu);
    void newPolicy(const graph::Key &key);
    void showPolicy(const std::string &nameSpace, const std::string &name);

    // main_window_plugin.cpp
    void addPluginActions(QMenu *menu);
    void fillPluginMenu();
    void judgeAs(const verdict::PluginProfile &profile);
    void showPlugin();

    Document *m_document;
    canvas::CanvasWidget *m_canvas;
    TextPanel *m_text;
    ServicesPanel *m_services;
    graph::Key m_foldedSelection; ///< selected in a list, and in a namespace that is folded
    PalettePanel *m_palette;
    InspectorPanel *m_inspector;
    ProblemsPanel *m_problems;
    ConnectionsPanel *m_connections;
    QuickList *m_quick;
    Announcer *m_announcer;
    ViewFilter *m_filter;
    FilterBar *m_filterBar;
    canvas::Minimap *m_minimap;
    QTabWidget *m_bottom;
    SidePanels *m_sidePanels = nullptr;
    QLabel *m_summary;
    QLabel *m_caret;
    QLabel *m_judgedAs = nullptr;
    QMenu *m_plugins = nullptr;
    QActionGroup *m_themes = nullptr;
    QAction *m_connectMode = nullptr;
    QAction *m_find = nullptr;
    QAction *m_filterAction = nullptr;
    std::vector<QAction *> m_toolActions;
    struct Need
    {
        QAction *action;
        std::function<QString()> reason;
    };
    std::vector<Need> m_needs;
    LayoutClient m_layouter;
    std::optional<AutoLayout> m_arranging; ///< what the layouter was asked
    graph::Placement m_placesBefore;       ///< and where things were then
    ProblemFinder *m_finder;
    QTimer m_wordsTurn;            ///< in which showWords() is
    QTimer m_behindTimer;          ///< until it is said that the diagram is behind the text
    bool m_isCaretWaiting = false; ///< it moved while the diagram was
    Session *m_session = nullptr;
    JournalKeeper *m_keeper = nullptr;

    ChangesPanel *m_changes = nullptr;
    Opening *m_opening = nullptr;           ///< what is under way
    std::uint64_t m_writesBefore = 0;       ///< what was written before it began
    std::shared_ptr<UnsavedLater> m_agreed; ///< what the user would give up for it
    NoticeBar *m_openingBar = nullptr;
    QAction *m_cancelOpening = nullptr;
    QTimer m_openingTimer; ///< to tell how far it has come
    QTimer m_takeTimer;    ///< until the user holds nothing
    QElapsedTimer m_sinceChange;
    NoticeBar *m_diskBar = nullptr;
    QLabel *m_layoutUnsaved = nullptr;
    std::set<FileId> m_othersOnDisk; ///< files that are others on disk and have changes of ours
    NoticeBar *m_changesBar = nullptr;
    QAction *m_showChanges = nullptr;
    QAction *m_swapVersions = nullptr;
    QAction *m_stopComparing = nullptr;
    std::uint64_t m_viewTurn = 0;   ///< counts what the canvas was to show
    std::uint64_t m_nextTurn = 0;   ///< of it, for which the next window is prepared
    bool m_isPlainShown = true;     ///< no filter, exposure or comparison is on the canvas
    bool m_areChoicesShown = false; ///< by the filter bar, of the present picture
    bool m_isTold = false;          ///< of what is new in the document, right now
    bool m_isPictureComing = false; ///< to canvas and lists; what is selected is shown afterwards
    bool m_isComparing = false;     ///< for m_comparison
    QTimer m_changesTimer;
    std::unique_ptr<Comparison> m_comparison; ///< what the canvas shows; null: nothing is compared
    std::shared_ptr<const Marks> m_marks;     ///< of it, that are shown

    ExposurePanel *m_exposure = nullptr;
    QAction *m_showExposure = nullptr;

    ExplainPanel *m_explain = nullptr;
    Explainer *m_explainer = nullptr;
};

} // namespace drawbridge
