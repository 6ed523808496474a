#include "panels/inspector_panel.h"

#include "document/document.h"
#include "graph/connections.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/port_words.h"
#include "messages/tr.h"
#include "panels/flow_layout.h"
#include "panels/inspector_html.h"
#include "panels/panel_colors.h"
#include "panels/whole_lines_area.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace drawbridge {

namespace inspector {

QString heading(const QString &text)
{
    return QStringLiteral("<p style='margin:9px 0 0 0; color:%1; font-size:%2pt'>%3</p>")
        .arg(PanelColors::current().subtle.name())
        .arg(QApplication::font().pointSizeF() * 0.88)
        .arg(text.toHtmlEscaped());
}

QString line(const QString &html)
{
    return QStringLiteral("<p style='margin:1px 0'>%1</p>").arg(html);
}

QString strong(const QString &text, const QColor &color)
{
    return QStringLiteral("<p style='margin:1px 0; color:%1; font-weight:600'>%2</p>")
        .arg(color.name(), text.toHtmlEscaped());
}

QString sentence(const QString &text)
{
    return QStringLiteral("<p style='margin:1px 0 1px 12px; color:%1'>%2</p>")
        .arg(PanelColors::current().subtle.name(), text.toHtmlEscaped());
}

QString titleOf(const graph::Graph &graph, const graph::Key &key)
{
    if (const graph::Node *node = graph.node(key))
        return nodeTitle(*node);
    const graph::Frame *frame = graph.frame(key);
    return frame ? visible(frame->title) : QString();
}

} // namespace inspector

using inspector::heading;
using inspector::line;
using inspector::sentence;
using inspector::titleOf;

namespace {

constexpr int kButtonGap = 8;

} // namespace

InspectorPanel::InspectorPanel(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_caption(new QLabel)
    , m_title(new QLabel)
    , m_body(new QLabel)
    , m_changePorts(new QPushButton(Tr::tr("Change Ports…")))
    , m_revoke(new QPushButton(Tr::tr("Revoke")))
    , m_showText(new QPushButton(Tr::tr("Show in YAML")))
    , m_addService(new QPushButton(Tr::tr("Add Service…")))
    , m_isolateIngress(new QPushButton(Tr::tr("Deny Ingress by Default")))
    , m_isolateEgress(new QPushButton(Tr::tr("Deny Egress by Default…")))
    , m_rename(new QPushButton(Tr::tr("Rename…")))
    , m_labels(new QPushButton(Tr::tr("Labels…")))
    , m_remove(new QPushButton(Tr::tr("Remove…")))
    , m_ports(new QPushButton(Tr::tr("Ports…")))
    , m_move(new QPushButton(Tr::tr("Move to Namespace…")))
    , m_addNote(new QPushButton(Tr::tr("Add Note…")))
{
    m_caption->setProperty("role", QStringLiteral("caption"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setWordWrap(true);
    m_changePorts->setProperty("role", QStringLiteral("primary"));
    for (QPushButton *button : {m_revoke, m_remove})
        button->setProperty("role", QStringLiteral("danger"));
    for (QLabel *label : {m_caption, m_title})
        label->setTextFormat(Qt::PlainText);
    m_body->setTextFormat(Qt::RichText);
    m_body->setWordWrap(true);
    m_body->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_body->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard |
                                    Qt::TextSelectableByMouse);
    m_body->installEventFilter(this);
    m_scroll = new WholeLinesArea(m_body);
    m_scroll->setAccessibleName(Tr::tr("Details"));
    setFocusProxy(m_scroll);
    auto *held = new QWidget;
    auto *buttons = new FlowLayout(kButtonGap);
    buttons->setContentsMargins({});
    held->setLayout(buttons);
    for (QPushButton *button : this->buttons())
        buttons->addWidget(button);
    m_buttonArea = new QScrollArea;
    m_buttonArea->setProperty("role", QStringLiteral("buttons"));
    m_buttonArea->setWidget(held);
    m_buttonArea->setWidgetResizable(true);
    m_buttonArea->setFrameShape(QFrame::NoFrame);
    m_buttonArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_buttonArea->setFocusPolicy(Qt::NoFocus); // its buttons have it, and scroll
    constexpr int kLeastLines = 14;            // title, some facts, three rows of buttons
    setMinimumHeight(kLeastLines * fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addWidget(m_title);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_buttonArea);
    for (auto signal : {&Document::pictureChanged, &Document::fellBehind})
        connect(&document, signal, this, &InspectorPanel::forgetPodsNamed);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &InspectorPanel::showNow);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &InspectorPanel::lookForPodsNamed);
    connect(m_body, &QLabel::linkActivated, this, &InspectorPanel::follow);
    connect(m_changePorts, &QPushButton::clicked, this,
            [this] { emit changePortsRequested(m_key); });
    connect(m_revoke, &QPushButton::clicked, this, [this] { emit revokeRequested(m_key); });
    connect(m_showText, &QPushButton::clicked, this, [this] { emit placeRequested(m_place); });
    connect(m_addService, &QPushButton::clicked, this, &InspectorPanel::addServiceRequested);
    connect(m_isolateIngress, &QPushButton::clicked, this,
            [this] { emit isolateRequested(m_key, false); });
    connect(m_isolateEgress, &QPushButton::clicked, this,
            [this] { emit isolateRequested(m_key, true); });
    connect(m_rename, &QPushButton::clicked, this, [this] { emit renameRequested(m_key); });
    connect(m_labels, &QPushButton::clicked, this, [this] { emit labelsRequested(m_key); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_key); });
    connect(m_ports, &QPushButton::clicked, this, [this] { emit portsRequested(m_key); });
    connect(m_move, &QPushButton::clicked, this, [this] { emit moveRequested(m_key); });
    connect(m_addNote, &QPushButton::clicked, this, [this] { emit noteRequested(m_key); });
    showWorkspace();
}

