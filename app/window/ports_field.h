#pragma once

#include "edit/known_ports.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace drawbridge {

/// Where ports are given: typed, or ticked among those that the target is known to listen on. Tells
/// ports of Services from those of pods, which are what policies count.
class PortsField : public QWidget
{
    Q_OBJECT

public:
    explicit PortsField(QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    std::vector<QCheckBox *> choices() const { return m_choices; }
    /// Shown where a Service's port was given: takes the pods' port instead.
    QPushButton *translateButton() const { return m_translate; }

    /// What the target listens on, and what the side file has it declare (`8080`, `http 8080`).
    void setKnown(edit::KnownPorts known, const std::vector<std::string> &declared);
    /// How a word is read that no known port is called by: a number, or a name that the target
    /// knows.
    using Reading = std::function<Result<edit::PortSpan>(const std::string &word)>;
    void setReading(Reading reading) { m_reading = std::move(reading); }
    /// Writes all known ports, unless the user has typed.
    void suggest();
    /// Nothing if a word is no port; `problem` is empty as long as nothing was typed.
    std::optional<std::vector<edit::PortSpan>> spans(QString &problem) const;

signals:
    void changed();

private:
    void build();
    void showPlaceholder();
    void showChoices();
    void showMeaning();
    void toggle(const edit::PortSpan &port, bool on);
    void translate();
    QStringList words() const;
    QStringList names() const;
    Result<edit::PortSpan> read(const QString &word) const;
    QString nameOf(const edit::PortSpan &port) const;
    QString meaningOf(const QString &word, const edit::PortSpan &port) const;

    QLineEdit *m_edit;
    QWidget *m_choiceRow;
    QLabel *m_meaning;
    QPushButton *m_translate;
    std::vector<QCheckBox *> m_choices;
    edit::KnownPorts m_known;
    std::map<std::string, edit::PortSpan> m_declared; ///< by name; known to the side file alone
    Reading m_reading;
};

} // namespace drawbridge
