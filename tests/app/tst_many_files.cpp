#include "document_fixture.h"

#include <QCoreApplication>
#include <QDir>

using namespace drawbridge;

/// More files than can be looked at in one slice.
class ManyFilesTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { closeAll(); }

    void askingAgainAndAgainHindersNothing();

private:
    static constexpr int kFiles = 1500;

    static QString name(int number)
    {
        return QStringLiteral("p%1.yaml").arg(number, 4, 10, QLatin1Char('0'));
    }
};

void ManyFilesTest::init()
{
    openPolicy();
    for (int i = 0; i < kFiles; ++i) {
        QByteArray text = kPolicy;
        write(name(i), text.replace("name: api", "name: p" + QByteArray::number(i)));
    }
}

/// As where each look takes long: every slice is followed by another wish to look.
void ManyFilesTest::askingAgainAndAgainHindersNothing()
{
    QVERIFY(m_document->open({m_folder->path()}).empty());
    const QByteArray theirs = "# theirs\n" + kPolicy;
    write(QStringLiteral("api.yaml"), theirs);
    const auto text = [&] {
        const FileId id =
            m_document->workspace().fileAt(path(QStringLiteral("api.yaml")).toStdString());
        return QByteArray::fromStdString(m_document->workspace().file(id).bytes());
    };
    for (int i = 0; i < 1000 && text() != theirs; ++i) {
        m_document->lookAtDisk();
        QCoreApplication::processEvents();
    }
    QCOMPARE(text(), theirs);
}

QTEST_MAIN(ManyFilesTest)
#include "tst_many_files.moc"
