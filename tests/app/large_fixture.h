#pragma once

#include "document_fixture.h"
#include "graph/graph.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QAction>
#include <QTest>

#include <cstring>
#include <memory>

namespace drawbridge {

/// The document of DocumentFixture as a large one, and perhaps a window on it.
class LargeFixture : public DocumentFixture
{
protected:
    void openLarge()
    {
        openPolicy();
        m_document->setLarge(0);
    }
    /// With a cluster-wide policy that is about whatever pod group comes: where one does, all is
    /// made anew.
    void openWithEveryone()
    {
        openPolicy();
        write(QStringLiteral("everyone.yaml"),
              "apiVersion: policy.networking.k8s.io/v1alpha1\n"
              "kind: AdminNetworkPolicy\n"
              "metadata: {name: everyone}\n"
              "spec: {priority: 1, subject: {pods: {namespaceSelector: {}, podSelector: "
              "{matchExpressions: [{key: app, operator: Exists}]}}}}\n");
        QVERIFY(
            m_document
                ->open({path(QStringLiteral("api.yaml")), path(QStringLiteral("everyone.yaml"))})
                .empty());
        m_document->setLarge(0);
    }
    void closeWindow()
    {
        m_window.reset();
        closeAll();
    }

    /// As typed.
    void rename(const char *from, const char *to)
    {
        const std::string &bytes = m_document->workspace().file(only()).bytes();
        const std::size_t at = bytes.find(std::string("app: ") + from);
        QVERIFY(at != std::string::npos);
        Change change;
        change.patches.push_back({only(), {{{at + 5, at + 5 + std::strlen(from)}, to}}});
        change.label = QStringLiteral("Typing");
        change.mayFallBehind = true;
        m_document->push(std::move(change));
    }

    /// A window on the policy, the caret behind its `app: api`.
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(std::move(m_document));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->document().setLarge(0);
        m_window->text()->showFile(m_window->document().workspace().files().front());
        TextEditor *editor = m_window->text()->currentEditor();
        QVERIFY(editor);
        editor->setFocus();
        editor->setTextCursor(editor->document()->find(QStringLiteral("app: api")));
        QTest::keyClick(editor, Qt::Key_Right);
    }

    void command(const char *word)
    {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (action->iconText() == QLatin1String(word))
                return action->trigger();
        QFAIL(word);
    }

    bool has(const char *group) const
    {
        return m_document->graph().node(std::string("shop/{app=") + group + "}") != nullptr;
    }

    std::unique_ptr<MainWindow> m_window;
};

} // namespace drawbridge
