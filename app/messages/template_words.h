#pragma once

#include "edit/templates.h"

#include <QString>

namespace drawbridge {

/// How a template is called; products keep their own names.
QString nameOf(edit::Template kind);
/// What it inserts, in one sentence.
QString meaningOf(edit::Template kind);

/// How a DNS server is called in choices.
QString nameOf(edit::DnsServer server);

} // namespace drawbridge
