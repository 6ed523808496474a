// What can be done about a problem, from the list and from the text.
#include "edit/fixes.h"

#include "document/document.h"
#include "messages/end_words.h"
#include "messages/fix_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/problems_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/confirm_dialog.h"
#include "window/main_window.h"
#include "window/waiting_input.h"

#include <QMenu>
#include <QStatusBar>

namespace drawbridge {

namespace {

std::vector<edit::Fix> fixesOf(const Document &document, const Diagnostic &problem)
{
    return edit::fixesOf(document.workspace(), document.evaluator(), problem);
}

QString titleOf(const edit::Fix &fix)
{
    return withWindowNames(fixTitle(fix));
}

} // namespace

void MainWindow::addFixAction(QMenu *menu)
{
    add(menu, Tr::tr("Fi&x Problem…"), QKeySequence(Qt::CTRL | Qt::Key_Period), [this] {
        TextEditor *editor = m_text->currentEditor();
        const bool isInText = editor && editor->hasFocus();
        offerFixes(isInText ? editor->viewport()->mapToGlobal(editor->cursorRect().bottomLeft())
                            : m_problems->currentSpot());
    });
}

void MainWindow::connectFixes()
{
    connect(m_problems, &ProblemsPanel::fixesRequested, this, &MainWindow::offerFixes);
    m_problems->setFixWords([this](const Diagnostic &problem) {
        QStringList titles;
        for (const edit::Fix &fix : fixesOf(*m_document, problem))
            titles.append(titleOf(fix));
        return titles.join(QLatin1Char('\n'));
    });
}

/// In the text: those around the caret, else those of its line.
std::vector<Diagnostic> MainWindow::problemsAtHand()
{
    const TextEditor *editor = m_text->currentEditor();
    if (!editor || !editor->hasFocus()) {
        const Diagnostic *problem = m_problems->currentProblem();
        return problem ? std::vector{*problem} : std::vector<Diagnostic>();
    }
    const std::vector<Diagnostic> problems = presentProblems();
    const Place caret = m_text->cursorPlace();
    const auto lineOf = [this](const Place &place) {
        return m_document->workspace().file(place.file).lineColumn(place.range.begin).line;
    };
    std::vector<Diagnostic> around;
    std::vector<Diagnostic> ofLine;
    for (const Diagnostic &problem : problems) {
        const Place &place = problem.place;
        if (place.file != caret.file)
            continue;
        if (place.range.begin <= caret.range.begin && caret.range.begin <= place.range.end)
            around.push_back(problem);
        else if (lineOf(place) == lineOf(caret))
            ofLine.push_back(problem);
    }
    return around.empty() ? ofLine : around;
}

void MainWindow::offerFixes(QPoint at)
{
    const std::vector<Diagnostic> problems = problemsAtHand();
    std::vector<edit::Fix> fixes;
    for (const Diagnostic &problem : problems)
        for (edit::Fix &fix : fixesOf(*m_document, problem))
            fixes.push_back(std::move(fix));
    if (fixes.empty()) {
        statusBar()->showMessage(
            problems.empty() ? Tr::tr("Choose a problem in the list, or put the caret on one in "
                                      "the text, first.")
                             : Tr::tr("There is no safe fix for this problem; change it by hand."),
            8000);
        return;
    }
    QMenu menu(this);
    menu.setAccessibleName(Tr::tr("Fixes"));
    for (const edit::Fix &fix : fixes) {
        QString title = titleOf(fix);
        menu.addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
    }
    menu.setActiveAction(menu.actions().front());
    const auto chosen = menu.actions().indexOf(menu.exec(at));
    if (chosen >= 0)
        fix(fixes[std::size_t(chosen)]);
}

/// What it changes besides the text is shown first.
void MainWindow::fix(const edit::Fix &fix)
{
    const auto made = edit::planned(m_document->workspace(), m_document->evaluator(), fix);
    if (!made) {
        tell(message(made.failure()));
        return;
    }
    const QString title = titleOf(fix);
    const edit::Intent &intent = made->fix.intent;
    if (!made->rewrite.alsoChanges.empty()) {
        ConfirmDialog(*m_document, {Tr::tr("Fix Problem"), title, Tr::tr("Fix"), title}, intent,
                      this)
            .exec();
        return;
    }
    if (const auto plan = planBeside(*m_document, intent))
        push(*plan, title);
    else
        tell(message(plan.failure()));
}

} // namespace drawbridge
