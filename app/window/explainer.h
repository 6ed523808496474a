#pragma once

#include "base/diagnostic.h"
#include "edit/intent.h"
#include "verdict/explain.h"
#include "window/stand_ins.h"

#include <QObject>

#include <optional>
#include <vector>

namespace drawbridge {

class Document;
class ExplainPanel;

/// Answers what is asked in the panel, whether one end may connect to another and why, about the
/// document as it is. Changes nothing: what would make a "no" a "yes" is asked for by a signal.
class Explainer : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Explainer(const Document &document, ExplainPanel *panel, QObject *parent);

    /// All that a question can be asked about. Answers the one that is asked once more.
    void listEnds();
    /// An end that is not listed is left open. What stands for it is told while it is asked about.
    void ask(const StandIn &source, const StandIn &target);

signals:
    void placeRequested(const drawbridge::Place &place);
    void repairRequested(const drawbridge::edit::Allow &repair);

private:
    const edit::End *sourceEnd() const; ///< null while none is chosen
    const edit::End *targetEnd() const;
    QString standInWords() const;
    std::optional<kube::ConnectionSet> askedPorts(QString &problem) const;
    void answer();
    QString htmlOf(const verdict::Explanation &explanation, const verdict::Party &source,
                   const verdict::Party &target);

    const Document &m_document;
    ExplainPanel *m_panel;
    std::vector<edit::End> m_ends; ///< what its boxes list
    std::vector<Place> m_places;   ///< that the answer links to
    StandIn m_source;              ///< asked about last
    StandIn m_target;
    std::optional<edit::Allow> m_repair; ///< that the answer offers
};

} // namespace drawbridge
