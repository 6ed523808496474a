#pragma once

#include "tst_look_contrast.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSizeGrip>
#include <QSplitterHandle>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

#include <set>

namespace drawbridge::test {

/// Looks at a window, dialog or menu as it is on screen and collects what a customer should not
/// see: text that is cut, covered, outside or too pale.
class Looker
{
public:
    explicit Looker(QWidget *top)
        : m_top(top)
        , m_picture(top->grab().toImage().convertToFormat(QImage::Format_RGB32))
        , m_enlarged(enlarged(top).convertToFormat(QImage::Format_RGB32))
    {
    }

    void look()
    {
        QList<QWidget *> widgets = m_top->findChildren<QWidget *>();
        widgets.prepend(m_top);
        for (QWidget *widget : widgets) {
            if (widget != m_top && (!widget->isVisible() || widget->window() != m_top->window()))
                continue;
            lookAtPlace(widget);
            lookAtText(widget);
        }
        lookForOverlaps();
    }

    /// A text that is drawn with the widget's own pixels: an enlarged picture has no more of them.
    void addDrawnText(const QWidget *widget, const QRect &rect, const QString &text)
    {
        measure({mapped(widget, rect), text, widget, false}, m_picture);
    }

    const QImage &picture() const { return m_picture; }
    const QStringList &faults() const { return m_faults; }
    int texts() const { return m_texts; }
    int words() const { return m_words; }
    double palest() const { return m_palest; }

private:
    struct Text
    {
        QRect rect; ///< in the picture, not yet times its ratio
        QString text;
        const QWidget *widget = nullptr;
        bool isClipped = false;
    };

