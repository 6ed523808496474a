#pragma once

#include <QCoreApplication>

namespace drawbridge {

/// The one translation context: renaming a class loses no translation.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Drawbridge)
};

} // namespace drawbridge
