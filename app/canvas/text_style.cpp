#include "canvas/text_style.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>

namespace drawbridge::canvas {

TextSpec specOf(TextRole role)
{
    switch (role) {
    case TextRole::CardTitle:
        return {14, true, false};
    case TextRole::OutsideTitle:
        return {13, true, false};
    case TextRole::SubLine:
        return {11, false, false};
    case TextRole::Ports:
        return {11, false, true};
    case TextRole::FrameTitle:
        return {12, true, false};
    case TextRole::Pill:
        return {11, true, false};
    case TextRole::Note:
        return {11, false, false};
    }
    return {};
}

static QFont family(bool monospace)
{
    if (monospace) {
        QFont font(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        font.setStyleHint(QFont::Monospace);
        return font;
    }
    static const bool hasInter = QFontDatabase::hasFamily(QStringLiteral("Inter"));
    return hasInter ? QFont(QStringLiteral("Inter")) : QGuiApplication::font();
}

QFont fontOf(TextRole role, int pixels)
{
    const TextSpec spec = specOf(role);
    QFont font = family(spec.isMonospace);
    font.setPixelSize(std::max(1, pixels));
    font.setWeight(spec.isBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString plain(const std::string &text)
{
    const QString all = QString::fromUtf8(text.data(), qsizetype(text.size()));
    QString result;
    result.reserve(all.size());
    for (const QChar c : all) {
        const ushort u = c.unicode();
        const bool isControl = u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029;
        const bool turnsText = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
        if (!isControl && !turnsText)
            result += c;
    }
    return result;
}

} // namespace drawbridge::canvas
