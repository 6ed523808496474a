#include "verdict/attached_routes.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::GatewayListener;
using kube::RouteKind;

std::string lowered(std::string text)
{
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return text;
}

/// `*.example.com` holds every name that ends so and has more in front.
bool holds(const std::string &pattern, const std::string &name)
{
    if (pattern == name)
        return true;
    return pattern.starts_with("*.") && name.size() + 1 > pattern.size() &&
           name.ends_with(pattern.substr(1));
}

/// Some name is in both, each of them a name or a wildcard.
bool meet(const std::string &a, const std::string &b)
{
    const std::string x = lowered(a);
    const std::string y = lowered(b);
    return holds(x, y) || holds(y, x);
}

bool knows(const std::string &protocol, RouteKind kind)
{
    switch (kind) {
    case RouteKind::Http:
    case RouteKind::Grpc:
        return protocol == "HTTP" || protocol == "HTTPS";
    case RouteKind::Tls:
        return protocol == "TLS";
    case RouteKind::Tcp:
        return protocol == "TCP" || protocol == "TLS";
    case RouteKind::Udp:
        return protocol == "UDP";
    }
    return false;
}

bool takesHosts(const GatewayListener &listener, const kube::GatewayRoute &route)
{
    if (route.hostnames.empty())
        return true;
    return std::any_of(
        route.hostnames.begin(), route.hostnames.end(), [&](const std::string &host) {
            return !host.empty() && (listener.hostname.empty() || meet(listener.hostname, host));
        });
}

Answer takesNamespace(const Evaluator &evaluator, const GatewayListener &listener,
                      const std::string &own, const std::string &other)
{
    switch (listener.from) {
    case GatewayListener::From::Same:
        return own == other ? Answer::Yes : Answer::No;
    case GatewayListener::From::All:
        return Answer::Yes;
    case GatewayListener::From::Selector:
        return namespaceAnswer(evaluator, listener.namespaces, other);
    case GatewayListener::From::None:
        return Answer::No;
    }
    return Answer::No;
}

bool takesRoute(const GatewayListener &listener, const kube::RouteParent &parent,
                const kube::GatewayRoute &route)
{
    const bool isNamed = parent.listener.empty() || parent.listener == listener.name;
    const bool isAtPort = !parent.port || *parent.port == listener.port;
    const bool takesKind =
        listener.kinds.empty() ||
        std::count(listener.kinds.begin(), listener.kinds.end(), nameOf(route.kind)) > 0;
    return isNamed && isAtPort && takesKind && knows(listener.protocol, route.kind) &&
           takesHosts(listener, route);
}

} // namespace

Answer isAttached(const Evaluator &evaluator, const kube::Gateway &gateway,
                  const std::string &gatewayNamespace, const kube::RouteParent &parent,
                  const kube::GatewayRoute &route, const std::string &routeNamespace)
{
    Answer answer = Answer::No;
    for (const GatewayListener &listener : gateway.listeners)
        if (takesRoute(listener, parent, route))
            answer = std::max(
                answer, takesNamespace(evaluator, listener, gatewayNamespace, routeNamespace));
    return answer;
}

} // namespace drawbridge::verdict
