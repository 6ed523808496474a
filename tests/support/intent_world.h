#pragma once

#include "edit/intent.h"
#include "report/list.h"
#include "verdict/evaluator.h"

#include <QTest>

#include <string>

namespace drawbridge {

/// A workspace to try intents on.
struct IntentWorld
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;

    explicit IntentWorld(const std::string &text) { open({{"a.yaml", text}}); }
    explicit IntentWorld(kube::Workspace w) : workspace(std::move(w))
    {
        evaluator.update(workspace);
    }

    void open(const std::vector<std::pair<std::string, std::string>> &files)
    {
        for (const auto &[path, bytes] : files)
            workspace.add(path, bytes);
        evaluator.update(workspace);
    }

    std::string text() const { return workspace.file(workspace.files().front()).bytes(); }

    edit::End end(const std::string &name) const
    {
        const auto result = edit::parseEnd(evaluator, name);
        return result ? *result : edit::End{edit::End::Kind::Endpoint, "?" + name, {}};
    }

    std::vector<edit::PortSpan> ports(const std::string &words) const
    {
        std::vector<edit::PortSpan> result;
        for (const QString &word : QString::fromStdString(words).split(' ', Qt::SkipEmptyParts))
            result.push_back(*edit::parsePort(word.toStdString()));
        return result;
    }

    Result<edit::Rewrite> plan(const edit::Intent &intent) const
    {
        return edit::rewrite(workspace, evaluator, intent);
    }

    Result<edit::Rewrite> allow(const std::string &from, const std::string &to,
                                const std::string &words)
    {
        return plan(edit::Allow{end(from), end(to), ports(words)});
    }

    Result<edit::Rewrite> revoke(const std::string &from, const std::string &to,
                                 const std::string &words = {})
    {
        return plan(edit::Revoke{end(from), end(to), ports(words)});
    }

    void take(const Result<edit::Rewrite> &rewrite)
    {
        QVERIFY2(rewrite.isOk(), "the intent was refused");
        workspace = edit::applied(workspace, *rewrite);
        evaluator.update(workspace);
    }

    std::string list() const { return report::listText(report::list(workspace, evaluator)); }
};

inline std::string policyText(const std::string &name, const std::string &spec,
                              const std::string &ns = "shop")
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\n  namespace: " + ns + "\nspec:\n" + spec;
}

inline std::string serviceText(const std::string &name, const std::string &rules = {})
{
    return policyText(name, "  podSelector:\n    matchLabels:\n      app: " + name +
                                "\n  policyTypes:\n    - Ingress\n" + rules);
}

inline Code codeOf(const Result<edit::Rewrite> &result)
{
    return result.isOk() ? Code{} : result.failure().code;
}

} // namespace drawbridge
