#include "document/git_names.h"
#include "document/git_work_tree.h"
#include "messages/messages.h"
#include "support/git_repository.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace drawbridge;
using test::GitRepository;
using test::policyText;

/// Reading revisions from a real repository.
class GitTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (!GitRepository::isGitThere())
            QSKIP("There is no git.");
        m_repository = std::make_unique<GitRepository>();
    }
    void cleanup() { m_repository.reset(); }

    void readsFilesAsTheyWere();
    void scansAsOnDisk_data();
    void scansAsOnDisk();
    void oddNames();
    void keepsLineEnds();
    void chartsAreLeftOut();
    void linksAndSubmodulesAreCounted();
    void revisionsByEveryName();
    void refusesWhatIsNoRevision_data();
    void refusesWhatIsNoRevision();
    void filesThatAreNotThere();
    void noWorkTree();
    void severalWorkTrees();
    void emptyRepository();
    void foldersByLink();
    void variablesDoNotLeadElsewhere();
    void noGit();
    void hangingGitIsEnded();
    void startsNoOtherProgram();
    void writesNothing();
    void limits();
    void listsNames();

private:
    GitWorkTree tree(const QStringList &names = {QStringLiteral(".")})
    {
        QStringList paths;
        for (const QString &name : names)
            paths += m_repository->path(name);
        Result<GitWorkTree> result = GitWorkTree::around(paths);
        if (!result)
            qFatal("%s", qPrintable(message(result.failure())));
        return std::move(result.value());
    }
    /// Paths that were read, and codes of what was told.
    static QStringList told(const Result<LoadReport> &report);

    std::unique_ptr<GitRepository> m_repository;
};

QStringList GitTest::told(const Result<LoadReport> &report)
{
    if (!report)
        return {QStringLiteral("! ") + message(report.failure())};
    QStringList result;
    for (const LoadedFile &file : report->files)
        result += QString::fromStdString(file.path);
    for (const Failure &failure : report->failures)
        result += QStringLiteral("! ") + message(failure);
    for (const Failure &note : report->notes)
        result += QStringLiteral("- ") + message(note);
    return result;
}

void GitTest::readsFilesAsTheyWere()
{
    m_repository->write("k8s/api.yaml", policyText("api", "frontend"));
    m_repository->write("k8s/old.yaml", policyText("old", "api"));
    m_repository->commit("first");
    m_repository->write("k8s/api.yaml", policyText("api", "gateway"));
    m_repository->remove("k8s/old.yaml");
    m_repository->write("k8s/new.yaml", policyText("new", "api"));
    m_repository->commit("second");
    m_repository->write("k8s/api.yaml", "broken: [");

    const GitWorkTree git = tree({"k8s"});
    QCOMPARE(git.folder(), m_repository->folder());
    QCOMPARE(told(git.read("HEAD~1")), QStringList({"HEAD~1:k8s/api.yaml", "HEAD~1:k8s/old.yaml"}));
    QCOMPARE(told(git.read("HEAD")), QStringList({"HEAD:k8s/api.yaml", "HEAD:k8s/new.yaml"}));
    const Result<LoadReport> first = git.read("HEAD~1");
    QCOMPARE(first->files[0].bytes, policyText("api", "frontend").toStdString());
    // A file alone, and one that is gone from the disk.
    QCOMPARE(told(tree({"k8s/old.yaml"}).read("HEAD~1")), QStringList({"HEAD~1:k8s/old.yaml"}));
}

void GitTest::scansAsOnDisk_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRead");
    const auto row = [](const char *name, bool isRead) { QTest::newRow(name) << name << isRead; };
    row("a.yaml", true);
    row("deep/er/b.yml", true);
    row("c.json", true);
    row(".hidden.yaml", true); // as on disk: only folders are hidden
    row("notes.txt", false);
    row(".github/workflow.yaml", false);
    row("web/node_modules/x/y.yaml", false);
    row(".drawbridge.json", false);
    row("a.yaml.drawbridge.json", false);
    row("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/in.yaml", true);
    row("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/too.yaml", false);
}

/// By the same rules as a folder: what one finds, the other finds.
void GitTest::scansAsOnDisk()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isRead);
    const bool isJson = name.endsWith(QStringLiteral(".json"));
    m_repository->write(name, isJson ? "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", "
                                       "\"metadata\": {\"name\": \"a\"}}"
                                     : policyText("api", "frontend"));
    m_repository->commit("all");
    const Result<LoadReport> report = tree().read("HEAD");
    QVERIFY(report);
    QCOMPARE(!report->files.empty(), isRead);
    QCOMPARE(load({m_repository->folder().toStdString()}).files.size(), report->files.size());
}

