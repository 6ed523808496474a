#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace drawbridge {

struct QuickRow
{
    QString title;
    QString detail;   ///< beside the title, calmer
    QString trailing; ///< at the right edge
    bool isEnabled = true;
};

struct QuickRows
{
    std::vector<QuickRow> rows;
    QString note; ///< below the list; may be empty
};

class QuickModel;

/// A line to type in and a list of what it finds, over the middle of a window. The line keeps the
/// keyboard: Up, Down, Page Up, Page Down choose, Enter takes, Escape or a click elsewhere leaves.
class QuickList : public QFrame
{
    Q_OBJECT

public:
    using Answer = std::function<QuickRows(const QString &query)>;
    using Take = std::function<void(std::size_t row)>;

    explicit QuickList(QWidget *window);

    /// `take` is called after the list has gone. Rows that are not enabled cannot be taken.
    void open(const QString &name, const QString &placeholder, Answer answer, Take take);
    void leave();

    QLineEdit *line() const { return m_line; }
    QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    bool lineKey(int key);
    void step(int by);
    void take(int row);
    void place();
    void tellCurrent();

    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_note;
    QuickModel *m_model;
    Answer m_answer;
    Take m_take;
    QPointer<QWidget> m_focusBefore;
};

} // namespace drawbridge
