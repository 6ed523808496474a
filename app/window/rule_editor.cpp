#include "window/rule_editor.h"

#include "edit/policy_text.h"
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/tr.h"
#include "window/peer_editor.h"
#include "window/steady_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

RuleEditor::RuleEditor(const kube::Rule &rule, kube::Direction direction,
                       const std::string &nameSpace, QWidget *parent)
    : QFrame(parent)
    , m_before(rule)
    , m_direction(direction)
    , m_nameSpace(nameSpace)
    , m_sentence(new SteadyLabel(2))
    , m_who(new QComboBox)
    , m_peerLayout(new QVBoxLayout)
    , m_addPeer(new QPushButton(Tr::tr("Add Peer")))
    , m_ports(new QLineEdit)
    , m_remark(new QLabel)
    , m_up(new QPushButton(Tr::tr("Move Up")))
    , m_down(new QPushButton(Tr::tr("Move Down")))
    , m_remove(new QPushButton(Tr::tr("Remove Rule")))
{
    build();
    for (const kube::Peer &peer : rule.peers)
        addPeer(peer);
    m_who->setCurrentIndex(rule.anyPeer ? 1 : 0);
    m_ports->setText(QString::fromStdString(edit::portsText(rule.ports)));
    layPeers();
    showSentence();
    connect(m_who, &QComboBox::currentIndexChanged, this, [this] {
        if (m_who->currentIndex() == 0 && m_peers.empty())
            addPeer({});
        layPeers();
        notice();
    });
    connect(m_ports, &QLineEdit::textChanged, this, &RuleEditor::notice);
    connect(m_remove, &QPushButton::clicked, this, &RuleEditor::removeRequested);
    connect(m_up, &QPushButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_addPeer, &QPushButton::clicked, this, [this] {
        addPeer({});
        m_peers.back()->podsEdit()->setFocus();
        notice();
    });
}

void RuleEditor::build()
{
    const bool in = m_direction == kube::Direction::Ingress;
    setProperty("role", QStringLiteral("card"));
    for (QPushButton *button : {m_up, m_down, m_remove, m_addPeer})
        button->setAutoDefault(false);
    m_up->setToolTip(Tr::tr("Alt+Up in any field of the rule"));
    m_down->setToolTip(Tr::tr("Alt+Down in any field of the rule"));
    const std::pair<Qt::Key, QPushButton *> keys[] = {{Qt::Key_Up, m_up}, {Qt::Key_Down, m_down}};
    for (const auto &[key, button] : keys) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::ALT) | int(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
    m_who->addItem(in ? Tr::tr("From these peers") : Tr::tr("To these peers"));
    m_who->addItem(in ? Tr::tr("From everyone, inside and outside the cluster")
                      : Tr::tr("To everywhere, inside and outside the cluster"));
    m_who->setAccessibleName(in ? Tr::tr("Who may enter") : Tr::tr("Where to"));
    m_ports->setPlaceholderText(Tr::tr("8080, UDP/53, 8000-8010, http, or all"));
    m_ports->setAccessibleName(Tr::tr("Ports"));
    m_peerLayout->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    for (QPushButton *button : {m_up, m_down, m_remove})
        head->addWidget(button, 0, Qt::AlignTop);
    auto *who = new QHBoxLayout;
    who->addWidget(m_who);
    who->addWidget(m_addPeer);
    who->addStretch(1);
    auto *ports = new QHBoxLayout;
    auto *label = new QLabel(Tr::tr("On ports"));
    label->setBuddy(m_ports);
    ports->addWidget(label);
    ports->addWidget(m_ports, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(who);
    layout->addLayout(m_peerLayout);
    layout->addLayout(ports);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setProperty("role", QStringLiteral("caption"));
    m_remark->hide();
    layout->addWidget(m_remark);
}

void RuleEditor::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

bool RuleEditor::isBlank() const
{
    if (m_before.origin.node != yaml::kNoNode)
        return false;
    const auto edits = findChildren<QLineEdit *>();
    return std::none_of(edits.begin(), edits.end(),
                        [](const QLineEdit *edit) { return edit->isModified(); });
}

void RuleEditor::addPeer(const kube::Peer &peer)
{
    auto *editor = new PeerEditor(peer, QString::fromStdString(m_nameSpace));
    m_peers.push_back(editor);
    connect(editor, &PeerEditor::changed, this, &RuleEditor::notice);
    connect(editor, &PeerEditor::removeRequested, this, [this, editor] {
        std::erase(m_peers, editor);
        editor->hide();
        editor->deleteLater();
        layPeers();
        m_addPeer->setFocus();
        notice();
    });
    layPeers();
}

/// The peers with a word between each two.
void RuleEditor::layPeers()
{
    const bool isShown = m_who->currentIndex() == 0;
    while (QLayoutItem *item = m_peerLayout->takeAt(0))
        delete item;
    for (QLabel *label : m_ors)
        delete label;
    m_ors.clear();
    for (PeerEditor *editor : m_peers) {
        if (editor != m_peers.front()) {
            auto *word = new QLabel(Tr::tr("or"));
            word->setProperty("role", QStringLiteral("caption"));
            m_ors.push_back(word);
            m_peerLayout->addWidget(word);
            word->setVisible(isShown);
        }
        m_peerLayout->addWidget(editor);
        editor->setVisible(isShown);
    }
    m_addPeer->setVisible(isShown);
}

void RuleEditor::setNameSpace(const std::string &nameSpace)
{
    if (m_nameSpace == nameSpace)
        return;
    m_nameSpace = nameSpace;
    for (PeerEditor *editor : m_peers)
        editor->setNameSpace(QString::fromStdString(nameSpace));
    showSentence();
}

void RuleEditor::setPlace(std::size_t index, std::size_t count)
{
    m_up->setVisible(count > 1);
    m_down->setVisible(count > 1);
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
}

void RuleEditor::notice()
{
    showSentence();
    emit changed();
}

void RuleEditor::showSentence()
{
    QString problem;
    const auto now = rule(problem);
    m_sentence->setText(now ? ruleSentence(*now, m_direction, m_nameSpace) : problem);
    const QString role = now || isBlank() ? QString() : QStringLiteral("error");
    if (m_sentence->property("role").toString() != role) {
        m_sentence->setProperty("role", role);
        style()->unpolish(m_sentence);
        style()->polish(m_sentence);
    }
}

std::optional<kube::Rule> RuleEditor::rule(QString &problem) const
{
    kube::Rule rule;
    rule.origin = m_before.origin;
    rule.anyPeer = m_who->currentIndex() == 1;
    if (!rule.anyPeer) {
        for (const PeerEditor *editor : m_peers) {
            auto peer = editor->peer(problem);
            if (!peer)
                return {};
            rule.peers.push_back(std::move(*peer));
        }
        if (rule.peers.empty()) {
            problem = Tr::tr("Add a peer, or choose everyone.");
            return {};
        }
    }
    auto ports = edit::parsePorts(m_ports->text().toStdString());
    if (!ports) {
        problem = m_ports->text().trimmed().isEmpty() ? Tr::tr("Give the ports, or write all.")
                                                      : message(ports.failure());
        return {};
    }
    edit::keepOrigins(m_before.ports, *ports);
    rule.ports = std::move(*ports);
    rule.anyPort = rule.ports.empty();
    return rule;
}

} // namespace drawbridge
