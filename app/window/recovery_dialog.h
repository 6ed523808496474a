#pragma once

#include "document/session.h"
#include "window/difference_view.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace drawbridge {

/// Offers what programs that ended by surprise had not saved. Nothing is restored or discarded
/// unless the user says so, and what is left stays for the next time.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RecoveryDialog(Session::Found found, QWidget *parent = nullptr);

    /// What is to be restored, after the dialog was accepted.
    std::unique_ptr<LeftBehind> takeChosen();

    QTreeWidget *list() const { return m_list; }
    DifferenceView *difference() const { return m_difference; }
    QPushButton *restoreButton() const { return m_restore; }
    QPushButton *compareButton() const { return m_compare; }
    QPushButton *discardButton() const { return m_discard; }

private:
    void build(const Session::Found &found);
    void fill();
    int current() const; ///< -1 if there is none
    void compare(bool on);
    void discard();

    std::vector<std::unique_ptr<LeftBehind>> m_journals;
    QTreeWidget *m_list;
    DifferenceView *m_difference;
    QPushButton *m_restore;
    QPushButton *m_compare;
    QPushButton *m_discard;
};

/// Of journals that cannot be offered: what became of them. Empty if there is nothing to say.
QString wordsOfUnreadable(const Session::Found &found);

} // namespace drawbridge
