#include "canvas/canvas_widget.h"

#include "canvas/canvas_accessible.h"
#include "canvas/navigation.h"
#include "canvas/overlay.h"
#include "canvas/render_arrows.h"
#include "canvas/shapes.h"
#include "messages/tr.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace drawbridge::canvas {

using graph::Key;

namespace {

/// Who comes by Tab stands on a link at once: a label alone does not show that it has the keyboard.
class HintLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        QLabel::focusInEvent(event);
        const bool isBack = event->reason() == Qt::BacktabFocusReason;
        if (isBack || event->reason() == Qt::TabFocusReason)
            QLabel::focusNextPrevChild(!isBack);
    }
};

} // namespace

CanvasWidget::CanvasWidget(QWidget *parent)
    : QWidget(parent)
    , m_scene(std::make_shared<Scene>())
    , m_palette(CanvasPalette::light())
    , m_hint(new HintLabel(this))
{
    QAccessible::installFactory(&canvasAccessible);
    setAccessibleName(Tr::tr("Diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_hint->setTextFormat(Qt::RichText);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_hint->hide();
    connect(m_hint, &QLabel::linkActivated, this, &CanvasWidget::hintActivated);
    connect(&m_layers, &LayerCache::arrived, this, qOverload<>(&QWidget::update));
    setPalette(m_palette);
}

CanvasWidget::~CanvasWidget() = default;

/// Who stood on something that is gone stands beside it: the ends of an arrow, the frame of a node.
static Key besides(const Scene &before, const Scene &now, const Key &gone)
{
    std::vector<Key> places;
    if (const graph::ArrowShape *arrow = before.arrow(gone))
        places = {arrow->arrow.source, arrow->arrow.target};
    else if (const graph::NodeShape *node = before.node(gone))
        places = {node->node.frame};
    const auto found = std::find_if(places.begin(), places.end(), [&](const Key &key) {
        return now.contains(key) && !now.isFaded(key);
    });
    return found == places.end() ? Key() : *found;
}

void CanvasWidget::setPicture(graph::Picture picture, Faded faded)
{
    setScene(std::make_shared<Scene>(std::move(picture), std::move(faded)));
}

void CanvasWidget::setScene(std::shared_ptr<Scene> scene)
{
    std::shared_ptr<const Scene> before = std::exchange(m_scene, std::move(scene));
    constexpr std::size_t kMostCounted = 1'000;
    m_lastTouched = countOfChanges(before->picture(), picture(), kMostCounted);
    const bool wasEmpty = before->isEmpty();
    m_lastAdded.clear();
    if (!wasEmpty && m_lastTouched > 0)
        m_lastAdded = added(before->picture(), picture(), kMostAdded + 1);
    const bool isFadedAlike = before->faded() == m_scene->faded();
    m_tabOrder = m_scene->firstOrder();
    const bool looksAlike = m_lastTouched == 0 && isFadedAlike;
    m_layers.setScene(m_scene, looksAlike); // that is the one which refresh() changes
    if (!looksAlike) {
        if (m_gesture && !m_gesture->survives(*m_scene))
            cancelGesture();
        dropWhatIsGone([&](const Key &key) { return besides(*before, *m_scene, key); });
        if (wasEmpty || m_isFitPending)
            fit();
        placeHint();
        update();
    }
    emit pictureChanged();
    m_layers.free(std::move(before)); // last, so that what others share with it goes there, too
}

namespace {

/// One node that went and one that came at its place: what is typed letter by letter.
struct Renaming
{
    Key before;
    Key now;

    /// What an arrow at the one is called at the other; empty for other arrows.
    Key arrow(const Scene &scene, const Key &key) const
    {
        const graph::ArrowShape *shape = scene.arrow(key);
        if (!shape || (shape->arrow.source != before && shape->arrow.target != before))
            return {};
        const auto named = [this](const Key &end) { return end == before ? now : end; };
        return named(shape->arrow.source) + '\n' + named(shape->arrow.target);
    }
};

std::optional<Renaming> renamed(const graph::Refreshed &touched, const graph::Picture &picture)
{
    if (touched.nodesRemoved.size() != 1 || touched.nodesAdded.size() != 1)
        return {};
    const graph::NodeShape *now = picture.node(touched.nodesAdded.front());
    const graph::Refreshed::Gone &gone = touched.nodesRemoved.front();
    return now && now->node.frame == gone.frame ? std::optional(Renaming{gone.node, now->node.key})
                                                : std::nullopt;
}

} // namespace

void CanvasWidget::refresh(const graph::Picture &picture, const graph::Refreshed &touched)
{
    if (!m_layers.letsSceneChange()) {
        setPicture(picture, m_scene->faded());
        return;
    }
    const std::optional<Renaming> renaming = renamed(touched, picture);
    std::map<Key, Key> besides; // where who stands on what goes will stand
    for (const Key &key : touched.removed) {
        const Key now = renaming ? renaming->arrow(*m_scene, key) : Key();
        besides[key] =
            picture.arrow(now) ? now : drawbridge::canvas::besides(*m_scene, *m_scene, key);
    }
    for (const graph::Refreshed::Gone &gone : touched.nodesRemoved)
        besides[gone.node] = renaming ? renaming->now : gone.frame;
    m_lastAdded.clear();
    std::copy_if(touched.nodesAdded.begin(), touched.nodesAdded.end(),
                 std::back_inserter(m_lastAdded),
                 [&](const Key &key) { return !m_scene->contains(key) && picture.node(key); });
    m_lastTouched = m_scene->refresh(picture, touched);
    if (!touched.keepsArrows() || !touched.keepsNodes()) {
        m_tabOrder.reset();
        if (m_gesture && !m_gesture->survives(*m_scene))
            cancelGesture();
        if (renaming)
            followRenaming(besides);
        dropWhatIsGone([&](const Key &key) {
            const Key &beside = besides[key];
            return m_scene->contains(beside) ? beside : Key();
        });
        placeHint();
    }
    if (m_lastTouched > 0) {
        m_layers.sceneChanged();
        update();
    }
    emit pictureChanged();
}

/// What is selected stays selected under its new name.
void CanvasWidget::followRenaming(const std::map<Key, Key> &names)
{
    std::set<Key> selection;
    for (const Key &key : m_selection) {
        const auto name = names.find(key);
        const bool isRenamed = name != names.end() && !m_scene->contains(key) &&
                               m_scene->kindOf(name->second) != Kind::Frame &&
                               m_scene->contains(name->second);
        selection.insert(isRenamed ? name->second : key);
    }
    if (selection == m_selection)
        return;
    m_selection.swap(selection);
    emit selectionChanged();
}

/// Selection, focus and hover follow keys; those of gone elements go.
void CanvasWidget::dropWhatIsGone(const std::function<Key(const Key &)> &besides)
{
    const auto isGone = [this](const Key &key) { return !m_scene->contains(key); };
    if (std::erase_if(m_selection, isGone) > 0)
        emit selectionChanged();
    if (!m_current.empty() && isGone(m_current))
        setCurrent(besides(m_current));
    if (isGone(m_hovered))
        m_hovered.clear();
    if (isGone(m_pressed.key))
        m_pressed = {};
}

void CanvasWidget::setPalette(const CanvasPalette &palette)
{
    m_palette = palette;
    m_layers.setPalette(palette);
    QPalette colours = QWidget::palette();
    colours.setColor(QPalette::WindowText, palette.subtle);
    colours.setColor(QPalette::Text, palette.subtle);
    colours.setColor(QPalette::Link, palette.allowedText);
    m_hint->setPalette(colours);
    update();
}

void CanvasWidget::setHint(const QString &html)
{
    m_hint->setText(html);
    placeHint();
}

/// In the middle, or below the wall that a new sketch begins with.
void CanvasWidget::placeHint()
{
    const auto &frames = m_scene->picture().frames; // those that are folded hold services too
    const bool isEmpty = m_scene->picture().nodes.empty() &&
                         std::all_of(frames.begin(), frames.end(),
                                     [](const auto &shape) { return shape.frame.services == 0; });
    const bool isShown = !m_hint->text().isEmpty() && isEmpty;
    m_hint->setVisible(isShown);
    if (!isShown)
        return;
    const int width = std::min(this->width() - 32, 520);
    const QSize size(width, m_hint->heightForWidth(width));
    QPoint at((this->width() - width) / 2, (height() - size.height()) / 2);
    if (!m_scene->isEmpty()) {
        const int below = int(m_view.toView(m_scene->bounds()).bottom()) + 18;
        at.setY(std::clamp(below, 8, std::max(height() - size.height() - 8, 8)));
    }
    m_hint->setGeometry(QRect(at, size));
}

void CanvasWidget::setSelection(const std::set<Key> &keys)
{
    std::set<Key> known;
    std::copy_if(keys.begin(), keys.end(), std::inserter(known, known.end()),
                 [this](const Key &key) { return m_scene->contains(key); });
    if (known == m_selection)
        return;
    known.swap(m_selection);
    update();
    if (isHeard())
        announceSelection(*this, known);
    emit selectionChanged();
}

void CanvasWidget::select(const Key &key, bool toggle)
{
    std::set<Key> keys;
    if (toggle)
        keys = m_selection;
    if (!toggle || keys.erase(key) == 0)
        keys.insert(key);
    setSelection(keys);
}

void CanvasWidget::setCurrent(const Key &key)
{
    if (key == m_current)
        return;
    m_current = m_scene->contains(key) ? key : Key();
    update();
    if (isHeard())
        announceFocus(*this);
    emit currentChanged(m_current);
}

Key CanvasWidget::subject() const
{
    if (m_selection.empty() || m_selection.count(m_current) > 0)
        return m_current;
    return *m_selection.begin();
}

void CanvasWidget::reveal(const Key &key)
{
    if (!m_scene->contains(key))
        return;
    setCurrent(key);
    setSelection({key});
    ensureVisible(key);
}

void CanvasWidget::reveal(const std::set<Key> &keys)
{
    setSelection(keys);
    const std::vector<Key> &order = tabOrder();
    const auto first = std::find_if(order.begin(), order.end(),
                                    [this](const Key &key) { return m_selection.count(key) > 0; });
    if (first == order.end())
        return;
    setCurrent(*first);
    ensureVisible(*first);
}

void CanvasWidget::selectAll()
{
    std::set<Key> keys;
    for (const graph::NodeShape &shape : picture().nodes)
        if (!m_scene->isFaded(shape.node.key))
            keys.insert(keys.end(), shape.node.key); // they come in their order
    setSelection(keys);
}

void CanvasWidget::forget()
{
    cancelGesture();
    m_hovered.clear();
    m_arrowsOf.clear();
    m_pressed = {};
    m_isPressed = m_isHandleHovered = false;
    m_layers.forget();
    setSelection({});
    setCurrent({});
    update();
}

const std::shared_ptr<const std::vector<Key>> &CanvasWidget::sharedTabOrder() const
{
    if (!m_tabOrder) {
        std::vector<Key> order = readingOrder(picture());
        std::erase_if(order, [this](const Key &key) { return m_scene->isFaded(key); });
        m_tabOrder = std::make_shared<const std::vector<Key>>(std::move(order));
    }
    return m_tabOrder;
}

QRect CanvasWidget::rectOf(const Key &key) const
{
    return m_view.toView(m_scene->rectOf(key)).toAlignedRect();
}

void CanvasWidget::activate(const Key &key)
{
    if (m_scene->contains(key))
        emit activated(key);
}

void CanvasWidget::paintEvent(QPaintEvent *)
{
    m_view.resize(size(), devicePixelRatioF());
    m_isFitPending = m_isFitPending && m_scene->isEmpty();
    m_layers.setHidden(m_gesture ? m_gesture->hidden() : std::set<Key>());
    m_layers.prepare(m_view);
    QPainter painter(this);
    const std::set<Key> hidden = m_gesture ? m_gesture->hidden() : std::set<Key>();
    const bool isResting = !m_gesture && !m_isPanning;
    const Overlay overlay{*m_scene,
                          m_view,
                          m_palette,
                          m_selection,
                          hidden,
                          hasFocus() ? m_current : Key(),
                          isResting ? m_hovered : Key(),
                          isResting && handleRadius(m_view) > 0,
                          m_layers.lod(),
                          m_layers.pills()};
    paintBase(painter, overlay);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Draft draft{painter, *m_scene, m_view, m_palette};
    overlay.paintBelow(painter);
    if (m_gesture)
        m_gesture->paintBelow(draft);
    m_layers.paintTop(painter, m_view);
    overlay.paintAbove(painter);
    if (m_gesture)
        m_gesture->paintAbove(draft);
    paintFocus(painter);
}

/// With highlighted arrows, where they are many: QPainter is slow with hundreds of them.
void CanvasWidget::paintBase(QPainter &painter, const Overlay &overlay)
{
    std::vector<const graph::ArrowShape *> arrows = overlay.manyArrows();
    const std::vector<graph::ArrowShape> held =
        m_gesture ? m_gesture->manyArrows(*m_scene) : std::vector<graph::ArrowShape>();
    for (const graph::ArrowShape &shape : held)
        arrows.push_back(&shape);
    if (arrows.empty()) {
        m_layers.paintBase(painter, m_view);
        return;
    }
    const QSize size = m_view.deviceArea().size();
    if (m_base.size() != size)
        m_base = QImage(size, QImage::Format_RGB32);
    m_base.setDevicePixelRatio(m_view.dpr());
    QPainter below(&m_base);
    m_layers.paintBase(below, m_view);
    below.end();
    m_base.setDevicePixelRatio(1); // arrows come in device pixels
    rasterHighlights(m_base, m_view, m_palette, arrows);
    m_base.setDevicePixelRatio(m_view.dpr());
    painter.drawImage(QPointF(), m_base);
}

/// Around the whole canvas where the ring of the current element is not to be seen.
void CanvasWidget::paintFocus(QPainter &painter) const
{
    if (!hasFocus() || (!m_current.empty() && rect().intersects(rectOf(m_current))))
        return;
    painter.setPen(QPen(m_palette.focus, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace drawbridge::canvas
