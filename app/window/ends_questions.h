#pragma once

#include "document/document.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace drawbridge {

/// What has to be asked about the ends of a connection: who is meant by the outside, and who opens
/// the connection where metrics are gathered. Shows what is chosen, asks for what is clicked.
class EndsQuestions : public QWidget
{
    Q_OBJECT

public:
    explicit EndsQuestions(QWidget *parent = nullptr);

    /// Hides itself where there is nothing to ask.
    void ask(const Document &document, const std::optional<edit::End> &source,
             const std::optional<edit::End> &target);

    QRadioButton *internetButton() const { return m_internet; }
    QRadioButton *anyoneButton() const { return m_anyone; }
    QRadioButton *scrapeButton() const { return m_scrape; }
    QRadioButton *pushButton() const { return m_push; }

signals:
    void outsideChosen(bool everyone);
    void swapRequested();

private:
    void askWhoIsOutside(const std::optional<edit::End> &source,
                         const std::optional<edit::End> &target);
    void askWhoOpens(const Document &document, const std::optional<edit::End> &source,
                     const std::optional<edit::End> &target);

    QRadioButton *m_internet;
    QRadioButton *m_anyone;
    QLabel *m_gathers;
    QRadioButton *m_scrape;
    QRadioButton *m_push;
};

} // namespace drawbridge
