#pragma once

#include "window/quick_list.h"

#include <QAction>

#include <optional>

class QMenuBar;

namespace drawbridge {

/// All commands of a menu bar, found by the beginnings of their words or by letters in order. Made
/// from the menus alone, so that none can be missing.
class CommandPalette
{
public:
    explicit CommandPalette(const QMenuBar &bar);

    /// The best first; in the order of the menus where nothing is asked. Remembers them for run().
    QuickRows find(const QString &query);
    void run(std::size_t row) const;

private:
    struct Command
    {
        QPointer<QAction> action;
        QString title;
        QString path; ///< of menus: "View › Theme"
        QString keys;
    };
    void collect(const QList<QAction *> &actions, const QString &path);
    /// Less is better; nothing if it does not match.
    static std::optional<int> cost(const Command &command, const QString &query);
    static QuickRow rowOf(const Command &command);

    std::vector<Command> m_commands;
    std::vector<std::size_t> m_found;
};

} // namespace drawbridge
