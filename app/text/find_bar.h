#pragma once

#include "text/text_search.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace drawbridge {

class Announcer;

/// The strip where somebody says what to look for and what to put in its place. It only asks.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar and gives it the keyboard; a text that is not empty becomes what is looked
    /// for.
    void open(const QString &text, bool withReplacement);
    /// Hides it and tells so.
    void leave();
    SearchTerms terms() const;
    QString replacement() const;
    bool looksInAllFiles() const;

    /// How the search went; a wrong one is told as such.
    void tell(const QString &sentence, bool isWrong = false);

signals:
    void termsChanged();
    void nextRequested(bool backwards);
    void replaceRequested();
    void replaceAllRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addOption(const QString &text, const QString &tip);
    QWidget *makeFindRow();
    QWidget *makeOptionRow();
    QWidget *makeReplaceRow();

    QLineEdit *m_find;
    QLineEdit *m_replace;
    QWidget *m_replaceRow = nullptr;
    QLabel *m_told;
    Announcer *m_announcer;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_pattern = nullptr;
    QToolButton *m_allFiles = nullptr;
};

} // namespace drawbridge
