#pragma once

#include "document/beside.h"
#include "document/git_names.h"
#include "document/other_version.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTreeWidget;
class QVBoxLayout;

namespace drawbridge {

class Announcer;

/// Asks what the open files are compared with, and reads it beside the window; stays open, and says
/// why, as long as it cannot be read. git is started when the user chooses the revision, and not
/// before.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CompareDialog(const Document &document, QWidget *parent = nullptr);

    /// What was chosen and read; null for what was last read or saved.
    std::shared_ptr<OtherVersion> other() const { return m_other; }
    bool isSwapped() const;
    bool isReading() const { return m_reading != nullptr; }

    QRadioButton *diskButton() const { return m_disk; }
    QRadioButton *pathButton() const { return m_path; }
    QRadioButton *revisionButton() const { return m_revision; }
    QLineEdit *pathEdit() const { return m_pathEdit; }
    QLineEdit *revisionEdit() const { return m_revisionEdit; }
    QTreeWidget *names() const { return m_names; }
    QCheckBox *swapBox() const { return m_swap; }
    QLabel *problem() const { return m_problem; }

    void accept() override;
    void reject() override; ///< also of what is being read

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addPath(QVBoxLayout *layout);
    void addRevision(QVBoxLayout *layout);
    void connectFields();
    void choosePath(bool isFolder);
    void askGit();
    void listNames();
    void filterNames(const QString &text);
    void tellProblem(const QString &sentence);
    void showState();
    QString nameOfOther() const;
    struct Read
    {
        std::shared_ptr<OtherVersion> other; ///< null if it cannot be read
        Failure why;
    };
    std::function<Read(OpeningProgress &)> reader() const;
    void showReading();
    void takeRead();

    const Document &m_document;
    QRadioButton *m_disk;
    QRadioButton *m_path;
    QRadioButton *m_revision;
    QLineEdit *m_pathEdit;
    QLineEdit *m_revisionEdit;
    QPushButton *m_file;
    QPushButton *m_folder;
    QTreeWidget *m_names;
    QLabel *m_tree;
    QCheckBox *m_swap;
    QLabel *m_direction;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
    Announcer *m_announcer;
    GitNames m_git;
    std::optional<GitWorkTree> m_workTree; ///< once git was asked
    std::shared_ptr<OtherVersion> m_other;
    std::unique_ptr<BesideWork<Read>> m_reading; ///< under way
    QTimer m_readingTimer;
};

} // namespace drawbridge
