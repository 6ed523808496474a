#pragma once

#include <QSize>

class QWidget;

namespace drawbridge {

/// The size that a dialog begins with: no larger than the window that it belongs to, where that has
/// room for the least of a form, nor than the screen.
QSize roomFor(const QWidget &dialog, QSize wanted);

} // namespace drawbridge
