#pragma once

#include "graph/notes.h"
#include "window/form_input.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace drawbridge {

/// Asks for the text of a review note and who writes it. The name is remembered for the next one.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `element`: what the note is pinned to, as plain text.
    NoteDialog(const QString &element, const graph::PinnedNote &note, QWidget *parent = nullptr);

    /// As it was, with text and author as typed.
    graph::PinnedNote note() const;
    void accept() override;
    /// Asks first where something was written.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    graph::PinnedNote m_before;
    QPlainTextEdit *m_text;
    QLineEdit *m_author;
    QPushButton *m_take;
    std::optional<FormInput> m_input; ///< since it was shown
};

} // namespace drawbridge
