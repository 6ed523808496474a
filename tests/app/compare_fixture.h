#pragma once

#include "model_lines.h"
#include "panels/changes_panel.h"
#include "panels/notice_bar.h"
#include "support/git_repository.h"
#include "window/compare_dialog.h"
#include "window_user.h"

#include <QLineEdit>

#include <memory>

namespace drawbridge {

/// What changed since v1 of the versions that CompareFixture opens.
inline const QStringList kSinceV1{"added | service database | – | ingress isolated, egress open",
                                  "removed | service cache | ingress isolated, egress open | –",
                                  "removed | api → cache | TCP 6379 | nothing",
                                  "added | api → database | nothing | TCP 5432",
                                  "changed | frontend → api | TCP 8080 | TCP 9090",
                                  "changed | NetworkPolicy shop/api | 1 rule | other ingress rules",
                                  "removed | NetworkPolicy shop/cache | 1 rule | –",
                                  "added | NetworkPolicy shop/database | – | 1 rule"};

/// A window on the newer one of two versions in a Git work tree.
class CompareFixture : public WindowFixture
{
protected:
    /// In v1 the frontend reaches the API on 8080, and there is a cache; then 9090 and a database.
    void openVersions()
    {
        if (!test::GitRepository::isGitThere())
            QSKIP("There is no git.");
        m_repository = std::make_unique<test::GitRepository>();
        m_repository->write("k8s/api.yaml", test::policyText("api", "frontend", 8080));
        m_repository->write("k8s/cache.yaml", test::policyText("cache", "api", 6379));
        m_repository->commit("The cache");
        m_repository->git({"tag", "v1"});
        m_repository->remove("k8s/cache.yaml");
        m_repository->write("k8s/api.yaml", test::policyText("api", "frontend", 9090));
        m_repository->write("k8s/database.yaml", test::policyText("database", "api", 5432));
        m_repository->commit("The database");
        openWindow();
        m_window->openPaths({m_repository->path("k8s")});
        m_asked = 0;
        canvas()->setFocus();
    }
    void closeVersions()
    {
        closeWindow();
        m_repository.reset();
    }

    /// The dialog, by its shortcut; then `fill`, until all is read.
    template <typename Fill>
    void compare(Fill fill)
    {
        answer<CompareDialog>([fill](CompareDialog *dialog) {
            fill(dialog);
            QTRY_VERIFY(!dialog->isReading());
        });
        press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_answered, ++m_asked);
        m_window->activateWindow(); // window managers do
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    void compareWith(const char *revision)
    {
        compare([revision](CompareDialog *dialog) {
            pressLetter(dialog, Qt::Key_R);
            retype(dialog->revisionEdit(), revision);
            QTest::keyClick(dialog->revisionEdit(), Qt::Key_Return);
        });
    }
    /// Of the panel.
    QStringList lines() { return linesOf(*panel()->model()); }
    ChangesPanel *panel() { return m_window->findChild<ChangesPanel *>(); }
    NoticeBar *bar() { return m_window->findChild<NoticeBar *>(); }

    std::unique_ptr<test::GitRepository> m_repository;
    int m_asked = 0;
};

} // namespace drawbridge
