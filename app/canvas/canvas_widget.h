#pragma once

#include "canvas/gestures/drop_gesture.h"
#include "canvas/layer_cache.h"
#include "canvas/palette.h"
#include "canvas/scene.h"
#include "canvas/view.h"

#include <QImage>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QLabel;

namespace drawbridge::canvas {

struct Overlay;

/// Shows a picture and turns mouse and keys into wishes; changes nothing itself. Everything in it
/// is reachable by keyboard and known to assistive technology.
class CanvasWidget : public QWidget
{
    Q_OBJECT

public:
    explicit CanvasWidget(QWidget *parent = nullptr);
    ~CanvasWidget() override;

    /// A gesture that holds what has changed cancels itself; selection and focus stay by key. The
    /// first picture that is not empty is fitted into view. Of a filter it is told what is faded.
    void setPicture(graph::Picture picture, Faded faded = {});
    /// The same with a scene that was made of it, and that nobody else has.
    void setScene(std::shared_ptr<Scene> scene);
    /// The same for a picture in which only these elements differ from the one that is shown, and
    /// nothing came, went or moved but words. Costs as much as they do.
    void refresh(const graph::Picture &picture, const graph::Refreshed &touched);
    const graph::Picture &picture() const { return m_scene->picture(); }
    const Scene &scene() const { return *m_scene; }
    /// To be held by whoever has the time to free it when this is gone.
    std::shared_ptr<const Scene> heldScene() const { return m_scene; }
    /// Elements that the last setPicture() or refresh() added, removed or made look different;
    /// of more than a thousand, a thousand at least.
    std::size_t lastTouched() const { return m_lastTouched; }
    /// Nodes and frames that came with it; nothing of the first picture. Of more than kMostAdded
    /// in another scene, that many and one.
    const std::vector<graph::Key> &lastAdded() const { return m_lastAdded; }

    void setPalette(const CanvasPalette &palette);
    const CanvasPalette &canvasPalette() const { return m_palette; }
    /// Shown while the picture has no nodes; rich text, whose links come as hintActivated().
    void setHint(const QString &html);

    const std::set<graph::Key> &selection() const { return m_selection; }
    void setSelection(const std::set<graph::Key> &keys); ///< unknown keys are left out
    /// The element that has the keyboard; empty if none.
    const graph::Key &current() const { return m_current; }
    void setCurrent(const graph::Key &key);
    /// The one that has the keyboard if it is selected or nothing is, else the first selected.
    graph::Key subject() const;
    /// Makes it current, selects it alone and scrolls to it.
    void reveal(const graph::Key &key);
    /// Selects them; the first of them as one reads becomes current and is scrolled to.
    void reveal(const std::set<graph::Key> &keys);
    void selectAll();
    /// The next picture is of something else: nothing is selected, current or pointed at, and
    /// nothing of the picture before is shown while the new one is drawn.
    void forget();

    bool isConnectMode() const { return m_isConnectMode; }
    void setConnectMode(bool on); ///< drags on nodes connect instead of move
    /// Begins a connection by keyboard from a node or frame.
    void startConnection(const graph::Key &source);
    bool hasGesture() const { return m_gesture != nullptr; }
    void cancelGesture();
    /// Something from outside is dragged over it: shows where it would be put.
    void hoverDrop(const QString &title, QPoint globalPosition);
    /// Where it was let go; nothing beside the canvas.
    std::optional<DropPlace> takeDrop(QPoint globalPosition);

    const View &view() const { return m_view; }
    void setZoom(double scale); ///< about the middle
    void zoomIn();
    void zoomOut();
    /// The whole picture; it stays so when the widget gets another size, until the view is changed.
    void fit();
    bool isFitted() const { return m_isFitted; }
    void setView(const View &view, bool isFitted); ///< of another canvas
    /// Shows what the last setPicture() added, with its arrows: the whole picture where that was
    /// fitted.
    void showAdded();
    /// So much at the top is below something else: the picture is not fitted into it, and moves out
    /// of it as far as there is room.
    void setCoveredTop(int height);
    void fitSelection(); ///< the whole picture if nothing is selected
    void centerOn(graph::Point point);
    /// Moves the view no farther than needed. Of an arrow that is longer than the view its ports
    /// are shown.
    void ensureVisible(const graph::Key &key);
    /// All of them, farther away if there is no room.
    void ensureVisible(const std::vector<graph::Key> &keys);
    const LayerCache &layers() const { return m_layers; }
    /// Renders what is still at work; for tests and pictures of the screen.
    void finishRendering();

