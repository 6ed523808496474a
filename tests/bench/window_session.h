#pragma once

#include "figures.h"

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/main_window.h"

namespace drawbridge::bench {

/// A window with a workspace, and copies of what it computes from: every change is measured in the
/// window as a whole, and in parts by the same calls on the copies. Times are processor time of the
/// window's thread unless their name says otherwise.
class WindowSession
{
public:
    explicit WindowSession(const QString &folder);

    /// From openPaths() until the canvas is sharp, on the wall.
    double opening() const { return m_opening; }
    Document &document() { return m_document; }
    canvas::CanvasWidget &canvas() { return *m_window.canvas(); }

    /// At 100 % around the policy that is typed in.
    void lookAtPolicy();
    void lookAtAll();
    /// One key at the end of a comment inside the policy.
    void typeComment(Table &table);
    /// One key in the place of a port's last digit.
    void typePort(Table &table);
    /// One key in the label of a peer: what it meant is another service from then on.
    void typeSelector(Table &table);
    /// One key in the image of a Deployment.
    void typeImage(Table &table);
    /// One key in a document that is no part of the picture, in a file of this name.
    void typeConfigMap(Table &table, const std::string &file);
    /// What the window does once the user pauses, after a key in the comment.
    void pause(Table &table);
    /// Plans and pushes. False if there is nothing to do.
    bool edit(Table &table, const edit::Intent &intent);

private:
    void settle();
    void choosePolicy();
    void putCaret(const char *words, bool selectsLast);
    void typeIn(Table &table, FileId file, std::size_t begin, const char *words);
    void key(char character);
    double planInParts(Table &table, const edit::Rewrite &plan);
    struct Planning
    {
        double wall = 0;
        double processor = 0;
    };
    void measure(Table &table, const std::function<void()> &act, Planning planning);
    double changeInParts(Table &table);

    MainWindow m_window;
    Document &m_document;
    QObject m_context; ///< of the connections
    double m_opening = 0;
    graph::Key m_node;
    FileId m_file;
    std::size_t m_begin = 0; ///< of the policy; nothing before it in its file is changed

    std::vector<edit::FilePatches> m_patches;
    double m_lastText = 0;
    double m_files = 0; ///< what a file took that became modified or saved
    double m_canvasDone = 0;
    double m_panelsDone = 0;
    bool m_isPictureNew = false; ///< since the last change
    kube::Workspace m_before;
    verdict::Evaluator m_evaluator;
    graph::Graph m_graph;
    graph::Picture m_picture;
    std::optional<graph::Pills> m_pills;
    canvas::CanvasWidget m_canvas;
};

} // namespace drawbridge::bench
