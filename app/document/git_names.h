#pragma once

#include "document/git_work_tree.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <vector>

namespace drawbridge {

/// A revision that can be chosen.
struct GitName
{
    enum class Kind { Commit, Branch, RemoteBranch, Tag };

    Kind kind = Kind::Commit;
    QString revision; ///< as git takes it
    QString date;     ///< 2026-11-30
    QString subject;  ///< of a commit
};

/// Lists the last commits that touched the files of a work tree, and its branches and tags, while
/// the program goes on. Ends git with itself.
class GitNames : public QObject
{
    Q_OBJECT

public:
    explicit GitNames(QObject *parent = nullptr);
    ~GitNames() override;

    void list(const GitWorkTree &tree);
    const std::vector<GitName> &names() const { return m_names; }

signals:
    /// All that could be found out in time; perhaps nothing.
    void listed();

private:
    void start(const QStringList &arguments);
    void finish();
    void readCommits(const QByteArray &out);
    void readRefs(const QByteArray &out);

    QString m_folder;
    QProcess m_process;
    QTimer m_limit;
    bool m_isAtRefs = false; ///< the commits are known
    std::vector<GitName> m_names;
};

} // namespace drawbridge
