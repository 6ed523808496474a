#pragma once

#include "panels/panel_tree.h"

namespace drawbridge {

/// A list of lines with columns, one of which takes the room that is left; the whole line is
/// chosen. Says in words that it is empty. All rows are equally high, so that 100,000 cost nothing.
class ListView : public PanelTree
{
    Q_OBJECT

public:
    explicit ListView(QWidget *parent = nullptr);

    /// Sets the model, whose column `stretching` takes the rest of the width.
    void show(QAbstractItemModel *model, int stretching);
    using QWidget::show;
    /// Of a row: two where the column that stretches has little room.
    int lines() const { return m_lines; }
    void setEmptyText(const QString &text);
    /// What a screen reader is told of a list that is not empty; told again where it changes.
    void setSummary(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellWhetherEmpty();

    int m_stretching = 0;
    int m_lines = 1;
    QString m_emptyText;
    QString m_summary;
};

} // namespace drawbridge
