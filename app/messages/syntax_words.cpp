#include "messages/syntax_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge {

namespace {

QString meaningOf(const std::string &words)
{
    if (words == "illegal map value" || words == "illegal map key")
        return Tr::tr("a colon or the blank behind it is missing, or the indent is wrong");
    if (words == "end of map not found" || words == "end of sequence not found")
        return Tr::tr("the indent fits nothing above, or a colon or a dash is missing");
    if (words == "illegal block entry")
        return Tr::tr("a dash stands where no list can be");
    if (words == "illegal tab when looking for indentation")
        return Tr::tr("a tab indents; only blanks may");
    if (words == "end of map flow not found" || words == "end of sequence flow not found")
        return Tr::tr("a bracket is not closed, or a comma is missing");
    if (words == "illegal flow end")
        return Tr::tr("a bracket is closed that is not open");
    if (words == "end of quoted text not found")
        return Tr::tr("a quote is not closed");
    if (words == "unknown token" || words == "alias not found after *" ||
        words == "anchor not found after &")
        return Tr::tr("text that begins so needs quotes");
    return {};
}

} // namespace

QString syntaxWords(const std::string &parsers)
{
    const QString meaning = meaningOf(parsers);
    return meaning.isEmpty() ? visible(parsers)
                             : meaning + QStringLiteral(" (“%1”)").arg(visible(parsers));
}

} // namespace drawbridge
