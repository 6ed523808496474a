#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/settings_dialog.h"
#include "window/shortcuts_dialog.h"
#include "window/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <QToolButton>

#include <functional>

namespace drawbridge {

QAction *MainWindow::add(QMenu *menu, const QString &text, const QKeySequence &keys,
                         std::function<void()> run)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&File"));
    add(menu, Tr::tr("&New Sketch"), QKeySequence::New, [this] {
        if (mayDiscard())
            startNew();
    });
    add(menu, Tr::tr("Three-Tier &Example"), {}, [this] { openExample(); });
    QAction *open = add(menu, Tr::tr("&Open…"), QKeySequence::Open, [this] { chooseFiles(); });
    open->setIconText(Tr::tr("Open"));
    add(menu, Tr::tr("Open &Folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { chooseFolder(); });
    addCancelOpeningAction(menu);
    menu->addSeparator();
    QAction *save = add(menu, Tr::tr("&Save"), QKeySequence::Save, [this] { this->save(); });
    add(menu, Tr::tr("Save &As…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { saveAs(); });
    add(menu, Tr::tr("Save A&ll"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S),
        [this] { saveAll(); });
    add(menu, Tr::tr("&Revert"), {}, [this] { revert(); });
    addRecoverAction(menu);
    menu->addSeparator();
    QAction *exported = add(menu, Tr::tr("E&xport…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                            [this] { exportPicture(); });
    exported->setIconText(Tr::tr("Export"));
    add(menu, Tr::tr("Export Re&port…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        [this] { exportReport(); });
    add(menu, Tr::tr("Prin&t…"), QKeySequence::Print, [this] { print(); });
    menu->addSeparator();
    add(menu, Tr::tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    m_toolActions = {open, save, nullptr, exported};
}

void MainWindow::buildEditMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&Edit"));
    QAction *undo = m_document->undoStack()->createUndoAction(this, Tr::tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIconText(Tr::tr("Undo"));
    QAction *redo = m_document->undoStack()->createRedoAction(this, Tr::tr("&Redo"));
    QList<QKeySequence> redoKeys = QKeySequence::keyBindings(QKeySequence::Redo);
    if (const QKeySequence also(Qt::CTRL | Qt::Key_Y); !redoKeys.contains(also))
        redoKeys += also;
    redo->setShortcuts(redoKeys);
    redo->setIconText(Tr::tr("Redo"));
    menu->addActions({undo, redo});
    // The stack's actions know what there is to undo; how it is done is the window's.
    disconnect(undo, nullptr, m_document->undoStack(), nullptr);
    disconnect(redo, nullptr, m_document->undoStack(), nullptr);
    connect(undo, &QAction::triggered, this, &MainWindow::undo);
    connect(redo, &QAction::triggered, this, &MainWindow::redo);
    // The stack writes what would be undone into the text; the tool bar keeps one word.
    for (QAction *action : {undo, redo})
        connect(action, &QAction::changed, action, [action, word = action->iconText()] {
            if (action->iconText() != word)
                action->setIconText(word);
        });
    menu->addSeparator();
    add(menu, Tr::tr("&Copy"), QKeySequence::Copy, [this] { copy(); });
    add(menu, Tr::tr("&Paste"), QKeySequence::Paste, [this] { paste(); });
    need(add(menu, Tr::tr("Dup&licate"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D),
             [this] { duplicate(); }),
         [this] { return lacksSelectedService(); });
    add(menu, Tr::tr("Copy as P&icture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { copyPicture(); });
    menu->addSeparator();
    need(add(menu, Tr::tr("Rena&me…"), QKeySequence(Qt::Key_F2),
             [this] { renameService(serviceAtHand()); }),
         [this] { return lacksName(); });
    add(menu, Tr::tr("Select &All Services"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { m_canvas->selectAll(); });
    need(add(menu, Tr::tr("Re&voke or Remove"), QKeySequence(Qt::CTRL | Qt::Key_Delete),
             [this] {
                 const auto &selection = m_canvas->selection();
                 deleteElements({selection.begin(), selection.end()});
             }),
         [this] { return lacksElement(); });
    menu->addSeparator();
    addNoteAction(menu);
    menu->addSeparator();
    addFindActions(menu);
    menu->addSeparator();
    addFixAction(menu);
    add(menu, Tr::tr("Se&ttings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { changeSettings(); });
    m_toolActions.insert(m_toolActions.end() - 1, {undo, redo, nullptr});
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&View"));
    add(menu, Tr::tr("Zoom &In"), QKeySequence::ZoomIn, [this] { m_canvas->zoomIn(); });
    add(menu, Tr::tr("Zoom &Out"), QKeySequence::ZoomOut, [this] { m_canvas->zoomOut(); });
    add(menu, Tr::tr("&Actual Size"), QKeySequence(Qt::CTRL | Qt::Key_0),
        [this] { m_canvas->setZoom(1); });
    QAction *fit =
        add(menu, Tr::tr("&Fit"), QKeySequence(Qt::CTRL | Qt::Key_9), [this] { m_canvas->fit(); });
    QAction *arranged =
        add(menu, Tr::tr("A&rrange"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { arrange(); });
    need(add(menu, Tr::tr("&Zoom to Selection"), QKeySequence(Qt::CTRL | Qt::Key_8),
             [this] { m_canvas->fitSelection(); }),
         [this] { return lacksElement(); });
    addLayoutActions(menu);
    menu->addSeparator();
    addViewActions(menu);
    menu->addSeparator();
    addChangesAction(menu);
    addExposureAction(menu);
    menu->addSeparator();
    addPanelActions(menu);
    menu->addSeparator();
    QMenu *themes = menu->addMenu(Tr::tr("T&heme"));
    m_themes = new QActionGroup(this);
    const std::pair<QString, ThemeChoice> choices[] = {
        {Tr::tr("As the D&esktop"), ThemeChoice::System},
        {Tr::tr("&Light"), ThemeChoice::Light},
        {Tr::tr("&Dark"), ThemeChoice::Dark}};
    for (const auto &[name, choice] : choices) {
        QAction *action = add(themes, name, {}, [this, choice = choice] {
            Theme::store(choice);
            applyTheme();
        });
        action->setCheckable(true);
        action->setData(int(choice));
        action->setChecked(choice == Theme::stored());
        m_themes->addAction(action);
    }
    m_toolActions.insert(m_toolActions.end() - 1, {fit, arranged, nullptr});
}

void MainWindow::buildPolicyMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&Policy"));
    QAction *service = add(menu, Tr::tr("&Add Service…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                           [this] { insertService(); });
    buildTemplateMenu(menu);
    service->setIconText(Tr::tr("Add service"));
    addConnectActions(menu);
    addOtherSideAction(menu);
    need(add(menu, Tr::tr("&Revoke Connection"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
             [this] { revokeSelected(); }),
         [this] { return lacksArrow(); });
    addExplainAction(menu);
    menu->addSeparator();
    need(add(menu, Tr::tr("C&hange Ports…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
             [this] { changePorts(selectedArrow()); }),
         [this] { return lacksArrow(); });
    addNewPolicyAction(menu);
    need(add(menu, Tr::tr("&Edit Policy…"), QKeySequence(Qt::Key_F4),
             [this] { editPolicyOf(selectedKey()); }),
         [this] { return lacksPolicy(); });
    need(add(menu, Tr::tr("Remove Polic&y…"), {}, [this] { removePolicyOf(selectedKey()); }),
         [this] { return lacksPolicy(); });
    need(add(menu, Tr::tr("&Labels…"), {}, [this] { changeLabels(selectedKey()); }),
         [this] { return lacksLabels(); });
    need(add(menu, Tr::tr("&Move to Namespace…"), {}, [this] { moveService(serviceAtHand()); }),
         [this] { return lacksService(); });
    menu->addSeparator();
    need(add(menu, Tr::tr("Deny &Ingress by Default"), {}, [this] { isolateCurrent(false); }),
         [this] { return lacksCurrentOpen(false); });
    need(add(menu, Tr::tr("Deny E&gress by Default…"), {}, [this] { isolateCurrent(true); }),
         [this] { return lacksCurrentOpen(true); });
    addPortsAction(menu);
    menu->addSeparator();
    addPluginActions(menu);
    m_toolActions.insert(m_toolActions.begin() + 6, {service, m_connectMode, nullptr});
}

void MainWindow::changeSettings()
{
    SettingsDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Settings before = Settings::stored();
    const Settings now = dialog.settings();
    now.store();
    Theme::store(dialog.theme());
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(dialog.theme()));
    applyTheme();
    m_document->setDefaultNamespace(now.defaultNamespace);
    judgeAs(now.profile());
    if (now.language != before.language)
        emit languageChosen();
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&Help"));
    add(menu, Tr::tr("&Command Palette…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { choosePaletteCommand(); });
    add(menu, Tr::tr("&Keyboard Shortcuts"), QKeySequence(Qt::Key_F1),
        [this] { ShortcutsDialog(*menuBar(), this).exec(); });
    menu->addSeparator();
    add(menu, Tr::tr("&About Drawbridge"), {}, [this] {
        QMessageBox::about(
            this, Tr::tr("About Drawbridge"),
            Tr::tr("Drawbridge %1: a designer for Kubernetes network policies. Apache-2.0.")
                .arg(QStringLiteral(DRAWBRIDGE_VERSION)));
    });
}

void MainWindow::buildToolBar()
{
    m_toolActions.insert(m_toolActions.end(), {nullptr, m_find});
    QToolBar *bar = addToolBar(Tr::tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (QAction *action : m_toolActions) {
        if (action)
            bar->addAction(action);
        else
            bar->addSeparator();
    }
    // Qt's own sign is black whatever the theme, and as good as nothing in a dark one.
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"))) {
        more->setIcon({});
        more->setToolButtonStyle(Qt::ToolButtonTextOnly);
        more->setText(QStringLiteral("»"));
        more->setToolTip(Tr::tr("More commands"));
        more->setAccessibleName(Tr::tr("More commands"));
    }
}

} // namespace drawbridge
