#pragma once

#include <QObject>
#include <QPointer>

class QEvent;
class QWidget;

namespace drawbridge {

class Document;

/// Until what is computed is of the present text; the window stays alive, but takes no input.
void waitForPicture(Document &document);
/// Somebody does.
bool isWaitingForPicture();

/// Keys, clicks and shortcuts mean what is drawn. Where that is not of the present text yet, those
/// outside the text wait for it; the window stays alive meanwhile.
class WaitingInput : public QObject
{
    Q_OBJECT

public:
    /// `text` goes on taking them. Both outlive this.
    WaitingInput(Document *document, const QWidget *text, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool waits(const QObject *watched, const QEvent *event) const;

    QPointer<Document> m_document;
    const QWidget *m_text;
};

} // namespace drawbridge
