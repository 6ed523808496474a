#pragma once

#include "text/suggestions.h"

#include <QObject>

#include <functional>

class QListWidget;
class QListWidgetItem;
class QTextBlock;

namespace drawbridge {

class TextEditor;

/// The list of what may be put in at the caret. The keyboard stays with the editor, and nothing is
/// put in that was not chosen.
class TextCompletion : public QObject
{
    Q_OBJECT

public:
    /// A place, and what fits there, which many files are looked through for.
    struct Offer
    {
        TextPath path;
        std::function<std::vector<Suggestion>()> suggestions;
    };
    using Source = std::function<Offer(const QTextBlock &block, int column)>;

    TextCompletion(TextEditor *editor, Source source);
    ~TextCompletion() override;

    /// False if there is nothing to offer.
    bool open();
    bool isOpen() const;
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool show(bool isAsked);
    void follow(const QString &typed);
    bool takeKey(int key);
    void move(int rows);
    void put(const QListWidgetItem *item);
    void place();
    void tellCurrent();

    TextEditor *m_editor;
    Source m_source;
    QListWidget *m_list;
    int m_begin = 0; ///< of the word, by its position in the text
};

} // namespace drawbridge
