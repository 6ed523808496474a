#pragma once

#include "text/text_path.h"

#include <QStringView>

namespace drawbridge {

/// What is open at the end of a text in flow style.
class FlowReader
{
public:
    void read(QStringView text);
    void addTo(TextPath &path) const;
    bool isOpen() const { return !m_levels.empty(); }
    bool isQuoted() const { return !m_quote.isNull(); }

private:
    struct Level
    {
        bool isMap = false;
        bool isBehindColon = false;
        QString key;
        QMap<QString, QString> mapping;
    };
    void take(QChar c, bool isBeforeBlank);
    void close();

    std::vector<Level> m_levels;
    QChar m_quote;
    QString m_word;
    bool m_wasQuoted = false;
};

} // namespace drawbridge
