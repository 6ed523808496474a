#include "window/waiting_input.h"

#include "document/document.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QWidget>

namespace drawbridge {

static int waiting = 0;

/// A turn of waiting: until something has become otherwise.
static void waitForChange(Document &document)
{
    ++waiting;
    QEventLoop loop;
    QObject::connect(&document, &Document::pictureChanged, &loop, &QEventLoop::quit);
    QObject::connect(&document, &Document::readEnded, &loop, &QEventLoop::quit);
    QObject::connect(&document, &QObject::destroyed, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    --waiting;
}

void waitForPicture(Document &document)
{
    for (const QPointer<Document> open(&document); open && (open->isBehind() || open->isRead());)
        waitForChange(document);
}

void waitForTidyPicture(Document &document)
{
    if (!document.isLarge()) {
        document.tidy();
        return;
    }
    const QPointer<Document> open(&document);
    for (waitForPicture(document); open && !open->isTidy(); waitForPicture(document)) {
        open->tidySoon();
        waitForChange(document);
    }
}

void beside(Document &document, const std::function<void()> &reading)
{
    if (!document.isLarge()) {
        reading();
        return;
    }
    waitForPicture(document);
    document.readBeside(reading);
    waitForPicture(document);
}

void besideOneText(Document &document, const std::function<void()> &reading)
{
    std::uint64_t revision = 0;
    do {
        revision = document.revision();
        beside(document, reading);
    } while (document.revision() != revision);
}

void besideTidyText(Document &document, const std::function<void()> &reading)
{
    std::uint64_t revision = 0;
    do {
        waitForTidyPicture(document);
        revision = document.revision();
        beside(document, reading);
    } while (document.revision() != revision);
}

Result<Plan> planBeside(Document &document, const edit::Intent &intent)
{
    std::optional<Result<Plan>> plan;
    beside(document, [&] { plan = document.plan(intent); });
    return std::move(*plan);
}

bool foresee(Document &document, std::vector<edit::FilePatches> patches)
{
    constexpr std::size_t kMany = 50; // takes about a frame
    std::size_t count = 0;
    for (const edit::FilePatches &file : patches)
        count += file.patches.size();
    if (count < kMany)
        return true;
    const std::uint64_t revision = document.revision();
    beside(document, [&] {
        if (document.revision() == revision) // it waits before it begins
            document.foresee(std::move(patches));
    });
    return document.revision() == revision;
}

void letTurnPass()
{
    ++waiting;
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    --waiting;
}

bool isWaitingForPicture()
{
    return waiting > 0;
}

WaitingInput::WaitingInput(Document *document, const QWidget *text, QObject *parent)
    : QObject(parent), m_document(document), m_text(text)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WaitingInput::waits(const QObject *watched, const QEvent *event) const
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::KeyPress:
    case QEvent::Shortcut:
    case QEvent::ContextMenu:
    case QEvent::Drop:
        break;
    default:
        return false;
    }
    if (watched->isWindowType() || !m_document || !(m_document->isBehind() || m_document->isRead()))
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return !widget || (widget != m_text && !m_text->isAncestorOf(widget));
}

bool WaitingInput::eventFilter(QObject *watched, QEvent *event)
{
    if (!waits(watched, event))
        return false;
    const QPointer<QObject> target(watched);
    waitForPicture(*m_document);
    return !target; // what was meant may be gone
}

} // namespace drawbridge
