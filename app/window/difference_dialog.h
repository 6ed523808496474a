#pragma once

#include <QDialog>

#include <optional>
#include <string>

class QAbstractButton;
class QDialogButtonBox;

namespace drawbridge {

class DifferenceView;

/// The lines of a file that differ on disk and in the window, and what can be made of them. Changes
/// neither: who opened it does what was chosen.
class DifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Choice { None, Here, OnDisk, Both };

    /// `base`: what both were made from, if that is known.
    DifferenceDialog(const QString &path, const std::string &onDisk, const std::string &here,
                     const std::optional<std::string> &base, QWidget *parent = nullptr);

    DifferenceView *view() const { return m_view; }
    Choice choice() const { return m_choice; }
    /// With both changes, where that was chosen.
    const std::string &both() const { return m_both; }
    QAbstractButton *button(Choice choice) const;

private:
    /// Why they cannot be put together; empty where they can.
    QString mergeProblem(const std::string &onDisk, const std::string &here,
                         const std::optional<std::string> &base);
    void offer(Choice choice, const QString &name, const QString &tip);

    DifferenceView *m_view;
    QDialogButtonBox *m_buttons;
    Choice m_choice = Choice::None;
    std::string m_both;
};

} // namespace drawbridge