    /// All elements that are not faded in the order of the Tab key: nodes as one reads, then
    /// arrows, then frames.
    const std::vector<graph::Key> &tabOrder() const { return *sharedTabOrder(); }
    /// The same; another one after it has changed.
    const std::shared_ptr<const std::vector<graph::Key>> &sharedTabOrder() const;
    /// On screen, in coordinates of the widget.
    QRect rectOf(const graph::Key &key) const;
    void activate(const graph::Key &key);

    QSize sizeHint() const override { return {900, 640}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

signals:
    void pictureChanged();
    void selectionChanged();
    void currentChanged(const drawbridge::graph::Key &key);
    void viewChanged();
    void connectModeChanged(bool on);
    /// Double click or Enter.
    void activated(const drawbridge::graph::Key &key);
    void hintActivated(const QString &link);

    void connectRequested(const drawbridge::graph::Key &source,
                          const drawbridge::graph::Key &target, QPoint globalPosition);
    void moveRequested(const drawbridge::graph::Placement &positions);
    void deleteRequested(const std::vector<drawbridge::graph::Key> &keys);
    /// An empty key: the background.
    void contextMenuRequested(const drawbridge::graph::Key &key, QPoint globalPosition);
    void addServiceRequested(drawbridge::graph::Point position);
    void frameToggleRequested(const drawbridge::graph::Key &frame);
    /// Escape while a filter is on.
    void unfilterRequested();

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // canvas_widget.cpp
    void placeHint();
    void paintBase(QPainter &painter, const Overlay &overlay);
    void paintFocus(QPainter &painter) const;
    void followRenaming(const std::map<graph::Key, graph::Key> &names);
    void dropWhatIsGone(const std::function<graph::Key(const graph::Key &)> &besides);
    void select(const graph::Key &key, bool toggle);

    // canvas_widget_view.cpp
    void changeView(const View &view);
    QPointF middle() const;
    View fitted(const graph::Rect &bounds) const;
    graph::Rect boundsOf(const std::vector<graph::Key> &keys) const;
    QRectF roomInside() const;
    void scrollTo(const QRectF &shown);

    // canvas_widget_mouse.cpp
    double tolerance() const;
    Hit hitAt(QPointF position) const;
    bool isOnHandle(QPointF position) const;
    void begin(std::unique_ptr<Gesture> gesture);
    void beginDrag(QPointF position);
    void beginConnection(const graph::Key &source, QPointF position);
    void finishGesture(QPoint globalPosition);
    void pressElement(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void hover(QPointF position);
    void updateCursor();
    bool showTip(QPoint position, QPoint globalPosition);

    // canvas_widget_keys.cpp
    bool zoomKey(QKeyEvent *event);
    bool elementKey(QKeyEvent *event);
    bool arrowKey(QKeyEvent *event);
    bool connectionKey(QKeyEvent *event);
    void moveByKey(double dx, double dy);
    void stepArrows(bool forward);
    void stepTarget(bool forward);
    void menuForCurrent();
    bool isChoosingTarget() const;

    std::shared_ptr<Scene> m_scene; ///< shared with threads that draw
    CanvasPalette m_palette;
    View m_view;
    LayerCache m_layers;
    QLabel *m_hint;
    QImage m_base; ///< scratch for frames with many highlighted arrows
    mutable std::shared_ptr<const std::vector<graph::Key>> m_tabOrder; ///< made when asked for
    std::size_t m_lastTouched = 0;
    std::vector<graph::Key> m_lastAdded;
    static constexpr std::size_t kMostAdded = 500; ///< that are looked at one by one
    int m_coveredTop = 0;
    bool m_isFitted = false;    ///< and the user has not looked elsewhere since
    bool m_isFitPending = true; ///< until a picture was seen: the size may change before

    std::set<graph::Key> m_selection;
    graph::Key m_current;
    graph::Key m_hovered;
    graph::Key m_arrowsOf; ///< whose arrows the E key goes through
    bool m_isHandleHovered = false;

    std::unique_ptr<Gesture> m_gesture;
    bool m_isByKeyboard = false; ///< the gesture is
    bool m_isConnectMode = false;
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
    bool m_hasPannedBySpace = false;
    Hit m_pressed; ///< below the left button, before it became a drag
    bool m_isPressed = false;
    bool m_pressedHandle = false;
    bool m_selectsOnRelease = false;
    QPointF m_pressPosition;
    QPointF m_lastPosition;
};

} // namespace drawbridge::canvas