    /// Painted anew with three pixels for one, so that thin strokes show their colour.
    static QImage enlarged(QWidget *top)
    {
        const qreal ratio = 3;
        QPixmap pixmap(top->size() * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(top->palette().color(QPalette::Window));
        top->render(&pixmap);
        return pixmap.toImage();
    }

    /// Letter by letter, if there are pixels enough; else word by word.
    void measure(const Text &text, const QImage &image)
    {
        const qreal ratio = image.devicePixelRatio();
        ++m_texts;
        const QRect area(text.rect.topLeft() * ratio, text.rect.size() * ratio);
        const int gap = ratio < 3 ? qRound(3 * ratio) : 1;
        const int least = qRound((ratio < 3 ? 6 : 2) * ratio);
        const WordFinder finder(image, gap, least);
        const std::vector<Word> words = finder.words(area);
        if (words.empty())
            m_faults += QStringLiteral("nothing to see: ") + named(text.widget, text.text);
        for (const Word &word : words) {
            if (text.isClipped &&
                (word.rect.top() <= area.top() || word.rect.bottom() >= area.bottom()))
                continue; // half scrolled away
            if (word.isThin && !word.isSolid)
                continue; // like the letters beside it
            ++m_words;
            if (!word.isSolid)
                m_palest = std::min(m_palest, word.contrast);
            if (word.contrast < (word.isSolid ? 3 : 4.5))
                m_faults += QStringLiteral("pale, %1:1 at %2 of %3")
                                .arg(word.contrast, 0, 'f', 2)
                                .arg(rectText(QRect(word.rect.topLeft() / ratio, word.rect.size())),
                                     named(text.widget, text.text));
        }
    }

    QRect mapped(const QWidget *widget, const QRect &rect) const
    {
        return {widget->mapTo(m_top, rect.topLeft()), rect.size()};
    }

    static QString named(const QWidget *widget, const QString &text)
    {
        return QStringLiteral("%1 '%2'").arg(QString::fromLatin1(widget->metaObject()->className()),
                                             text.simplified().left(60));
    }

    void cut(const QWidget *widget, const QString &text, int needed, int given)
    {
        m_faults += QStringLiteral("cut, needs %1 has %2: %3")
                        .arg(needed)
                        .arg(given)
                        .arg(named(widget, text));
    }

    /// A text with the room that it has; what is switched off may be pale.
    void note(const QWidget *widget, const QRect &rect, const QString &text, bool isEnabled = true)
    {
        m_owners.insert(widget);
        if (isEnabled && widget->isEnabled())
            measure({mapped(widget, rect), text, widget, isClipped(widget)}, m_enlarged);
    }

    static QString withoutMarks(QString text)
    {
        text.replace(QLatin1String("&&"), QLatin1String("\x01"));
        text.remove(QLatin1Char('&'));
        return text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
    }

    static int widthOf(const QFont &font, const QString &text)
    {
        return QFontMetrics(font).size(Qt::TextSingleLine, withoutMarks(text)).width();
    }

    void lookAtPlace(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        const bool mayLeave = !parent || widget == m_top || widget->isWindow() ||
                              parent->objectName() == QLatin1String("qt_scrollarea_viewport") ||
                              qobject_cast<const QSplitterHandle *>(widget) ||
                              widget->size().isEmpty();
        if (!mayLeave && !parent->rect().contains(widget->geometry()))
            m_faults += QStringLiteral("outside of its parent: %1 %2")
                            .arg(named(widget, widget->objectName()), rectText(widget->geometry()));
    }

    static QString rectText(const QRect &r)
    {
        return QStringLiteral("%1,%2 %3x%4").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
    }

    void lookAtText(QWidget *widget)
    {
        if (const auto *label = qobject_cast<QLabel *>(widget))
            lookAtLabel(label);
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            lookAtButton(button);
        else if (const auto *tabs = qobject_cast<QTabBar *>(widget))
            lookAtTabs(tabs);
        else if (const auto *header = qobject_cast<QHeaderView *>(widget))
            lookAtHeader(header);
        else if (const auto *tree = qobject_cast<QTreeView *>(widget))
            lookAtTree(tree);
        else if (const auto *list = qobject_cast<QListView *>(widget))
            lookAtList(list);
        else if (const auto *edit = qobject_cast<QLineEdit *>(widget))
            lookAtLine(edit);
        else if (const auto *menu = qobject_cast<QMenu *>(widget))
            lookAtMenu(menu);
        else if (const auto *bar = qobject_cast<QMenuBar *>(widget))
            lookAtMenuBar(bar);
        else if (const auto *text = qobject_cast<QPlainTextEdit *>(widget))
            lookAtEditor(text);
    }

    void lookAtLabel(const QLabel *label)
    {
        if (label->text().isEmpty())
            return;
        note(label, label->contentsRect() & visiblePart(label), label->text());
        const int height =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < height)
            cut(label, label->text(), height, label->height());
        if (!label->wordWrap() && label->width() < label->sizeHint().width())
            cut(label, label->text(), label->sizeHint().width(), label->width());
        if (label->textFormat() == Qt::RichText)
            return;
        for (const QString &word :
             label->text().split(QRegularExpression(QStringLiteral("[\\s/-]+"))))
            if (widthOf(label->font(), word) > label->contentsRect().width())
                cut(label, word, widthOf(label->font(), word), label->contentsRect().width());
    }

    void lookAtButton(const QAbstractButton *button)
    {
        if (button->objectName().endsWith(QLatin1String("_ext_button")))
            m_faults += QStringLiteral("does not show everything: %1")
                            .arg(named(button->parentWidget(), button->objectName()));
        if (button->text().isEmpty())
            return;
        note(button, button->rect().adjusted(4, 4, -4, -4), button->text());
        if (button->width() < button->sizeHint().width() ||
            button->height() < button->sizeHint().height())
            cut(button, button->text(), button->sizeHint().width(), button->width());
        const auto *push = qobject_cast<const QPushButton *>(button);
        if (!push)
            return;
        QStyleOptionButton option;
        option.initFrom(button);
        QRect room =
            button->style()->subElementRect(QStyle::SE_PushButtonContents, &option, button);
        QFont font = button->font();
        if (push->isDefault()) { // the sheet's, of which the widget knows nothing
            font.setWeight(QFont::DemiBold);
            room.adjust(-4, 0, 4, 0); // it may take from the padding
        }
        if (widthOf(font, button->text()) > room.width())
            cut(button, button->text(), widthOf(font, button->text()), room.width());
    }

