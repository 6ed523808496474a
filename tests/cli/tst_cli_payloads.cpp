#include "cli_run.h"
#include "support/payloads.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge::test;

/// No name in a file, and no name of a file, commands the terminal that the program prints to.
class CliPayloadsTest : public QObject
{
    Q_OBJECT

private slots:
    void terminalIsNotCommanded_data();
    void terminalIsNotCommanded();
    void namesOfFilesNeither();
    void fieldsOfCsvAreNoFormulas();
    void workflowCommandsStayOnTheirLine();

private:
    static void write(const QString &path, const std::string &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text.data(), qint64(text.size())), qint64(text.size()));
    }
    /// What must not be printed: controls but for line ends and the tabs of lists, and what turns
    /// the direction round.
    static QString commandIn(const QByteArray &printed)
    {
        for (const QChar &c : QString::fromUtf8(printed)) {
            const char16_t u = c.unicode();
            if ((u < 0x20 && u != '\n' && u != '\t') || (u >= 0x7F && u < 0xA0) || u == 0x2028 ||
                u == 0x2029 || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) ||
                u == 0xFFFD)
                return QStringLiteral("U+%1").arg(uint(u), 4, 16, QLatin1Char('0'));
        }
        return {};
    }
    void check(const QStringList &arguments, const QString &folder);

    QTemporaryDir m_folder;
};

void CliPayloadsTest::check(const QStringList &arguments, const QString &folder)
{
    const CliRun run = runCli(arguments, folder);
    const QByteArray all = run.out + run.err;
    QVERIFY2(run.code >= 0 && run.code <= 3, all.constData());
    QVERIFY(!all.isEmpty());
    QVERIFY2(commandIn(all).isEmpty(), qPrintable(commandIn(all) + ' ' + arguments.join(' ') +
                                                  '\n' + all.toPercentEncoding()));
}

void CliPayloadsTest::terminalIsNotCommanded_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(payloads().size()); ++i)
        QTest::addRow("%d", i + 1) << i;
}

void CliPayloadsTest::terminalIsNotCommanded()
{
    QFETCH(int, index);
    const std::string &payload = payloads()[std::size_t(index)];
    write(m_folder.filePath("a.yaml"), manifestsCalled(payload));
    write(m_folder.filePath("b.yaml"), manifestsCalled("aa"));
    const QString word = QString::fromStdString(payload);
    for (const QStringList &arguments : {QStringList{"list", "--exposure", "a.yaml"},
                                         {"lint", "a.yaml"},
                                         {"diff", "a.yaml", "b.yaml"},
                                         {"explain", word, "zz", "a.yaml"},
                                         {"list", "-o", "md", "--groups", "a.yaml"}}) {
        check(arguments, m_folder.path());
        if (QTest::currentTestFailed())
            return;
    }
}

void CliPayloadsTest::namesOfFilesNeither()
{
    const QTemporaryDir folder;
    for (const std::string &payload : payloads()) {
        QString name = QString::fromStdString(payload);
        name.replace('/', '_');
        if (!name.contains(QChar(0)) && name.toUtf8().size() < 250)
            write(folder.path() + QLatin1Char('/') + name + ".yaml", "a: [\n");
    }
    check({"lint", "."}, folder.path());
    check({"list", "."}, folder.path());
    check({"lint", "\x1b[31m", "absent\nerror: x"}, folder.path());
    check({"list", "--\x1b[31m"}, folder.path());
    check({"list", "-n", "\x1b[31m", "."}, folder.path());
}

void CliPayloadsTest::fieldsOfCsvAreNoFormulas()
{
    for (const std::string &payload : payloads()) {
        write(m_folder.filePath("a.yaml"), manifestsCalled(payload));
        for (const char *option : {"--groups", "--exposure"}) {
            const CliRun run = runCli({"list", "-o", "csv", option, "a.yaml"}, m_folder.path());
            QByteArray cell;
            bool isQuoted = false;
            for (char c : run.out) {
                if (isQuoted || (c != ',' && c != '\n')) {
                    isQuoted = isQuoted != (c == '"');
                    cell += c == '"' ? QByteArray() : QByteArray(1, c);
                    continue;
                }
                QVERIFY2(cell.isEmpty() || !QByteArray("=+-@\t\r").contains(cell[0]),
                         cell.constData());
                cell.clear();
            }
            QVERIFY(!isQuoted);
        }
    }
}

/// A line of GitHub's workflow commands begins with ours, and holds no other.
void CliPayloadsTest::workflowCommandsStayOnTheirLine()
{
    for (const std::string &payload : payloads()) {
        write(m_folder.filePath("a.yaml"), manifestsCalled(payload));
        const CliRun run = runCli({"lint", "-o", "github", "a.yaml"}, m_folder.path());
        QVERIFY(!run.out.isEmpty());
        for (const QByteArray &line : run.out.trimmed().split('\n'))
            QVERIFY2(line.startsWith("::error file=a.yaml,") ||
                         line.startsWith("::warning file=a.yaml,") ||
                         line.startsWith("::notice file=a.yaml,"),
                     line.constData());
    }
}

QTEST_GUILESS_MAIN(CliPayloadsTest)
#include "tst_cli_payloads.moc"
