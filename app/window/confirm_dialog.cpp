#include "window/confirm_dialog.h"

#include "messages/tr.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace drawbridge {

ConfirmDialog::ConfirmDialog(Document &document, Words words, edit::Intent intent, QWidget *parent)
    : PlanDialog(document, words.title, parent)
    , m_words(std::move(words))
    , m_intent(std::move(intent))
{
    auto *text = new QLabel(m_words.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    fields()->addWidget(text);
    setAcceptText(m_words.accept);
    planNow();
    acceptButton()->setFocus();
}

std::optional<edit::Intent> ConfirmDialog::intent(QString &) const
{
    return m_intent;
}

QString ConfirmDialog::undoLabel() const
{
    return m_words.undo;
}

} // namespace drawbridge
