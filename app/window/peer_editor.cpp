#include "window/peer_editor.h"

#include "edit/policy_text.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace drawbridge {

namespace {

/// Nothing and the reason if the text is no selector.
std::optional<kube::LabelSelector> selectorOf(const QLineEdit *edit,
                                              const std::optional<kube::LabelSelector> &before,
                                              QString &problem)
{
    if (edit->text().trimmed().isEmpty()) {
        problem = Tr::tr("Say which by labels, as app=web, or write * for all.");
        return {};
    }
    auto selector = edit::parseSelector(edit->text().toStdString());
    if (!selector) {
        problem = message(selector.failure());
        return {};
    }
    if (before)
        edit::keepOrigins(*before, *selector);
    return std::move(*selector);
}

} // namespace

PeerEditor::PeerEditor(const kube::Peer &peer, const QString &nameSpace, QWidget *parent)
    : QFrame(parent)
    , m_before(peer)
    , m_kind(new QComboBox)
    , m_namespaces(new QLineEdit)
    , m_and(new QLabel(Tr::tr("and")))
    , m_pods(new QLineEdit)
    , m_cidr(new QLineEdit)
    , m_exceptLabel(new QLabel(Tr::tr("except")))
    , m_except(new QLineEdit)
    , m_remove(new QPushButton(Tr::tr("Remove")))
{
    build(nameSpace);
    fill();
    showFields();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        emit changed();
    });
    for (QLineEdit *edit : {m_namespaces, m_pods, m_cidr, m_except})
        connect(edit, &QLineEdit::textChanged, this, &PeerEditor::changed);
    connect(m_remove, &QPushButton::clicked, this, &PeerEditor::removeRequested);
}

void PeerEditor::build(const QString &nameSpace)
{
    setProperty("role", QStringLiteral("card"));
    m_remove->setAutoDefault(false);
    m_kind->addItem(Tr::tr("Pods of %1").arg(visible(nameSpace)));
    m_kind->addItem(Tr::tr("Pods of other namespaces"));
    m_kind->addItem(Tr::tr("Whole namespaces"));
    m_kind->addItem(Tr::tr("Addresses"));
    m_kind->setAccessibleName(Tr::tr("Kind of peer"));
    m_namespaces->setPlaceholderText(Tr::tr("namespaces with, as team=red"));
    m_namespaces->setAccessibleName(Tr::tr("Labels of namespaces"));
    m_pods->setPlaceholderText(Tr::tr("pods with, as app=web"));
    m_pods->setAccessibleName(Tr::tr("Labels of pods"));
    m_cidr->setPlaceholderText(QStringLiteral("10.0.0.0/8"));
    m_cidr->setAccessibleName(Tr::tr("Address range"));
    m_except->setPlaceholderText(Tr::tr("10.1.0.0/16, or nothing"));
    m_except->setAccessibleName(Tr::tr("Exceptions"));
    m_remove->setAccessibleName(Tr::tr("Remove this peer"));
    for (QLabel *label : {m_and, m_exceptLabel})
        label->setProperty("role", QStringLiteral("caption"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(8);
    line->addWidget(m_kind);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_namespaces, m_and, m_pods, m_cidr,
                                                            m_exceptLabel, m_except})
        line->addWidget(widget, qobject_cast<QLineEdit *>(widget) ? 1 : 0);
    line->addWidget(m_remove);
}

void PeerEditor::setNameSpace(const QString &nameSpace)
{
    m_kind->setItemText(PodsHere, Tr::tr("Pods of %1").arg(visible(nameSpace)));
}

void PeerEditor::fill()
{
    const auto text = [](const std::optional<kube::LabelSelector> &selector) {
        return selector ? QString::fromStdString(edit::selectorText(*selector)) : QString();
    };
    m_namespaces->setText(text(m_before.namespaces));
    m_pods->setText(text(m_before.pods));
    if (m_before.ipBlock) {
        m_cidr->setText(QString::fromStdString(m_before.ipBlock->cidr.text()));
        QStringList except;
        for (const kube::Cidr &hole : m_before.ipBlock->except)
            except += QString::fromStdString(hole.text());
        m_except->setText(except.join(QStringLiteral(", ")));
    }
    m_kind->setCurrentIndex(m_before.ipBlock                       ? Addresses
                            : m_before.namespaces && m_before.pods ? PodsElsewhere
                            : m_before.namespaces                  ? Namespaces
                                                                   : PodsHere);
}

void PeerEditor::showFields()
{
    const int kind = m_kind->currentIndex();
    m_namespaces->setVisible(kind == PodsElsewhere || kind == Namespaces);
    m_and->setVisible(kind == PodsElsewhere);
    m_pods->setVisible(kind == PodsHere || kind == PodsElsewhere);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_cidr, m_exceptLabel, m_except})
        widget->setVisible(kind == Addresses);
}

std::optional<kube::Peer> PeerEditor::peer(QString &problem) const
{
    const int kind = m_kind->currentIndex();
    if (kind == Addresses)
        return addresses(problem);
    kube::Peer peer;
    peer.origin = m_before.origin;
    if (kind != PodsHere) {
        peer.namespaces = selectorOf(m_namespaces, m_before.namespaces, problem);
        if (!peer.namespaces)
            return {};
    }
    if (kind != Namespaces) {
        peer.pods = selectorOf(m_pods, m_before.pods, problem);
        if (!peer.pods)
            return {};
    }
    return peer;
}

std::optional<kube::Peer> PeerEditor::addresses(QString &problem) const
{
    const auto cidr = edit::parseCidrs(m_cidr->text().toStdString());
    const auto except = edit::parseCidrs(m_except->text().toStdString());
    if (!cidr || !except) {
        problem = message((cidr ? except : cidr).failure());
        return {};
    }
    if (cidr->size() != 1) {
        problem = Tr::tr("Give one address range, as 10.0.0.0/8. A second one is a second peer.");
        return {};
    }
    kube::Peer peer;
    peer.origin = m_before.origin;
    peer.ipBlock = kube::IpBlock{cidr->front(), *except};
    return peer;
}

} // namespace drawbridge
