#pragma once

#include <QString>
#include <QStringList>

namespace drawbridge {

/// The language of the program's texts, and of Qt's own dialogs with it.
class Language
{
public:
    /// Codes of the languages that there are texts for, as "de"; English first.
    static QStringList available();
    /// The language's own name for itself.
    static QString nameOf(const QString &code);
    /// Installs the texts of a language; of the desktop's if empty, and English where there is
    /// none. What is shown already keeps its words.
    static void install(const QString &code);
};

} // namespace drawbridge
