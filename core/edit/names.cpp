#include "edit/intent.h"

#include <algorithm>
#include <charconv>

namespace drawbridge::edit {

namespace {

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    return result;
}

bool parseNumber(std::string_view text, std::uint32_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 1 &&
           number <= kube::kLastPort;
}

bool parseRange(std::string_view text, PortSpan &span)
{
    if (upper(text) == "ALL") {
        span.first = span.last = 0;
        return true;
    }
    const std::size_t dash = text.find('-');
    if (!parseNumber(text.substr(0, dash), span.first))
        return false;
    span.last = span.first;
    if (dash == std::string_view::npos)
        return true;
    return parseNumber(text.substr(dash + 1), span.last) && span.last >= span.first;
}

} // namespace

Result<PortSpan> parsePort(const std::string &text)
{
    PortSpan span;
    const Failure invalid{Code::InvalidPort, {text}};
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) {
        if (upper(text) == "ALL" || !parseRange(text, span))
            return invalid;
        return span;
    }
    std::string_view ports = text;
    const auto first = kube::protocolNamed(upper(ports.substr(0, slash)));
    const auto second = kube::protocolNamed(upper(ports.substr(slash + 1)));
    if (!first == !second)
        return invalid;
    span.protocol = first ? *first : *second;
    if (!parseRange(first ? ports.substr(slash + 1) : ports.substr(0, slash), span))
        return invalid;
    return span;
}

std::string portText(const PortSpan &span)
{
    std::string text = nameOf(span.protocol);
    if (!span.name.empty())
        return text + ' ' + span.name + " (" + std::to_string(span.first) + ')';
    if (span.first > 0)
        text += ' ' + std::to_string(span.first);
    if (span.last > span.first)
        text += '-' + std::to_string(span.last);
    return text;
}

std::vector<PortSpan> spansOf(const kube::ConnectionSet &ports)
{
    std::vector<PortSpan> result;
    for (kube::Protocol protocol : {kube::Protocol::Tcp, kube::Protocol::Udp, kube::Protocol::Sctp})
        for (const auto &range : ports.ports(protocol).intervals()) {
            const bool isAll = range.first == 1 && range.last == kube::kLastPort;
            result.push_back({protocol, isAll ? 0 : range.first, isAll ? 0 : range.last});
        }
    return result;
}

kube::ConnectionSet connections(const std::vector<PortSpan> &ports)
{
    if (ports.empty())
        return kube::ConnectionSet::all();
    kube::ConnectionSet result;
    for (const PortSpan &span : ports)
        result.insert(span.protocol, span.first ? span.first : 1,
                      span.first ? std::max(span.first, span.last) : kube::kLastPort);
    return result;
}

namespace {

std::string listed(const std::vector<std::string> &names)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (i ? ", " : "") + names[i];
    return names.size() > most ? text + ", …" : text;
}

End endOf(const verdict::Endpoint &endpoint)
{
    return {End::Kind::Endpoint, endpoint.key(), {}};
}

/// `ns/name`, `ns/name[Kind]`, `name` or `name[Kind]`.
bool isNamed(const verdict::Endpoint &endpoint, const std::string &text)
{
    const std::string withKind = endpoint.name + '[' + endpoint.kindName + ']';
    for (const std::string &name : {endpoint.name, withKind})
        if (text == name || text == endpoint.nameSpace + '/' + name)
            return true;
    return text == endpoint.key();
}

} // namespace

/// The one end whose pods have this address, as the input states it; null if there is none, or if
/// it is the node's.
static const verdict::Endpoint *withAddress(const verdict::Evaluator &evaluator,
                                            const kube::Address &address)
{
    const verdict::Endpoint *found = nullptr;
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        for (const verdict::Variant &pods : endpoint.variants)
            if (std::find(pods.addresses.begin(), pods.addresses.end(), address) !=
                pods.addresses.end()) {
                if (pods.hostNetwork || (found && found != &endpoint))
                    return nullptr;
                found = &endpoint;
            }
    return found;
}

Result<End> parseEnd(const verdict::Evaluator &evaluator, const std::string &text)
{
    if (text == "internet" || text == "Internet")
        return End{End::Kind::Internet, {}, {}};
    if (text == "anyone")
        return End{End::Kind::Everyone, {}, {}};
    if (const auto cidr = kube::parseCidr(text))
        return End{End::Kind::Range, {}, *cidr};
    if (const auto address = kube::parseAddress(text)) {
        if (const verdict::Endpoint *stated = withAddress(evaluator, *address))
            return endOf(*stated);
        const int bits = address->family == kube::Family::V4 ? 32 : 128;
        return End{
            End::Kind::Range, {}, *kube::parseCidr(address->text() + '/' + std::to_string(bits))};
    }
    if (text.starts_with("namespace:")) {
        const std::string name = text.substr(10);
        if (evaluator.namespaces().count(name))
            return End{End::Kind::Namespace, name, {}};
        std::vector<std::string> names;
        for (const auto &[known, labels] : evaluator.namespaces())
            names.push_back("namespace:" + known);
        return Failure{Code::UnknownName, {text, listed(names)}};
    }
    std::vector<std::string> candidates;
    std::vector<End> found;
    std::vector<std::string> all;
    for (const verdict::Endpoint &endpoint : evaluator.endpoints()) {
        all.push_back(endpoint.text());
        if (!isNamed(endpoint, text))
            continue;
        found.push_back(endOf(endpoint));
        candidates.push_back(endpoint.text());
    }
    if (found.size() == 1)
        return found.front();
    std::sort(all.begin(), all.end());
    if (found.empty())
        return Failure{Code::UnknownName, {text, listed(all)}};
    return Failure{Code::AmbiguousName, {text, listed(candidates)}};
}

} // namespace drawbridge::edit
