#include "report/list.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window_user.h"

#include <algorithm>
#include <random>

using namespace drawbridge;

/// Typing, drawing, moving, undoing and redoing at random.
class SoakTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void soak();
    void portsAreTyped();
};

namespace {

std::string listOf(Document &document)
{
    return report::listText(report::list(document.workspace(), document.evaluator()));
}

/// True if the document's graph and the places of its elements are those of a fresh reading.
bool drawsTheSame(const Document &document, const kube::Workspace &fresh,
                  const verdict::Evaluator &judged)
{
    const graph::Graph &now = document.graph();
    const graph::Graph then = graph::build(fresh, judged, document.side().ports);
    if (now.nodes != then.nodes || now.frames != then.frames || now.arrows != then.arrows)
        return false;
    const auto standAlike = [&](const graph::Source &a, const graph::Source &b) {
        return a.place(document.workspace()).range == b.place(fresh).range;
    };
    bool same = true;
    for (std::size_t i = 0; i < now.nodes.size(); ++i)
        same &= standAlike(now.nodes[i].source, then.nodes[i].source);
    for (std::size_t i = 0; i < now.arrows.size(); ++i)
        for (std::size_t rule = 0; rule < now.arrows[i].rules.size(); ++rule)
            same &= standAlike(now.arrows[i].rules[rule].source, then.arrows[i].rules[rule].source);
    return same;
}

} // namespace

/// Random mixed edits, undos and redos: editor, bytes and model agree all the time, and undoing
/// everything gives the first bytes back.
void SoakTest::soak()
{
    std::mt19937 random(5);
    const std::string first = bytes();
    int mismatches = 0;
    constexpr int steps = 400;
    for (int step = 0; step < steps; ++step) {
        const auto &nodes = document().graph().nodes;
        const auto pick = [&] { return nodes[random() % nodes.size()].key; };
        switch (random() % 8) {
        case 0:
        case 1: {
            const edit::Intent intent =
                edit::Allow{{edit::End::Kind::Endpoint, pick(), {}},
                            {edit::End::Kind::Endpoint, pick(), {}},
                            {{kube::Protocol::Tcp, std::uint32_t(1 + random() % 9000), 0}}};
            if (const auto plan = document().plan(intent))
                document().push(*plan, QStringLiteral("Allow"));
            break;
        }
        case 2: {
            const auto &arrows = document().graph().arrows;
            if (arrows.empty())
                break;
            const graph::Arrow &arrow = arrows[random() % arrows.size()];
            const edit::Intent intent = edit::Revoke{{edit::End::Kind::Endpoint, arrow.source, {}},
                                                     {edit::End::Kind::Endpoint, arrow.target, {}},
                                                     {}};
            if (const auto plan = document().plan(intent))
                document().push(*plan, QStringLiteral("Revoke"));
            break;
        }
        case 3: {
            TextEditor *editor = m_window->text()->currentEditor();
            QTextCursor cursor = editor->textCursor();
            cursor.setPosition(int(random() % unsigned(editor->document()->characterCount())));
            editor->setTextCursor(cursor);
            QTest::keyClicks(editor, random() % 2 ? "#" : " ");
            break;
        }
        case 4:
            document().undoStack()->undo();
            break;
        case 5:
            document().undoStack()->redo();
            break;
        case 6: {
            canvas()->reveal(pick());
            const QPoint from = canvas()->rectOf(canvas()->current()).center();
            drag(from, from + QPoint(int(random() % 80) - 40, int(random() % 80) - 40));
            break;
        }
        case 7: {
            const std::string name = "s" + std::to_string(step);
            if (const auto plan = document().plan(edit::AddService{"shop", name, "app", {}}))
                document().push(*plan, QStringLiteral("Add"));
            break;
        }
        }
        mismatches += !m_window->text()->currentBinding()->isEqual();
        kube::Workspace fresh;
        fresh.add("untitled.yaml", bytes());
        verdict::Evaluator judged;
        judged.update(fresh);
        const bool isBroken = std::any_of(
            document().workspace().file(document().workspace().files().front()).pieces().begin(),
            document().workspace().file(document().workspace().files().front()).pieces().end(),
            [](const yaml::PlacedPiece &p) { return !p.piece->isParsed; });
        if (isBroken)
            continue;
        mismatches += report::listText(report::list(fresh, judged)) != listOf(document());
        mismatches += !drawsTheSame(document(), fresh, judged);
    }
    QCOMPARE(mismatches, 0);
    while (document().undoStack()->canUndo())
        document().undoStack()->undo();
    QCOMPARE(bytes(), first);
    qInfo("%d steps, 0 mismatches", steps);
}

/// Most keys in a port change a few elements only; what is kept of the picture, of the canvas and
/// of the lists is what would be made anew.
void SoakTest::portsAreTyped()
{
    std::mt19937 random(11);
    const auto &policies = document().evaluator().policies();
    QVERIFY(!policies.empty());
    int refreshed = 0;
    const auto connection = connect(&document(), &Document::pictureChanged, this,
                                    [&] { refreshed += document().refreshed() ? 1 : 0; });
    TextEditor *editor = m_window->text()->currentEditor();
    for (int step = 0; step < 300; ++step) {
        const std::string text = bytes();
        std::size_t at = text.find("port: ", random() % text.size());
        at = (at == std::string::npos ? text.find("port: ") : at) + 6;
        const std::size_t end = text.find('\n', at);
        const bool isShort = end - at < 3;
        editor->setTextCursor(
            m_window->text()->currentBinding()->cursorFor({isShort ? end : end - 1, end}));
        if (random() % 8 == 0)
            QTest::keyClick(editor, Qt::Key_Backspace); // takes a digit
        else if (random() % 8 == 0)
            document().undoStack()->undo();
        else
            QTest::keyClick(editor, char('1' + int(random() % 9)));
        const graph::Picture fresh =
            graph::compose(document().graph(), document().placement(), document().side().collapsed,
                           document().wishes());
        QVERIFY(document().picture().nodes == fresh.nodes);
        QVERIFY(document().picture().frames == fresh.frames);
        QVERIFY(document().picture().arrows == fresh.arrows);
        const canvas::Scene &scene = canvas()->scene();
        const canvas::Scene anew(fresh);
        QVERIFY(scene.picture().nodes == fresh.nodes && scene.picture().arrows == fresh.arrows);
        QCOMPARE(scene.bounds(), anew.bounds());
        for (std::uint32_t i = 0; i < fresh.arrows.size(); ++i) {
            QCOMPARE(scene.pill(i), anew.pill(i));
            QCOMPARE(scene.note(i), anew.note(i));
            const graph::Rect &pill = fresh.arrows[i].pill;
            if (const auto near = scene.arrowsNear(pill); pill.width > 0)
                QVERIFY(std::binary_search(near.begin(), near.end(), i));
        }
    }
    disconnect(connection);
    qInfo("300 keys, %d times refreshed", refreshed);
    QVERIFY(refreshed > 100);
}

QTEST_MAIN(SoakTest)
#include "tst_soak.moc"
