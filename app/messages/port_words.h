#pragma once

#include "base/result.h"
#include "verdict/evaluator.h"

#include <QStringList>

namespace drawbridge {

/// Why a word that somebody typed is no port. `names`: the names of ports that are known where it
/// was typed.
QString portProblem(const QString &word, const Failure &failure, const QStringList &names);

/// What the named ports of a rule are on the endpoints that it leads to: "http is TCP 8080 of api."
/// Says so where a name matches nothing there. Empty where no port is named.
QStringList namedPortWords(const verdict::Evaluator &evaluator, const kube::Rule &rule,
                           const std::vector<verdict::EndpointId> &targets);
/// The same of a rule whose policy picks `subjects`.
QStringList namedPortWords(const verdict::Evaluator &evaluator, const kube::Rule &rule,
                           kube::Direction direction, const std::string &nameSpace,
                           const std::vector<verdict::EndpointId> &subjects);

} // namespace drawbridge
