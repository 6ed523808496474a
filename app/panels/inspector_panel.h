#pragma once

#include "base/diagnostic.h"
#include "document/beside.h"
#include "graph/picture.h"
#include "verdict/exposure.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace drawbridge {

class Document;
class WholeLinesArea;

/// Says of the selected element what is allowed and by which rule, with a jump to the rule's line.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(Document &document, QWidget *parent = nullptr);

    /// Shows an element; an empty or unknown key shows the workspace. What is new of the element
    /// that is shown already comes soon.
    void showElement(const graph::Key &key);
    /// In a turn of its own, behind text and canvas.
    void showElementSoon(const graph::Key &key);
    /// How many elements are selected, which is said where none of them is shown; 0 for none.
    void setSelected(std::size_t count);
    /// Says of an element that only the version compared with has what it is there.
    void showGone(const QString &title, const QStringList &facts);
    const graph::Key &element() const { return m_key; }

signals:
    void placeRequested(const drawbridge::Place &place);
    void elementRequested(const drawbridge::graph::Key &key);
    void changePortsRequested(const drawbridge::graph::Key &arrow);
    /// The missing half of a half-open arrow.
    void otherSideRequested(const drawbridge::graph::Key &arrow);
    void revokeRequested(const drawbridge::graph::Key &arrow);
    void addServiceRequested(); ///< to the namespace that is shown
    void isolateRequested(const drawbridge::graph::Key &frame, bool egress);
    void policyEditRequested(const drawbridge::kube::Object *policy);
    void renameRequested(const drawbridge::graph::Key &node);
    void removeRequested(const drawbridge::graph::Key &node);
    void labelsRequested(const drawbridge::graph::Key &element);
    void moveRequested(const drawbridge::graph::Key &node); ///< to another namespace
    void portsRequested(const drawbridge::graph::Key &node);
    void noteRequested(const drawbridge::graph::Key &element);
    /// `index`: among the notes of that key in the side state.
    void noteChangeRequested(const drawbridge::graph::Key &element, std::size_t index);
    void noteRemovalRequested(const drawbridge::graph::Key &element, std::size_t index);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void forgetLinks();
    void showNow();
    void showWorkspace();
    void showNode(const graph::Node &node);
    void showFrame(const graph::Frame &frame);
    void showArrow(const graph::Arrow &arrow);
    QString exposureLinesOf(const graph::Node &node);
    void forgetPodsNamed();
    void lookForPodsNamed();
    void takePodsNamed();
    void showWayIn(const graph::Arrow &arrow);
    /// File and line with a jump there, behind `name`.
    QString sourceLine(const graph::Source &source, const QString &name);
    QString placeLink(const Place &place, const QString &text);
    QString elementLink(const graph::Key &key, const QString &text);
    QString editLink(const kube::Object *policy);
    QString policyLine(const kube::Object *policy, const QString &name);
    QString policyLines(const graph::Node &node);
    QString clusterPolicyLines(verdict::EndpointId endpoint);
    QString decidedLines(const graph::Arrow &arrow, kube::Direction direction,
                         const std::vector<graph::RuleSource> &shown);
    QString arrowLines(const graph::Node &node);
    std::vector<verdict::EndpointId> endpointsOf(const graph::Key &end) const;
    /// `targets`: of the arrow, on which named ports are looked up.
    QString ruleLine(const graph::RuleSource &rule,
                     const std::vector<verdict::EndpointId> &targets);
    QString half(const graph::Arrow &arrow, kube::Direction direction);
    void follow(const QString &link);
    std::vector<QPushButton *> buttons() const;
    QString noteLine(const graph::Note &note, bool namesElement);
    QString noteLines(const graph::Key &key);
    bool followNote(const QString &link);
    void setButtons(std::initializer_list<QPushButton *> shown);
    void fitButtons();

    Document &m_document;
    graph::Key m_key;
    std::size_t m_selected = 0;
    bool m_isCountNew = false;
    QLabel *m_caption;
    QLabel *m_title;
    QLabel *m_body;
    WholeLinesArea *m_scroll = nullptr;
    QScrollArea *m_buttonArea = nullptr;
    QPushButton *m_changePorts;
    QPushButton *m_revoke;
    QPushButton *m_showText;
    QPushButton *m_addService;
    QPushButton *m_isolateIngress;
    QPushButton *m_isolateEgress;
    QPushButton *m_rename;
    QPushButton *m_labels;
    QPushButton *m_remove;
    QPushButton *m_ports;
    QPushButton *m_move;
    QPushButton *m_addNote;
    /// For whom rules open something; null: to be found again.
    std::optional<std::vector<verdict::PodsLike>> m_podsNamed;
    QTimer m_turn;  ///< in which the element is shown again
    QTimer m_pause; ///< before they are looked for in another thread
    std::unique_ptr<BesideWork<std::vector<verdict::PodsLike>>> m_looking;
    bool m_lacksPodsNamed = false; ///< what is shown
    std::vector<Place> m_places;
    std::vector<graph::Key> m_keys;
    std::vector<const kube::Object *> m_policies;
    std::vector<graph::Note> m_notes; ///< that links lead to
    Place m_place;
};

} // namespace drawbridge
