#include "window_session.h"

#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QKeyEvent>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace drawbridge::bench {

namespace {

constexpr const char *kComment = "asks for it"; ///< as the generator writes above a caller
constexpr const char *kPort = "          port: ";

} // namespace

WindowSession::WindowSession(const QString &folder) : m_document(m_window.document())
{
    QObject::connect(&m_document, &Document::textChanged, &m_context,
                     [this](FileId file, const Patches &patches) {
                         m_patches.push_back({file, patches});
                         m_lastText = processorTime();
                     });
    QObject::connect(m_window.canvas(), &canvas::CanvasWidget::pictureChanged, &m_context,
                     [this] { m_canvasDone = processorTime(); });
    // The window and its panels connected before: they are done when these are called.
    QObject::connect(&m_document, &Document::filesChanged, &m_context,
                     [this] { m_files += processorTime() - m_lastText; });
    QObject::connect(&m_document, &Document::pictureChanged, &m_context, [this] {
        m_panelsDone = processorTime();
        m_isPictureNew = true;
    });
    m_window.show();
    m_window.activateWindow();
    settle();
    m_opening = wallOf([&] {
        m_window.openPaths({folder});
        settle();
    });
    m_evaluator.update(m_document.workspace());
    m_canvas.resize(canvas().size());
    m_graph = m_document.graph();
    m_picture = m_document.picture();
    m_canvas.setPicture(m_picture);
    choosePolicy();
}

/// Until nothing is left to do and the canvas shows the newest picture as it will stay.
void WindowSession::settle()
{
    QTimer wake;
    wake.start(100);
    const QDeadlineTimer limit(10'000);
    QApplication::processEvents();
    const auto isToCome = [this] {
        return m_document.isBehind() || !canvas().layers().isSharp(canvas().view());
    };
    while (isToCome() && !limit.hasExpired())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (limit.hasExpired())
        std::fprintf(stderr, "the canvas does not become sharp\n");
}

/// The first policy of the second half that has a caller.
void WindowSession::choosePolicy()
{
    const verdict::Evaluator &evaluator = m_document.evaluator();
    for (std::size_t i = evaluator.policies().size() / 2; i < evaluator.policies().size(); ++i) {
        const kube::Object *policy = evaluator.policies()[i].get();
        const Place place = m_document.workspace().place(policy);
        const std::string &bytes = m_document.workspace().file(place.file).bytes();
        const auto text = bytes.substr(place.range.begin, place.range.size());
        if (text.find(kComment) == std::string::npos)
            continue;
        m_node = evaluator.endpoint(evaluator.endpointsOf(policy).front()).key();
        m_file = place.file;
        m_begin = place.range.begin;
        m_window.text()->show(m_file, place.range);
        m_window.text()->currentBinding()->fillAll();
        m_window.text()->currentEditor()->setFocus();
        return;
    }
}

void WindowSession::lookAtPolicy()
{
    canvas().setZoom(1);
    canvas().reveal(m_node);
    settle();
}

void WindowSession::lookAtAll()
{
    canvas().fit();
    settle();
}

/// At the end of the policy's first line with these words, perhaps with its last character taken.
void WindowSession::putCaret(const char *words, bool selectsLast)
{
    const std::string &bytes = m_document.workspace().file(m_file).bytes();
    const std::size_t end = bytes.find('\n', bytes.find(words, m_begin));
    m_window.text()->currentEditor()->setTextCursor(
        m_window.text()->currentBinding()->cursorFor({selectsLast ? end - 1 : end, end}));
}

void WindowSession::key(char character)
{
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(character)));
    QApplication::sendEvent(m_window.text()->currentEditor(), &press);
}

void WindowSession::typeComment(Table &table)
{
    putCaret(kComment, false);
    measure(table, [this] { key('x'); }, {});
}

void WindowSession::typePort(Table &table)
{
    putCaret(kPort, true);
    const QString digit = m_window.text()->currentEditor()->textCursor().selectedText();
    const char next = char('0' + (digit.toInt() + 1) % 10);
    measure(table, [this, next] { key(next); }, {});
}

void WindowSession::typeIn(Table &table, FileId file, std::size_t begin, const char *words)
{
    const FileId before = std::exchange(m_file, file);
    const std::size_t beginBefore = std::exchange(m_begin, begin);
    m_window.text()->show(m_file, {m_begin, m_begin});
    m_window.text()->currentBinding()->fillAll();
    m_window.text()->currentEditor()->setFocus();
    putCaret(words, false);
    measure(table, [this] { key('x'); }, {});
    m_file = before;
    m_begin = beginBefore;
    m_window.text()->show(m_file, {m_begin, m_begin});
}

void WindowSession::typeSelector(Table &table)
{
    const std::string &bytes = m_document.workspace().file(m_file).bytes();
    typeIn(table, m_file, bytes.find("- from:", m_begin), "app: ");
}

void WindowSession::typeImage(Table &table)
{
    typeIn(table, m_file, 0, "          image: ");
}

