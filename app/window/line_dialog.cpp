#include "window/line_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace drawbridge {

LineDialog::LineDialog(Document &document, Words words, const QString &text, Reading reading,
                       QWidget *parent)
    : PlanDialog(document, words.title, parent)
    , m_words(std::move(words))
    , m_edit(new QLineEdit(text))
    , m_reading(std::move(reading))
{
    m_edit->setMinimumWidth(380);
    auto *form = new QFormLayout;
    form->addRow(m_words.field, m_edit);
    fields()->addLayout(form);
    if (!m_words.explanation.isEmpty()) {
        auto *explanation = new QLabel(m_words.explanation);
        explanation->setTextFormat(Qt::PlainText);
        explanation->setWordWrap(true);
        fields()->addWidget(explanation);
    }
    setAcceptText(m_words.accept);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { planSoon(); });
    planFirst();
    m_edit->setFocus();
    m_edit->selectAll();
}

void LineDialog::setChoices(const QStringList &choices)
{
    auto *completer = new QCompleter(choices, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_edit->setCompleter(completer);
}

std::optional<edit::Intent> LineDialog::intent(QString &problem) const
{
    return m_reading(m_edit->text().trimmed(), problem);
}

QString LineDialog::undoLabel() const
{
    return m_words.undo.arg(visible(m_edit->text().trimmed()));
}

/// Where the old name stands still.
QString LineDialog::remark(const Plan &plan) const
{
    if (plan.leftAlone.empty())
        return {};
    const kube::Workspace after = edit::applied(document().workspace(), plan);
    QStringList places;
    for (const Place &place : plan.leftAlone) {
        const yaml::File &file = after.file(place.file);
        places += QStringLiteral("%1:%2")
                      .arg(visible(file.path()))
                      .arg(file.lineColumn(place.range.begin).line);
    }
    constexpr int kMost = 6;
    const int more = int(places.size()) - kMost;
    QString text = Tr::tr("Left as they are, although they hold the old name: %1")
                       .arg(places.mid(0, kMost).join(QStringLiteral(", ")));
    if (more > 0)
        text += QLatin1Char(' ') + Tr::tr("… and %n more", nullptr, more);
    return text;
}

} // namespace drawbridge
