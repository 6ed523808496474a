#pragma once

#include "kube/network_policy.h"

#include <QFrame>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace drawbridge {

class PeerEditor;

/// One rule of a policy: its peers, parted by "or", its ports, and the sentence that they come to.
class RuleEditor : public QFrame
{
    Q_OBJECT

public:
    /// `nameSpace`: the policy's own.
    RuleEditor(const kube::Rule &rule, kube::Direction direction, const std::string &nameSpace,
               QWidget *parent = nullptr);

    /// What the fields say, known again as the rule it began as; else why it is none.
    std::optional<kube::Rule> rule(QString &problem) const;
    QLineEdit *portsEdit() const { return m_ports; }
    QComboBox *whoBox() const { return m_who; }
    const std::vector<PeerEditor *> &peers() const { return m_peers; }
    QPushButton *upButton() const { return m_up; }
    QPushButton *downButton() const { return m_down; }
    QPushButton *removeButton() const { return m_remove; }
    void addPeer(const kube::Peer &peer);
    void setNameSpace(const std::string &nameSpace); ///< the policy's own
    /// Which place it has among the rules of its direction.
    void setPlace(std::size_t index, std::size_t count);
    /// What a person should know of its ports besides; empty for most.
    void setRemark(const QString &remark);
    /// Added, and nothing written into it yet: then it is no fault that something is missing.
    bool isBlank() const;
    kube::Origin origin() const { return m_before.origin; } ///< of the rule it began as

signals:
    void changed();
    void removeRequested();
    void moveRequested(int by); ///< -1: up, 1: down

private:
    void build();
    void layPeers();
    void showSentence();
    void notice();

    kube::Rule m_before;
    kube::Direction m_direction;
    std::string m_nameSpace;
    QLabel *m_sentence;
    QComboBox *m_who;
    QVBoxLayout *m_peerLayout;
    std::vector<PeerEditor *> m_peers;
    std::vector<QLabel *> m_ors;
    QPushButton *m_addPeer;
    QLineEdit *m_ports;
    QLabel *m_remark;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace drawbridge
