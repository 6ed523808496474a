#include "document/loader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace drawbridge;

namespace {

constexpr const char *kPod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

QStringList codes(const std::vector<Failure> &failures)
{
    QStringList result;
    for (const Failure &failure : failures)
        result += QString::number(int(failure.code)) + QLatin1Char(' ') +
                  (failure.arguments.empty() ? QString()
                                             : QString::fromStdString(failure.arguments.front()));
    return result;
}

QString expected(Code code, const QString &argument)
{
    return QString::number(int(code)) + QLatin1Char(' ') + argument;
}

} // namespace

class TestLoader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsAFolderInPathOrder();
    void readsEachFileOnce();
    void skipsWhatIsNotForIt();
    void countsHelmTemplates();
    void bracesInOneDocumentHideNoOther();
    void saysWhatHasToBeRendered();
    void countsFilesWithoutObjects();
    void keepsBrokenFiles();
    void readsAGivenFileWhateverItIs();
    void tellsWhatItCannotRead();
    void doesNotWaitForAPipe();
    void doesNotFollowLinkedFolders();
    void stopsAtTheLimits();
    void keepsTheBytes();

private:
    std::string path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name)).toStdString();
    }
    void write(const char *name, const QByteArray &bytes) const;
    /// The names below the folder.
    QStringList names(const LoadReport &report) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLoader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestLoader::write(const char *name, const QByteArray &bytes) const
{
    const QString file = m_folder->filePath(QLatin1String(name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

QStringList TestLoader::names(const LoadReport &report) const
{
    QStringList result;
    for (const LoadedFile &file : report.files)
        result += QString::fromStdString(file.path).mid(m_folder->path().size() + 1);
    return result;
}

void TestLoader::readsAFolderInPathOrder()
{
    for (const char *name : {"b.yaml", "a/z.yml", "a.yaml", "B.json", "c.txt"})
        write(name, kPod);
    const LoadReport report = load({m_folder->path().toStdString()});
    QCOMPARE(names(report), QStringList({"B.json", "a.yaml", "a/z.yml", "b.yaml"}));
    QVERIFY(report.failures.empty());
    QVERIFY(report.notes.empty());
}

void TestLoader::readsEachFileOnce()
{
    write("a/x.yaml", kPod);
    const LoadReport report = load({path("a/x.yaml"), path("a"), path("a/x.yaml"), path("a/.")});
    QCOMPARE(report.files.size(), std::size_t(1));
}

void TestLoader::skipsWhatIsNotForIt()
{
    for (const char *name : {".git/a.yaml", ".hidden/a.yaml", "node_modules/m/a.yaml",
                             ".drawbridge.json", "a.yaml.drawbridge.json", "a.yaml"})
        write(name, kPod);
    QCOMPARE(names(load({m_folder->path().toStdString()})), QStringList("a.yaml"));
}

void TestLoader::countsHelmTemplates()
{
    write("chart/Chart.yaml", "apiVersion: v2\nname: c\n");
    write("chart/templates/a.yaml", kPod);
    write("chart/templates/sub/b.yaml", "{{ if x }}\nkind: Pod\n");
    write("loose.yaml", "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n");
    write("text.yaml", "kind: Pod\nmetadata: {name: a}\ntext: 'not {{ a }} template'\n");
    const LoadReport report = load({m_folder->path().toStdString()});
    QCOMPARE(names(report), QStringList("text.yaml"));
    const std::string chart = m_folder->filePath("chart").toStdString();
    QCOMPARE(report.notes.front(), (Failure{Code::HelmChart, {chart, chart}}));
    QCOMPARE(codes(report.notes).mid(1), QStringList({expected(Code::HelmTemplate, "3"),
                                                      expected(Code::NoKubernetesObjects, "1")}));
}

/// A document parses or fails alone, the braces of a template too.
void TestLoader::bracesInOneDocumentHideNoOther()
{
    write("mixed.yaml", kPod + QByteArray("---\nkind: Pod\nimage: \"{{ printf \"%s\" }}\"\n"));
    write("alone.yaml", "kind: Pod\nimage: \"{{ printf \"%s\" }}\"\n");
    const LoadReport report = load({m_folder->path().toStdString()});
    QCOMPARE(names(report), QStringList("mixed.yaml"));
    QCOMPARE(codes(report.notes), QStringList(expected(Code::HelmTemplate, "1")));
}

void TestLoader::saysWhatHasToBeRendered()
{
    write("it's/Chart.yaml", "apiVersion: v2\nname: c\n");
    write("it's/charts/sub/Chart.yaml", "apiVersion: v2\nname: d\n");
    write("overlay/kustomization.yml", "resources: [../base]\n");
    write("pod.yaml", kPod);
    const LoadReport report = load({m_folder->path().toStdString()});
    const std::string folder = m_folder->path().toStdString();
    QVERIFY(report.notes.size() >= 2);
    QCOMPARE(report.notes[0],
             (Failure{Code::HelmChart, {folder + "/it's", "'" + folder + "/it'\\''s'"}}));
    QCOMPARE(report.notes[1],
             (Failure{Code::Kustomization, {folder + "/overlay", folder + "/overlay"}}));
}

void TestLoader::countsFilesWithoutObjects()
{
    write("values.yaml", "replicas: 3\n");
    write("package.json", "{\"name\": \"x\"}");
    write("empty.yaml", "");
    write("pod.yaml", kPod);
    const LoadReport report = load({m_folder->path().toStdString()});
    QCOMPARE(names(report), QStringList("pod.yaml"));
    QCOMPARE(codes(report.notes), QStringList(expected(Code::NoKubernetesObjects, "3")));
}

void TestLoader::keepsBrokenFiles()
{
    write("broken.yaml", "a: [1\n");
    const LoadReport report = load({m_folder->path().toStdString()});
    QCOMPARE(names(report), QStringList("broken.yaml"));
}

void TestLoader::readsAGivenFileWhateverItIs()
{
    write("notes.txt", "hello");
    const LoadReport report = load({path("notes.txt")});
    QCOMPARE(names(report), QStringList("notes.txt"));
    QVERIFY(report.notes.empty());
}

void TestLoader::tellsWhatItCannotRead()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("empty")));
    const LoadReport report = load({path("nowhere.yaml"), path("empty")});
    QCOMPARE(
        codes(report.failures),
        QStringList({expected(Code::NothingToRead, QString::fromStdString(path("empty"))),
                     expected(Code::FileNotFound, QString::fromStdString(path("nowhere.yaml")))}));
}

