#include "window/explainer.h"

#include "document/document.h"
#include "edit/asked_ends.h"
#include "edit/known_ports.h"
#include "messages/end_words.h"
#include "messages/explain_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/explain_panel.h"
#include "window/named_ends.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

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

Explainer::Explainer(const Document &document, ExplainPanel *panel, QObject *parent)
    : QObject(parent), m_document(document), m_panel(panel)
{
    connect(m_panel, &ExplainPanel::asked, this, &Explainer::answer);
    // Copies, as there may be another answer before they have been seen to.
    connect(m_panel, &ExplainPanel::repairRequested, this, [this] {
        if (const std::optional<edit::Allow> repair = m_repair)
            emit repairRequested(*repair);
    });
    connect(m_panel, &ExplainPanel::placeRequested, this, [this](std::size_t index) {
        if (index >= m_places.size())
            return;
        const Place place = m_places[index];
        emit placeRequested(place);
    });
}

void Explainer::listEnds()
{
    m_ends.clear();
    QStringList names;
    const auto take = [&](const edit::End &end) {
        m_ends.push_back(end);
        names += nameOf(m_document.graph(), end);
    };
    for (const graph::Node &node : m_document.graph().nodes)
        if (!node.frame.empty())
            take({edit::End::Kind::Endpoint, node.key, {}});
    take({edit::End::Kind::Internet, {}, {}});
    for (const graph::Node &node : m_document.graph().nodes)
        if (const auto end = endOf(m_document.graph(), node.key);
            end && end->kind == edit::End::Kind::Range)
            take(*end);
    m_panel->setEnds(names);
    answer();
}

void Explainer::ask(const StandIn &source, const StandIn &target)
{
    m_source = source;
    m_target = target;
    const auto indexOf = [this](const graph::Key &key) {
        const auto end = endOf(m_document.graph(), key);
        const auto found = end ? std::find(m_ends.begin(), m_ends.end(), *end) : m_ends.end();
        return found == m_ends.end() ? -1 : int(found - m_ends.begin());
    };
    m_panel->choose(indexOf(source.key), indexOf(target.key));
}

static const edit::End *chosenIn(const QComboBox *box, const std::vector<edit::End> &ends)
{
    const auto index = std::size_t(box->currentIndex());
    return index < ends.size() ? &ends[index] : nullptr;
}

const edit::End *Explainer::sourceEnd() const
{
    return chosenIn(m_panel->source(), m_ends);
}

const edit::End *Explainer::targetEnd() const
{
    return chosenIn(m_panel->target(), m_ends);
}

/// What is said of those that stand for many, while they are asked about.
QString Explainer::standInWords() const
{
    const auto isAsked = [this](const edit::End *end, const StandIn &standIn) {
        const auto wanted = endOf(m_document.graph(), standIn.key);
        return end ? wanted == *end : !wanted;
    };
    if (!isAsked(sourceEnd(), m_source) || !isAsked(targetEnd(), m_target))
        return {};
    QStringList words{m_source.words, m_target.words};
    words.removeAll({});
    return words.join(QLatin1Char('\n'));
}

std::optional<kube::ConnectionSet> Explainer::askedPorts(QString &problem) const
{
    std::vector<edit::PortSpan> spans;
    const QStringList words = m_panel->ports()->text().split(
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
    const edit::End *target = targetEnd();
    for (const QString &port : ports) {
        const Result<edit::PortSpan> span =
            target ? edit::readPort(m_document.evaluator(), *target, port.toStdString())
                   : edit::parsePort(port.toStdString());
        if (!span) {
            problem = withWindowNames(message(span.failure()));
            return {};
        }
        spans.push_back(*span);
    }
    return spans.empty() ? kube::ConnectionSet() : edit::connections(spans);
}

void Explainer::answer()
{
    m_places.clear();
    m_repair.reset();
    m_panel->offer({});
    const edit::End *source = sourceEnd();
    const edit::End *target = targetEnd();
    QString problem;
    const auto ports = askedPorts(problem);
    const QString who = standInWords();
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
        m_panel->setAnswer(whoHtml + text.toHtmlEscaped(),
                           who.isEmpty() ? text : who + QLatin1Char('\n') + text);
        return;
    }
    const verdict::Evaluator &evaluator = m_document.evaluator();
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
                verdict::explain(m_document.workspace(), evaluator, from.party, to.party, *ports);
            plain += verdictSentence(explanation);
            html += htmlOf(explanation, from.party, to.party);
            if (const auto spans = portsToAllow(explanation); spans && !m_repair)
                m_repair = edit::Allow{*source, *target, *spans};
        }
    const auto plan = m_repair ? m_document.plan(*m_repair) : Result<Plan>(Plan());
    if (m_repair && plan && isRepair(*plan))
        m_panel->offer(Tr::tr("Allow %1").arg(visible(edit::connections(m_repair->ports).label())));
    m_panel->setAnswer(html, plain.join(QLatin1Char('\n')));
}

QString Explainer::htmlOf(const Explanation &explanation, const verdict::Party &source,
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
         reasonsOf(m_document.workspace(), m_document.evaluator(), explanation, source, target)) {
        const bool isOutside = reason.kind == Reason::Kind::Half && // one address stands for many
                               explanation.halves[reason.half].isOutside;
        QString words = isOutside ? Tr::tr("Addresses outside: no policy applies to them.")
                                  : withWindowNames(reason.sentence).toHtmlEscaped();
        if (m_document.workspace().contains(reason.place.file)) {
            const yaml::File &file = m_document.workspace().file(reason.place.file);
            const QString name = QFileInfo(QString::fromStdString(file.path())).fileName();
            words += QStringLiteral(" <a href=\"place:%1\">%2:%3</a>")
                         .arg(m_places.size())
                         .arg(visible(name.toStdString()).toHtmlEscaped())
                         .arg(file.lineColumn(reason.place.range.begin).line);
            m_places.push_back(reason.place);
        }
        list(reason.kind != Reason::Kind::Half);
        html += isList ? item(words)
                       : QStringLiteral("<p style=\"margin:6px 0 0 0\">%1</p>").arg(words);
    }
    list(false);
    return html;
}

} // namespace drawbridge
