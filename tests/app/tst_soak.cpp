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

QTEST_MAIN(SoakTest)
#include "tst_soak.moc"
