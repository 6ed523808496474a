#include "kube/decode.h"

namespace drawbridge::kube {

namespace {

constexpr const char *kNoCidr = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

/// Drops leading zeros of decimal numbers, which the Go of old API servers took (netutils,
/// ParseCIDRSloppy): tells a CIDR that only strict validation refuses from what is none.
std::string withoutLeadingZeros(const std::string &text)
{
    const std::size_t lastColon = text.rfind(':');
    const std::size_t firstDecimal = lastColon == std::string::npos        ? 0
                                     : text.find('.') != std::string::npos ? lastColon + 1
                                                                           : text.find('/');
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts =
            i == firstDecimal || (i > 0 && (text[i - 1] == '.' || text[i - 1] == '/'));
        if (starts && i >= firstDecimal) {
            while (text[i] == '0' && i + 1 < text.size() && text[i + 1] >= '0' &&
                   text[i + 1] <= '9')
                ++i;
        }
        result += text[i];
    }
    return result;
}

bool isMapped(const Cidr &cidr, const std::string &written)
{
    const auto address = parseAddress(written.substr(0, written.find('/')));
    return cidr.family == Family::V6 && address && address->value.high == 0 &&
           address->value.low >> 32 == 0xffff;
}

void warnOfSpelling(Reader &reader, const Field &field, const Cidr &cidr,
                    const std::string &written)
{
    if (cidr.hadHostBits)
        reader.report(Severity::Warning, Code::CidrHostBits, reader.range(field),
                      {field.path, quoted(written), quoted(cidr.text())});
    else if (cidr.family == Family::V6 && cidr.text() != written)
        reader.report(Severity::Warning, Code::CidrNotCanonical, reader.range(field),
                      {field.path, quoted(written), quoted(cidr.text())});
}

struct CheckedCidr
{
    std::optional<Cidr> cidr; ///< also of one that is refused for its spelling alone
    bool isRefused = false;
    bool isMapped = false;
};

/// apimachinery pkg/util/validation/ip.go, IsValidCIDRForLegacyField; strict but for host bits,
/// which API servers before 1.36 take with a warning.
CheckedCidr checkCidr(Reader &reader, const Field &field, const std::string &written)
{
    const auto cidr = parseCidr(written);
    if (!cidr) {
        const auto sloppy = parseCidr(withoutLeadingZeros(written));
        reader.invalid(field, quoted(written),
                       sloppy ? "must not have leading 0s in IP or prefix length" : kNoCidr);
        return {sloppy, true, sloppy && isMapped(*sloppy, withoutLeadingZeros(written))};
    }
    if (isMapped(*cidr, written)) {
        reader.invalid(field, quoted(written), "must not have an IPv4-mapped IPv6 address");
        return {cidr, true, true};
    }
    warnOfSpelling(reader, field, *cidr, written);
    return {cidr, false, false};
}

bool isStrictSubset(const Cidr &inner, const Cidr &outer)
{
    return inner.family == outer.family && outer.prefix < inner.prefix &&
           outer.set().contains(inner.first);
}

bool decodeExcept(Reader &reader, const Field &field, IpBlock &block)
{
    const auto text = reader.text(field);
    if (text.isBroken)
        return false;
    const std::string written = text.value.value_or("");
    const CheckedCidr hole = checkCidr(reader, field, written);
    if (!hole.cidr)
        return false;
    // Go takes a mapped address for IPv4 or IPv6 as it comes; it is refused already.
    if (!hole.isMapped && !isStrictSubset(*hole.cidr, block.cidr)) {
        reader.invalid(field, quoted(written), "must be a strict subset of `cidr`");
        return false;
    }
    block.except.push_back(*hole.cidr);
    return !hole.isRefused;
}

} // namespace

std::optional<Cidr> decodeCidr(Reader &reader, const Field &field)
{
    const auto text = reader.text(field);
    if (text.isBroken)
        return std::nullopt;
    const CheckedCidr checked = checkCidr(reader, field, text.value.value_or(""));
    return checked.isRefused ? std::nullopt : checked.cidr;
}

/// kubernetes pkg/apis/networking/validation/validation.go, ValidateIPBlock. A block with one
/// refused exception is refused as a whole: without the exception it would be wider.
std::optional<IpBlock> decodeIpBlock(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field, {"cidr", "except"});
    if (mapping.isBroken)
        return std::nullopt;
    const Field cidrField = mapping.member("cidr");
    const auto text = reader.text(cidrField);
    const Items items = reader.items(mapping.member("except"));
    if (text.isBroken)
        return std::nullopt;
    if (text.value.value_or("").empty()) {
        reader.required(cidrField, "");
        return std::nullopt;
    }
    const CheckedCidr checked = checkCidr(reader, cidrField, *text.value);
    if (!checked.cidr)
        return std::nullopt;
    IpBlock block;
    block.cidr = *checked.cidr;
    bool isRight = !checked.isRefused && !items.isBroken;
    for (const Field &item : items.fields)
        isRight = decodeExcept(reader, item, block) && isRight;
    return isRight ? std::optional(std::move(block)) : std::nullopt;
}

/// kubernetes pkg/apis/networking/validation/validation.go, ValidateNetworkPolicyPeer.
std::optional<Peer> decodePeer(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field, {"podSelector", "namespaceSelector", "ipBlock"});
    if (mapping.isBroken)
        return std::nullopt;
    Peer peer;
    peer.origin = field.origin();
    const Field pods = mapping.member("podSelector");
    const Field namespaces = mapping.member("namespaceSelector");
    const Field block = mapping.member("ipBlock");
    bool isRight = true;
    if (!pods.isAbsent()) {
        peer.pods = decodeSelector(reader, pods);
        isRight = peer.pods.has_value() && isRight;
    }
    if (!namespaces.isAbsent()) {
        peer.namespaces = decodeSelector(reader, namespaces);
        isRight = peer.namespaces.has_value() && isRight;
    }
    if (!block.isAbsent()) {
        peer.ipBlock = decodeIpBlock(reader, block);
        isRight = peer.ipBlock.has_value() && isRight;
    }
    const bool hasSelector = !pods.isAbsent() || !namespaces.isAbsent();
    if (!hasSelector && block.isAbsent()) {
        reader.required(field, "must specify a peer");
        return std::nullopt;
    }
    if (hasSelector && !block.isAbsent()) {
        reader.forbidden(field, "may not specify both ipBlock and another peer");
        return std::nullopt;
    }
    return isRight ? std::optional(std::move(peer)) : std::nullopt;
}

} // namespace drawbridge::kube