    struct OpenTabBar : QTabBar
    {
        using QTabBar::initStyleOption;
    };

    void lookAtTabs(const QTabBar *tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            QStyleOptionTab option;
            static_cast<const OpenTabBar *>(tabs)->initStyleOption(&option, i);
            const QRect room =
                tabs->style()->subElementRect(QStyle::SE_TabBarTabText, &option, tabs);
            if (!tabs->rect().contains(tabs->tabRect(i)))
                continue; // scrolled away
            note(tabs, room, tabs->tabText(i), tabs->isTabEnabled(i));
            if (option.text != tabs->tabText(i))
                cut(tabs, tabs->tabText(i), widthOf(tabs->font(), tabs->tabText(i)), room.width());
        }
    }

    void lookAtHeader(const QHeaderView *header)
    {
        for (int i = 0; i < header->count(); ++i) {
            const QString text = header->model()->headerData(i, header->orientation()).toString();
            if (text.isEmpty())
                continue;
            const QRect room(header->sectionViewportPosition(i), 0, header->sectionSize(i),
                             header->height());
            note(header, room.adjusted(1, 1, -1, -2), text);
            if (header->sectionSizeHint(i) > room.width())
                cut(header, text, header->sectionSizeHint(i), room.width());
        }
    }

    void lookAtTree(const QTreeView *tree)
    {
        const QRect seen = tree->viewport()->rect();
        if (tree->model()->rowCount() == 0 && !tree->accessibleDescription().isEmpty())
            note(tree->viewport(), seen.adjusted(2, 2, -2, -2), tree->accessibleDescription());
        for (QModelIndex row = tree->indexAt({seen.width() / 2, 0}); row.isValid();
             row = tree->indexBelow(row)) {
            if (tree->visualRect(row).top() > seen.bottom())
                break;
            for (int column = 0; column < tree->model()->columnCount(row.parent()); ++column)
                lookAtCell(tree, row.siblingAtColumn(column), mayElide(tree, column));
        }
    }

    /// Where a column takes what room there is, or has as much as it ever gets.
    static bool mayElide(const QTreeView *tree, int column)
    {
        const QHeaderView *header = tree->header();
        return header->sectionResizeMode(column) == QHeaderView::Stretch ||
               (header->stretchLastSection() && column == header->count() - 1) ||
               header->sectionSize(column) >= std::min(240, tree->viewport()->width() / 4);
    }