void InspectorPanel::setSelected(std::size_t count)
{
    m_isCountNew |= count != m_selected;
    m_selected = count;
}

void InspectorPanel::showElement(const graph::Key &key)
{
    const bool isAnother = m_isCountNew || key != m_key;
    showElementSoon(key);
    if (isAnother)
        showNow();
}

void InspectorPanel::showElementSoon(const graph::Key &key)
{
    m_isCountNew = false;
    m_key = key;
    forgetLinks();
    m_turn.start(0);
}

/// They lead to what may be gone.
void InspectorPanel::forgetLinks()
{
    m_lacksPodsNamed = false;
    m_places.clear();
    m_keys.clear();
    m_policies.clear();
    m_notes.clear();
    m_place = {};
}

void InspectorPanel::showNow()
{
    m_turn.stop();
    if (m_document.isBehind())
        return; // the element is asked for again with the picture that comes
    const graph::Key &key = m_key;
    const graph::Graph &graph = m_document.graph();
    if (const graph::Node *node = graph.node(key))
        showNode(*node);
    else if (const graph::Frame *frame = graph.frame(key))
        showFrame(*frame);
    else if (const graph::Arrow *arrow = graph.arrow(key))
        showArrow(*arrow);
    else
        showWorkspace();
}

/// The body has its colours written into it.
void InspectorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showElement(m_key);
}

/// What is pressed is what is shown now.
bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress;
    if (isPress && m_turn.isActive())
        showNow();
    return QWidget::eventFilter(watched, event);
}

std::vector<QPushButton *> InspectorPanel::buttons() const
{
    return {m_changePorts, m_revoke, m_showText, m_addService, m_isolateIngress, m_isolateEgress,
            m_rename,      m_labels, m_ports,    m_move,       m_addNote,        m_remove};
}

