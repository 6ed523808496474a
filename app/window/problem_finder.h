#pragma once

#include "base/diagnostic.h"
#include "document/beside.h"
#include "document/document.h"

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
    using Show = std::function<void(std::vector<Diagnostic>)>;
    ProblemFinder(Document *document, Show show, QObject *parent);

    void lookSoon();
    /// What was last told is all that is wrong at present.
    bool isAllTold() const { return !m_pause.isActive() && !m_looking; }

private:
    struct Found
    {
        std::vector<Diagnostic> ofWorkspace;
        std::vector<Diagnostic> ofLint;
    };

    void look();
    void tell();

    Document *m_document;
    Show m_show;
    QTimer m_pause;
    std::unique_ptr<BesideWork<Found>> m_looking;
};

} // namespace drawbridge
