#include "window/note_dialog.h"

#include "messages/tr.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

namespace drawbridge {

static const QString kAuthorSetting = QStringLiteral("notes/author");

NoteDialog::NoteDialog(const QString &element, const graph::PinnedNote &note, QWidget *parent)
    : QDialog(parent), m_before(note), m_text(new QPlainTextEdit), m_author(new QLineEdit)
{
    const bool isNew = note.text.empty();
    setWindowTitle(isNew ? Tr::tr("Add Note") : Tr::tr("Edit Note"));
    auto *caption =
        new QLabel(Tr::tr("&Note on %1:")
                       .arg(QString(element).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    caption->setBuddy(m_text);
    m_text->setAccessibleName(Tr::tr("Text of the note"));
    m_text->setPlainText(QString::fromStdString(note.text));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(360, 96);
    m_author->setText(isNew ? QSettings().value(kAuthorSetting).toString()
                            : QString::fromStdString(note.author));
    m_author->setPlaceholderText(Tr::tr("may be empty"));
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Author"), m_author);
    auto *kept = new QLabel(Tr::tr("Notes are kept beside the files, never in the YAML."));
    kept->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_take = buttons->button(QDialogButtonBox::Ok);
    m_take->setText(isNew ? Tr::tr("Add Note") : Tr::tr("Change Note"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(caption);
    layout->addWidget(m_text, 1);
    layout->addLayout(form);
    layout->addWidget(kept);
    layout->addWidget(buttons);
    const auto allow = [this] { m_take->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); };
    allow();
    connect(m_text, &QPlainTextEdit::textChanged, this, allow);
    connect(buttons, &QDialogButtonBox::accepted, this, &NoteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Enter makes a new line in the text.
    auto *enter = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(enter, &QShortcut::activated, m_take, &QPushButton::click);
    m_text->setFocus();
}

void NoteDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_input)
        m_input.emplace(*this);
}

void NoteDialog::reject()
{
    if (!m_input || m_input->mayDiscard())
        QDialog::reject();
}

graph::PinnedNote NoteDialog::note() const
{
    graph::PinnedNote note = m_before;
    note.text = m_text->toPlainText().trimmed().toStdString();
    note.author = m_author->text().trimmed().toStdString();
    return note;
}

void NoteDialog::accept()
{
    QSettings().setValue(kAuthorSetting, m_author->text().trimmed());
    QDialog::accept();
}

} // namespace drawbridge
