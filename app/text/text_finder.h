#pragma once

#include "base/ids.h"
#include "text/text_search.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace drawbridge {

class Document;
class FindBar;
class TextPanel;

/// Does what the find bar asks for, in the file that is open or in all of them. Whatever is
/// replaced at once is one undo step.
class TextFinder : public QObject
{
    Q_OBJECT

public:
    TextFinder(TextPanel *panel, Document *document, FindBar *bar);

    void open(bool withReplacement);
    /// Opens the bar where nothing has been looked for yet.
    void goOn(bool backwards);

private:
    void look();
    void renew();
    void count();
    void close();
    void replace();
    void replaceAll();
    void goTo(FileId file, TextRange range, bool cameRound);
    bool searchElsewhere(bool backwards);
    const std::vector<TextRange> &matches();
    bool canReplace();

    TextPanel *m_panel;
    Document *m_document;
    FindBar *m_bar;
    TextSearch m_search;
    /// What was found in a file, while text and terms stay.
    struct Found
    {
        FileId file;
        std::vector<TextRange> ranges;
    };
    std::optional<Found> m_found;
    QString m_note; ///< what is told beside the count
    QTimer m_countTimer;
};

} // namespace drawbridge
