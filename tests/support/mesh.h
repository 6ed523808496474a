#pragma once

#include "graph/refresh.h"

#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drawbridge::support {

/// Services that admit others, each by a policy of its own.
class Mesh
{
public:
    Mesh(int services, int callers, std::set<graph::Key> collapsed)
        : m_collapsed(std::move(collapsed)), m_callers(std::size_t(services))
    {
        std::string text;
        for (int i = 0; i < 6; ++i)
            text += "apiVersion: v1\nkind: Namespace\nmetadata: {name: n" + std::to_string(i) +
                    "}\n---\n";
        m_workspace.add("a.yaml", text);
        for (int i = 0; i < services; ++i) {
            for (int j = 1; j <= callers; ++j)
                m_callers[std::size_t(i)].insert((i + j * (i % 3 + 1)) % services);
            m_callers[std::size_t(i)].erase(i);
            m_files.push_back(m_workspace.add("p" + std::to_string(i) + ".yaml", textOf(i)));
        }
        m_callers[0].insert({-1, -2, -3});
        m_workspace.apply(m_files[0], change(0));
        m_evaluator.update(m_workspace);
        m_graph = graph::build(m_workspace, m_evaluator);
        for (const graph::NodeShape &shape : graph::compose(m_graph, {}).nodes)
            m_places[shape.node.key] = {shape.rect.x, shape.rect.y};
        m_picture = composed();
        takePlaces();
        m_pills.emplace(m_picture);
    }

    /// One caller more or less, or one policy; true if the picture did not have to be composed, or
    /// was near enough.
    bool changeSome(std::mt19937 &random, bool mayBeNear = false)
    {
        const int service = int(random() % m_files.size());
        std::set<int> &callers = m_callers[std::size_t(service)];
        // Some are asked for and are not there.
        const int caller = int(random() % (m_files.size() + 3 + m_files.size() / 6)) - 3;
        if (random() % 10 == 0)
            callers.clear();
        else if (caller != service && callers.erase(caller) == 0)
            callers.insert(caller);
        m_workspace.apply(m_files[std::size_t(service)], change(service));
        m_evaluator.update(m_workspace);
        m_touched = graph::refresh(m_graph, m_workspace, m_evaluator, false);
        if (!m_touched)
            m_graph = graph::build(m_workspace, m_evaluator);
        if (m_touched) {
            const auto redrawn =
                graph::refresh(m_picture, m_graph, *m_pills, *m_touched, {}, {}, mayBeNear);
            for (const graph::Refreshed::Gone &gone : m_touched->nodesRemoved)
                m_places.erase(gone.node);
            if (redrawn == graph::Redrawn::Exactly ||
                (mayBeNear && redrawn == graph::Redrawn::Nearly)) {
                takePlaces();
                return !m_touched->keepsArrows();
            }
        }
        m_touched.reset();
        m_picture = composed();
        takePlaces();
        m_pills.emplace(m_picture);
        return false;
    }

    graph::Picture composed() const { return graph::compose(m_graph, m_places, m_collapsed); }
    const graph::Picture &picture() const { return m_picture; }
    /// Nothing if the picture was composed.
    const std::optional<graph::Refreshed> &touched() const { return m_touched; }

private:
    void takePlaces()
    {
        for (const graph::NodeShape &shape : m_picture.nodes)
            m_places.insert({shape.node.key, {shape.rect.x, shape.rect.y}});
        for (const graph::FrameShape &shape : m_picture.frames)
            if (shape.frame.services == 0)
                m_places.insert({shape.frame.key, {shape.rect.x, shape.rect.y}});
    }

    static std::string nameSpaceOf(int service) { return 'n' + std::to_string(service % 5); }

    std::string textOf(int service) const
    {
        const std::string name = "s" + std::to_string(service);
        std::string text = "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
                           ", namespace: " + nameSpaceOf(service) + ", labels: {app: " + name +
                           "}}\nspec: {containers: [{name: c, image: i}]}\n"
                           "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                           "metadata: {name: " +
                           name + ", namespace: " + nameSpaceOf(service) +
                           "}\nspec:\n  podSelector: {matchLabels: {app: " + name +
                           "}}\n  ingress:\n";
        for (const int caller : m_callers[std::size_t(service)])
            text += "  - from: [" + peer(caller) +
                    "]\n    ports: [{port: " + std::to_string(80 + (caller + 3) * 101) + "}]\n";
        return text;
    }

    static std::string peer(int caller)
    {
        if (caller == -1)
            return "{ipBlock: {cidr: 0.0.0.0/0}}";
        const std::string home = caller < 0 ? "n" + std::to_string(-caller) : nameSpaceOf(caller);
        const std::string selector =
            "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: " + home + "}}";
        return caller < 0 ? selector + '}'
                          : selector + ", podSelector: {matchLabels: {app: s" +
                                std::to_string(caller) + "}}}";
    }

    Patches change(int service) const
    {
        const std::string &before = m_workspace.file(m_files[std::size_t(service)]).bytes();
        return {{{0, before.size()}, textOf(service)}};
    }

    kube::Workspace m_workspace;
    verdict::Evaluator m_evaluator;
    std::set<graph::Key> m_collapsed;
    std::vector<std::set<int>> m_callers; ///< below 0: what is no service
    std::vector<FileId> m_files;
    graph::Placement m_places;
    graph::Graph m_graph;
    graph::Picture m_picture;
    std::optional<graph::Pills> m_pills;
    std::optional<graph::Refreshed> m_touched; ///< by the last change
};

} // namespace drawbridge::support
