#pragma once

#include <QObject>
#include <QSize>

#include <array>
#include <optional>

class QAction;
class QSplitter;
class QToolButton;

namespace drawbridge {

/// The panels around the canvas. Each can be put away; it is by itself where the window has no
/// room for it, until the user says otherwise. One that is away has a button that brings it back.
/// What a small window takes of their sizes they get back in a larger one.
class SidePanels : public QObject
{
    Q_OBJECT

public:
    enum Where { Left, Right, Below };

    /// `across` holds left, canvas and right, `down` the canvas and what is below.
    SidePanels(QWidget *window, QSplitter *across, QSplitter *down);

    QAction *action(Where where) const { return m_panels[where].action; }
    QToolButton *button(Where where) const { return m_panels[where].button; }
    /// Puts away what a window of this size has no room for, and shows the rest.
    void follow(QSize window);
    /// Shows the panel that holds it.
    void bringUp(const QWidget *inside);
    /// From here on the lowest panel is at least so high where there is room.
    void heighten(int height);

    /// What the user made of them, for another window.
    struct Look
    {
        struct Panel
        {
            std::optional<bool> chosen;
            int wish = 0;
            double share = 0;
        };
        std::array<Panel, 3> panels;
    };
    Look look() const;
    void take(const Look &look);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Panel
    {
        QWidget *widget = nullptr;
        QAction *action = nullptr;
        QToolButton *button = nullptr;
        QSize needs;                ///< the least window that has room for it
        std::optional<bool> chosen; ///< by the user
        int wish = 0;               ///< its width, or height below, where there is room for it
        double share = 0;           ///< of the window, at most
    };
    void choose(Panel &panel, bool on);
    void noteSize(Where where);
    void divide(QSize window);
    static int sizeIn(const Panel &panel, int window);

    QSplitter *m_across;
    QSplitter *m_down;
    QSize m_divided; ///< the window that sizes were last given for
    std::array<Panel, 3> m_panels;
};

} // namespace drawbridge
