#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace drawbridge {

class Document;
class Session;

/// Keeps what is not saved in the session's journal: after a second of quiet, and while there is
/// none at least every three, so that no more than that can be lost.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    explicit JournalKeeper(Session &session, QObject *parent = nullptr);

    /// Instead of the one before.
    void follow(Document *document);
    /// False if it could not be written; that is told once.
    bool keepNow();
    /// The user has saved or given up everything: nothing is kept from here on.
    void stop();

signals:
    void failed(const drawbridge::Failure &failure);

private:
    void noteChange();

    Session &m_session;
    QPointer<Document> m_document;
    QTimer m_quiet;
    QTimer m_latest;
    bool m_isTold = false;
};

} // namespace drawbridge
