#include "cli_run.h"
#include "support/git_repository.h"

#include <QFile>
#include <QtTest>

#include <memory>

using namespace drawbridge;
using test::CliRun;
using test::GitRepository;
using test::policyText;

/// Two versions on the command line: files, folders and revisions.
class TestCliVersions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_repository.reset(); }

    void diffWithTheDisk();
    void diffOfTwoRevisions();
    void diffSinceTheBranchesParted();
    void diffSaysTheSameAsOfFolders();
    void diffOfWhatIsNew();
    void wrongCalls_data();
    void wrongCalls();
    void brokenOldVersion();
    void gitIsOnlyStartedWhenAsked();
    void exportShowsBothVersions();
    void exportOfRevisions();
    void exportSparesWhatItReads();
    void exportAsDataShowsBothVersions();
    void exportWithoutDifference();

private:
    CliRun run(const QStringList &arguments, const QStringList &variables = {}) const
    {
        return test::runCli(arguments, m_repository->folder(), {}, variables);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_repository->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<GitRepository> m_repository;
};

/// First the frontend reaches the API on 8080; then on 9090, and there is a database.
void TestCliVersions::init()
{
    if (!GitRepository::isGitThere())
        QSKIP("There is no git.");
    m_repository = std::make_unique<GitRepository>();
    m_repository->write("k8s/api.yaml", policyText("api", "frontend", 8080));
    m_repository->write("k8s/cache.yaml", policyText("cache", "api", 6379));
    m_repository->commit("first");
    m_repository->git({"tag", "v1"});
    m_repository->write("k8s/api.yaml", policyText("api", "frontend", 9090));
    m_repository->write("k8s/database.yaml", policyText("database", "api", 5432));
    m_repository->remove("k8s/cache.yaml");
    m_repository->commit("second");
    m_repository->git({"tag", "v2"});
}

void TestCliVersions::diffWithTheDisk()
{
    EXPECT_CODE(run({"diff", "--rev", "HEAD", "k8s"}), 0);
    const CliRun since = run({"diff", "--rev", "v1", "k8s"});
    QCOMPARE(since.code, 1);
    QVERIFY2(since.out.startsWith("Connectivity diff:\n"), since.out.constData());
    QVERIFY2(since.out.contains("shop/api"), since.out.constData());
    m_repository->write("k8s/api.yaml", policyText("api", "frontend", 7070));
    const CliRun now = run({"diff", "--rev=HEAD", "k8s/api.yaml"});
    QCOMPARE(now.code, 1);
    QVERIFY2(now.out.contains("ref1: TCP 9090, ref2: TCP 7070"), now.out.constData());
}

void TestCliVersions::diffOfTwoRevisions()
{
    m_repository->write("k8s/api.yaml", "broken: [");
    const CliRun there = run({"diff", "--rev", "v1..v2", "k8s"});
    QCOMPARE(there.code, 1);
    QVERIFY2(there.out.contains("ref1: TCP 8080, ref2: TCP 9090"), there.out.constData());
    const CliRun back = run({"diff", "--rev", "v2..v1", "k8s", "-o", "csv"});
    QCOMPARE(back.code, 1);
    QVERIFY2(back.out.contains("TCP 9090,TCP 8080"), back.out.constData());
    QCOMPARE(run({"diff", "--rev", "v1..", "k8s"}).out, there.out);
    EXPECT_CODE(run({"diff", "--rev", "v2..v2", "k8s"}), 0);
}

/// As a pull request shows it: without what the target got meanwhile.
void TestCliVersions::diffSinceTheBranchesParted()
{
    m_repository->git({"checkout", "-q", "-b", "feature", "v1"});
    m_repository->write("k8s/cache.yaml", policyText("cache", "api", 6380));
    m_repository->commit("feature");
    const CliRun all = run({"diff", "--rev", "main..feature", "k8s"});
    QVERIFY2(all.out.contains("TCP 9090"), all.out.constData());
    const CliRun own = run({"diff", "--rev", "main...feature", "k8s"});
    QCOMPARE(own.code, 1);
    QVERIFY2(!own.out.contains("TCP 9090"), own.out.constData());
    QVERIFY2(own.out.contains("ref1: TCP 6379, ref2: TCP 6380"), own.out.constData());
}

