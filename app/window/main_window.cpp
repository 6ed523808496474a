#include "window/main_window.h"

#include "canvas/canvas_widget.h"
#include "canvas/minimap.h"
#include "document/document.h"
#include "document/unsaved.h"
#include "messages/announcer.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/connections_panel.h"
#include "panels/filter_bar.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/panel_tree.h"
#include "panels/problems_page.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_panel.h"
#include "window/comparison.h"
#include "window/element_places.h"
#include "window/problem_finder.h"
#include "window/quick_list.h"
#include "window/settings.h"
#include "window/side_panels.h"
#include "window/theme.h"
#include "window/view_filter.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QIcon>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

/// The resources lie in a static library, which does not register them by itself.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace drawbridge {

MainWindow::MainWindow(std::unique_ptr<Document> document)
    : MainWindow(document ? document.release() : new Document)
{
    const bool isNew = m_document->workspace().files().empty();
    ownDocument();
    if (isNew)
        startNew();
    else
        m_document->announce();
    m_canvas->setFocus();
}

MainWindow::MainWindow(Document *document)
    : m_document(document)
    , m_canvas(new canvas::CanvasWidget)
    , m_text(new TextPanel(m_document))
    , m_services(new ServicesPanel)
    , m_palette(new PalettePanel)
    , m_inspector(new InspectorPanel(*m_document))
    , m_problems(new ProblemsPanel)
    , m_connections(new ConnectionsPanel)
    , m_quick(new QuickList(this))
    , m_announcer(new Announcer(this))
    , m_filter(new ViewFilter(*m_document, this))
    , m_filterBar(new FilterBar)
    , m_minimap(new canvas::Minimap(m_canvas))
    , m_bottom(new QTabWidget)
    , m_summary(new QLabel)
    , m_caret(new QLabel)
    , m_finder(new ProblemFinder(
          m_document,
          [this](auto problems, auto marks) {
              showProblems(std::move(problems), std::move(marks));
          },
          this))
{
    registerResources();
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/icons/drawbridge.svg")));
    buildPanels();
    buildFileMenu();
    buildEditMenu();
    buildTextMenu();
    buildViewMenu();
    buildPolicyMenu();
    buildHelpMenu();
    buildToolBar();
    connectPanels();
    connectCanvas();
    connectPalette();
    connectFilter();
    connectAnnouncer();
    connect(qApp, &QApplication::focusChanged, this, [this] { showNeeds(); });
    applyTheme();
    constexpr int kTitleBar = 40;
    const QSize room = QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, kTitleBar));
    m_sidePanels->follow(room); // or it could not be made so small
    resize(room);
}

MainWindow::~MainWindow()
{
    if (m_document)
        m_document->disconnect(this);
    QObject::disconnect(qApp, nullptr, this, nullptr); // the focus goes on changing
    // Fields that lose it say so; that must not reach a window that is half gone.
    for (QObject *part : findChildren<QObject *>())
        QObject::disconnect(part, nullptr, this, nullptr);
    hide();
}

void MainWindow::ownDocument()
{
    m_document->setParent(this);
    m_document->setDefaultNamespace(Settings::stored().defaultNamespace);
    judgeAs(Settings::stored().profile());
    letSaveBeside();
    letPrepareView();
    new WaitingInput(m_document, m_text, this);
}

void MainWindow::leaveDocument()
{
    freeShownBeside();
    // This window and all in it, which live on for a moment.
    m_document->disconnect(this);
    for (QObject *part : findChildren<QObject *>())
        m_document->disconnect(part);
    m_document->setWriter({});
    m_document->setParent(nullptr);
    m_document = nullptr;
}

