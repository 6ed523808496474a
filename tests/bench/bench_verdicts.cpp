// How long it takes from files to verdicts, in milliseconds of one processor, over parts of a
// cluster of the shape of a measured one (604 namespaces, 5,413 pods, 13,678 policies), and how
// much memory that keeps. Arguments: into how many parts the cluster is cut for each column,
// 8 4 2 1 if not given; `list` also measures the list of all connections.

#include "bare_parse.h"
#include "cluster.h"
#include "document/allocator.h"
#include "figures.h"

#include "report/list.h"
#include "verdict/evaluator.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace drawbridge;
using namespace drawbridge::bench;

static kube::Workspace parsed(const std::vector<Manifest> &manifests)
{
    kube::Workspace workspace;
    for (const Manifest &manifest : manifests)
        workspace.add(manifest.path, manifest.bytes);
    return workspace;
}

/// Another port in the first policy of the file in the middle, and back.
static void editOne(kube::Workspace &workspace, verdict::Evaluator &evaluator, Table &table)
{
    const std::vector<FileId> files = workspace.files();
    const FileId file = files[files.size() / 2];
    const std::size_t port = workspace.file(file).bytes().find("port: 80") + 6;
    for (int i = 0; i < 20; ++i) {
        table["edit: parse and decode"].add(processorOf([&] {
            workspace.apply(file, {{{port, port + 1}, i % 2 == 0 ? "7" : "8"}});
        }));
        table["edit: evaluate"].add(processorOf([&] { evaluator.update(workspace); }));
    }
}

static Table measure(const ClusterShape &shape, bool withList)
{
    const std::vector<Manifest> manifests = generateCluster(shape);
    std::size_t bytes = 0;
    for (const Manifest &manifest : manifests)
        bytes += manifest.bytes.size();
    const std::size_t before = Allocator::inUse();
    const kube::Workspace workspace = parsed(manifests);
    const std::size_t read = Allocator::inUse();
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::printf("%zu policies, %zu pods in %zu workloads, %.1f MB: %.0f bytes a policy or pod to "
                "read, %.0f more to evaluate\n",
                evaluator.policies().size(), shape.pods, evaluator.endpoints().size(),
                double(bytes) / 1e6, double(read - before) / double(shape.policies + shape.pods),
                double(Allocator::inUse() - read) / double(shape.policies + shape.pods));

    Table table;
    for (int i = 0; i < 5; ++i) {
        const double bare = processorOf([&] {
            for (const Manifest &manifest : manifests)
                parseBare(manifest.bytes);
        });
        kube::Workspace again;
        const double reading = processorOf([&] { again = parsed(manifests); });
        verdict::Evaluator fresh;
        const double evaluating = processorOf([&] { fresh.update(again); });
        table["yaml-cpp, events alone"].add(bare);
        table["parse and decode"].add(reading);
        table["evaluate"].add(evaluating);
        table["from bytes to verdicts : yaml-cpp"].add((reading + evaluating) / bare);
    }
    kube::Workspace edited = workspace;
    editOne(edited, evaluator, table);
    if (withList)
        table["list"].add(processorOf([&] { report::list(workspace, evaluator); }));
    return table;
}

int main(int argc, char *argv[])
{
    std::vector<std::size_t> parts;
    bool withList = false;
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "list") == 0)
            withList = true;
        else
            parts.push_back(std::strtoul(argv[i], nullptr, 10));
    if (parts.empty())
        parts = {8, 4, 2, 1};
    std::vector<std::size_t> sizes;
    std::vector<Table> tables;
    for (const std::size_t each : parts) {
        const ClusterShape shape = ClusterShape::part(std::max<std::size_t>(each, 1));
        sizes.push_back(shape.policies);
        tables.push_back(measure(shape, withList));
    }
    print("policies", sizes, tables);
    return 0;
}
