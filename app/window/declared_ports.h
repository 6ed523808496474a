#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace drawbridge {

/// Ports as somebody types them for a service ("8080, http 8080, UDP/53"), as the side file keeps
/// them: each once, a name before its number. Nothing and why if a word is none.
std::optional<std::vector<std::string>> declaredPorts(const QString &text, QString &problem);

} // namespace drawbridge