void WindowSession::typeConfigMap(Table &table, const std::string &file)
{
    for (const FileId id : m_document.workspace().files())
        if (m_document.workspace().file(id).path().ends_with(file))
            typeIn(table, id, 0, "level: ");
}

void WindowSession::pause(Table &table)
{
    putCaret(kComment, false);
    key('x');
    settle();
    QThread::msleep(200);
    table["afterwards, when the user pauses"].add(
        processorOf([] { QApplication::processEvents(); }));
}

bool WindowSession::edit(Table &table, const edit::Intent &intent)
{
    settle();
    Result<Plan> plan = Failure{};
    const double begin = wallTime();
    const double planning = processorOf([&] { plan = m_document.plan(intent); });
    const double planned = wallTime();
    if (!plan || plan->isEmpty())
        return false;
    Table parts;
    const double explained = planInParts(parts, *plan);
    parts["  plan: rest"].add(planning - explained);
    measure(table, [&] { m_document.push(*plan, QStringLiteral("Edit")); },
            {planned - begin, planning});
    for (const auto &[name, series] : parts.rows())
        table[name].add(series.last());
    return true;
}

double WindowSession::planInParts(Table &table, const edit::Rewrite &plan)
{
    double sum = 0;
    const auto part = [&](const char *name, const std::function<void()> &work) {
        const double ms = processorOf(work);
        table[name].add(ms);
        sum += ms;
    };
    kube::Workspace after;
    verdict::Evaluator evaluator;
    part("  plan: copy and patches", [&] { after = edit::applied(m_document.workspace(), plan); });
    part("  plan: fresh evaluator", [&] { evaluator.update(after); });
    part("  plan: what else changes",
         [&] { edit::changedPairs(m_document.evaluator(), evaluator); });
    return sum;
}

void WindowSession::measure(Table &table, const std::function<void()> &act, Planning planning)
{
    settle();
    m_before = m_document.workspace();
    m_before.apply(m_file, {}); // what both share would be copied by the first that changes
    m_patches.clear();
    m_files = 0;
    m_isPictureNew = false;
    const double begin = wallTime() - planning.wall;
    const double processor = processorTime();
    const double ofAll = processorTimeOfProcess();
    act();
    const double acted = processorTime();
    const bool isBeside = m_document.isBehind();
    QApplication::sendPostedEvents(); // as the loop does before its timers: canvas and text paint
    const double painted = processorTime();
    table["until painted, on the wall"].add(wallTime() - begin);
    QApplication::processEvents();
    table["until panels are, on the wall"].add(wallTime() - begin);
    const double ended = processorTime();
    settle();
    table["until sharp, on the wall"].add(wallTime() - begin);
    if (m_patches.empty())
        std::fprintf(stderr, "nothing changed\n");

    if (isBeside)
        table["processor time, all threads"].add(processorTimeOfProcess() - ofAll);
    table["processor time"].add(planning.processor + ended - processor);
    if (planning.processor > 0)
        table["  plan"].add(planning.processor);
    double explained = changeInParts(table) + m_files;
    table["  tabs and title"].add(m_files);
    if (m_isPictureNew) {
        table["  panels"].add(m_panelsDone - m_canvasDone);
        explained += m_panelsDone - m_canvasDone;
    }
    table["  paint"].add(painted - acted);
    table["  inspector, caret, selection"].add(ended - painted);
    if (!isBeside) // else what is told above is not this thread's
        table["  rest"].add(acted - processor - explained);
}

double WindowSession::changeInParts(Table &table)
{
    double sum = 0;
    const auto part = [&](const char *name, const std::function<void()> &work) {
        const double ms = processorOf(work);
        table[name].add(ms);
        sum += ms;
    };
    const kube::Workspace &workspace = m_document.workspace();
    part("  reparse", [&] {
        for (const edit::FilePatches &file : m_patches)
            m_before.apply(file.file, file.patches);
    });
    if (!m_isPictureNew) // what was typed means nothing
        return sum;
    part("  evaluator", [&] { m_evaluator.update(workspace); });
    std::optional<graph::Refreshed> touched;
    part("  graph refreshed",
         [&] { touched = graph::refresh(m_graph, workspace, m_evaluator, false); });
    bool isKept = false;
    graph::Placement places;
    for (const graph::NodeShape &shape : m_document.picture().nodes)
        places[shape.node.key] = {shape.rect.x, shape.rect.y};
    if (touched)
        part("  picture refreshed", [&] {
            if (!m_pills)
                m_pills.emplace(m_picture);
            isKept = graph::refresh(m_picture, m_graph, *m_pills, *touched, places, {}, true) !=
                     graph::Redrawn::No;
        });
    if (isKept) {
        part("  canvas refreshed", [&] { m_canvas.refresh(m_picture, *touched); });
        return sum;
    }
    if (!touched)
        part("  graph",
             [&] { m_graph = graph::build(workspace, m_evaluator, m_document.side().ports); });
    part("  compose",
         [&] { m_picture = graph::compose(m_graph, places, m_document.side().collapsed); });
    m_pills.reset();
    part("  canvas: setPicture", [&] { m_canvas.setPicture(m_picture); });
    return sum;
}

} // namespace drawbridge::bench
