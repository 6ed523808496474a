#include "window/problem_finder.h"

#include "lint/lint.h"
#include "messages/end_words.h"
#include "messages/messages.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace drawbridge {

namespace {

struct Copy
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
};

} // namespace

ProblemFinder::Problems::Problems(std::vector<Diagnostic> found) : all(std::move(found))
{
    marks.reserve(all.size());
    for (const Diagnostic &problem : all)
        if (problem.severity != Severity::Note)
            marks.push_back({problem.severity, problem.place, withWindowNames(message(problem))});
}

void ProblemFinder::Problems::append(Problems more)
{
    std::move(more.all.begin(), more.all.end(), std::back_inserter(all));
    std::move(more.marks.begin(), more.marks.end(), std::back_inserter(marks));
}

ProblemFinder::ProblemFinder(Document *document, Show show, QObject *parent)
    : QObject(parent), m_document(document), m_show(std::move(show))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &ProblemFinder::look);
    // What is looked at has changed; these are emitted before anything else can run.
    for (auto signal :
         {&Document::pictureChanged, &Document::placesChanged, &Document::filesChanged,
          &Document::workspaceReplaced, &Document::fellBehind})
        connect(m_document, signal, this, &ProblemFinder::lookSoon);
}

void ProblemFinder::lookSoon()
{
    m_looking.reset();
    m_pause.start();
}

void ProblemFinder::look()
{
    if (m_document->isBehind()) {
        m_pause.start();
        return;
    }
    m_document->workspace().effectiveObjects(); // found once, and not by both threads
    const auto copy =
        std::make_shared<const Copy>(Copy{m_document->workspace(), m_document->evaluator()});
    const auto work = [copy](const OpeningProgress &progress) {
        lint::Linting linting(copy->workspace, copy->evaluator);
        while (!progress.isCancelled() && linting.step()) {
        }
        if (progress.isCancelled())
            return Found(); // which nobody takes
        return Found{Problems(copy->workspace.diagnostics()), Problems(linting.takeFindings())};
    };
    m_looking = std::make_unique<BesideWork<Found>>(work, this, [this] { tell(); });
}

void ProblemFinder::tell()
{
    if (!m_looking || !m_looking->isEnded())
        return; // what has ended was called off
    std::optional<Found> all = m_looking->take();
    m_looking.reset();
    if (!all)
        return;
    Problems problems = std::move(all->ofWorkspace);
    problems.append(Problems(m_document->diagnosticsOfFiles()));
    problems.append(std::move(all->ofLint));
    m_show(std::move(problems.all), std::move(problems.marks));
}

} // namespace drawbridge
