#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QEvent;
class QWidget;

namespace drawbridge {

/// Until what is computed is of the present text; the window stays alive, but takes no input.
void waitForPicture(Document &document);
/// The same, and until its arrows have the best ways.
void waitForTidyPicture(Document &document);
/// Lets `reading`, which changes nothing of the document, run to its end: where the document is
/// large in another thread, while the window stays alive but takes no input.
void beside(Document &document, const std::function<void()> &reading);
/// The same, and again if the text changed meanwhile: what it gives is of the present text.
void besideOneText(Document &document, const std::function<void()> &reading);
/// The same of the present text and its tidy picture.
void besideTidyText(Document &document, const std::function<void()> &reading);
/// What has come is done, but no input: nobody closes the window or begins something meanwhile.
void letTurnPass();
/// Document::plan() in this way.
Result<Plan> planBeside(Document &document, const edit::Intent &intent);
/// Before a step of these patches: what the text becomes by many of them is read in this way. False
/// if something else changed it meanwhile, so that they are of another text.
bool foresee(Document &document, std::vector<edit::FilePatches> patches);
/// Somebody waits in one of these ways.
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
