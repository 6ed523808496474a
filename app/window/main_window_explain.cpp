#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/asked_ends.h"
#include "edit/known_ports.h"
#include "messages/end_words.h"
#include "messages/explain_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/explain_panel.h"
#include "window/main_window.h"
#include "window/named_ends.h"
#include "window/side_panels.h"
#include "window/stand_ins.h"
#include "window/waiting_input.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

namespace drawbridge {

namespace {

using verdict::Explanation;

/// A sign beside the colourless text.
QString signOf(Explanation::Verdict verdict)
{
    switch (verdict) {
    case Explanation::Verdict::Allowed:
        return QStringLiteral("✓");
    case Explanation::Verdict::NotAllowed:
        return QStringLiteral("✕");
    case Explanation::Verdict::CannotTell:
        return QStringLiteral("?");
    }
    return {};
}

QString item(const QString &html)
{
    return QStringLiteral("<li>%1</li>").arg(html);
}

} // namespace

void MainWindow::buildExplain()
{
    m_explain = new ExplainPanel;
    m_bottom->addTab(m_explain, Tr::tr("Explanation"));
    connect(m_explain, &ExplainPanel::asked, this, &MainWindow::explain);
    connect(m_explain, &ExplainPanel::repairRequested, this, &MainWindow::repairAsked);
    connect(m_explain, &ExplainPanel::placeRequested, this, [this](std::size_t index) {
        if (index < m_explainPlaces.size())
            goTo(m_explainPlaces[index]);
    });
    connect(m_bottom, &QTabWidget::currentChanged, this, [this] { listExplainEnds(); });
    for (auto signal : {&Document::pictureChanged, &Document::workspaceReplaced})
        connect(m_document, signal, this, &MainWindow::listExplainEnds);
}

void MainWindow::addExplainAction(QMenu *menu)
{
    add(menu, Tr::tr("E&xplain…"), QKeySequence(Qt::Key_F7), [this] { explainSelection(); });
}

/// An arrow that is selected, or two services or namespaces; else what is missing is to be chosen.
void MainWindow::explainSelection()
{
    const graph::Graph &graph = m_document->graph();
    std::vector<graph::Key> ends;
    for (const graph::Key &key : m_canvas->selection()) {
        if (const graph::Arrow *arrow = graph.arrow(key)) {
            ends = {arrow->source, arrow->target};
            break;
        }
        if (graph.node(key) || graph.frame(key))
            ends.push_back(key);
    }
    ends.resize(2);
    const StandIn source = standInOf(graph, ends[0], ends[1]);
    const StandIn target = standInOf(graph, ends[1], source.key);
    QStringList words{source.words, target.words};
    words.removeAll({});
    m_standIns = {source.key, target.key, words.join(QLatin1Char('\n'))};
    explainPair(source.key, target.key);
}

/// What is said of those that stand for many, while they are asked about.
QString MainWindow::standInWords(const edit::End *source, const edit::End *target) const
{
    const auto isAsked = [this](const edit::End *end, const graph::Key &key) {
        const auto wanted = endOf(m_document->graph(), key);
        return end ? wanted == *end : !wanted;
    };
    return isAsked(source, m_standIns.source) && isAsked(target, m_standIns.target)
               ? m_standIns.words
               : QString();
}

/// All that a question can be asked about; only while the answer can be seen.
void MainWindow::listExplainEnds()
{
    if (m_bottom->currentWidget() != m_explain)
        return;
    m_explainEnds.clear();
    QStringList names;
    const auto take = [&](const edit::End &end) {
        m_explainEnds.push_back(end);
        names += nameOf(m_document->graph(), end);
    };
    for (const graph::Node &node : m_document->graph().nodes)
        if (!node.frame.empty())
            take({edit::End::Kind::Endpoint, node.key, {}});
    take({edit::End::Kind::Internet, {}, {}});
    for (const graph::Node &node : m_document->graph().nodes)
        if (const auto end = endOf(m_document->graph(), node.key);
            end && end->kind == edit::End::Kind::Range)
            take(*end);
    m_explain->setEnds(names);
    explain();
}

/// An answer has some lines.
void MainWindow::makeRoomBelow()
{
    constexpr int kEnough = 260;
    auto *splitter = qobject_cast<QSplitter *>(m_bottom->parentWidget());
    const QList<int> sizes = splitter->sizes();
    if (sizes.back() < kEnough && sizes.front() + sizes.back() > 2 * kEnough)
        splitter->setSizes({sizes.front() + sizes.back() - kEnough, kEnough});
    m_sidePanels->heighten(splitter->sizes().back());
}

void MainWindow::explainPair(const graph::Key &source, const graph::Key &target)
{
    m_sidePanels->bringUp(m_bottom);
    m_bottom->setCurrentWidget(m_explain); // from then on the ends are listed
    makeRoomBelow();
    const auto indexOf = [&](const graph::Key &key) {
        const auto end = endOf(m_document->graph(), key);
        const auto found =
            end ? std::find(m_explainEnds.begin(), m_explainEnds.end(), *end) : m_explainEnds.end();
        return found == m_explainEnds.end() ? -1 : int(found - m_explainEnds.begin());
    };
    m_explain->choose(indexOf(source), indexOf(target));
    m_explain->setFocus();
}

std::optional<kube::ConnectionSet> MainWindow::explainPorts(QString &problem) const
{
    std::vector<edit::PortSpan> spans;
    const QStringList words = m_explain->ports()->text().split(
        QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts);
    // "TCP 80" is one port in two words.
    QStringList ports;
    for (const QString &word : words) {
        const bool isNumber = !word.isEmpty() && word.front().isDigit();
        if (isNumber && !ports.isEmpty() &&
            kube::protocolNamed(ports.back().toUpper().toStdString()))
            ports.back() += QLatin1Char('/') + word;
        else
            ports += word;
    }
    const auto index = std::size_t(m_explain->target()->currentIndex());
    const edit::End *target = index < m_explainEnds.size() ? &m_explainEnds[index] : nullptr;
    for (const QString &port : ports) {
        const Result<edit::PortSpan> span =
            target ? edit::readPort(m_document->evaluator(), *target, port.toStdString())
                   : edit::parsePort(port.toStdString());
        if (!span) {
            problem = withWindowNames(message(span.failure()));
            return {};
        }
        spans.push_back(*span);
    }
    return spans.empty() ? kube::ConnectionSet() : edit::connections(spans);
}

void MainWindow::explain()
{
    m_explainPlaces.clear();
    m_repair.reset();
    m_explain->offer({});
    const auto chosen = [this](const QComboBox *box) -> const edit::End * {
        const auto index = std::size_t(box->currentIndex());
        return index < m_explainEnds.size() ? &m_explainEnds[index] : nullptr;
    };
    const edit::End *source = chosen(m_explain->source());
    const edit::End *target = chosen(m_explain->target());
    QString problem;
    const auto ports = explainPorts(problem);
    const QString who = standInWords(source, target);
    const QString whoHtml =
        who.isEmpty()
            ? QString()
            : QStringLiteral("<p>%1</p>")
                  .arg(who.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    if (!source || !target || !ports) {
        const QString text =
            problem.isEmpty() ? Tr::tr("Choose two ends, and read whether and why one may connect "
                                       "to the other.")
                              : problem;
        m_explain->setAnswer(whoHtml + text.toHtmlEscaped(),
                             who.isEmpty() ? text : who + QLatin1Char('\n') + text);
        return;
    }
    const verdict::Evaluator &evaluator = m_document->evaluator();
    const auto sources = edit::askedEnds(evaluator, *source, kube::Direction::Ingress);
    const auto targets = edit::askedEnds(evaluator, *target, kube::Direction::Egress);
    QString html = whoHtml;
    QStringList plain;
    if (!who.isEmpty())
        plain += who;
    for (const edit::AskedEnd &from : sources)
        for (const edit::AskedEnd &to : targets) {
            if (sources.size() * targets.size() > 1)
                html += QStringLiteral("<p>%1</p>")
                            .arg(arrowTitle(withWindowNames(askedEndWords(evaluator, from)),
                                            withWindowNames(askedEndWords(evaluator, to)))
                                     .toHtmlEscaped());
            const Explanation explanation =
                verdict::explain(m_document->workspace(), evaluator, from.party, to.party, *ports);
            plain += verdictSentence(explanation);
            html += explanationHtml(explanation, from.party, to.party);
            if (const auto spans = portsToAllow(explanation); spans && !m_repair)
                m_repair = edit::Allow{*source, *target, *spans};
        }
    const auto plan = m_repair ? m_document->plan(*m_repair) : Result<Plan>(Plan());
    if (m_repair && plan && isRepair(*plan))
        m_explain->offer(
            Tr::tr("Allow %1").arg(visible(edit::connections(m_repair->ports).label())));
    m_explain->setAnswer(html, plain.join(QLatin1Char('\n')));
}

QString MainWindow::explanationHtml(const Explanation &explanation, const verdict::Party &source,
                                    const verdict::Party &target)
{
    QString html =
        QStringLiteral("<p><b>%1 %2</b></p>")
            .arg(signOf(explanation.verdict), verdictSentence(explanation).toHtmlEscaped());
    bool isList = false;
    const auto list = [&](bool on) {
        if (on != isList)
            html += on ? QStringLiteral("<ul style=\"margin:0\">") : QStringLiteral("</ul>");
        isList = on;
    };
    for (const Reason &reason :
         reasonsOf(m_document->workspace(), m_document->evaluator(), explanation, source, target)) {
        const bool isOutside = reason.kind == Reason::Kind::Half && // one address stands for many
                               explanation.halves[reason.half].isOutside;
        QString words = isOutside ? Tr::tr("Addresses outside: no policy applies to them.")
                                  : withWindowNames(reason.sentence).toHtmlEscaped();
        if (m_document->workspace().contains(reason.place.file)) {
            const yaml::File &file = m_document->workspace().file(reason.place.file);
            const QString name = QFileInfo(QString::fromStdString(file.path())).fileName();
            words += QStringLiteral(" <a href=\"place:%1\">%2:%3</a>")
                         .arg(m_explainPlaces.size())
                         .arg(visible(name.toStdString()).toHtmlEscaped())
                         .arg(file.lineColumn(reason.place.range.begin).line);
            m_explainPlaces.push_back(reason.place);
        }
        list(reason.kind != Reason::Kind::Half);
        html += isList ? item(words)
                       : QStringLiteral("<p style=\"margin:6px 0 0 0\">%1</p>").arg(words);
    }
    list(false);
    return html;
}

void MainWindow::repairAsked()
{
    if (!m_repair)
        return;
    const edit::Allow intent = *m_repair;
    const auto plan = planBeside(*m_document, intent);
    if (!plan) {
        tell(message(plan.failure()));
        return;
    }
    if (!agreeTo(*plan, Tr::tr("Allow")))
        return;
    push(*plan, Tr::tr("Allow %1 to %2")
                    .arg(nameOf(m_document->graph(), intent.source),
                         nameOf(m_document->graph(), intent.target)));
    m_explain->answer()->setFocus(); // the button is gone; this says what is so now
}

} // namespace drawbridge
