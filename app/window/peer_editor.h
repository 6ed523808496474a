#pragma once

#include "kube/network_policy.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace drawbridge {

/// One peer of a rule: pods, namespaces and pods that both must match (joined by "and"), or
/// addresses with exceptions.
class PeerEditor : public QFrame
{
    Q_OBJECT

public:
    /// `nameSpace`: the policy's own.
    PeerEditor(const kube::Peer &peer, const QString &nameSpace, QWidget *parent = nullptr);

    /// What the fields say, known again as the peer it began as; else why it is none.
    std::optional<kube::Peer> peer(QString &problem) const;
    void setNameSpace(const QString &nameSpace);
    QComboBox *kindBox() const { return m_kind; }
    QLineEdit *podsEdit() const { return m_pods; }
    QLineEdit *namespacesEdit() const { return m_namespaces; }

signals:
    void changed();
    void removeRequested();

private:
    enum Kind { PodsHere, PodsElsewhere, Namespaces, Addresses };

    void build(const QString &nameSpace);
    void fill();
    void showFields();
    std::optional<kube::Peer> addresses(QString &problem) const;

    kube::Peer m_before;
    QComboBox *m_kind;
    QLineEdit *m_namespaces;
    QLabel *m_and;
    QLineEdit *m_pods;
    QLineEdit *m_cidr;
    QLabel *m_exceptLabel;
    QLineEdit *m_except;
    QPushButton *m_remove;
};

} // namespace drawbridge
