#pragma once

#include "base/diagnostic.h"
#include "document/beside.h"
#include "document/document.h"
#include "text/text_page.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace drawbridge {

/// Looks for what is wrong with what is open, after a short pause, in another thread and on a copy:
/// whoever edits waits for nothing. What has changed meanwhile is looked at anew, and nothing that
/// is out of date is told.
class ProblemFinder : public QObject
{
    Q_OBJECT

public:
    /// With those that the text marks.
    using Show = std::function<void(std::vector<Diagnostic>, std::vector<TextProblem>)>;
    ProblemFinder(Document *document, Show show, QObject *parent);

    void lookSoon();
    /// What was last told is all that is wrong at present.
    bool isAllTold() const { return !m_pause.isActive() && !m_looking; }

private:
    struct Problems
    {
        Problems() = default;
        explicit Problems(std::vector<Diagnostic> found);
        void append(Problems more);

        std::vector<Diagnostic> all;
        std::vector<TextProblem> marks;
    };
    struct Found
    {
        Problems ofWorkspace;
        Problems ofLint;
    };

    void look();
    void tell();

    Document *m_document;
    Show m_show;
    QTimer m_pause;
    std::unique_ptr<BesideWork<Found>> m_looking;
};

} // namespace drawbridge
