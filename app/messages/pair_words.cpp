// What an edit changes for pairs besides what was asked.
#include "messages/messages.h"
#include "messages/range_words.h"
#include "messages/tr.h"

#include <algorithm>
#include <climits>
#include <map>

namespace drawbridge {

namespace {

const std::string kEveryV4 = "0.0.0.0-255.255.255.255";
const std::string kEveryV6 = "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

QString portsWords(const kube::ConnectionSet &ports)
{
    return ports.isEmpty() ? Tr::tr("nothing") : portsLabel(ports.label());
}

QString pairWords(const edit::PairChange &change, const QString &source, const QString &target)
{
    const QString before = portsWords(change.before);
    const QString after = portsWords(change.after);
    if (change.after.isEmpty())
        return change.before.isAll()
                   ? Tr::tr("%1 → %2: nothing is allowed any longer").arg(source, target)
                   : Tr::tr("%1 → %2: %3 is no longer allowed").arg(source, target, before);
    if (change.before.isEmpty())
        return change.after.isAll()
                   ? Tr::tr("%1 → %2: everything is newly allowed").arg(source, target)
                   : Tr::tr("%1 → %2: %3 is newly allowed").arg(source, target, after);
    return Tr::tr("%1 → %2: %3 is allowed instead of %4").arg(source, target, after, before);
}

bool isAbout(const edit::PairChange &change, const std::string &end)
{
    return change.source == end || change.target == end;
}

/// Equal for changes that are the same but for the address family; empty for one between services.
std::string familyKey(const edit::PairChange &change)
{
    if (!isAbout(change, kEveryV4) && !isAbout(change, kEveryV6))
        return {};
    const auto name = [](const std::string &end) {
        return end == kEveryV4 || end == kEveryV6 ? std::string() : end;
    };
    return name(change.source) + '\n' + name(change.target) + '\n' + change.before.text() + '\n' +
           change.after.text();
}

} // namespace

QString noLongerShown(const std::vector<std::string> &services)
{
    if (services.empty())
        return {};
    QStringList names;
    for (const std::string &service : services)
        names += visible(service);
    return Tr::tr("No longer shown on its own, because no other NetworkPolicy picks just these "
                  "pods: %1. What exactly they may reach, and who may reach them, can then not be "
                  "told here.",
                  nullptr, int(names.size()))
        .arg(names.join(QStringLiteral(", ")));
}

QString pairChanges(const edit::PairChanges &all, int most)
{
    std::vector<edit::PairChange> changes = withRangesJoined(all.pairs);
    // Services first: they are what people think of.
    std::stable_partition(changes.begin(), changes.end(), [](const edit::PairChange &change) {
        return !isAddressRange(change.source) && !isAddressRange(change.target);
    });
    std::map<std::string, int> families;
    for (const edit::PairChange &change : changes)
        ++families[familyKey(change)];
    QStringList lines;
    int more = int(std::min<std::size_t>(all.leftOut, INT_MAX / 2));
    for (const edit::PairChange &change : changes) {
        const std::string family = familyKey(change);
        const bool hasTwin = !family.empty() && families[family] > 1;
        if (isAbout(change, kEveryV6) && hasTwin)
            continue; // told with that of IPv4
        if (lines.size() >= most) {
            ++more;
            continue;
        }
        const auto name = [&](const std::string &end) {
            if (end == kEveryV4)
                return hasTwin ? Tr::tr("every address outside")
                               : Tr::tr("every IPv4 address outside");
            return end == kEveryV6 ? Tr::tr("every IPv6 address outside") : visible(end);
        };
        lines += pairWords(change, name(change.source), name(change.target));
    }
    if (more > 0)
        lines += Tr::tr("… and %n more", nullptr, more);
    return lines.join(QLatin1Char('\n'));
}

} // namespace drawbridge
