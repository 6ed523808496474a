#include "document/document.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/inspector_html.h"
#include "panels/inspector_panel.h"

#include <QPushButton>

namespace drawbridge {

static QString noteLink(const char *what, std::size_t index, const QString &text)
{
    return QStringLiteral("<a href='%1:%2'>%3</a>")
        .arg(QLatin1String(what))
        .arg(index)
        .arg(text.toHtmlEscaped());
}

QString InspectorPanel::noteLine(const graph::Note &note, bool namesElement)
{
    const std::size_t index = m_notes.size();
    m_notes.push_back(note);
    QString html;
    if (namesElement) {
        const QString element = visible(note.element);
        html = note.isDrawn ? elementLink(note.key, element) : element.toHtmlEscaped();
        html += QStringLiteral(" · ");
    }
    html += noteWords(note).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    html += QStringLiteral("<br>") + noteLink("edit", index, Tr::tr("Edit")) +
            QStringLiteral(" · ") + noteLink("drop", index, Tr::tr("Remove"));
    return inspector::line(html);
}

/// Those of one element, or all if the key is empty.
QString InspectorPanel::noteLines(const graph::Key &key)
{
    QString drawn;
    QString gone;
    for (const graph::Note &note : m_document.picture().notes)
        if (key.empty() || note.key == key)
            (note.isDrawn ? drawn : gone) += noteLine(note, key.empty());
    QString html;
    if (!drawn.isEmpty())
        html += inspector::heading(Tr::tr("Notes")) + drawn;
    if (!gone.isEmpty())
        html += inspector::heading(Tr::tr("Notes that belong to nothing that is drawn")) + gone;
    return html;
}

bool InspectorPanel::followNote(const QString &link)
{
    const bool isEdit = link.startsWith(QLatin1String("edit:"));
    const std::size_t index = link.section(QLatin1Char(':'), 1).toULongLong();
    if ((!isEdit && !link.startsWith(QLatin1String("drop:"))) || index >= m_notes.size())
        return false;
    const graph::Note note = m_notes[index];
    if (isEdit)
        emit noteChangeRequested(note.key, note.index);
    else
        emit noteRemovalRequested(note.key, note.index);
    return true;
}

} // namespace drawbridge
