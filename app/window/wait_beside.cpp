#include "window/wait_beside.h"

#include "messages/tr.h"
#include "window/progress_words.h"

#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>

namespace drawbridge {

namespace {

constexpr int kQuietWaitMs = 400; ///< what takes no longer is not told of
constexpr int kTellWaitMs = 100;

int waitingAlive = 0;

/// Tells how far it has come until `loop` is ended, which it does where the user calls it off.
void waitInDialog(SavingProgress &progress, QEventLoop &loop, const WaitingWords &words,
                  QWidget *window)
{
    QProgressDialog dialog(window);
    dialog.setWindowTitle(words.title);
    dialog.setCancelButtonText(Tr::tr("Cancel"));
    // Who goes on typing when the dialog comes must not call it off by a blank or Return.
    for (auto *cancel : dialog.findChildren<QPushButton *>()) {
        cancel->setAutoDefault(false);
        cancel->setFocusPolicy(Qt::TabFocus);
    }
    dialog.setFocusPolicy(Qt::StrongFocus);
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setAutoReset(false);
    dialog.setMinimumDuration(0);
    dialog.setMinimumWidth(360);
    const auto show = [&] {
        dialog.setLabelText(words.words(progress));
        const bool isCounted = progress.all() > 1 && !progress.isTaking();
        dialog.setMaximum(isCounted ? int(progress.all()) : 0);
        if (progress.isTaking())
            dialog.setCancelButton(nullptr);
        else if (isCounted &&
                 loop.isRunning()) // it looks for events, of which one may end the loop
            dialog.setValue(int(progress.done()));
    };
    const auto leave = [&] {
        if (progress.cancel())
            loop.quit();
        else if (!progress.isCancelled())
            dialog.show(); // too late
    };
    QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, leave);
    QObject::connect(&dialog, &QDialog::rejected, &dialog, leave);
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &dialog, show);
    show();
    dialog.show();
    dialog.setFocus();
    tick.start(kTellWaitMs);
    loop.exec();
}

} // namespace

void waitAlive(QEventLoop &loop, const std::function<bool()> &isEnded, SavingProgress &progress,
               const WaitingWords &words, QWidget *window)
{
    ++waitingAlive;
    QObject context;
    QTimer::singleShot(kQuietWaitMs, &context, [&loop] { loop.quit(); });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!isEnded())
        waitInDialog(progress, loop, words, window);
    --waitingAlive;
}

bool isWaitingAlive()
{
    return waitingAlive > 0;
}

std::optional<SaveOutcome> saveBeside(const std::function<SaveOutcome(SavingProgress &)> &save,
                                      QWidget *window)
{
    const auto words = [](const SavingProgress &progress) { return progressWords(progress); };
    return waitBeside<SaveOutcome>(save, {Tr::tr("Saving"), words}, window);
}

} // namespace drawbridge
