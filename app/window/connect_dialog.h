#pragma once

#include "document/document.h"
#include "window/named_ends.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace drawbridge {

class EndsQuestions;
class PortsField;

/// The popover of a drawn connection: its ends, its ports, and what else would change. Plans while
/// the user types; pushes only what it has shown.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectDialog(Document &document, const std::optional<edit::End> &source,
                  const std::optional<edit::End> &target, QWidget *parent = nullptr);

    QLineEdit *portsEdit() const;
    PortsField *portsField() const { return m_ports; }
    EndsQuestions *questions() const { return m_questions; }
    QPushButton *swapButton() const { return m_swap; }
    /// Shown where a policy of its own would change less besides.
    QCheckBox *narrowBox() const { return m_narrow; }
    /// Shown where nothing isolates the target yet.
    QCheckBox *isolateBox() const { return m_isolate; }

    /// The arrow of what was allowed; empty if there is none between just these two.
    const graph::Key &arrowKey() const { return m_arrowKey; }

    /// Beside a point of the screen, and wholly on it.
    void openAt(QPoint point);
    void accept() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepOnScreen();
    void build();
    void connectFields();
    void suggestPorts();
    void swap();
    void takeOutside(bool everyone);
    void planLater();
    void plan();
    std::optional<edit::End> chosen(const QComboBox *box) const;
    Result<Plan> planNarrowly(const edit::Allow &intent);
    void show(const QString &problem, const QString &also);

    Document &m_document;
    QComboBox *m_source;
    QComboBox *m_target;
    PortsField *m_ports;
    EndsQuestions *m_questions;
    QCheckBox *m_isolate;
    QCheckBox *m_narrow;
    QLabel *m_problem;
    QLabel *m_also;
    QPushButton *m_allow;
    QPushButton *m_swap;
    QTimer m_planSoon;
    std::optional<Plan> m_plan;
    graph::Key m_arrowKey;
    std::optional<QPoint> m_anchor; ///< where the connection was drawn to
};

} // namespace drawbridge
