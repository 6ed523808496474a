#pragma once

#include "edit/asked_ends.h"
#include "edit/intent.h"
#include "verdict/explain.h"

#include <QString>

#include <optional>
#include <vector>

namespace drawbridge {

/// Why a connection is allowed or not, in plain sentences. Names from files are made visible, not
/// escaped. Ends are named as lists print them.

/// "shop/web[Pod]", "10.0.0.1"
QString partyWords(const verdict::Evaluator &evaluator, const verdict::Party &party);
/// The same of an end that may be a whole range: "every IPv4 address outside".
QString askedEndWords(const verdict::Evaluator &evaluator, const edit::AskedEnd &end);
/// "TCP 5432"; "any port" for all of them
QString askedWords(const kube::ConnectionSet &asked);
/// One sentence: "TCP 5432 is not allowed."
QString verdictSentence(const verdict::Explanation &explanation);
/// What an explanation consists of, in the order in which people read it.
struct Reason
{
    enum class Kind {
        Doubt,     ///< a fact that is missing
        Half,      ///< what one end admits; no place
        Isolating, ///< a policy that isolates the end
        Rule,      ///< a rule that decides something
        NearMiss   ///< a rule that nearly admits it
    };
    Kind kind = Kind::Half;
    std::size_t half = 0; ///< index in Explanation::halves; 0 for doubts
    QString sentence;
    Place place = {};                                   ///< of no file if there is none
    const kube::Object *policy = nullptr;               ///< of Isolating, Rule and NearMiss
    std::size_t rule = 0;                               ///< of Rule and NearMiss
    kube::ConnectionSet ports = {};                     ///< of Rule
    kube::RuleAction action = kube::RuleAction::Accept; ///< of Rule
};

/// Doubts, then each half with its rules, what isolates it and its near misses.
std::vector<Reason> reasonsOf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                              const verdict::Explanation &explanation, const verdict::Party &source,
                              const verdict::Party &target);

/// The call to `allow` that would be planned to repair a "no": the ports that were asked for, else
/// those that one half admits already. Nothing if no ports are known.
std::optional<std::vector<edit::PortSpan>> portsToAllow(const verdict::Explanation &explanation);
/// Whether that is one, as planned: a repair by which another pair loses something is none.
bool isRepair(const edit::Rewrite &plan);

} // namespace drawbridge
