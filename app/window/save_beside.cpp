#include "window/save_beside.h"

#include "document/beside.h"
#include "messages/tr.h"
#include "window/progress_words.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>

namespace drawbridge {

namespace {

constexpr int kQuietSaveMs = 400; ///< what takes no longer is not told of
constexpr int kTellSaveMs = 100;

/// Tells how far it has come until `loop` is ended, which it does where the user calls it off.
void waitInDialog(SavingProgress &progress, QEventLoop &loop, QWidget *window)
{
    QProgressDialog dialog(window);
    dialog.setWindowTitle(Tr::tr("Saving"));
    dialog.setCancelButtonText(Tr::tr("Cancel"));
    // Who goes on typing when the dialog comes must not call off the saving by a blank or Return.
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
        dialog.setLabelText(progressWords(progress));
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
    tick.start(kTellSaveMs);
    loop.exec();
}

} // namespace

std::optional<SaveOutcome> saveBeside(const std::function<SaveOutcome(SavingProgress &)> &save,
                                      QWidget *window)
{
    const auto progress = std::make_shared<SavingProgress>();
    QEventLoop loop;
    QObject context;
    BesideWork<SaveOutcome> work([save, progress](OpeningProgress &) { return save(*progress); },
                                 &context, [&loop] { loop.quit(); });
    QTimer::singleShot(kQuietSaveMs, &context, [&loop] { loop.quit(); });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!work.isEnded())
        waitInDialog(*progress, loop, window);
    return work.take();
}

} // namespace drawbridge
