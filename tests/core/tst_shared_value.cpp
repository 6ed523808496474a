#include "base/shared_value.h"

#include <QTest>

#include <string>
#include <utility>

using drawbridge::SharedValue;

/// Copies share until one changes, and none sees what another changes.
class SharedValueTest : public QObject
{
    Q_OBJECT

private slots:
    void copiesShare();
    void changesStayWithTheirCopy();
    void theOnlyOneIsNotCopied();
    void whatWasMovedFromIsThere();
};

void SharedValueTest::copiesShare()
{
    const SharedValue<std::string> first(std::string("bridge"));
    const SharedValue<std::string> second =
        first; // NOLINT(performance-unnecessary-copy-initialization)
    QVERIFY(first.isSharedWith(second) && first.isShared());
    QCOMPARE(&*first, &*second);
    QVERIFY(!first.isSharedWith(SharedValue<std::string>(std::string("bridge"))));
}

void SharedValueTest::changesStayWithTheirCopy()
{
    SharedValue<std::string> first(std::string("bridge"));
    SharedValue<std::string> second = first;
    second.own() += "head";
    QCOMPARE(*first, std::string("bridge"));
    QCOMPARE(*second, std::string("bridgehead"));
    QVERIFY(!first.isSharedWith(second) && !first.isShared());
    SharedValue<std::string> third = second;
    third.set("gate");
    QCOMPARE(*second, std::string("bridgehead"));
    QCOMPARE(*third, std::string("gate"));
}

void SharedValueTest::theOnlyOneIsNotCopied()
{
    SharedValue<std::string> first(std::string("bridge"));
    const std::string *before = &*first;
    first.own() = "gate";
    QCOMPARE(&*first, before);
    {
        const SharedValue<std::string> second = first;
        QVERIFY(second.isShared());
    }
    first.own() = "wall";
    QCOMPARE(&*first, before);
}

void SharedValueTest::whatWasMovedFromIsThere()
{
    SharedValue<std::string> first(std::string("bridge"));
    const SharedValue<std::string> second = std::move(first); // NOLINT(performance-move-const-arg)
    QCOMPARE(*first, std::string("bridge"));                  // NOLINT(bugprone-use-after-move)
    QCOMPARE(*second, std::string("bridge"));
    QCOMPARE(SharedValue<std::string>()->size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(SharedValueTest)
#include "tst_shared_value.moc"
