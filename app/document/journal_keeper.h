#pragma once

#include "base/result.h"
#include "document/unsaved.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace drawbridge {

class Document;
class SavingProgress;
class Session;

/// Keeps what is not saved in the session's journal: after a second of quiet, and while there is
/// none at least every three, so that no more than that can be lost. Nobody who types waits for the
/// disk: it is written in a thread of its own.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    explicit JournalKeeper(Session &session, QObject *parent = nullptr);
    ~JournalKeeper() override;

    /// In a thread of its own; Session::write where none is set.
    using Writer = std::function<std::optional<Failure>(const QString &path, const Unsaved &,
                                                        SavingProgress &)>;
    void setWriter(Writer writer) { m_writer = std::move(writer); }

    /// Instead of the one before.
    void follow(Document *document);
    /// Returns when it is done. False if it could not be written; that is told once.
    bool keepNow();
    /// In a thread of its own; ended() follows, or comes before this returns.
    void keepBeside();
    bool isWriting() const { return m_writing != nullptr; }
    /// The user has saved or given up everything: nothing is kept from here on.
    void stop();

signals:
    void failed(const drawbridge::Failure &failure);
    /// What is not saved is in the journal now, or cannot be kept.
    void ended(bool isKept);

private:
    struct Writing;

    void noteChange();
    void keepSoon();
    void stopTimers();
    void finishWriting();
    bool callOff();
    bool tell(const std::optional<Failure> &failure);

    Session &m_session;
    QPointer<Document> m_document;
    QTimer m_quiet;
    QTimer m_latest;
    QTimer m_again;   ///< until what is computed is there
    int m_waited = 0; ///< how many times
    Writer m_writer;
    std::unique_ptr<Writing> m_writing;
    bool m_isAskedAgain = false; ///< while it is being written
    bool m_isTold = false;
};

} // namespace drawbridge