    void lookAtList(const QListView *list)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            lookAtCell(list, list->model()->index(row, list->modelColumn()), false);
    }

    void lookAtCell(const QAbstractItemView *view, const QModelIndex &index, bool mayElide)
    {
        const QRect cell = view->visualRect(index);
        const QString text = index.data().toString();
        if (text.isEmpty() || !view->viewport()->rect().contains(cell))
            return;
        note(view->viewport(), cell.adjusted(2, 2, -2, -2), text);
        const int margins = 2 * (view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
        const bool hasIcon = !index.data(Qt::DecorationRole).isNull();
        const int needed = widthOf(view->font(), text) + margins + (hasIcon ? 8 + margins : 0);
        const bool isTold = !index.data(Qt::ToolTipRole).toString().isEmpty();
        if (needed > cell.width() && !(mayElide && isTold))
            cut(view, text, needed, cell.width());
        if (view->fontMetrics().height() > cell.height())
            cut(view, text, view->fontMetrics().height(), cell.height());
    }

    void lookAtLine(const QLineEdit *edit)
    {
        const QString text = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
        if (text.isEmpty())
            return;
        QStyleOptionFrame option;
        option.initFrom(edit);
        const QRect room =
            edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
        note(edit, room, text);
        if (widthOf(edit->font(), text) > room.width())
            cut(edit, text, widthOf(edit->font(), text), room.width());
        if (QFontMetrics(edit->font()).height() > room.height())
            cut(edit, text, QFontMetrics(edit->font()).height(), room.height());
    }

    void lookAtMenu(const QMenu *menu)
    {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            const QRect room = menu->actionGeometry(const_cast<QAction *>(action));
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            const int arrow = action->menu() ? 20 : 2;
            note(menu, room.adjusted(2, 2, -arrow, -2), action->text(), action->isEnabled());
            const int needed = widthOf(menu->font(), action->text()) +
                               (keys.isEmpty() ? 0 : widthOf(menu->font(), keys) + 16);
            if (needed > room.width() || !menu->rect().contains(room))
                cut(menu, action->text(), needed, room.width());
        }
        if (menu->width() < menu->sizeHint().width())
            cut(menu, menu->title(), menu->sizeHint().width(), menu->width());
    }

    void lookAtMenuBar(const QMenuBar *bar)
    {
        for (QAction *action : bar->actions()) {
            const QRect room = bar->actionGeometry(action);
            note(bar, room.adjusted(1, 1, -1, -1), action->text(), action->isEnabled());
            if (widthOf(bar->font(), action->text()) > room.width() || !bar->rect().contains(room))
                cut(bar, action->text(), widthOf(bar->font(), action->text()), room.width());
        }
    }

    /// Lines may be longer than the window; what is seen of them and of their numbers has to be
    /// readable.
    void lookAtEditor(const QPlainTextEdit *editor)
    {
        const QWidget *viewport = editor->viewport();
        const QWidget *gutter = nullptr;
        for (const QWidget *child : editor->findChildren<QWidget *>())
            if (child->inherits("drawbridge::LineGutter"))
                gutter = child;
        QTextCursor cursor = editor->cursorForPosition({0, 0});
        for (QTextBlock block = cursor.block(); block.isValid(); block = block.next()) {
            cursor.setPosition(block.position());
            const QRect caret = editor->cursorRect(cursor);
            if (caret.bottom() > viewport->rect().bottom())
                break;
            if (gutter)
                note(gutter, QRect(0, caret.top(), gutter->width(), caret.height()),
                     QString::number(block.blockNumber() + 1));
            if (!block.text().isEmpty())
                note(viewport, QRect(0, caret.top(), viewport->width(), caret.height()),
                     block.text());
        }
    }

    /// Of its own coordinates, what its ancestors let through.
    QRect visiblePart(const QWidget *widget) const
    {
        QRect rect = widget->rect();
        QPoint offset;
        for (const QWidget *w = widget; w != m_top && w->parentWidget(); w = w->parentWidget()) {
            offset += w->pos();
            rect &= w->parentWidget()->rect().translated(-offset);
        }
        return rect;
    }

    bool isClipped(const QWidget *widget) const { return visiblePart(widget) != widget->rect(); }

    void lookForOverlaps()
    {
        for (auto a = m_owners.begin(); a != m_owners.end(); ++a)
            for (auto b = std::next(a); b != m_owners.end(); ++b) {
                if ((*a)->isAncestorOf(*b) || (*b)->isAncestorOf(*a))
                    continue;
                const QRect shared = mapped(*a, visiblePart(*a)) & mapped(*b, visiblePart(*b));
                if (!shared.isEmpty())
                    m_faults += QStringLiteral("covers another: %1, %2, %3")
                                    .arg(named(*a, (*a)->objectName()),
                                         named(*b, (*b)->objectName()), rectText(shared));
            }
    }

    QWidget *m_top;
    QImage m_picture;
    QImage m_enlarged;
    std::set<const QWidget *> m_owners;
    QStringList m_faults;
    int m_texts = 0;
    int m_words = 0;
    double m_palest = 21;
};

} // namespace drawbridge::test
