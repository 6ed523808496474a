#include "window/quick_list.h"

#include "messages/tr.h"

#include <QAbstractListModel>
#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

/// The rows; their whole text is what a screen reader says.
class QuickModel : public QAbstractListModel
{
public:
    enum Role { DetailRole = Qt::UserRole, TrailingRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<QuickRow> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const bool isEnabled = index.isValid() && m_rows[std::size_t(index.row())].isEnabled;
        return isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsSelectable;
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const QuickRow &row = m_rows[std::size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return row.title;
        case DetailRole:
            return row.detail;
        case TrailingRole:
            return row.trailing;
        case Qt::AccessibleTextRole:
            return words(row);
        case Qt::ToolTipRole:
            return QStringLiteral("<qt>%1</qt>").arg(words(row).toHtmlEscaped());
        default:
            return {};
        }
    }

    static QString words(const QuickRow &row)
    {
        QStringList parts{row.title, row.detail, row.trailing};
        parts.removeAll(QString());
        if (!row.isEnabled)
            parts += Tr::tr("not available now");
        return parts.join(QStringLiteral(", "));
    }

private:
    std::vector<QuickRow> m_rows;
};

namespace {

constexpr int kMostShown = 12; ///< rows, before it scrolls
constexpr int kWidth = 640;
constexpr int kMargin = 8;
constexpr int kPartGap = 10; ///< between the parts of a row

/// Title, detail and trailing text in one line; the title has the first claim to the room.
class QuickDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString title = row.text;
        row.text.clear();
        row.state &= ~QStyle::State_HasFocus;
        row.state.setFlag(QStyle::State_Enabled); // what cannot be taken can be read
        const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
        const QColor subtle = row.palette.color(QPalette::Active, QPalette::PlaceholderText);
        const QColor text = row.palette.color(QPalette::Active, QPalette::Text);
        QRect room = row.rect.adjusted(kMargin, 0, -kMargin, 0);
        painter->save();
        painter->setFont(row.font);
        const QString trailing = index.data(QuickModel::TrailingRole).toString();
        const int trailingWidth =
            std::min(row.fontMetrics.horizontalAdvance(trailing) + 2, room.width() / 2);
        draw(painter, row, subtle, room.adjusted(room.width() - trailingWidth, 0, 0, 0), trailing);
        room.adjust(0, 0, !trailing.isEmpty() ? -trailingWidth - kPartGap : 0, 0);
        draw(painter, row, isEnabled ? text : subtle, room, title);
        room.adjust(row.fontMetrics.horizontalAdvance(title) + kPartGap, 0, 0, 0);
        draw(painter, row, subtle, room, index.data(QuickModel::DetailRole).toString());
        painter->restore();
    }

private:
    static void draw(QPainter *painter, const QStyleOptionViewItem &row, const QColor &color,
                     const QRect &room, const QString &text)
    {
        if (room.width() < row.fontMetrics.averageCharWidth() * 2)
            return;
        painter->setPen(color);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          row.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    }
};

} // namespace

QuickList::QuickList(QWidget *window)
    : QFrame(window)
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_note(new QLabel)
    , m_model(new QuickModel(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuickDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps the keyboard
    m_list->setMouseTracking(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", QStringLiteral("caption"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(6);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &QuickList::refresh);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { take(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QuickList::tellCurrent);
    hide();
}

void QuickList::open(const QString &name, const QString &placeholder, Answer answer, Take take)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_answer = std::move(answer);
    m_take = std::move(take);
    setAccessibleName(name);
    m_line->setAccessibleName(name);
    m_line->setPlaceholderText(placeholder);
    m_line->clear();
    refresh();
    show();
    raise();
    m_line->setFocus();
}

void QuickList::leave()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_line->hasFocus();
    hide();
    m_answer = {}; // it may hold much
    m_take = {};
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus();
}

void QuickList::refresh()
{
    if (!m_answer)
        return;
    QuickRows answer = m_answer(m_line->text());
    m_note->setText(answer.note);
    m_note->setVisible(!answer.note.isEmpty());
    m_model->setRows(std::move(answer.rows));
    m_list->setVisible(m_model->rowCount() > 0);
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
}

/// Below the tool bar, as high as it needs to be.
void QuickList::place()
{
    const QWidget *window = parentWidget();
    const auto *main = qobject_cast<const QMainWindow *>(window);
    const int top = (main && main->centralWidget() ? main->centralWidget()->y() : 0) + kMargin;
    const int width = std::min(kWidth, window->width() - 4 * kMargin);
    const int shown = std::min(m_model->rowCount(), kMostShown);
    m_list->setFixedHeight(shown > 0 ? m_list->sizeHintForRow(0) * shown + 2 : 0);
    const int height = std::min(sizeHint().height(), window->height() - top - kMargin);
    setGeometry((window->width() - width) / 2, top, width, std::max(height, 0));
}

void QuickList::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    int row = m_list->currentIndex().row() + by;
    if (std::abs(by) == 1) // round the ends
        row = (row + count) % count;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1), 0));
}

void QuickList::take(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const Take take = m_take;
    leave();
    take(std::size_t(row));
}

/// The line has the keyboard, so a screen reader hears of the row through it.
void QuickList::tellCurrent()
{
    m_line->setAccessibleDescription(
        m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent event(m_line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool QuickList::lineKey(int key)
{
    const int page = kMostShown - 1;
    switch (key) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-page);
        return true;
    case Qt::Key_PageDown:
        step(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nothing else in it
    default:
        return false;
    }
}

bool QuickList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return lineKey(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            leave();
    }
    return QFrame::eventFilter(watched, event);
}

void QuickList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace drawbridge
