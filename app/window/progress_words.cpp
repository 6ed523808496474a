#include "window/progress_words.h"

#include "messages/tr.h"

#include <QLocale>

namespace drawbridge {

QString progressWords(const OpeningProgress &progress)
{
    using Step = OpeningProgress::Step;
    const QLocale locale;
    const QString done = locale.toString(qulonglong(progress.done()));
    const QString all = locale.toString(qulonglong(progress.all()));
    switch (progress.step()) {
    case Step::Reading:
        return progress.all() < 2 ? Tr::tr("Reading files…")
                                  : Tr::tr("Reading %1 of %2 files…").arg(done, all);
    case Step::Parsing:
        return progress.all() < 2 ? Tr::tr("Opening the file…")
                                  : Tr::tr("Opening %1 of %2 files…").arg(done, all);
    case Step::Judging:
        return Tr::tr("Working out who may connect to whom…");
    case Step::Drawing:
        break;
    }
    return Tr::tr("Drawing the picture…");
}

QString progressWords(const SavingProgress &progress)
{
    if (progress.all() < 2)
        return Tr::tr("Saving the file…");
    if (progress.isTaking())
        return Tr::tr("Putting the new files into place…");
    const QLocale locale;
    return Tr::tr("Saving %1 of %2 files…")
        .arg(locale.toString(qulonglong(progress.done())),
             locale.toString(qulonglong(progress.all())));
}

} // namespace drawbridge