void TestCliVersions::diffSaysTheSameAsOfFolders()
{
    m_repository->git({"worktree", "add", "-q", "old", "v1"});
    for (const char *format : {"txt", "json", "csv", "md", "dot"}) {
        const CliRun folders = run({"diff", "old/k8s", "k8s", "-o", format});
        const CliRun revisions = run({"diff", "--rev", "v1", "k8s", "-o", format});
        QCOMPARE(revisions.out, folders.out);
        QCOMPARE(revisions.code, folders.code);
    }
}

void TestCliVersions::diffOfWhatIsNew()
{
    m_repository->write("more/web.yaml", policyText("web", "gateway", 80));
    const CliRun fresh = run({"diff", "--rev", "HEAD", "more"});
    QCOMPARE(fresh.code, 1);
    QVERIFY2(fresh.err.contains("note: In revision HEAD there are no manifests at more."),
             fresh.err.constData());
    QVERIFY2(fresh.out.contains("added"), fresh.out.constData());
}

void TestCliVersions::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const QStringList &arguments, const char *words) {
        QTest::newRow(qPrintable(arguments.join(' '))) << arguments << QByteArray(words);
    };
    row({"diff", "--rev", "nothing", "k8s"}, "There is no revision nothing");
    row({"diff", "--rev", "v1..nothing", "k8s"}, "There is no revision nothing");
    row({"diff", "--rev", "", "k8s"}, "There is no revision");
    row({"diff", "--rev", "--help", "k8s"}, "There is no revision --help");
    row({"diff", "--rev", "HEAD"}, "no file or folder was given");
    row({"diff", "--rev", "HEAD", "-"}, "standard input has no revisions");
    row({"diff", "--rev", "HEAD", "/usr/include"}, "lies in no Git work tree");
    row({"diff", "--rev", "HEAD", "none.yaml"}, "There is no file or folder none.yaml");
    row({"diff", "--rev", "v1..v2", "none.yaml"}, "there are no manifests at none.yaml");
    row({"diff", "k8s"}, "OLD and NEW");
    row({"diff", "-", "-"}, "only one of the two can be standard input");
    row({"export", "-", "-o", "x.svg", "--compare", "-"},
        "only one of the two can be standard input");
    row({"export", "k8s", "-", "-o", "x.svg", "--compare", "-"},
        "only one of the two can be standard input");
    row({"export", "k8s", "-o", "x.svg", "--compare", "k8s", "--rev", "v1"}, "give one of them");
    row({"export", "k8s", "-o", "x.svg", "--compare", "none"}, "There is no file or folder none");
}

void TestCliVersions::wrongCalls()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const CliRun done = run(arguments);
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(words), done.err.constData());
    QVERIFY(done.out.isEmpty());
    QVERIFY(!QFile::exists(m_repository->path("x.svg")));
}

void TestCliVersions::brokenOldVersion()
{
    m_repository->write("k8s/database.yaml", "kind: NetworkPolicy\nspec: [\n");
    m_repository->commit("broken");
    m_repository->write("k8s/database.yaml", policyText("database", "api", 5432));
    const CliRun broken = run({"diff", "--rev", "HEAD", "k8s"});
    QCOMPARE(broken.code, 2);
    QVERIFY2(broken.err.contains("HEAD:k8s/database.yaml:"), broken.err.constData());
    QVERIFY2(broken.out.contains("shop/database"), broken.out.constData());
    EXPECT_CODE(run({"diff", "--rev", "HEAD", "k8s", "--keep-going"}), 1);
    const CliRun page = run({"export", "k8s", "--rev", "HEAD", "-o", "-", "--format", "md"});
    QCOMPARE(page.code, 2);
    QVERIFY2(page.out.contains("k8s/database.yaml:"), page.out.constData());
}

