#include "document/document.h"
#include "picture_faults.h"

#include <QSignalSpy>
#include <QTest>

using namespace drawbridge;

namespace {

QByteArray pod(int nameSpace, int number)
{
    return QStringLiteral("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%1, namespace: n%2, "
                          "labels: {app: p%1}}\n")
        .arg(number)
        .arg(nameSpace, 2, 10, QLatin1Char('0'))
        .toUtf8();
}

void append(Document &document, const QByteArray &text)
{
    const FileId file = document.workspace().files().front();
    const std::size_t end = document.workspace().file(file).bytes().size();
    Change change;
    change.patches.push_back({file, {{{end, end}, text.toStdString()}}});
    document.push(std::move(change));
}

} // namespace

/// Services are added where there is no room, as a user would: one after the other.
class RoomMadeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<std::vector<graph::Key>>("std::vector<drawbridge::graph::Key>");
    }
    void nothingLiesOverAnother();
    void whereAllIsPlacedItIsSaid();
};

void RoomMadeTest::nothingLiesOverAnother()
{
    Document document;
    QByteArray text;
    for (int i = 0; i < 16; ++i)
        text += pod(i, 0);
    document.startUntitled(text);
    QSignalSpy made(&document, &Document::roomMade);
    for (int number = 1; number < 4; ++number)
        for (int i = 0; i < 16; i += 3) {
            append(document, pod(i, number));
            const QString faults = pictureFaults(document.picture());
            QVERIFY2(faults.isEmpty(), qPrintable(faults));
        }
    QVERIFY(made.count() > 0);
    QVERIFY(document.side().isEmpty()); // nothing of it is the user's
}

void RoomMadeTest::whereAllIsPlacedItIsSaid()
{
    Document document;
    SideState side;
    QByteArray text;
    for (int i = 0; i < 9; ++i) {
        text += pod(i, 0);
        side.placement["n0" + std::to_string(i) + "/p0[Pod]"] = {i % 3 * 290.0, i / 3 * 180.0};
    }
    document.startUntitled(text, side);
    const auto tells = [&] {
        const auto all = document.diagnostics();
        return std::any_of(all.begin(), all.end(), [](const Diagnostic &d) {
            return d.code == Code::NoRoomForFrame && d.arguments.front() == "n04";
        });
    };
    QVERIFY(!tells());
    append(document, pod(4, 1));
    QVERIFY(tells());
    for (const auto &[key, point] : side.placement)
        QVERIFY(document.picture().node(key)->rect.x == point.x);
    document.undoStack()->undo();
    QVERIFY(!tells());
}

QTEST_GUILESS_MAIN(RoomMadeTest)
#include "tst_room_made.moc"
