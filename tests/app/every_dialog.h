#pragma once

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "document/session.h"
#include "messages/template_words.h"
#include "messages/tr.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "shop_text.h"
#include "window/difference_dialog.h"
#include "window/main_window.h"
#include "window/recovery_dialog.h"

#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <utility>

namespace drawbridge::test {

/// Opens every dialog of a window as a user comes to it, hands it over and closes it by Escape.
class EveryDialog
{
public:
    using Visit = std::function<void(QWidget *dialog, const QString &name)>;

    EveryDialog(MainWindow &window, Visit visit) : m_window(window), m_visit(std::move(visit)) {}

    void open()
    {
        openPlain();
        m_window.document().startUntitled(kShop);
        openOfServices();
        openOfPolicies();
        openTemplates();
        openQuestions();
    }

    int count() const { return m_count; }
    /// Dialogs that did not come, or that Escape does not close.
    const QStringList &faults() const { return m_faults; }

    /// Runs the command with this text.
    void run(const QString &text)
    {
        for (QAction *action : m_window.findChildren<QAction *>())
            if (action->text() == text)
                action->trigger();
    }

    /// Hands over what `popUp` opens.
    void dialog(const char *name, const std::function<void()> &popUp)
    {
        bool wasSeen = false;
        QTimer timer;
        timer.setInterval(20);
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            QWidget *widget = QApplication::activeModalWidget();
            if (!widget || !widget->isVisible() || !widget->isActiveWindow())
                return;
            timer.stop();
            if (!std::exchange(wasSeen, true)) {
                ++m_count;
                m_visit(widget, QString::fromLatin1(name));
            }
            const QPointer<QWidget> alive = widget;
            QTest::keyClick(widget, Qt::Key_Escape);
            if (alive && alive->isVisible()) {
                m_faults += QStringLiteral("Escape does not close ") + QLatin1String(name);
                alive->close();
            }
            timer.start(); // in case that closing asked something
        });
        timer.start();
        popUp();
        if (!QTest::qWaitFor([&] { return wasSeen; }))
            m_faults += QStringLiteral("there is no dialog ") + QLatin1String(name);
    }

