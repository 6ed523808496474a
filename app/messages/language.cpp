#include "messages/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// The texts lie in a static library, which does not register them by itself.
static void registerTexts()
{
    Q_INIT_RESOURCE(translations);
}

namespace drawbridge {

namespace {

const QString kFolder = QStringLiteral(":/i18n");
const QString kEnglish = QStringLiteral("en");

/// Keeps from all widgets that the language changes, while it is there.
class Untold : public QObject
{
public:
    Untold() { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        return event->type() == QEvent::LanguageChange;
    }
};

/// Takes the place of what it held before.
void use(QTranslator *translator, const QLocale &locale, const QString &file, const QString &folder)
{
    QCoreApplication::removeTranslator(translator);
    if (translator->load(locale, file, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

QString codeOf(const QLocale &locale)
{
    return locale.name().section(QLatin1Char('_'), 0, 0);
}

/// The first language that the desktop asks for and that there is.
QString desktopLanguage()
{
    for (const QString &name : QLocale::system().uiLanguages())
        if (QString code = codeOf(QLocale(name)); Language::available().contains(code))
            return code;
    return kEnglish;
}

} // namespace

QStringList Language::available()
{
    registerTexts();
    QStringList codes{kEnglish};
    for (const QString &file : QDir(kFolder).entryList({QStringLiteral("drawbridge_*.qm")})) {
        const QString code = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
        if (code != kEnglish)
            codes += code;
    }
    return codes;
}

QString Language::nameOf(const QString &code)
{
    QString name =
        code == kEnglish ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

void Language::install(const QString &code)
{
    static auto *own = new QTranslator(QCoreApplication::instance());
    static auto *qt = new QTranslator(QCoreApplication::instance());
    const QLocale locale(available().contains(code) ? code : desktopLanguage());
    const Untold untold; // every word is asked for anew by a window that is made anew
    QLocale::setDefault(locale);
    use(qt, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    use(own, locale, QStringLiteral("drawbridge"), kFolder); // last, so that it is asked first
}

} // namespace drawbridge
