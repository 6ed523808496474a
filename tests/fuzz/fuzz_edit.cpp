// Any bytes as a file, and random intents on it. Each is done exactly or refused: the patches are
// well formed, undo gives the first bytes, and what was updated step by step equals what is read
// afresh.

#include "edit/intent.h"
#include "fuzz/demand.h"
#include "report/list.h"

#include <random>

using namespace drawbridge;
using edit::End;
using fuzz::demand;

namespace {

class Wisher
{
public:
    Wisher(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
           std::mt19937 &random)
        : m_workspace(workspace), m_evaluator(evaluator), m_random(random)
    {
    }

    edit::Intent intent();

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    bool chance() { return below(2) == 0; }
    std::string word();
    std::string endpoint();
    std::string nameSpace();
    kube::ObjectPtr object();
    kube::ObjectPtr policy();
    End end();
    std::vector<edit::PortSpan> ports();
    edit::Intent change();

    const kube::Workspace &m_workspace;
    const verdict::Evaluator &m_evaluator;
    std::mt19937 &m_random;
};

std::string Wisher::word()
{
    static const std::vector<std::string> words{"api",      "b-2",        "y",       "1",   "null",
                                                "",         "a: b",       "# x",     "---", "\"'",
                                                "\xC3\xA9", "two\nlines", "\x1b[31m"};
    return words[below(words.size())];
}

std::string Wisher::endpoint()
{
    const auto &all = m_evaluator.endpoints();
    return all.empty() || below(8) == 0 ? word() : all[below(all.size())].key();
}

std::string Wisher::nameSpace()
{
    const auto &all = m_evaluator.namespaces();
    if (all.empty() || below(8) == 0)
        return word();
    auto at = all.begin();
    std::advance(at, std::ptrdiff_t(below(all.size())));
    return at->first;
}

kube::ObjectPtr Wisher::object()
{
    const auto all = m_workspace.objects();
    return all.empty() ? nullptr : all[below(all.size())];
}

kube::ObjectPtr Wisher::policy()
{
    const auto &all = m_evaluator.policies();
    return all.empty() ? nullptr : all[below(all.size())];
}

End Wisher::end()
{
    switch (below(8)) {
    case 0:
        return {End::Kind::Namespace, nameSpace(), {}};
    case 1:
        return {End::Kind::Internet, {}, {}};
    case 2:
        return {End::Kind::Everyone, {}, {}};
    case 3:
        if (const auto found = edit::parseEnd(m_evaluator, "10.0.0.0/8"))
            return *found;
        [[fallthrough]];
    default:
        return {End::Kind::Endpoint, endpoint(), {}};
    }
}

std::vector<edit::PortSpan> Wisher::ports()
{
    std::vector<edit::PortSpan> spans;
    for (std::size_t i = below(3); i > 0; --i)
        spans.push_back({kube::Protocol(below(3)), std::uint32_t(below(3) * 80), 0});
    for (edit::PortSpan &span : spans)
        span.last = span.first == 0 ? 0 : span.first + std::uint32_t(below(2) * 10);
    return spans;
}

/// Of a policy: one part of it taken away, or turned round.
edit::Intent Wisher::change()
{
    const kube::ObjectPtr object = policy();
    if (!object)
        return edit::AddService{nameSpace(), word(), "app", {}};
    kube::NetworkPolicy wanted = *object->policy();
    auto &rules = chance() ? wanted.ingress : wanted.egress;
    switch (below(4)) {
    case 0:
        wanted.isolatesEgress = !wanted.isolatesEgress;
        break;
    case 1:
        if (!rules.empty())
            rules.erase(rules.begin() + std::ptrdiff_t(below(rules.size())));
        break;
    case 2:
        if (!rules.empty() && !rules.front().peers.empty())
            rules.front().peers.pop_back();
        break;
    default:
        std::swap(wanted.ingress, wanted.egress);
    }
    return edit::ChangePolicy{object, chance() ? object->meta.name : word(), wanted};
}

edit::Intent Wisher::intent()
{
    const kube::ObjectPtr any = object();
    switch (below(12)) {
    case 0:
        return edit::Isolate{nameSpace(), chance(), chance(), edit::DnsServer(below(3)), chance()};
    case 1:
        return edit::AddService{nameSpace(), word(), chance() ? "app" : word(), {}};
    case 2:
        return edit::Rename{endpoint(), word()};
    case 3:
        return edit::MoveService{endpoint(), nameSpace()};
    case 4:
        return edit::RemoveService{endpoint(), chance()};
    case 5:
        return change();
    case 6:
        return edit::Paste{edit::copied(m_workspace, m_evaluator, {endpoint()}), nameSpace(),
                           chance()};
    case 7:
        if (any)
            return edit::RemoveObject{any};
        [[fallthrough]];
    case 8:
        if (any)
            return edit::ChangeLabels{any, {{word(), word()}, {"app", word()}}};
        [[fallthrough]];
    case 9:
        return edit::SetPorts{end(), end(), ports()};
    case 10:
        return edit::Revoke{end(), end(), ports(), chance()};
    default:
        return edit::Allow{end(), end(), ports(), chance(), chance(), {}};
    }
}

std::string listed(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    return report::listText(report::list(workspace, evaluator, {true}));
}

kube::Workspace readAfresh(const kube::Workspace &workspace)
{
    kube::Workspace fresh(workspace.defaultNamespace());
    fresh.setDefaultNamespaceGiven(workspace.isDefaultNamespaceGiven());
    for (const FileId id : workspace.files())
        fresh.add(workspace.file(id).path(), workspace.file(id).bytes());
    return fresh;
}

/// The workspace after the rewrite, with all laws looked at.
kube::Workspace taken(const kube::Workspace &before, const edit::Rewrite &rewrite)
{
    const kube::Workspace after = edit::applied(before, rewrite);
    for (const edit::FilePatches &change : rewrite.patches) {
        const std::string &first = before.file(change.file).bytes();
        demand(areWellFormed(change.patches, first.size()), "patches are well formed");
        const std::string &now = after.file(change.file).bytes();
        demand(applied(first, change.patches) == now, "patches are what is applied");
        demand(applied(now, inverse(first, change.patches)) == first, "Undo");
    }
    return after;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    std::mt19937 random(input.seed);
    kube::Workspace workspace;
    workspace.setDefaultNamespaceGiven(input.seed % 2 == 1);
    workspace.add(input.seed % 4 == 0 ? "a.json" : "a.yaml", input.bytes);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const unsigned steps = 1 + input.seed / 4 % 3;
    for (unsigned step = 0; step < steps; ++step) {
        const auto rewrite =
            edit::rewrite(workspace, evaluator, Wisher(workspace, evaluator, random).intent());
        if (!rewrite)
            continue;
        workspace = taken(workspace, *rewrite);
        evaluator.update(workspace);
        const kube::Workspace fresh = readAfresh(workspace);
        verdict::Evaluator again;
        again.update(fresh);
        demand(listed(workspace, evaluator) == listed(fresh, again), "Incremental");
        demand(workspace.diagnostics().size() == fresh.diagnostics().size(),
               "Incremental: problems");
    }
    return 0;
}