void TestLoader::doesNotWaitForAPipe()
{
    QCOMPARE(mkfifo(path("pipe.yaml").c_str(), 0600), 0);
    const LoadReport report = load({path("pipe.yaml")});
    QCOMPARE(
        codes(report.failures),
        QStringList(expected(Code::NotARegularFile, QString::fromStdString(path("pipe.yaml")))));
    QCOMPARE(load({m_folder->path().toStdString()}).failures.size(), std::size_t(1));
}

void TestLoader::doesNotFollowLinkedFolders()
{
    write("real/a.yaml", kPod);
    QVERIFY(QFile::link(QStringLiteral("."), QString::fromStdString(path("real/loop"))));
    QVERIFY(QFile::link(QStringLiteral("a.yaml"), QString::fromStdString(path("real/b.yaml"))));
    QCOMPARE(names(load({m_folder->path().toStdString()})), QStringList("real/a.yaml"));
}

void TestLoader::stopsAtTheLimits()
{
    write("a.yaml", kPod);
    write("b.yaml", kPod);
    LoadLimits limits;
    limits.files = 1;
    LoadReport report = load({m_folder->path().toStdString()}, limits);
    QCOMPARE(codes(report.failures), QStringList(expected(Code::TooManyFiles, "1")));
    QVERIFY(report.files.empty());

    limits = {};
    limits.fileSize = 5;
    report = load({path("a.yaml")}, limits);
    QCOMPARE(report.failures.size(), std::size_t(1));
    QCOMPARE(report.failures.front().code, Code::FileUnreadable);

    write("1/2/3/c.yaml", kPod);
    limits = {};
    limits.depth = 2;
    report = load({m_folder->path().toStdString()}, limits);
    QCOMPARE(names(report), QStringList({"a.yaml", "b.yaml"}));
    QCOMPARE(report.failures.size(), std::size_t(1));
}

void TestLoader::keepsTheBytes()
{
    const QByteArray bytes("\xEF\xBB\xBFkind: Pod\r\nx: \xFF\0y", 18);
    write("a.yaml", bytes);
    const LoadReport report = load({path("a.yaml")});
    QCOMPARE(report.files.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(report.files.front().bytes), bytes);
}

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"
