#include "kube/decode.h"

#include <algorithm>
#include <array>
#include <utility>

/// gateway.networking.k8s.io (kubernetes-sigs/gateway-api, apis/v1 and apis/v1beta1). What is
/// broken is reported and leads nowhere.
namespace drawbridge::kube {

namespace {

constexpr std::array<std::pair<RouteKind, const char *>, 5> kRouteKinds{
    {{RouteKind::Http, "HTTPRoute"},
     {RouteKind::Grpc, "GRPCRoute"},
     {RouteKind::Tls, "TLSRoute"},
     {RouteKind::Tcp, "TCPRoute"},
     {RouteKind::Udp, "UDPRoute"}}};

std::string textOr(Reader &reader, const Field &field, const char *otherwise)
{
    return reader.text(field).value.value_or(otherwise);
}

/// A name that may be left out, which means any, but not be empty.
std::string nameOrAny(Reader &reader, const Field &field, bool &isBroken)
{
    const auto text = reader.text(field);
    const bool isEmpty = text.value && text.value->empty();
    if (isEmpty)
        reader.required(field, "");
    isBroken |= text.isBroken || isEmpty;
    return text.value.value_or("");
}

/// Nothing if it is missing or broken; `isBroken` tells the two apart.
std::optional<std::uint32_t> portOf(Reader &reader, const Field &field, bool &isBroken)
{
    const auto number = reader.integer(field);
    isBroken |= number.isBroken;
    if (!number.value)
        return {};
    if (!checkPortNumber(reader, field, *number.value)) {
        isBroken = true;
        return {};
    }
    return std::uint32_t(*number.value);
}

std::optional<GatewayListener::From> fromNamed(const std::string &text)
{
    using From = GatewayListener::From;
    constexpr std::array<std::pair<std::string_view, From>, 4> names{{{"Same", From::Same},
                                                                      {"All", From::All},
                                                                      {"Selector", From::Selector},
                                                                      {"None", From::None}}};
    for (const auto &[name, from] : names)
        if (text == name)
            return from;
    return {};
}

/// False if it cannot be told whose routes it takes.
bool readAllowedRoutes(Reader &reader, const Field &field, GatewayListener &listener)
{
    const Mapping allowed = reader.mapping(field);
    const Mapping namespaces = reader.mapping(allowed.member("namespaces"));
    const Field fromField = namespaces.member("from");
    const std::string word = textOr(reader, fromField, "Same");
    const auto from = fromNamed(word);
    if (!from) {
        reader.unsupported(fromField, quoted(word), "\"All\", \"None\", \"Same\", \"Selector\"");
        return false;
    }
    listener.from = *from;
    if (*from == GatewayListener::From::Selector) {
        const Field selectorField = namespaces.member("selector");
        if (selectorField.isAbsent()) {
            reader.required(selectorField, "");
            return false;
        }
        auto selector = decodeSelector(reader, selectorField);
        if (!selector)
            return false;
        listener.namespaces = std::move(*selector);
    }
    const Items kinds = reader.items(allowed.member("kinds"));
    for (const Field &item : kinds.fields) {
        const Mapping kind = reader.mapping(item);
        // A kind of another API keeps the list from being empty, which would mean any.
        const bool isOurs = textOr(reader, kind.member("group"), kGatewayGroup) == kGatewayGroup;
        listener.kinds.push_back(isOurs ? textOr(reader, kind.member("kind"), "") : "");
    }
    return !kinds.isBroken;
}

std::optional<GatewayListener> decodeListener(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field);
    GatewayListener listener;
    listener.name = textOr(reader, mapping.member("name"), "");
    listener.protocol = textOr(reader, mapping.member("protocol"), "");
    for (const char *wanted : {"name", "port", "protocol"})
        if (mapping.member(wanted).isAbsent())
            reader.required(mapping.member(wanted), "");
    bool isBroken = mapping.isBroken;
    listener.hostname = nameOrAny(reader, mapping.member("hostname"), isBroken);
    const auto port = portOf(reader, mapping.member("port"), isBroken);
    isBroken |= !port || listener.name.empty() || listener.protocol.empty();
    isBroken |= !readAllowedRoutes(reader, mapping.member("allowedRoutes"), listener);
    if (isBroken)
        return {};
    listener.port = *port;
    return listener;
}

/// Routes of a mesh hang on Services and lead nobody in.
std::optional<RouteParent> decodeParent(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field);
    RouteParent parent;
    const std::string group = textOr(reader, mapping.member("group"), kGatewayGroup);
    const std::string kind = textOr(reader, mapping.member("kind"), "Gateway");
    parent.name = textOr(reader, mapping.member("name"), "");
    parent.nameSpace = textOr(reader, mapping.member("namespace"), "");
    bool isBroken = mapping.isBroken;
    parent.listener = nameOrAny(reader, mapping.member("sectionName"), isBroken);
    parent.port = portOf(reader, mapping.member("port"), isBroken);
    parent.origin = field.origin();
    if (parent.name.empty())
        reader.required(mapping.member("name"), "");
    if (isBroken || parent.name.empty() || group != kGatewayGroup || kind != "Gateway")
        return {};
    return parent;
}