void InspectorPanel::setButtons(std::initializer_list<QPushButton *> shown)
{
    for (QPushButton *button : buttons())
        button->setVisible(std::find(shown.begin(), shown.end(), button) != shown.end());
    m_showText->setEnabled(m_place.file.isValid());
    fitButtons();
    m_scroll->fit();
}

/// In a low window they scroll, by whole rows: none is out of reach, and some facts can be read.
void InspectorPanel::fitButtons()
{
    constexpr int kFactLines = 4;
    const QMargins around = layout()->contentsMargins();
    const int inside = width() - around.left() - around.right();
    const QWidget *held = m_buttonArea->widget();
    const int needed = held->layout()->heightForWidth(inside);
    const int above = around.top() + m_caption->sizeHint().height() +
                      m_title->heightForWidth(inside) + 3 * layout()->spacing() +
                      kFactLines * fontMetrics().lineSpacing();
    const int room = height() - above - around.bottom();
    const int row = m_showText->sizeHint().height();
    const int rows = std::max((room + kButtonGap) / (row + kButtonGap), 1);
    const bool fits = needed <= std::max(room, row);
    // A bar that came while the buttons were laid out would take the width that they need to fit.
    m_buttonArea->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_buttonArea->setFixedHeight(fits ? needed : rows * (row + kButtonGap) - kButtonGap);
}

void InspectorPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

QString InspectorPanel::placeLink(const Place &place, const QString &text)
{
    if (!place.file.isValid())
        return text.toHtmlEscaped();
    m_places.push_back(place);
    return QStringLiteral("<a href='place:%1'>%2</a>")
        .arg(m_places.size() - 1)
        .arg(text.toHtmlEscaped());
}

QString InspectorPanel::elementLink(const graph::Key &key, const QString &text)
{
    m_keys.push_back(key);
    return QStringLiteral("<a href='element:%1'>%2</a>")
        .arg(m_keys.size() - 1)
        .arg(text.toHtmlEscaped());
}

QString InspectorPanel::editLink(const kube::Object *policy)
{
    m_policies.push_back(policy);
    return QStringLiteral("<a href='policy:%1'>%2</a>")
        .arg(m_policies.size() - 1)
        .arg(Tr::tr("edit").toHtmlEscaped());
}

/// The policy's name with a jump to its line, and the way to its form.
QString InspectorPanel::policyLine(const kube::Object *policy, const QString &name)
{
    const QString link =
        placeLink(m_document.workspace().place(policy, policy->meta.nameOrigin), name);
    return line(policy->policy() ? link + QStringLiteral(" · ") + editLink(policy) : link);
}

void InspectorPanel::follow(const QString &link)
{
    if (followNote(link))
        return;
    if (link == QLatin1String("other-side")) {
        emit otherSideRequested(graph::Key(m_key));
        return;
    }
    const std::size_t index = link.section(QLatin1Char(':'), 1).toULongLong();
    if (link.startsWith(QLatin1String("place:")) && index < m_places.size())
        emit placeRequested(m_places[index]);
    else if (link.startsWith(QLatin1String("element:")) && index < m_keys.size())
        emit elementRequested(graph::Key(m_keys[index]));
    else if (link.startsWith(QLatin1String("policy:")) && index < m_policies.size())
        emit policyEditRequested(m_policies[index]);
}

void InspectorPanel::showWorkspace()
{
    const graph::Graph &graph = m_document.graph();
    m_caption->setText(Tr::tr("WORKSPACE"));
    m_title->setText(m_selected == 0 ? Tr::tr("Nothing selected")
                                     : Tr::tr("%n selected", nullptr, int(m_selected)));
    std::size_t services = 0;
    for (const graph::Node &node : graph.nodes)
        services += !node.frame.empty();
    m_body->setText(
        line(Tr::tr("%n service(s)", nullptr, int(services)).toHtmlEscaped()) +
        line(Tr::tr("%n connection(s)", nullptr, int(graph::connectionCount(graph.arrows)))
                 .toHtmlEscaped()) +
        line(Tr::tr("Select a service, an arrow or a namespace to see what is allowed, and why.")
                 .toHtmlEscaped()) +
        noteLines({}));
    setButtons({});
}

