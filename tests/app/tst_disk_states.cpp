// What is known of files and the disk: which are nowhere else, and in which folders.
#include "document/disk_states.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace drawbridge;

namespace {

/// The same, by looking at them all.
template <typename Is>
std::set<FileId> filesWhere(const DiskStates &states, Is is)
{
    std::set<FileId> files;
    for (const auto &[file, state] : states)
        if (is(state))
            files.insert(file);
    return files;
}

QString path(quint32 number)
{
    static const QStringList folders{QString(), QStringLiteral("/a/"), QStringLiteral("/ab/"),
                                     QStringLiteral("/a/b/"), QStringLiteral("/c/")};
    const QString folder = folders[number % folders.size()];
    return folder.isEmpty() ? folder
                            : folder + QString::number(number % 7) + QStringLiteral(".yaml");
}

class TestDiskStates : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsOnlyHere()
    {
        QRandomGenerator random(5);
        DiskStates states;
        states.addFolder(QStringLiteral("/a"));
        for (int step = 0; step < 2'000; ++step) {
            const FileId file{random.bounded(1U, 20U)};
            const bool isThere = states.find(file) != states.end();
            switch (random.bounded(5)) {
            case 0:
                states.put(file, DiskState(path(random.generate())));
                break;
            case 1:
                states.erase(file);
                break;
            case 2:
                if (isThere)
                    states.setModified(file, random.bounded(2) == 0);
                break;
            case 3:
                if (isThere)
                    states.setGone(file, random.bounded(2) == 0);
                break;
            default:
                if (isThere)
                    states.setPath(file, path(random.generate()));
            }
            QCOMPARE(states.onlyHere(),
                     filesWhere(states, [](const DiskState &state) { return state.isOnlyHere(); }));
            QCOMPARE(states.onlyHereOrUntitled(), filesWhere(states, [](const DiskState &state) {
                         return state.isOnlyHere() || state.path().isEmpty();
                     }));
            QCOMPARE(states.outside(), filesWhere(states, [](const DiskState &state) {
                         return state.path().startsWith(QLatin1String("/ab/")) ||
                                state.path().startsWith(QLatin1String("/c/"));
                     }));
            const QString name = QStringLiteral("%1.yaml").arg(random.bounded(7));
            const auto called = filesWhere(states, [&name](const DiskState &state) {
                return QFileInfo(state.path()).fileName() == name;
            });
            QCOMPARE(std::size_t(states.countOf(name)), called.size());
        }
        QVERIFY(states.size() > 0);
    }

    void takesWhatIsPutWithItsMarks()
    {
        DiskStates states;
        states.put(FileId{1}, DiskState(path(1)));
        states.setModified(FileId{1}, true);
        const DiskState modified = states.at(FileId{1});
        states.put(FileId{2}, modified);
        QCOMPARE(states.onlyHere(), (std::set{FileId{1}, FileId{2}}));
        states.put(FileId{1}, DiskState(path(1)));
        QCOMPARE(states.onlyHere(), std::set{FileId{2}});
    }

    void foldersMayComeLater()
    {
        DiskStates states;
        states.put(FileId{1}, DiskState(QStringLiteral("/a/1.yaml")));
        states.put(FileId{2}, DiskState(QStringLiteral("/ab/2.yaml")));
        QCOMPARE(states.outside(), (std::set{FileId{1}, FileId{2}}));
        states.addFolder(QStringLiteral("/a"));
        QCOMPARE(states.outside(), std::set{FileId{2}});
        states.addFolder(QStringLiteral("/ab"));
        QVERIFY(states.outside().empty());
        QCOMPARE(states.folders(), (QStringList{QStringLiteral("/a"), QStringLiteral("/ab")}));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestDiskStates)
#include "tst_disk_states.moc"
