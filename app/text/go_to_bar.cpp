#include "text/go_to_bar.h"

#include "messages/announcer.h"
#include "messages/tr.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace drawbridge {

GoToBar::GoToBar(QWidget *parent)
    : QWidget(parent), m_place(new QLineEdit), m_told(new QLabel), m_announcer(new Announcer(this))
{
    setObjectName(QStringLiteral("goToBar"));
    m_place->setObjectName(QStringLiteral("goToPlace"));
    m_place->setPlaceholderText(Tr::tr("Line, or line:column"));
    m_place->setAccessibleName(Tr::tr("Line, or line:column"));
    m_told->setObjectName(QStringLiteral("goToTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_place);
    layout->addWidget(m_told);
    hide();
}

void GoToBar::open(LineColumn now, std::size_t lineCount)
{
    m_lineCount = lineCount;
    m_place->setText(QStringLiteral("%1:%2").arg(now.line).arg(now.column));
    show();
    m_place->selectAll();
    m_place->setFocus(Qt::ShortcutFocusReason);
    tell(Tr::tr("The file has %n line(s).", nullptr, int(lineCount)));
}

void GoToBar::tell(const QString &sentence)
{
    m_told->setText(sentence);
    m_announcer->tell(sentence);
}

void GoToBar::go()
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,9})\\s*(?:[:,]\\s*(\\d{1,9}))?\\s*$"));
    const QRegularExpressionMatch match = form.match(m_place->text());
    const LineColumn place{match.captured(1).toULongLong(),
                           match.captured(2).isEmpty() ? 1 : match.captured(2).toULongLong()};
    if (!match.hasMatch() || place.line < 1 || place.column < 1) {
        tell(Tr::tr("This is no place. Type a line as 12, or a line and a column as "
                    "12:5."));
    } else if (place.line > m_lineCount) {
        tell(Tr::tr("The file has only %n line(s).", nullptr, int(m_lineCount)));
    } else {
        hide();
        emit chosen(place);
        emit closed();
    }
}

/// Escape is its own before it is a shortcut of the window.
bool GoToBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go();
    } else if (event->key() == Qt::Key_Escape) {
        hide();
        emit closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace drawbridge
