#pragma once

#include "window/named_ends.h"
#include "window/plan_dialog.h"

#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace drawbridge {

class EndsQuestions;
class PortsField;

/// The popover of a drawn connection: its ends, its ports, and what else would change.
class ConnectDialog : public PlanDialog
{
    Q_OBJECT

public:
    ConnectDialog(Document &document, const std::optional<edit::End> &source,
                  const std::optional<edit::End> &target, QWidget *parent = nullptr);

    QLineEdit *portsEdit() const;
    PortsField *portsField() const { return m_ports; }
    EndsQuestions *questions() const { return m_questions; }
    QComboBox *sourceBox() const { return m_source; }
    QComboBox *targetBox() const { return m_target; }
    QPushButton *swapButton() const { return m_swap; }
    /// Shown where a policy of its own would change less besides.
    QCheckBox *narrowBox() const { return m_narrow; }
    /// Shown where nothing isolates the target yet.
    QCheckBox *isolateBox() const { return m_isolate; }

    /// The arrow of what was allowed; empty if there is none between just these two.
    const graph::Key &arrowKey() const { return m_arrowKey; }

    /// The keyboard starts in the first end, also where both are known.
    void beginWithEnds();
    /// Beside a point of the screen, and wholly on it.
    void openAt(QPoint point);
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void readFields() override;
    std::optional<edit::Intent> intent(QString &problem) const override;
    Result<Plan> planOf(const edit::Intent &intent) override;
    QString undoLabel() const override;
    QString changes(const Plan &plan) const override;

private:
    void keepOnScreen();
    void build();
    void connectFields();
    void suggestPorts();
    void swap();
    void takeOutside(bool everyone);
    void takeTyped(QComboBox *box);
    std::optional<edit::End> chosen(const QComboBox *box) const;
    Result<Plan> planNarrowly(const edit::Allow &intent);

    QComboBox *m_source;
    QComboBox *m_target;
    PortsField *m_ports;
    EndsQuestions *m_questions;
    QCheckBox *m_isolate;
    QCheckBox *m_narrow;
    QPushButton *m_swap;
    QComboBox *m_typed = nullptr; ///< holds what was typed and not taken yet
    mutable std::optional<std::map<QString, edit::End>> m_ends; ///< that can be chosen, by name
    mutable std::uint64_t m_endsOf = 0;                         ///< revision of the document
    graph::Key m_arrowKey;
    std::optional<QPoint> m_anchor; ///< where the connection was drawn to
};

} // namespace drawbridge
