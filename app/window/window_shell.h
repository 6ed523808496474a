#pragma once

#include "document/journal_keeper.h"
#include "document/session.h"

#include <QObject>

#include <memory>

namespace drawbridge {

class MainWindow;

/// Holds the window, and takes a new one when the language changes: the document with its undo
/// steps goes over, and every word is said anew. What is not saved is kept for a crash.
class WindowShell : public QObject
{
    Q_OBJECT

public:
    explicit WindowShell(QObject *parent = nullptr);
    ~WindowShell() override;

    MainWindow &window() { return *m_window; }

private:
    void adopt();
    void renew();

    Session m_session;
    JournalKeeper m_keeper;
    std::unique_ptr<MainWindow> m_window;
    bool m_isRenewing = false;
};

} // namespace drawbridge
