#pragma once

#include "kube/labels.h"
#include "kube/origin.h"
#include "kube/ports.h"

#include <optional>
#include <string>
#include <vector>

/// The Gateway API (gateway.networking.k8s.io), as far as it says which way leads to which Service.
namespace drawbridge::kube {

inline constexpr const char *kGatewayGroup = "gateway.networking.k8s.io";

enum class RouteKind : std::uint8_t { Http, Grpc, Tls, Tcp, Udp };
const char *nameOf(RouteKind kind); ///< "HTTPRoute"
std::optional<RouteKind> routeKindNamed(std::string_view kind);

struct GatewayListener
{
    /// Which namespaces routes may come from.
    enum class From : std::uint8_t { Same, All, Selector, None };

    std::string name;
    std::uint32_t port = 0;
    std::string protocol;
    std::string hostname; ///< empty: any
    From from = From::Same;
    LabelSelector namespaces;       ///< for Selector
    std::vector<std::string> kinds; ///< of routes; empty: those that the protocol knows

    bool operator==(const GatewayListener &) const = default;
};

struct Gateway
{
    std::vector<GatewayListener> listeners; ///< without those that are broken

    bool operator==(const Gateway &) const = default;
};

/// What a route hangs on; a Gateway of the Gateway API.
struct RouteParent
{
    std::string nameSpace; ///< empty: the route's own
    std::string name;
    std::string listener; ///< empty: any
    std::optional<std::uint32_t> port;
    Origin origin;

    bool operator==(const RouteParent &) const = default;
};

/// A Service that a route sends traffic to, or a copy of it.
struct RouteBackend
{
    std::string nameSpace; ///< empty: the route's own
    std::string service;
    std::uint32_t port = 0; ///< of the Service
    Origin origin;

    bool operator==(const RouteBackend &) const = default;
};

/// A HTTPRoute, or one of its kin.
struct GatewayRoute
{
    RouteKind kind = RouteKind::Http;
    std::vector<RouteParent> parents;
    std::vector<std::string> hostnames; ///< empty: any
    std::vector<RouteBackend> backends; ///< those that get traffic

    bool operator==(const GatewayRoute &) const = default;
};

/// Lets routes of other namespaces name Services of its own.
struct ReferenceGrant
{
    struct From
    {
        std::string kind;
        std::string nameSpace;
        bool operator==(const From &) const = default;
    };
    std::vector<From> from;            ///< routes of the Gateway API
    std::vector<std::string> services; ///< an empty name: all

    bool operator==(const ReferenceGrant &) const = default;
};

} // namespace drawbridge::kube
