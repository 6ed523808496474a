#pragma once

#include "text/text_colors.h"

#include <QSyntaxHighlighter>
#include <QTimer>

namespace drawbridge {

/// Colours keys, strings, numbers, comments, markers and anchors of YAML or JSON, a line at a time.
class Highlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    enum class Language { Yaml, Json };

    Highlighter(QTextDocument *document, Language language);

    Language language() const { return m_language; }
    void setLanguage(Language language);
    void setColors(const TextColors &colors);

protected:
    void highlightBlock(const QString &text) override;

private:
    void recolor();

    Language m_language;
    TextColors m_colors;
    int m_next = 0; ///< the next line to recolour, while there is one
    QTimer m_timer;
};

} // namespace drawbridge