void GitTest::oddNames()
{
    const QStringList names{"a b/Über.yaml",     "line\nend.yaml",  "-n.yaml",
                            ":(glob)*.yaml",     "quote\"'\\.yaml", "*.yaml",
                            "tab\there/api.yaml"};
    for (const QString &name : names)
        m_repository->write(name, policyText("api", "frontend"));
    m_repository->commit("odd");
    const Result<LoadReport> all = tree().read("HEAD");
    QVERIFY(all);
    QCOMPARE(all->files.size(), std::size_t(names.size()));
    for (const QString &name : names) {
        const Result<LoadReport> one = tree({name}).read("HEAD");
        QCOMPARE(told(one), QStringList("HEAD:" + name));
        QCOMPARE(one->files[0].bytes, policyText("api", "frontend").toStdString());
    }
}

void GitTest::keepsLineEnds()
{
    m_repository->git({"config", "core.autocrlf", "false"});
    const QByteArray bytes = "\xEF\xBB\xBF" + policyText("api", "frontend").replace("\n", "\r\n");
    m_repository->write("api.yaml", bytes);
    m_repository->commit("crlf");
    const Result<LoadReport> report = tree().read("HEAD");
    QCOMPARE(report->files.at(0).bytes, bytes.toStdString());
}

void GitTest::chartsAreLeftOut()
{
    m_repository->write("chart/Chart.yaml", "name: chart\n");
    m_repository->write("chart/templates/api.yaml", "kind: {{ .Values.kind }}\n");
    m_repository->write("values.yaml", "replicas: 1\n");
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->commit("chart");
    const QStringList lines = told(tree().read("HEAD"));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("HEAD:api.yaml"));
    QVERIFY2(lines[1].startsWith(QStringLiteral("- Files that are Helm templates, left out: 1.")),
             qPrintable(lines[1]));
    QVERIFY2(
        lines[2].startsWith(QStringLiteral("- Files without Kubernetes objects, left out: 2.")),
        qPrintable(lines[2]));
}

void GitTest::linksAndSubmodulesAreCounted()
{
    const GitRepository inner;
    inner.write("inner.yaml", policyText("inner", "api"));
    inner.commit("inner");
    m_repository->write("api.yaml", policyText("api", "frontend"));
    QFile::link("api.yaml", m_repository->path("link.yaml"));
    QFile::link("/etc", m_repository->path("folder"));
    m_repository->git({"submodule", "--quiet", "add", "file://" + inner.folder(), "sub"});
    m_repository->commit("links");
    QCOMPARE(told(tree().read("HEAD")),
             QStringList({"HEAD:api.yaml",
                          "- Symbolic links and submodules of revision HEAD, left out: 2."}));
    QCOMPARE(told(tree({"link.yaml"}).read("HEAD")),
             QStringList("- Symbolic links and submodules of revision HEAD, left out: 1."));
    // Inside, the submodule is a work tree of its own.
    QCOMPARE(told(tree({"sub/inner.yaml"}).read("HEAD")), QStringList("HEAD:inner.yaml"));
}

void GitTest::revisionsByEveryName()
{
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    m_repository->git({"tag", "v1"});
    m_repository->git({"tag", "-a", "v2", "-m", "with a message"});
    m_repository->git({"branch", "feature/x"});
    const QString id = m_repository->git({"rev-parse", "HEAD"}).trimmed();
    const GitWorkTree git = tree();
    for (const QString &name : {QStringLiteral("HEAD"), QStringLiteral("@"), QStringLiteral("v1"),
                                QStringLiteral("v2"), QStringLiteral("feature/x"), id, id.left(7),
                                QStringLiteral("HEAD^{/first}"), QStringLiteral("main@{0}")}) {
        const Result<std::string> commit = git.commit(name);
        QVERIFY2(commit, qPrintable(name));
        QCOMPARE(QString::fromStdString(*commit), id);
    }
    m_repository->commit("on main");
    m_repository->git({"checkout", "-q", "feature/x"});
    m_repository->commit("on the branch");
    QCOMPARE(QString::fromStdString(*git.mergeBase("main", "feature/x")), id);
}