void addBackend(Reader &reader, const Field &field, GatewayRoute &route)
{
    if (field.isAbsent())
        return;
    const Mapping mapping = reader.mapping(field);
    const std::string group = textOr(reader, mapping.member("group"), "");
    const std::string kind = textOr(reader, mapping.member("kind"), "Service");
    const auto weight = reader.integer(mapping.member("weight"));
    RouteBackend backend;
    backend.service = textOr(reader, mapping.member("name"), "");
    backend.nameSpace = textOr(reader, mapping.member("namespace"), "");
    backend.origin = field.origin();
    bool isBroken = mapping.isBroken || weight.isBroken;
    const auto port = portOf(reader, mapping.member("port"), isBroken);
    if (!group.empty() || kind != "Service" || isBroken)
        return;
    if (backend.service.empty())
        reader.required(mapping.member("name"), "");
    else if (!port)
        reader.required(mapping.member("port"), "");
    else if (weight.value.value_or(1) > 0) { // 0 gets no traffic
        backend.port = *port;
        route.backends.push_back(std::move(backend));
    }
}

/// Filters send copies of requests to Services too.
void addMirrors(Reader &reader, const Field &field, GatewayRoute &route)
{
    for (const Field &item : reader.items(field).fields) {
        const Mapping filter = reader.mapping(item);
        addBackend(reader, reader.mapping(filter.member("requestMirror")).member("backendRef"),
                   route);
    }
}

} // namespace

const char *nameOf(RouteKind kind)
{
    return kRouteKinds[std::size_t(kind)].second;
}

std::optional<RouteKind> routeKindNamed(std::string_view kind)
{
    for (const auto &[value, name] : kRouteKinds)
        if (kind == name)
            return value;
    return {};
}

Gateway decodeGateway(Reader &reader, const Mapping &object)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    Gateway gateway;
    for (const Field &item : reader.items(spec.member("listeners")).fields)
        if (auto listener = decodeListener(reader, item))
            gateway.listeners.push_back(std::move(*listener));
    return gateway;
}

GatewayRoute decodeGatewayRoute(Reader &reader, const Mapping &object, RouteKind kind)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    GatewayRoute route;
    route.kind = kind;
    for (const Field &item : reader.items(spec.member("parentRefs")).fields)
        if (auto parent = decodeParent(reader, item))
            route.parents.push_back(std::move(*parent));
    bool isBroken = false; // an empty one stays, which is the name of nothing
    for (const Field &item : reader.items(spec.member("hostnames")).fields)
        route.hostnames.push_back(nameOrAny(reader, item, isBroken));
    for (const Field &item : reader.items(spec.member("rules")).fields) {
        const Mapping rule = reader.mapping(item);
        addMirrors(reader, rule.member("filters"), route);
        for (const Field &backend : reader.items(rule.member("backendRefs")).fields) {
            addBackend(reader, backend, route);
            addMirrors(reader, reader.mapping(backend).member("filters"), route);
        }
    }
    return route;
}

ReferenceGrant decodeReferenceGrant(Reader &reader, const Mapping &object)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    ReferenceGrant grant;
    for (const Field &item : reader.items(spec.member("from")).fields) {
        const Mapping from = reader.mapping(item);
        const std::string kind = textOr(reader, from.member("kind"), "");
        const std::string nameSpace = textOr(reader, from.member("namespace"), "");
        if (textOr(reader, from.member("group"), "") == kGatewayGroup && !nameSpace.empty())
            grant.from.push_back({kind, nameSpace});
    }
    for (const Field &item : reader.items(spec.member("to")).fields) {
        const Mapping to = reader.mapping(item);
        bool isBroken = false;
        std::string name = nameOrAny(reader, to.member("name"), isBroken);
        const bool isCore = textOr(reader, to.member("group"), "?").empty();
        if (!isBroken && isCore && textOr(reader, to.member("kind"), "") == "Service")
            grant.services.push_back(std::move(name));
    }
    return grant;
}

} // namespace drawbridge::kube