void MainWindow::buildPanels()
{
    // From above downwards: each change of parent goes through all that is below.
    auto *all = new QSplitter(Qt::Horizontal);
    setCentralWidget(all);
    auto *left = new QSplitter(Qt::Vertical, all);
    auto *middle = new QSplitter(Qt::Vertical, all);
    auto *right = new QSplitter(Qt::Vertical, all);
    for (QSplitter *splitter : {left, middle, right, all}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    left->addWidget(m_services);
    left->addWidget(m_palette);
    left->setStretchFactor(0, 1);
    left->setSizes({500, 340});
    m_canvas->setAccessibleName(Tr::tr("Canvas"));
    m_bottom->addTab(new ProblemsPage(m_problems), Tr::tr("Problems"));
    m_bottom->addTab(m_connections, Tr::tr("Connections"));
    buildExplain();
    m_bottom->setDocumentMode(true);
    auto *diagram = new QWidget(middle);
    auto *rows = new QVBoxLayout(diagram);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_filterBar);
    rows->addWidget(buildChanges(), 1);
    buildExposure();
    middle->addWidget(m_bottom); // after the canvas: so goes the Tab key
    middle->setStretchFactor(0, 1);
    middle->setSizes({660, 150});
    right->addWidget(m_text);
    right->addWidget(m_inspector);
    right->setStretchFactor(0, 1);
    right->setSizes({520, 280});
    all->setStretchFactor(1, 1);
    all->setSizes({200, 820, 420});
    m_sidePanels = new SidePanels(this, all, middle);
    for (const SidePanels::Where where : {SidePanels::Left, SidePanels::Below, SidePanels::Right})
        statusBar()->addPermanentWidget(m_sidePanels->button(where));
    m_summary->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_summary, 1);
    statusBar()->addPermanentWidget(buildUnsavedSign());
    statusBar()->addPermanentWidget(m_caret);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectPanels()
{
    m_behindTimer.setSingleShot(true);
    m_wordsTurn.setSingleShot(true);
    connect(&m_wordsTurn, &QTimer::timeout, this, &MainWindow::showWords);
    m_behindTimer.setInterval(300);
    connect(&m_behindTimer, &QTimer::timeout, this, [this] {
        if (m_document->isBehind())
            m_summary->setText(Tr::tr("Bringing the diagram up to date…"));
    });
    connect(m_document, &Document::fellBehind, this, [this] {
        if (!m_behindTimer.isActive())
            m_behindTimer.start();
    });
    connect(m_document, &Document::pictureChanged, this, &MainWindow::showPicture);
    connect(m_document, &Document::placesChanged, this, &MainWindow::showSelection);
    connect(m_document, &Document::filesChanged, this, &MainWindow::showTitle);
    connect(m_document, &Document::roomMade, this, &MainWindow::sayRoomMade);
    connect(m_document, &Document::workspaceReplaced, this, [this] {
        m_arranging.reset();
        m_layouter.cancel();
        m_foldedSelection.clear();
        m_canvas->forget();
        showSelection();
        showTitle();
        m_canvas->fit();
    });
    connect(m_text, &TextPanel::cursorMoved, this, &MainWindow::selectAt);
    connect(m_text, &TextPanel::statusChanged, m_caret, &QLabel::setText);
    connect(m_services, &ServicesPanel::selectedMoved, this, &MainWindow::selectRow);
    connect(m_connections, &ConnectionsPanel::selectedMoved, this, &MainWindow::selectRow);
    connect(m_services, &ServicesPanel::chosen, this, &MainWindow::reveal);
    connect(m_services, &ServicesPanel::contextMenuRequestedFor, this,
            &MainWindow::showContextMenu);
    connect(m_connections, &ConnectionsPanel::chosen, this, &MainWindow::reveal);
    connect(m_problems, &ProblemsPanel::chosen, this, [this](const Place &place) {
        goTo(place);
        selectAt(place.file, place.range.begin);
    });
    connectFixes();
    connect(m_inspector, &InspectorPanel::placeRequested, this, &MainWindow::goTo);
    connect(m_inspector, &InspectorPanel::elementRequested, this, &MainWindow::reveal);
    connect(m_inspector, &InspectorPanel::revokeRequested, this, &MainWindow::revoke);
    connect(m_inspector, &InspectorPanel::otherSideRequested, this, &MainWindow::allowOtherSide);
    connect(m_inspector, &InspectorPanel::changePortsRequested, this, &MainWindow::changePorts);
    connect(m_inspector, &InspectorPanel::addServiceRequested, this, [this] { insertService(); });
    connect(m_inspector, &InspectorPanel::isolateRequested, this, &MainWindow::isolate);
    connect(m_inspector, &InspectorPanel::policyEditRequested, this, &MainWindow::editPolicy);
    connect(m_inspector, &InspectorPanel::renameRequested, this, &MainWindow::renameService);
    connect(m_inspector, &InspectorPanel::removeRequested, this, &MainWindow::removeService);
    connect(m_inspector, &InspectorPanel::labelsRequested, this, &MainWindow::changeLabels);
    connect(m_inspector, &InspectorPanel::portsRequested, this, &MainWindow::editPorts);
    connect(m_inspector, &InspectorPanel::moveRequested, this, &MainWindow::moveService);
    connect(m_inspector, &InspectorPanel::noteRequested, this, &MainWindow::addNote);
    connect(m_inspector, &InspectorPanel::noteChangeRequested, this, &MainWindow::editNote);
    connect(m_inspector, &InspectorPanel::noteRemovalRequested, this, &MainWindow::removeNote);
}

