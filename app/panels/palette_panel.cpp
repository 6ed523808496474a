#include "panels/palette_panel.h"

#include "messages/template_words.h"
#include "messages/tr.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <map>
#include <utility>

namespace drawbridge {

/// The entries never change.
class PaletteModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    static PaletteEntry entry(int row)
    {
        return row == 0 ? PaletteEntry() : PaletteEntry(edit::kTemplates[std::size_t(row - 1)]);
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(edit::kTemplates.size()) + 1;
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const PaletteEntry entry = PaletteModel::entry(index.row());
        if (role == Qt::DisplayRole)
            return PalettePanel::nameOf(entry);
        if (role == Qt::DecorationRole)
            return icon(index.row());
        if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
            return entry ? meaningOf(*entry) : Tr::tr("A new service, isolated from the start.");
        return {};
    }

    QVariant headerData(int, Qt::Orientation, int role) const override
    {
        return role == Qt::DisplayRole ? Tr::tr("PALETTE") : QVariant();
    }

private:
    /// Drawn once for each colour: it is asked for at every layout.
    QIcon icon(int row) const
    {
        const QColor color = QGuiApplication::palette().color(QPalette::Text);
        if (std::exchange(m_color, color) != color)
            m_icons.clear();
        const auto [icon, isNew] = m_icons.try_emplace(row);
        if (isNew)
            icon->second = paletteIcon(entry(row), color);
        return icon->second;
    }

    mutable QColor m_color;
    mutable std::map<int, QIcon> m_icons; ///< by row
};

PalettePanel::PalettePanel(QWidget *parent) : ListView(parent), m_model(new PaletteModel(this))
{
    setAccessibleName(Tr::tr("Palette"));
    show(m_model, 0);
    setIconSize({kPaletteIconSize, kPaletteIconSize});
    connect(this, &QTreeView::activated, this,
            [this](const QModelIndex &index) { emit chosen(entryOf(index)); });
}

QString PalettePanel::nameOf(const PaletteEntry &entry)
{
    return entry ? drawbridge::nameOf(*entry) : Tr::tr("Service");
}

PaletteEntry PalettePanel::entryOf(const QModelIndex &index) const
{
    return PaletteModel::entry(index.row());
}

QModelIndex PalettePanel::indexOf(const PaletteEntry &entry) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (PaletteModel::entry(row) == entry)
            return m_model->index(row);
    return {};
}

/// All of it, where there is room.
QSize PalettePanel::sizeHint() const
{
    const int rows = m_model->rowCount() * std::max(sizeHintForRow(0), 1);
    return {200, header()->sizeHint().height() + rows + 12};
}

void PalettePanel::mousePressEvent(QMouseEvent *event)
{
    if (m_isDragging) { // another button
        cancelDrag();
        return;
    }
    ListView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = indexAt(event->pos());
    m_pressedAt = event->pos();
}

void PalettePanel::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed.isValid() || !(event->buttons() & Qt::LeftButton)) {
        ListView::mouseMoveEvent(event);
        return;
    }
    const bool isFar =
        (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!m_isDragging && !isFar)
        return;
    m_isDragging = true;
    viewport()->setCursor(Qt::DragCopyCursor);
    emit dragged(entryOf(m_pressed), event->globalPosition().toPoint());
}

void PalettePanel::mouseReleaseEvent(QMouseEvent *event)
{
    const QPersistentModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    if (!std::exchange(m_isDragging, false)) {
        ListView::mouseReleaseEvent(event);
        if (pressed.isValid())
            emit hinted(entryOf(pressed));
        return;
    }
    viewport()->unsetCursor();
    setState(NoState);
    emit dropped(entryOf(pressed), event->globalPosition().toPoint());
}

void PalettePanel::cancelDrag()
{
    m_pressed = QPersistentModelIndex();
    if (!std::exchange(m_isDragging, false))
        return;
    viewport()->unsetCursor();
    setState(NoState);
    emit dragCancelled();
}

/// Escape ends a drag before it is a shortcut of the window.
bool PalettePanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_isDragging &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return ListView::event(event);
}

void PalettePanel::keyPressEvent(QKeyEvent *event)
{
    if (m_isDragging && event->key() == Qt::Key_Escape)
        cancelDrag();
    else
        ListView::keyPressEvent(event);
}

void PalettePanel::hideEvent(QHideEvent *event)
{
    cancelDrag();
    ListView::hideEvent(event);
}

} // namespace drawbridge
