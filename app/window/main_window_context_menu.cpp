// What a right click, or the menu key, offers of what lies there. The menus have it all too.
#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/tr.h"
#include "window/element_places.h"
#include "window/main_window.h"
#include "window/stand_ins.h"

#include <QMenu>

namespace drawbridge {

namespace {

/// Adds what calls something of the window.
class Entries
{
public:
    explicit Entries(QMenu &menu) : m_menu(menu) {}

    template <typename Run>
    QAction *operator()(const QString &text, const Run &run) const
    {
        QAction *action = m_menu.addAction(text);
        QObject::connect(action, &QAction::triggered, &m_menu, run);
        return action;
    }
    void next() const { m_menu.addSeparator(); }

private:
    QMenu &m_menu;
};

} // namespace

void MainWindow::showContextMenu(const graph::Key &key, QPoint position)
{
    QMenu menu(this);
    const graph::Graph &graph = m_document->graph();
    if (const graph::Arrow *arrow = graph.arrow(key))
        offerForArrow(menu, *arrow);
    else if (const graph::Node *node = graph.node(key))
        offerForNode(menu, *node);
    else if (const graph::Frame *frame = graph.frame(key))
        offerForFrame(menu, *frame);
    else
        offerForNothing(menu);
    menu.exec(position);
}

void MainWindow::offerForArrow(QMenu &menu, const graph::Arrow &arrow)
{
    const Entries entry(menu);
    const graph::Key key = arrow.key;
    const std::vector<Place> places = placesOf(arrow, m_document->workspace());
    const Place place = places.empty() ? Place{} : places.front();
    if (!arrow.isWayIn()) {
        entry(Tr::tr("Change Ports…"), [this, key] { changePorts(key); });
        entry(Tr::tr("Edit Policy…"), [this, key] { editPolicyOf(key); });
        if (arrow.hasHalfOpenPorts())
            entry(Tr::tr("Allow the Other Side Too"), [this, key] { allowOtherSide(key); });
        entry.next();
        entry(Tr::tr("Explain"), [this, source = arrow.source, target = arrow.target] {
            explainPair({source, {}}, {target, {}});
        });
    }
    entry(Tr::tr("Show in YAML"), [this, place] { goTo(place); });
    entry(Tr::tr("Add Note…"), [this, key] { addNote(key); });
    if (arrow.isWayIn())
        return;
    entry.next();
    entry(Tr::tr("Revoke Connection"), [this, key] { revoke(key); });
}

void MainWindow::offerForNode(QMenu &menu, const graph::Node &node)
{
    const Entries entry(menu);
    const graph::Key key = node.key;
    const Place place = node.source.place(m_document->workspace());
    const bool isWay = node.kind == graph::NodeKind::WayIn;
    const bool isInside = !node.frame.empty();
    if (!isWay) {
        entry(Tr::tr("Connect to…"), [this, key] { connectServices(key, {}); });
        entry(Tr::tr("Allow from…"), [this, key] { connectServices({}, key); });
    }
    if (isInside)
        entry(Tr::tr("Allow from the Internet…"),
              [this, key] { connectServices(graph::kInternetKey, key); });
    entry.next();
    if (!isWay)
        entry(Tr::tr("Explain…"), [this] { explainSelection(); });
    entry(Tr::tr("Show Only Neighbours"), [this, key] { focusNeighbours(key, 1); });
    entry(Tr::tr("Show in YAML"), [this, place] { goTo(place); });
    entry(Tr::tr("Add Note…"), [this, key] { addNote(key); });
    if (!isInside)
        return;
    entry.next();
    entry(Tr::tr("Edit Policy…"), [this, key] { editPolicyOf(key); });
    entry(Tr::tr("New Policy for This…"), [this, key] { newPolicy(key); });
    entry.next();
    entry(Tr::tr("Ports…"), [this, key] { editPorts(key); });
    entry(Tr::tr("Labels…"), [this, key] { changeLabels(key); });
    entry(Tr::tr("Rename…"), [this, key] { renameService(key); });
    entry(Tr::tr("Move to Namespace…"), [this, key] { moveService(key); });
    entry(Tr::tr("Duplicate"), [this] { duplicate(); });
    entry.next();
    entry(Tr::tr("Remove Service…"), [this, key] { removeService(key); });
}

void MainWindow::offerForFrame(QMenu &menu, const graph::Frame &frame)
{
    const Entries entry(menu);
    const graph::Key key = frame.key;
    const QString title = QString::fromStdString(frame.title);
    // One known by its labels alone has no name that what is added could bear.
    if (!frame.isOpenEnded) {
        entry(Tr::tr("Add Service…"), [this] { insertService(); });
        entry(Tr::tr("New Policy…"), [this, key] { newPolicy(key); });
        entry(Tr::tr("Paste"), [this] { paste(); });
        entry.next();
        for (const bool egress : {false, true})
            entry(egress ? Tr::tr("Deny Egress by Default…") : Tr::tr("Deny Ingress by Default"),
                  [this, key, egress] { isolate(key, egress); })
                ->setEnabled(lacksOpenNamespace(title, egress).isEmpty());
        entry(Tr::tr("Labels…"), [this, key] { changeLabels(key); });
        entry.next();
    }
    entry(Tr::tr("Show Only Neighbours"), [this, key] { focusNeighbours(key, 1); });
    entry(Tr::tr("Collapse or Expand"), [this, key] { toggleFrame(key); });
    entry(Tr::tr("Add Note…"), [this, key] { addNote(key); });
}

void MainWindow::offerForNothing(QMenu &menu)
{
    const Entries entry(menu);
    entry(Tr::tr("Add Service…"), [this] { insertService(); });
    entry(Tr::tr("New Policy…"), [this] { newPolicy({}); });
    entry.next();
    entry(Tr::tr("Fit"), [this] { m_canvas->fit(); });
    entry(Tr::tr("Arrange"), [this] { arrange(); });
}

} // namespace drawbridge
