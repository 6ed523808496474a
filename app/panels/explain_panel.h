#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTextBrowser;
class QTimer;

namespace drawbridge {

class NamesModel;

/// Where it is asked whether one end may connect to another, and where the answer is read. Shows
/// what it is given; who owns it answers.
class ExplainPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExplainPanel(QWidget *parent = nullptr);

    QComboBox *source() const { return m_source; }
    QComboBox *target() const { return m_target; }
    QLineEdit *ports() const { return m_ports; }
    QPushButton *swapButton() const { return m_swap; }
    QPushButton *repairButton() const { return m_repair; }
    QTextBrowser *answer() const { return m_answer; }

    /// The ends that can be asked about; what is chosen stays chosen while it is there.
    void setEnds(const QStringList &names);
    /// Chooses ends by index; -1 leaves one open. Asks.
    void choose(int source, int target);
    /// Offers what would make a "no" a "yes"; empty: nothing.
    void offer(const QString &repair);
    /// Rich text, in which all that comes from files is escaped. Its links are `place:N`.
    void setAnswer(const QString &html, const QString &plain);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void asked();
    void placeRequested(std::size_t index);
    void repairRequested();

private:
    void follow(const QString &link);
    void showEnd(QComboBox *box, int index);
    void take(QComboBox *box);
    void build();

    QComboBox *m_source;
    QComboBox *m_target;
    NamesModel *m_names; ///< of both
    QLineEdit *m_ports;
    QPushButton *m_swap;
    QPushButton *m_repair;
    QTextBrowser *m_answer;
    QTimer *m_soon;
};

} // namespace drawbridge
