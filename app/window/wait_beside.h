#pragma once

#include "document/beside.h"
#include "document/safe_save.h"
#include "document/saving_progress.h"

#include <QEventLoop>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QWidget;

namespace drawbridge {

/// What a dialog tells of work that takes longer.
struct WaitingWords
{
    QString title;
    std::function<QString(const SavingProgress &)> words; ///< what is being done
};

/// Stays in `loop` until that is ended, or the user calls `progress` off. The window stays alive
/// meanwhile. What the user types or clicks waits for an instant; where it takes longer a dialog
/// tells of it, and has the keyboard.
void waitAlive(QEventLoop &loop, const std::function<bool()> &isEnded, SavingProgress &progress,
               const WaitingWords &words, QWidget *window);
/// Somebody waits so.
bool isWaitingAlive();

/// Runs `work` in a thread of its own and waits so until it has ended. Nothing if it was called
/// off: then `work` may still be at it, and what it uses must stay. What it holds is freed there.
template <typename Result>
std::optional<Result> waitBeside(std::function<Result(SavingProgress &)> work,
                                 const WaitingWords &words, QWidget *window)
{
    const auto progress = std::make_shared<SavingProgress>();
    const auto run = [progress,
                      work = std::make_shared<decltype(work)>(std::move(work))](OpeningProgress &) {
        Result result = (*work)(*progress);
        *work = {};
        return result;
    };
    QEventLoop loop;
    QObject context;
    BesideWork<Result> running(run, &context, [&loop] { loop.quit(); });
    const auto isEnded = [&running] { return running.isEnded(); };
    waitAlive(loop, isEnded, *progress, words, window);
    return progress->isCancelled() ? std::nullopt : running.take();
}

/// Saves in this way. What is called off writes nothing any more.
std::optional<SaveOutcome> saveBeside(const std::function<SaveOutcome(SavingProgress &)> &save,
                                      QWidget *window);

} // namespace drawbridge