void MainWindow::connectCanvas()
{
    using canvas::CanvasWidget;
    connect(m_canvas, &CanvasWidget::selectionChanged, this, &MainWindow::showSelection);
    connect(m_canvas, &CanvasWidget::connectRequested, this,
            [this](const graph::Key &source, const graph::Key &target, QPoint at) {
                connectServices(source, target, at);
            });
    connect(&m_layouter, &LayoutClient::finished, this, &MainWindow::takeArrangement);
    connect(m_canvas, &CanvasWidget::moveRequested, this, &MainWindow::move);
    connect(m_canvas, &CanvasWidget::deleteRequested, this, &MainWindow::deleteElements);
    connect(m_canvas, &CanvasWidget::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_canvas, &CanvasWidget::addServiceRequested, this, [this](graph::Point at) {
        const graph::Metrics &sizes = graph::metrics();
        const graph::Point corner{at.x - sizes.cardWidth / 2, at.y - sizes.cardHeight / 2};
        const canvas::DropPlace place{{}, m_canvas->scene().frameAt(at), corner};
        insertService(&place);
    });
    connect(m_canvas, &CanvasWidget::frameToggleRequested, this, &MainWindow::toggleFrame);
    connect(m_canvas, &CanvasWidget::connectModeChanged, m_connectMode, &QAction::setChecked);
    connect(m_canvas, &CanvasWidget::activated, this, [this](const graph::Key &key) {
        if (const graph::Node *node = m_document->graph().node(key))
            goTo(node->source.place(m_document->workspace()));
        else if (m_document->graph().frame(key))
            toggleFrame(key);
        else if (const graph::Arrow *way = m_document->graph().arrow(key); way && way->isWayIn())
            goTo(placesOf(*way, m_document->workspace()).front());
        else if (m_document->graph().arrow(key))
            changePorts(key);
    });
    connect(m_canvas, &CanvasWidget::hintActivated, this, [this](const QString &link) {
        m_canvas->cancelGesture(); // the press on the link was one on the canvas too
        if (link == QLatin1String("example"))
            openExample();
        else if (link == QLatin1String("open"))
            chooseFiles();
        else
            insertService();
    });
    showHint();
}

void MainWindow::startNew()
{
    cancelOpening();
    m_document->startUntitled(QByteArray::fromStdString(*edit::sketch("shop", {})));
}

void MainWindow::openExample()
{
    if (!mayDiscard())
        return;
    cancelOpening();
    const auto bytes = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString path = QStringLiteral(":/examples/three-tier.yaml");
    const auto side = readSideFile(bytes(path + QStringLiteral(".drawbridge.json")));
    m_document->startUntitled(bytes(path), side.value_or(SideState()));
}

void MainWindow::showPicture()
{
    if (m_document->parent() != this)
        return; // it is another window's still
    if (std::exchange(m_isCaretWaiting, false))
        m_text->tellCursorSoon();
    ++m_viewTurn;
    m_areChoicesShown = false;
    {
        const QScopedValueRollback coming(m_isPictureComing, true);
        if (!showRefreshed()) {
            const QScopedValueRollback told(m_isTold, true);
            showFiltered();
            if (!m_text->isAncestorOf(QApplication::focusWidget())) // else it is half typed
                m_canvas->showAdded();
        }
    }
    showUnsaved(); // what was moved counts too
    showSelectionOf(true);
    m_wordsTurn.start(0);
}

/// How much there is of what, in a turn of its own: all of the graph is counted.
void MainWindow::showWords()
{
    if (!m_document || m_document->isBehind())
        return; // they are told with the picture that comes
    if (isPlainView())
        showConnectionCount();
    showSummary();
}

/// Those that are shown, or where they are still looked for, those that will be.
std::vector<Diagnostic> MainWindow::presentProblems()
{
    if (m_finder->isAllTold())
        return m_problems->problems();
    std::vector<Diagnostic> problems;
    besideOneText(*m_document, [&] { problems = m_document->diagnostics(); });
    return problems;
}

void MainWindow::showProblems(std::vector<Diagnostic> diagnostics, std::vector<TextProblem> marks)
{
    m_text->setProblems(std::move(marks));
    const QString before = m_problems->accessibleDescription();
    m_problems->setProblems(m_document->workspace(), std::move(diagnostics));
    if (m_problems->accessibleDescription() != before)
        m_announcer->tell(m_problems->accessibleDescription());
    m_bottom->setTabText(0, Tr::tr("Problems %1").arg(m_problems->count()));
}

