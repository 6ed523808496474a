// Numbers of list elements of which some went and others came, and arrows found by their ends.

#include "graph/arrow_ends.h"
#include "graph/renumbering.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace drawbridge;

class RenumberingTest : public QObject
{
    Q_OBJECT
private slots:
    void random();
    void nothingMovesBesides();
    void whatComesHasItsPlace();
    void arrowsAtAFewEnds();
};

static std::vector<std::size_t> some(std::mt19937 &random, std::size_t count, std::size_t below)
{
    std::set<std::size_t> numbers;
    while (numbers.size() < count)
        numbers.insert(random() % below);
    return {numbers.begin(), numbers.end()};
}

void RenumberingTest::random()
{
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        const std::size_t before = random() % 40;
        const std::size_t gone = before == 0 ? 0 : random() % before;
        const std::size_t come = random() % 12;
        const std::size_t after = before - gone + come;
        const graph::Renumbering numbers(before,
                                         some(random, gone, std::max<std::size_t>(before, 1)),
                                         some(random, come, std::max<std::size_t>(after, 1)));
        QCOMPARE(numbers.before(), before);
        QCOMPARE(numbers.after(), after);

        // By hand: take out, then put in.
        std::vector<int> expected;
        for (std::size_t i = 0; i < before; ++i)
            if (std::count(numbers.gone().begin(), numbers.gone().end(), i) == 0)
                expected.push_back(int(i));
        for (const std::size_t i : numbers.come())
            expected.insert(expected.begin() + long(i), -1);

        std::vector<int> elements;
        for (std::size_t i = 0; i < before; ++i)
            elements.push_back(int(i));
        numbers.applyTo(elements);
        QCOMPARE(elements.size(), after);
        for (const std::size_t i : numbers.come())
            elements[i] = -1;
        QCOMPARE(elements, expected);

        std::size_t moved = 0;
        for (std::size_t i = 0; i < before; ++i) {
            const auto at = std::find(expected.begin(), expected.end(), int(i));
            const auto now = numbers.now(i);
            QCOMPARE(now.has_value(), at != expected.end());
            if (now)
                QCOMPARE(*now, std::size_t(at - expected.begin()));
            moved += now && *now != i;
        }
        QCOMPARE(numbers.countOfMoved(), moved);
    }
}

void RenumberingTest::nothingMovesBesides()
{
    const graph::Renumbering numbers(1000, {10, 500}, {12, 500});
    QCOMPARE(numbers.countOfMoved(), std::size_t(2));
    QCOMPARE(numbers.now(11), std::optional<std::size_t>(10));
    QCOMPARE(numbers.now(13), std::optional<std::size_t>(13));
    QVERIFY(!numbers.now(500));
}

void RenumberingTest::whatComesHasItsPlace()
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::set<std::string> keys;
        for (const std::size_t count = random() % 30; keys.size() < count;)
            keys.insert(std::to_string(random() % 100));
        std::vector<std::string> list(keys.begin(), keys.end());
        const std::vector<std::size_t> gone =
            list.empty() ? std::vector<std::size_t>()
                         : some(random, random() % list.size(), list.size());
        for (const std::size_t i : gone)
            keys.erase(list[i]);
        std::set<std::string> come; // one that goes may come again
        for (const std::size_t count = random() % 8; come.size() < count;)
            if (const std::string key = std::to_string(random() % 100); keys.count(key) == 0)
                come.insert(key);
        keys.insert(come.begin(), come.end());
        const graph::Renumbering numbers(
            list.size(), gone,
            graph::Renumbering::placesFor(
                come, list, gone,
                [](const std::string &key) -> const std::string & { return key; }));
        numbers.applyTo(list);
        auto place = numbers.come().begin();
        for (const std::string &key : come)
            list[*place++] = key;
        QCOMPARE(list, std::vector<std::string>(keys.begin(), keys.end()));
    }
}

void RenumberingTest::arrowsAtAFewEnds()
{
    struct Line
    {
        std::string source;
        std::string target;
    };
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        const auto end = [&random] { return "shop/pods-" + std::to_string(random() % 400); };
        std::vector<Line> lines(random() % 300);
        for (Line &line : lines)
            line = {end(), end()};
        graph::FewKeys few;
        for (std::size_t left = random() % 5; left > 0; --left)
            few.insert(end());
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto isOne = [&few](const std::string &key) {
                return std::find(few.begin(), few.end(), key) != few.end();
            };
            QCOMPARE(few.contains(lines[i].source), isOne(lines[i].source));
            if (isOne(lines[i].source) || isOne(lines[i].target))
                expected.push_back(i);
        }
        QCOMPARE(graph::ArrowEnds(lines).at(few), expected); // no two of these have one hash
    }
}

QTEST_APPLESS_MAIN(RenumberingTest)
#include "tst_renumbering.moc"
