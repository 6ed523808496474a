#pragma once

#include <QLabel>

namespace drawbridge {

/// Plain text over as many lines as it needs; `role`: how the theme shows it ("error", "caption").
inline QLabel *textLabel(const QString &text = {}, const char *role = "")
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace drawbridge
