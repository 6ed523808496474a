#pragma once

#include "base/diagnostic.h"

#include <QString>
#include <QWidget>

#include <map>
#include <optional>

class QTextBlock;

namespace drawbridge {

class TextEditor;

/// The strip left of the text: line numbers, a dot where a line has a
/// problem, and a sign that folds what is below a line.
class LineGutter : public QWidget
{
    Q_OBJECT

public:
    explicit LineGutter(TextEditor *editor);

    /// What the dots stand for, by block number.
    void showMarks();
    int neededWidth() const;
    QSize sizeHint() const override { return {neededWidth(), 0}; }

    /// The sentences of the dots of a block, escaped for a tool tip; empty if it has none.
    QString tip(int block) const;
    /// How bad the worst problem of a block is.
    std::optional<Severity> severity(int block) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void paintFoldSign(QPainter &painter, const QTextBlock &block, const QRectF &line) const;

    TextEditor *m_editor;
};

} // namespace drawbridge
