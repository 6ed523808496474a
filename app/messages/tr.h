#pragma once

#include <QCoreApplication>

namespace drawbridge {

/// The one translation context: renaming a class loses no translation.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Tr) // as the struct: lupdate takes one or the other
};

} // namespace drawbridge
