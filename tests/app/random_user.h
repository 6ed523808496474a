#pragma once

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QTest>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>
#include <random>
#include <string>

namespace drawbridge::test {

/// Some document does not parse at present.
inline bool isBroken(const kube::Workspace &workspace)
{
    for (const FileId id : workspace.files()) {
        const yaml::File &file = workspace.file(id);
        const auto &pieces = file.pieces();
        if (!file.problems().empty() ||
            std::any_of(pieces.begin(), pieces.end(),
                        [](const yaml::PlacedPiece &p) { return !p.piece->isParsed; }))
            return true;
    }
    return false;
}

/// Somebody who does at random what people do with one file that is open: types, draws, deletes,
/// moves, renames, undoes, redoes, saves, and goes back to what others wrote. Equal seeds do the
/// same.
class RandomUser
{
public:
    RandomUser(MainWindow &window, std::uint32_t seed) : m_window(window), m_random(seed)
    {
        // A drag that began on a handle asks what to connect.
        QObject::connect(&m_impatience, &QTimer::timeout, &window, [] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
                dialog->reject();
        });
        m_impatience.start(20);
    }

    /// One thing, and its name.
    const char *step()
    {
        if (isBroken(document().workspace()) && below(4) > 0) {
            undo();
            return "undo";
        }
        switch (below(16)) {
        case 0:
        case 1:
        case 2:
            type();
            return "type";
        case 3:
            editLine();
            return "edit a line";
        case 4:
        case 5:
        case 6:
            draw();
            return "draw";
        case 7:
            return below(2) ? (revoke(), "delete an arrow") : (removeService(), "delete a service");
        case 8:
            addService();
            return "add a service";
        case 9:
        case 10:
            drag();
            return "drag";
        case 11:
        case 12:
            undo();
            return "undo";
        case 13:
            foresee(document().patchesOfRedo());
            document().undoStack()->redo();
            return "redo";
        case 14:
            rename();
            return "rename";
        default:
            return below(3)
                       ? (reload(), "reload")
                       : (document().save(file(), SeenOnDisk::at(document().file(file()).path)),
                          "save");
        }
    }

    std::uint32_t below(std::size_t limit)
    {
        return limit == 0 ? 0 : std::uint32_t(m_random() % limit);
    }

private:
    Document &document() { return m_window.document(); }
    FileId file() { return document().workspace().files().front(); }
    const std::string &bytes() { return document().workspace().file(file()).bytes(); }
    graph::Key anyNode()
    {
        const auto &nodes = document().graph().nodes;
        return nodes.empty() ? graph::Key() : nodes[below(nodes.size())].key;
    }
    void plan(const edit::Intent &intent)
    {
        if (const auto plan = document().plan(intent)) {
            foresee(&plan->patches);
            document().push(*plan, QStringLiteral("Edit"));
        }
    }
    void undo()
    {
        foresee(document().patchesOfUndo());
        document().undoStack()->undo();
    }
    /// Now and then, what follows is read before, as that of many files is.
    void foresee(const std::vector<edit::FilePatches> *patches)
    {
        if (patches && ++m_foreseeable % 3 == 0)
            document().foresee(*patches);
    }

    /// Keys where the caret happens to be.
    void type()
    {
        static const std::vector<const char *> words{
            "#", " ", "1", "0", "x", ": ", "\"", "# a word", "  - ", "port: 81", "app: web ", "{"};
        TextEditor *editor = m_window.text()->currentEditor();
        if (!editor)
            return;
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(int(below(std::size_t(editor->document()->characterCount()))));
        editor->setTextCursor(cursor);
        switch (below(6)) {
        case 0:
            QTest::keyClick(editor, Qt::Key_Backspace);
            break;
        case 1:
            QTest::keyClick(editor, Qt::Key_Return);
            break;
        default:
            QTest::keyClicks(editor, words[below(words.size())]);
        }
    }

    /// A line is doubled, taken away, or has another digit.
    void editLine()
    {
        TextEditor *editor = m_window.text()->currentEditor();
        if (!editor)
            return;
        QTextCursor cursor(editor->document()->findBlockByNumber(
            int(below(std::size_t(editor->document()->blockCount())))));
        cursor.select(QTextCursor::LineUnderCursor);
        editor->setTextCursor(cursor);
        const QString line = cursor.selectedText();
        if (below(3) == 0) {
            QTest::keyClick(editor, Qt::Key_Delete);
        } else if (!line.isEmpty() && line.back().isDigit()) {
            QTest::keyClick(editor, Qt::Key_End);
            QTest::keyClick(editor, Qt::Key_Backspace);
            QTest::keyClick(editor, char('0' + below(10)));
        } else {
            QTest::keyClick(editor, Qt::Key_C, Qt::ControlModifier);
            QTest::keyClick(editor, Qt::Key_End);
            cursor.insertText(line + QChar('\n') + line);
        }
    }

    void draw()
    {
        const graph::Key source = anyNode();
        const graph::Key target = anyNode();
        const std::uint32_t port = 1 + below(9'000);
        edit::Allow allow{{edit::End::Kind::Endpoint, source, {}},
                          {edit::End::Kind::Endpoint, target, {}},
                          {{kube::Protocol::Tcp, port, port}}};
        allow.isolates = below(2) == 0;
        plan(allow);
    }

    void revoke()
    {
        const auto &arrows = document().graph().arrows;
        if (arrows.empty())
            return;
        const graph::Arrow &arrow = arrows[below(arrows.size())];
        plan(edit::Revoke{{edit::End::Kind::Endpoint, arrow.source, {}},
                          {edit::End::Kind::Endpoint, arrow.target, {}},
                          {}});
    }

    void removeService() { plan(edit::RemoveService{anyNode(), below(2) == 0}); }
    void addService() { plan(edit::AddService{"shop", freshName(), "app", {}}); }
    void rename() { plan(edit::Rename{anyNode(), freshName()}); }
    std::string freshName() { return "s" + std::to_string(below(40)); }

    void drag()
    {
        const graph::Key key = anyNode();
        canvas::CanvasWidget *canvas = m_window.canvas();
        if (key.empty())
            return;
        canvas->reveal(key);
        const QPoint from = canvas->rectOf(key).center();
        const QPoint to = from + QPoint(int(below(160)) - 80, int(below(160)) - 80);
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(canvas, from + (to - from) * i / 4);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    }

    /// Somebody else writes the file, or nobody did; what the disk holds is taken.
    void reload()
    {
        const QString path = document().file(file()).path;
        if (path.isEmpty())
            return;
        if (below(2) == 0) {
            QFile disk(path);
            if (disk.open(QIODevice::ReadWrite)) {
                QByteArray text = disk.readAll();
                const auto digit = text.lastIndexOf("80");
                if (digit >= 0)
                    text[digit + 1] = char('0' + below(10));
                disk.resize(0);
                disk.write(text);
            }
            disk.close();
            document().checkDisk();
        }
        document().revert(file());
    }

    MainWindow &m_window;
    std::mt19937 m_random;
    unsigned m_foreseeable = 0;
    QTimer m_impatience;
};

} // namespace drawbridge::test