void GitTest::refusesWhatIsNoRevision_data()
{
    QTest::addColumn<QString>("revision");
    for (const char *text : {"", "nothing", "--help", "-h", "HEAD~99", "HEAD:api.yaml",
                             "HEAD..HEAD", "HEAD\nHEAD", "$(touch x)", "v1; touch x"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void GitTest::refusesWhatIsNoRevision()
{
    QFETCH(const QString, revision);
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    const Result<LoadReport> report = tree().read(revision);
    QVERIFY(!report);
    QCOMPARE(report.failure().code, Code::UnknownRevision);
    QVERIFY(!QFile::exists(m_repository->path("x")));
    QVERIFY(message(report.failure()).contains(QStringLiteral("Give a branch, a tag")));
}

void GitTest::filesThatAreNotThere()
{
    m_repository->write("old/api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    m_repository->write("new/api.yaml", policyText("api", "frontend"));
    QCOMPARE(
        told(tree({"old", "new"}).read("HEAD")),
        QStringList({"HEAD:old/api.yaml", "- In revision HEAD there are no manifests at new."}));
}

void GitTest::noWorkTree()
{
    const QTemporaryDir plain;
    const Result<GitWorkTree> none = GitWorkTree::around({plain.path()});
    QVERIFY(!none);
    QCOMPARE(none.failure().code, Code::NoWorkTree);
    QVERIFY(message(none.failure()).contains(QStringLiteral("file or folder")));
    QCOMPARE(GitWorkTree::around({}).failure().code, Code::NoFileOnDisk);
    QCOMPARE(GitWorkTree::around({m_repository->path(".git")}).failure().code, Code::NoWorkTree);
}

void GitTest::severalWorkTrees()
{
    const GitRepository other;
    const Result<GitWorkTree> both = GitWorkTree::around({m_repository->folder(), other.folder()});
    QVERIFY(!both);
    QCOMPARE(both.failure().code, Code::SeveralWorkTrees);
}

void GitTest::emptyRepository()
{
    QCOMPARE(tree().read("HEAD").failure().code, Code::UnknownRevision);
}

void GitTest::foldersByLink()
{
    m_repository->write("k8s/api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    const QTemporaryDir elsewhere;
    const QString link = elsewhere.filePath("link");
    QVERIFY(QFile::link(m_repository->path("k8s"), link));
    QCOMPARE(told(GitWorkTree::around({link})->read("HEAD")), QStringList("HEAD:k8s/api.yaml"));
    QCOMPARE(told(GitWorkTree::around({link + "/api.yaml"})->read("HEAD")),
             QStringList("HEAD:k8s/api.yaml"));
}

/// As in a hook, where git has set them.
void GitTest::variablesDoNotLeadElsewhere()
{
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    const GitRepository other;
    const QByteArray folder = other.path(".git").toUtf8();
    const QByteArray mark = m_repository->path("ran").toUtf8();
    const QByteArray program = "touch " + mark + ";";
    const std::pair<const char *, QByteArray> set[] = {
        {"GIT_DIR", folder},
        {"GIT_WORK_TREE", "/"},
        {"GIT_INDEX_FILE", "/none"},
        {"GIT_OBJECT_DIRECTORY", folder + "/objects"},
        {"GIT_EXTERNAL_DIFF", program},
        {"GIT_PAGER", program},
        {"GIT_NAMESPACE", "x"},
        {"GIT_LITERAL_PATHSPECS", "0"},
        {"GIT_TRACE", mark}};
    for (const auto &[name, value] : set)
        qputenv(name, value);
    const QStringList lines = told(tree().read("HEAD"));
    for (const auto &[name, value] : set)
        qunsetenv(name);
    QCOMPARE(lines, QStringList("HEAD:api.yaml"));
    QVERIFY(!QFile::exists(mark));
}

void GitTest::noGit()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Result<GitWorkTree> none = GitWorkTree::around({m_repository->folder()});
    qputenv("PATH", path);
    QVERIFY(!none);
    QCOMPARE(none.failure().code, Code::GitMissing);
}

void GitTest::hangingGitIsEnded()
{
    m_repository->write("bin/git", "#!/bin/sh\nexec sleep 600\n");
    QFile::setPermissions(m_repository->path("bin/git"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_repository->path("bin").toUtf8() + ':' + path);
    const Result<GitWorkTree> none = GitWorkTree::around({m_repository->folder()}, {300});
    qputenv("PATH", path);
    QVERIFY(!none);
    QCOMPARE(none.failure().code, Code::GitTimedOut);
}

/// What a repository's settings could start when one only looks.
void GitTest::startsNoOtherProgram()
{
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->write(".gitattributes", "*.yaml diff=evil filter=evil\n");
    m_repository->commit("first");
    const QString program = m_repository->path("evil.sh");
    const QString mark = m_repository->path("ran");
    m_repository->write("evil.sh", "#!/bin/sh\ntouch '" + mark.toUtf8() + "'\ncat\n");
    QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::pair<const char *, QString> settings[] = {
        {"core.fsmonitor", program},     {"core.pager", program},
        {"diff.external", program},      {"diff.evil.textconv", program},
        {"filter.evil.smudge", program}, {"filter.evil.process", program},
        {"log.showSignature", "true"},   {"gpg.program", program},
        {"core.sshCommand", program},    {"alias.log", "!" + program},
        {"pager.log", program},          {"core.alternateRefsCommand", program}};
    for (const auto &[name, value] : settings)
        m_repository->git({"config", QString::fromLatin1(name), value});
    const GitWorkTree git = tree();
    QCOMPARE(told(git.read("HEAD")), QStringList("HEAD:api.yaml"));
    GitNames names;
    QSignalSpy listed(&names, &GitNames::listed);
    names.list(git);
    QVERIFY(listed.wait(20'000));
    QVERIFY(!QFile::exists(mark));
}

void GitTest::writesNothing()
{
    m_repository->write("api.yaml", policyText("api", "frontend"));
    m_repository->commit("first");
    m_repository->write("api.yaml", policyText("api", "gateway"));
    const QStringList before = m_repository->state();
    const GitWorkTree git = tree();
    QVERIFY(git.read("HEAD"));
    GitNames names;
    QSignalSpy listed(&names, &GitNames::listed);
    names.list(git);
    QVERIFY(listed.wait(20'000));
    QCOMPARE(m_repository->state(), before);
}

void GitTest::limits()
{
    m_repository->write("a.yaml", policyText("api", "frontend"));
    m_repository->write("b.yaml", policyText("api", "frontend") + QByteArray(5000, '#'));
    m_repository->commit("first");
    LoadLimits small;
    small.fileSize = 2000;
    const Result<LoadReport> one = tree().read("HEAD", small);
    QCOMPARE(told(one),
             QStringList({"HEAD:a.yaml", "! Cannot read HEAD:b.yaml: it is too large; at "
                                         "most 2000 bytes are read."}));
    small.totalSize = 100;
    QCOMPARE(tree().read("HEAD", small).failure().code, Code::GitTooMuch);
    small.files = 1;
    QCOMPARE(tree().read("HEAD", small).failure().code, Code::TooManyFiles);
    const Result<GitAnswer> much = runGit(
        m_repository->folder(), {"cat-file", "--batch-all-objects", "--batch"}, {20'000, 10});
    QVERIFY(!much);
    QCOMPARE(much.failure().code, Code::GitTooMuch);
    GitLimits fewErrors;
    fewErrors.errorBytes = 10;
    const Result<GitAnswer> errors =
        runGit(m_repository->folder(), {"cat-file", "-p", "nothing-of-that-name"}, fewErrors);
    QVERIFY(!errors);
    QCOMPARE(errors.failure().code, Code::GitTooMuch);
}

void GitTest::listsNames()
{
    m_repository->write("k8s/api.yaml", policyText("api", "frontend"));
    m_repository->commit("The API\tmay be reached");
    m_repository->write("other.txt", "x");
    m_repository->commit("something else");
    m_repository->git({"tag", "v1"});
    m_repository->git({"branch", "feature"});
    GitNames names;
    QSignalSpy listed(&names, &GitNames::listed);
    names.list(tree({"k8s"}));
    QVERIFY(listed.wait(20'000));
    QStringList lines;
    for (const GitName &name : names.names())
        lines += name.kind == GitName::Kind::Commit ? name.subject : name.revision;
    lines.sort();
    QCOMPARE(lines, QStringList({"The API may be reached", "feature", "main", "v1"}));
    QCOMPARE(names.names().front().date.size(), 10);
}

QTEST_GUILESS_MAIN(GitTest)
#include "tst_git.moc"