void InspectorPanel::showGone(const QString &title, const QStringList &facts)
{
    m_key.clear();
    forgetLinks();
    m_turn.stop();
    m_caption->setText(Tr::tr("NOT IN THE OPEN FILES"));
    m_title->setText(title);
    QString html;
    for (const QString &fact : facts)
        html += line(fact.toHtmlEscaped());
    m_body->setText(html);
    setButtons({});
}

QString InspectorPanel::policyLines(const graph::Node &node)
{
    QString lines;
    for (kube::Direction direction : kube::kDirections)
        for (const kube::Object *policy :
             m_document.evaluator().policiesOf(node.endpoint, direction)) {
            const QString name = direction == kube::Direction::Ingress
                                     ? Tr::tr("%1, ingress").arg(visible(policy->meta.name))
                                     : Tr::tr("%1, egress").arg(visible(policy->meta.name));
            const std::string &nameSpace = m_document.workspace().namespaceOf(*policy);
            lines += policyLine(policy, name);
            for (const kube::Rule &rule : policy->policy()->rules(direction)) {
                lines += sentence(ruleSentence(rule, direction, nameSpace));
                for (const QString &words : namedPortWords(m_document.evaluator(), rule, direction,
                                                           nameSpace, {node.endpoint}))
                    lines += sentence(words);
            }
        }
    lines += clusterPolicyLines(node.endpoint);
    return lines.isEmpty() ? line(Tr::tr("no policy").toHtmlEscaped()) : lines;
}

/// The cluster-wide policies that have it as subject, with their rules.
QString InspectorPanel::clusterPolicyLines(verdict::EndpointId endpoint)
{
    QString lines;
    for (kube::Direction direction : kube::kDirections)
        for (const kube::Object *policy :
             m_document.evaluator().clusterPoliciesOf(endpoint, direction)) {
            const QString name = visible(policy->meta.kind + ' ' + policy->meta.name);
            lines += line(placeLink(m_document.workspace().place(policy, policy->meta.nameOrigin),
                                    direction == kube::Direction::Ingress
                                        ? Tr::tr("%1, ingress").arg(name)
                                        : Tr::tr("%1, egress").arg(name)));
            for (const kube::ClusterRule &rule : policy->clusterPolicy()->rules(direction))
                lines += sentence(ruleSentence(rule, direction));
        }
    return lines;
}

/// What the node admits, what it reaches, and what only one end allows.
QString InspectorPanel::arrowLines(const graph::Node &node)
{
    const graph::Graph &graph = m_document.graph();
    QString in;
    QString out;
    QString half;
    QString ways;
    QString onlyStandard;
    graph::FewKeys ends;
    ends.insertAll(std::initializer_list<graph::Key>{node.key, node.frame});
    for (const graph::Arrow *at : graph.arrowsAt(ends)) {
        const graph::Arrow &arrow = *at;
        const bool isIn = arrow.target == node.key || arrow.target == node.frame;
        const QString source = titleOf(graph, arrow.source);
        const QString target = titleOf(graph, arrow.target);
        const QString ports = QStringLiteral(": ") + pillText(arrow).toHtmlEscaped();
        if (arrow.isWayIn() && isIn) {
            ways += line(elementLink(arrow.key, source) + ports);
            continue;
        }
        if (!graph::isConnection(arrow)) {
            onlyStandard += line(elementLink(arrow.key, arrowTitle(source, target)) + ports);
            continue;
        }
        if (arrow.hasHalfOpenPorts())
            half += line(elementLink(arrow.key, arrowTitle(source, target)) + ports);
        if (arrow.isHalfOpen())
            continue;
        if (isIn)
            in += line(elementLink(arrow.key, source) + ports);
        else
            out += line(elementLink(arrow.key, target) + ports);
    }
    const auto part = [](const QString &title, const QString &lines) {
        return lines.isEmpty() ? QString() : heading(title) + lines;
    };
    const bool isWay = node.kind == graph::NodeKind::WayIn;
    return part(Tr::tr("Led to from outside by"), ways) +
           part(node.frame.empty() ? Tr::tr("Reached by") : Tr::tr("Admits"), in) +
           part(isWay ? Tr::tr("Leads to") : Tr::tr("Reaches"), out) +
           part(Tr::tr("Only one end allows"), half) +
           part(Tr::tr("Only standard Kubernetes allows"), onlyStandard);
}