private:
    graph::Key node(const std::string &title) const
    {
        for (const graph::Node &node : m_window.document().graph().nodes)
            if (node.title == title)
                return node.key;
        return {};
    }
    graph::Key arrow(const std::string &source, const std::string &target) const
    {
        return node(source) + '\n' + node(target);
    }
    void select(const graph::Key &key) { m_window.canvas()->setSelection({key}); }

    /// In the three-tier example, whose services are pod groups.
    void openPlain()
    {
        m_window.openExample();
        dialog("about", [this] { run(Tr::tr("&About Drawbridge")); });
        dialog("settings", [this] { run(Tr::tr("Se&ttings…")); });
        dialog("shortcuts", [this] { run(Tr::tr("&Keyboard Shortcuts")); });
        dialog("export", [this] { run(Tr::tr("E&xport…")); });
        dialog("report", [this] { run(Tr::tr("Export Re&port…")); });
        dialog("service", [this] { run(Tr::tr("&Add Service…")); });
        dialog("compare", [this] { run(Tr::tr("Compare With…")); });
        select(node("api"));
        dialog("declared", [this] { run(Tr::tr("&Ports of the Service…")); });
        dialog("note", [this] { run(Tr::tr("Add &Note…")); });
    }

    void openOfServices()
    {
        canvas::CanvasWidget *canvas = m_window.canvas();
        select(node("api"));
        dialog("connect", [this] { run(Tr::tr("Allow a &Connection…")); });
        select(arrow("prometheus", "api"));
        dialog("scrape", [this] { run(Tr::tr("Allow a &Connection…")); });
        dialog("outside",
               [&] { emit canvas->connectRequested(graph::kInternetKey, node("database"), {}); });
        select(node("api"));
        dialog("rename", [this] { run(Tr::tr("Rena&me…")); });
        dialog("move", [this] { run(Tr::tr("&Move to Namespace…")); });
        dialog("labels", [this] { run(Tr::tr("&Labels…")); });
        dialog("remove", [&] { emit canvas->deleteRequested({node("api")}); });
        dialog("told", [&] { emit canvas->deleteRequested({graph::kInternetKey}); });
        select(arrow("api", "database"));
        dialog("ports", [this] { run(Tr::tr("C&hange Ports…")); });
        dialog("revoke", [&] { emit canvas->deleteRequested({arrow("gateway", "api")}); });
        dialog("egress", [this] { run(Tr::tr("Deny E&gress by Default…")); });
    }

    void openOfPolicies()
    {
        select(arrow("api", "database"));
        dialog("which", [this] { run(Tr::tr("&Edit Policy…")); });
        for (const kube::ObjectPtr &object : m_window.document().workspace().objects())
            if (object->meta.name == "gateway" && object->policy())
                dialog("policy",
                       [&] { emit m_window.inspector()->policyEditRequested(object.get()); });
        dialog("new_policy", [this] { run(Tr::tr("&New Policy…")); });
        select(node("database"));
        dialog("remove_policy", [this] { run(Tr::tr("Remove Polic&y…")); });
    }

    void openTemplates()
    {
        select(node("api"));
        for (const edit::Template kind : {edit::Template::Traefik, edit::Template::Dns,
                                          edit::Template::Prometheus, edit::Template::ThreeTier})
            dialog("template", [&] { run(nameOf(kind) + QStringLiteral("…")); });
    }

    void openQuestions()
    {
        Document &document = m_window.document();
        const QTemporaryDir folder;
        const FileId file = document.workspace().files().front();
        if (document.saveAs(file, folder.filePath(QStringLiteral("shop.yaml"))))
            m_faults += QStringLiteral("the file could not be saved");
        dialog("disk", [&] {
            emit document.diskChanged(file);
            for (NoticeBar *bar : m_window.findChildren<NoticeBar *>())
                if (bar->accessibleName() == Tr::tr("Changed on disk"))
                    QTest::keyClick(bar->focusProxy(), Qt::Key_Space);
        });
        dialog("difference", [this] {
            DifferenceDialog(QStringLiteral("shop.yaml"), "a: 1\nb: 2\n", "a: 1\nb: 3\n",
                             "a: 1\nb: 1\n", &m_window)
                .exec();
        });
        Change change;
        change.patches = {{file, {{{0, 0}, "# a comment\n"}}}};
        change.label = QStringLiteral("Type");
        document.push(std::move(change));
        dialog("unsaved", [this] { m_window.close(); });
        document.undoStack()->undo();
        openRecovery(folder);
    }

    void openRecovery(const QTemporaryDir &folder)
    {
        Unsaved unsaved;
        unsaved.roots = {folder.path()};
        const QString saved = folder.filePath(QStringLiteral("shop.yaml"));
        unsaved.files = {
            {saved, saved, "# what was typed last\n" + QByteArray(kShop), "another base", {}},
            {folder.filePath(QStringLiteral("gone.yaml")),
             QStringLiteral("gone.yaml"),
             "a: 1\n",
             "x",
             {}},
            {{}, QStringLiteral("untitled.yaml"), "a: 1\n", {}, "a: 0\n"}};
        unsaved.side = SideState();
        const QString state = folder.filePath(QStringLiteral("state"));
        if (Session(state).keep(unsaved))
            m_faults += QStringLiteral("nothing could be kept");
        for (const bool isCompared : {false, true})
            dialog("recovery", [&] {
                Session::Found found = Session(state).leftBehind();
                found.damaged += saved + QStringLiteral(".damaged");
                RecoveryDialog recovery(std::move(found), &m_window);
                recovery.compareButton()->setChecked(isCompared);
                recovery.exec();
            });
        dialog("recovery_discard", [&] {
            RecoveryDialog recovery(Session(state).leftBehind(), &m_window);
            QTimer::singleShot(0, &recovery, [&recovery] {
                recovery.discardButton()->click(); // until the question is answered
                recovery.reject();
            });
            recovery.exec();
        });
    }

    MainWindow &m_window;
    Visit m_visit;
    QStringList m_faults;
    int m_count = 0;
};

} // namespace drawbridge::test