void MainWindow::showTitle()
{
    QString name = Tr::tr("untitled");
    const std::vector<FileId> files = m_document->workspace().files();
    const FileInfo first = files.empty() ? FileInfo() : m_document->file(files.front());
    if (files.size() == 1 && !first.path.isEmpty())
        name = first.name;
    else if (files.size() > 1)
        name = Tr::tr("%n file(s)", nullptr, int(files.size()));
    setWindowTitle(QStringLiteral("%1[*] – Drawbridge").arg(visible(name)));
    showUnsaved();
}

void MainWindow::showSelection()
{
    showSelectionOf(false);
}

void MainWindow::showSelectionOf(bool newPicture)
{
    if (m_document->isBehind() || m_isPictureComing)
        return; // the picture that comes shows it
    const std::set<graph::Key> &selection = m_canvas->selection();
    if (!selection.empty())
        m_foldedSelection.clear();
    const graph::Key key = selection.size() == 1 ? *selection.begin() : m_foldedSelection;
    m_inspector->setSelected(selection.size());
    if (newPicture)
        m_inspector->showElementSoon(key);
    else
        m_inspector->showElement(key);
    showGone(key);
    m_services->setSelectedKey(key);
    m_connections->setSelectedKey(key);
    showNeeds();
    const kube::Workspace &workspace = m_document->workspace();
    std::vector<Place> places;
    if (const graph::Node *node = m_document->graph().node(key))
        places.push_back(node->source.place(workspace));
    else if (const graph::Frame *frame = m_document->graph().frame(key))
        places = {frame->ingressSource.place(workspace), frame->egressSource.place(workspace)};
    else if (const graph::Arrow *arrow = m_document->graph().arrow(key))
        places = placesOf(*arrow, workspace);
    std::erase_if(places, [](const Place &place) { return !place.file.isValid(); });
    m_text->setHighlights(places);
    const Place caret = m_text->cursorPlace();
    for (const Place &place : places)
        if (place.file == caret.file && place.range.begin <= caret.range.begin &&
            caret.range.begin <= place.range.end)
            return; // the user is there already
    if (!places.empty() && !m_text->isAncestorOf(QApplication::focusWidget()))
        m_text->show(places.front().file, places.front().range);
}

/// There is one selection: who goes through a list goes through the canvas too. What is in a folded
/// namespace is selected in the list alone.
void MainWindow::selectRow(const graph::Key &key)
{
    const std::set<graph::Key> &selection = m_canvas->selection();
    if (key.empty() || key == m_foldedSelection || selection == std::set{key})
        return;
    if (m_canvas->scene().contains(key)) {
        m_canvas->reveal(key);
        return;
    }
    m_foldedSelection = key;
    m_canvas->setSelection({});
    showSelection();
}

/// Once its namespace is open, or nothing if it is gone.
void MainWindow::unfoldSelection()
{
    const graph::Key key = m_foldedSelection;
    const graph::Graph &graph = m_document->graph();
    if (!graph.node(key) && !graph.arrow(key))
        m_foldedSelection.clear();
    else if (m_canvas->scene().contains(key))
        m_canvas->setSelection({key});
}

/// Selects what the text at a place says: the arrow of a rule, else the node or wall of its
/// document.
void MainWindow::selectAt(FileId file, std::size_t offset)
{
    if (m_document->isBehind()) {
        m_isCaretWaiting = true;
        return;
    }
    const graph::Key key = ElementPlaces::at(m_document->graph(), m_document->workspace(),
                                             m_document->evaluator(), file, offset);
    m_canvas->setSelection(key.empty() ? std::set<graph::Key>{} : std::set{key});
}

void MainWindow::goTo(const Place &place)
{
    if (!m_document->workspace().contains(place.file))
        return;
    m_sidePanels->bringUp(m_text);
    m_text->show(place.file, place.range);
    m_text->highlight(place.file, place.range);
}

void MainWindow::reveal(const graph::Key &key)
{
    openFramesOf(key);
    unhide(key);
    m_canvas->reveal(key);
}

void MainWindow::applyTheme()
{
    {
        const PanelTree::Resting resting;
        Theme::apply(Theme::stored());
    }
    m_canvas->setPalette(Theme::isDark() ? canvas::CanvasPalette::dark()
                                         : canvas::CanvasPalette::light());
}

} // namespace drawbridge