void InspectorPanel::showNode(const graph::Node &node)
{
    const bool isWay = node.kind == graph::NodeKind::WayIn;
    m_caption->setText(isWay                ? Tr::tr("WAY IN")
                       : node.frame.empty() ? Tr::tr("OUTSIDE")
                                            : Tr::tr("SERVICE"));
    m_title->setText(titleOf(m_document.graph(), node.key));
    QString html;
    for (const QString &fact : nodeFacts(node))
        html += line(fact.toHtmlEscaped());
    if (isWay)
        html += heading(Tr::tr("Written in")) + sourceLine(node.source, {});
    if (!node.frame.empty())
        html += heading(Tr::tr("Selected by")) + policyLines(node);
    html += arrowLines(node) + exposureLinesOf(node) + noteLines(node.key);
    m_place = node.source.place(m_document.workspace());
    m_body->setText(html);
    const bool isService = !node.frame.empty();
    // The labels of a pod group are its policy's subject, and its ports are declared.
    const bool hasParts =
        node.kind == graph::NodeKind::Workload || node.kind == graph::NodeKind::PodGroup;
    setButtons({m_showText, isService ? m_rename : nullptr, hasParts ? m_labels : nullptr,
                hasParts ? m_ports : nullptr, isService ? m_move : nullptr, m_addNote,
                isService ? m_remove : nullptr});
}

void InspectorPanel::showFrame(const graph::Frame &frame)
{
    m_caption->setText(Tr::tr("NAMESPACE"));
    m_title->setText(visible(frame.title));
    QString html = line(wallWords(frame).toHtmlEscaped()) + line(countWords(frame).toHtmlEscaped());
    if (frame.isDefault)
        html +=
            line(Tr::tr("Some documents name no namespace; they are shown here.").toHtmlEscaped());
    if (frame.isOpenEnded)
        html += line(Tr::tr("%1 is known by its labels alone, and a policy needs the name.")
                         .arg(visible(frame.title))
                         .toHtmlEscaped());
    const kube::Workspace &workspace = m_document.workspace();
    if (frame.ingressSource.object)
        html += policyLine(frame.ingressSource.object,
                           frame.ingress == graph::Wall::Full
                               ? Tr::tr("The policy that denies ingress")
                               : Tr::tr("The policy behind it, for ingress"));
    if (frame.egressSource.object)
        html +=
            policyLine(frame.egressSource.object, frame.egress == graph::Wall::Full
                                                      ? Tr::tr("The policy that denies egress")
                                                      : Tr::tr("The policy behind it, for egress"));
    html += noteLines(frame.key);
    m_place = (frame.ingressSource.object ? frame.ingressSource : frame.source).place(workspace);
    m_body->setText(html);
    // What a cluster-wide policy closes can still be isolated.
    const bool hasIngress = frame.ingressSource.object && frame.ingressWallBy.empty();
    const bool hasEgress = frame.egressSource.object && frame.egressWallBy.empty();
    const bool isNamed = !frame.isOpenEnded;
    setButtons({m_showText, isNamed ? m_addService : nullptr,
                isNamed && !hasIngress ? m_isolateIngress : nullptr,
                isNamed && !hasEgress ? m_isolateEgress : nullptr,
                frame.source.object ? m_labels : nullptr, m_addNote});
}

} // namespace drawbridge
