#pragma once

#include <QObject>

#include <memory>

namespace drawbridge {

class MainWindow;

/// Holds the window, and takes a new one when the language changes: the document with its undo
/// steps goes over, and every word is said anew.
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

    std::unique_ptr<MainWindow> m_window;
};

} // namespace drawbridge