void TestCliVersions::gitIsOnlyStartedWhenAsked()
{
    m_repository->write("bin/git",
                        "#!/bin/sh\ntouch '" + m_repository->path("ran").toUtf8() + "'\n");
    QFile::setPermissions(m_repository->path("bin/git"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QStringList path{"PATH=" + m_repository->path("bin") + ":/usr/bin:/bin"};
    EXPECT_CODE(run({"diff", "k8s", "k8s"}, path), 0);
    EXPECT_CODE(run({"export", "k8s", "-o", "x.svg"}, path), 0);
    QVERIFY(!QFile::exists(m_repository->path("ran")));
    run({"diff", "--rev", "HEAD", "k8s"}, path);
    QVERIFY(QFile::exists(m_repository->path("ran")));
    const CliRun none = run({"diff", "--rev", "HEAD", "k8s"}, {"PATH=/nowhere"});
    QCOMPARE(none.code, 2);
    QVERIFY2(none.err.contains("There is no program git. Install it"), none.err.constData());
}

void TestCliVersions::exportShowsBothVersions()
{
    m_repository->git({"worktree", "add", "-q", "old", "v1"});
    for (const char *format : {"svg", "html"}) {
        EXPECT_CODE(run({"export", "k8s", "--compare", "old/k8s", "-o", QString("x.") + format}),
                    0);
        const QByteArray page = read(QString("x.") + format);
        for (const char *words : {"cache", "database", "was TCP 8080", "added", "removed",
                                  "removed: only the older version has it", "From old/k8s to k8s"})
            QVERIFY2(page.contains(words), words);
        // The same call, the same bytes.
        run({"export", "k8s", "--compare", "old/k8s", "-o", QString("y.") + format});
        QCOMPARE(read(QString("y.") + format), page);
    }
    const CliRun tables =
        run({"export", "k8s", "--compare", "old/k8s", "-o", "-", "--format", "md"});
    for (const char *words :
         {"## Differences", "| changed | frontend → api | TCP 8080 | TCP 9090 |",
          "| removed | NetworkPolicy shop/cache | 1 rule | – |"})
        QVERIFY2(tables.out.contains(words), tables.out.constData());
    for (const char *name : {"x.png", "x.pdf"}) {
        EXPECT_CODE(run({"export", "k8s", "--compare", "old/k8s", "-o", name}), 0);
        QVERIFY(read(name).size() > 1000);
    }
}

void TestCliVersions::exportOfRevisions()
{
    EXPECT_CODE(run({"export", "k8s", "--rev", "v1", "-o", "disk.svg"}), 0);
    QVERIFY(read("disk.svg").contains("From v1 to the files on disk"));
    m_repository->write("k8s/api.yaml", policyText("api", "frontend", 7070));
    EXPECT_CODE(run({"export", "k8s", "--rev", "v1..v2", "-o", "both.svg"}), 0);
    QVERIFY(read("both.svg").contains("From v1 to v2"));
    QVERIFY(read("both.svg").contains("9090"));
    QVERIFY(!read("both.svg").contains("7070"));
    EXPECT_CODE(run({"export", "k8s", "--rev", "v1..v2", "-o", "both.png"}), 0);
    QVERIFY(read("both.png").startsWith("\x89PNG"));
}

void TestCliVersions::exportSparesWhatItReads()
{
    const QByteArray before = read("k8s/api.yaml");
    EXPECT_CODE(
        run({"export", "k8s/api.yaml", "--rev", "v1..v2", "-o", "k8s/api.yaml", "--format", "svg"}),
        3);
    EXPECT_CODE(run({"export", "k8s/database.yaml", "--compare", "k8s/api.yaml", "-o",
                     "k8s/api.yaml", "--format", "svg"}),
                3);
    QCOMPARE(read("k8s/api.yaml"), before);
}

void TestCliVersions::exportAsDataShowsBothVersions()
{
    const QList<QPair<const char *, QByteArrayList>> formats{
        {"csv", {",since,connections before", "changed,TCP 8080", ",removed,", ",added,"}},
        {"json",
         {"\"since\": \"added\"", "\"since\": \"removed\"", "\"labelBefore\": \"TCP 8080\""}},
        {"drawio", {"was TCP 8080", "removed", "added"}},
        {"mmd", {"was TCP 8080", "removed", "added"}},
        {"dot", {"was TCP 8080", "removed", "added"}}};
    for (const auto &[format, words] : formats) {
        const QString name = QString("data.") + format;
        EXPECT_CODE(run({"export", "k8s", "--rev", "v1", "-o", name}), 0);
        const QByteArray text = read(name);
        for (const QByteArray &word : words)
            QVERIFY2(text.contains(word), word + " in " + text);
    }
}

void TestCliVersions::exportWithoutDifference()
{
    const CliRun done = run({"export", "k8s", "--rev", "HEAD", "-o", "-", "--format", "md"});
    QCOMPARE(done.code, 0);
    QVERIFY2(done.out.contains("No difference: both allow the same."), done.out.constData());
    QVERIFY2(!done.out.contains("removed"), done.out.constData());
}

QTEST_GUILESS_MAIN(TestCliVersions)
#include "tst_cli_versions.moc"
