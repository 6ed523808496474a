#pragma once

#include "window/form_input.h"

#include <QDialog>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;

namespace drawbridge {

class Announcer;

/// Asks for the ports that a pod group listens on, which are kept beside the files. What is no port
/// is said below the field, and the form stays.
class DeclaredPortsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `element`: what listens, as plain text.
    DeclaredPortsDialog(const QString &element, const QString &ports, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QLabel *problemLabel() const { return m_problem; }
    /// As they are kept.
    const std::vector<std::string> &ports() const { return m_ports; }
    void accept() override;
    /// Asks first where something was written.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showProblem(const QString &problem);

    QLineEdit *m_edit;
    QLabel *m_problem;
    Announcer *m_announcer;
    std::vector<std::string> m_ports;
    std::optional<FormInput> m_input; ///< since it was shown
};

} // namespace drawbridge
