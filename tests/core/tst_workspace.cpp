#include "kube/workspace.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

using namespace drawbridge;

/// Files have one order, whatever happened to them: lists, verdicts and outputs go by it.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAreInPathOrder();
};

/// Bytewise; those of one path (new sketches have none) as they came.
void WorkspaceTest::filesAreInPathOrder()
{
    std::mt19937 random(1);
    kube::Workspace workspace;
    std::vector<std::pair<std::string, FileId>> expected;
    std::vector<std::pair<std::string, FileId>> removed;
    const auto somePath = [&] {
        const char *const paths[] = {"",         "B.yaml",          "a.yaml",
                                     "a/b.yaml", "a/\xC3\xA4.yaml", "b.yaml"};
        return std::string(paths[random() % std::size(paths)]);
    };
    for (int i = 0; i < 2000; ++i) {
        const std::size_t which = expected.empty() ? 0 : random() % expected.size();
        switch (expected.empty() ? 0 : random() % 4) {
        case 0: {
            const std::string path = somePath();
            expected.emplace_back(path, workspace.add(path, "# nothing\n"));
            break;
        }
        case 1:
            workspace.remove(expected[which].second);
            removed.push_back(expected[which]);
            expected.erase(expected.begin() + std::ptrdiff_t(which));
            break;
        case 2:
            expected[which].first = somePath();
            workspace.setPath(expected[which].second, expected[which].first);
            break;
        case 3:
            if (removed.empty())
                break;
            expected.push_back(removed.back());
            workspace.add(removed.back().first, "# back\n", removed.back().second);
            removed.pop_back();
            break;
        }
        std::sort(expected.begin(), expected.end());
        std::vector<FileId> ids;
        for (const auto &[path, id] : expected)
            ids.push_back(id);
        QCOMPARE(workspace.files(), ids);
        const kube::Workspace copy = workspace;
        QCOMPARE(copy.files(), ids);
    }
}

QTEST_APPLESS_MAIN(WorkspaceTest)

#include "tst_workspace.moc"
