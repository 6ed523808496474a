#include "window/problem_finder.h"

#include "lint/lint.h"

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
        Found found;
        found.ofWorkspace = copy->workspace.diagnostics();
        lint::Linting linting(copy->workspace, copy->evaluator);
        while (!progress.isCancelled() && linting.step()) {
        }
        found.ofLint = linting.takeFindings();
        return found;
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
    std::vector<Diagnostic> problems = std::move(all->ofWorkspace);
    const auto add = [&problems](std::vector<Diagnostic> more) {
        std::move(more.begin(), more.end(), std::back_inserter(problems));
    };
    add(m_document->diagnosticsOfFiles());
    add(std::move(all->ofLint));
    m_show(std::move(problems));
}

} // namespace drawbridge
