#include "window/command_palette.h"

#include "messages/tr.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>

namespace drawbridge {

namespace {

/// "E&xport…" is Export…
QString withoutMarks(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && i + 1 < text.size())
            ++i;
        result += text[i];
    }
    return result;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.toLower().split(between, Qt::SkipEmptyParts);
}

/// True if the letters of `query` come in `text` in this order.
bool hasInOrder(const QString &text, const QString &query)
{
    qsizetype at = 0;
    for (const QChar letter : query) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

/// True if each word begins one of `words`.
bool beginAll(const QStringList &asked, const QStringList &words)
{
    return std::all_of(asked.begin(), asked.end(), [&](const QString &ask) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &word) { return word.startsWith(ask); });
    });
}

} // namespace

CommandPalette::CommandPalette(const QMenuBar &bar)
{
    collect(bar.actions(), {});
}

void CommandPalette::collect(const QList<QAction *> &actions, const QString &path)
{
    for (QAction *action : actions) {
        const QString title = withoutMarks(action->text());
        if (action->isSeparator() || !action->isVisible() || title.isEmpty())
            continue;
        if (QMenu *menu = action->menu()) {
            emit menu->aboutToShow(); // some are filled only then
            collect(menu->actions(), path.isEmpty() ? title : path + QStringLiteral(" › ") + title);
            continue;
        }
        m_commands.push_back(
            {action, title, path, action->shortcut().toString(QKeySequence::NativeText)});
    }
}

std::optional<int> CommandPalette::cost(const Command &command, const QString &query)
{
    const QString asked = query.simplified();
    if (asked.isEmpty())
        return 0;
    if (command.title.startsWith(asked, Qt::CaseInsensitive))
        return 1;
    const QStringList words = wordsOf(asked);
    if (beginAll(words, wordsOf(command.title)))
        return 2;
    if (beginAll(words, wordsOf(command.path + QLatin1Char(' ') + command.title)))
        return 3;
    if (command.title.contains(asked, Qt::CaseInsensitive))
        return 4;
    QString letters = asked;
    letters.remove(QLatin1Char(' '));
    if (letters.size() > 1 && hasInOrder(command.title, letters))
        return 5;
    return {};
}

QuickRow CommandPalette::rowOf(const Command &command)
{
    QuickRow row{command.title, command.path, command.keys, command.action->isEnabled()};
    if (!row.isEnabled)
        row.detail += QStringLiteral(" · ") + Tr::tr("not available now");
    else if (command.action->isChecked())
        row.detail += QStringLiteral(" · ") + Tr::tr("on");
    return row;
}

QuickRows CommandPalette::find(const QString &query)
{
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (m_commands[i].action)
            if (const auto found = cost(m_commands[i], query))
                ranked.emplace_back(*found, i);
    std::sort(ranked.begin(), ranked.end());
    QuickRows result;
    m_found.clear();
    for (const auto &[found, i] : ranked) {
        m_found.push_back(i);
        result.rows.push_back(rowOf(m_commands[i]));
    }
    if (ranked.empty())
        result.note = Tr::tr("No command has these words.");
    return result;
}

void CommandPalette::run(std::size_t row) const
{
    if (row < m_found.size() && m_commands[m_found[row]].action)
        m_commands[m_found[row]].action->trigger();
}

} // namespace drawbridge
