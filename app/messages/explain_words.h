#pragma once

#include "verdict/explain.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// Why a connection is allowed or not, in plain sentences. Names from files are made visible, not
/// escaped. Ends are named as lists print them.

/// "shop/web[Pod]", "10.0.0.1"
QString partyWords(const verdict::Evaluator &evaluator, const verdict::Party &party);
/// "TCP 5432"; "any port" for all of them
QString askedWords(const kube::ConnectionSet &asked);
/// One sentence: "TCP 5432 is not allowed."
QString verdictSentence(const verdict::Explanation &explanation);
/// What one end does: "Ingress of shop/db[Pod] admits TCP 80."
QString halfSentence(const verdict::Evaluator &evaluator, const verdict::HalfAnswer &half,
                     const verdict::Party &end);
/// "Rule 1 of policy shop/db admits TCP 5432."
QString ruleUseSentence(const verdict::Evaluator &evaluator, const verdict::RuleUse &use);
/// "Policy shop/db isolates it."
QString isolatingSentence(const verdict::Evaluator &evaluator, const kube::Object &policy);
/// "Rule 1 of policy shop/db nearly admits it: it is for TCP 80."
QString missSentence(const verdict::Evaluator &evaluator, const verdict::NearMiss &miss,
                     const verdict::Party &own, const verdict::Party &other);
QString doubtSentence(const verdict::Evaluator &evaluator, const verdict::Doubt &doubt);

} // namespace drawbridge
