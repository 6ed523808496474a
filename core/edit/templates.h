#pragma once

#include "edit/intent.h"

#include <array>
#include <map>

namespace drawbridge::edit {

/// What can be inserted ready-made.
enum class Template {
    Traefik,
    Kong,
    IstioGateway,
    EnvoyGateway,
    HAProxy,
    Contour,
    IngressNginx,
    Dns,
    Prometheus,
    ThreeTier
};
inline constexpr std::array kTemplates{
    Template::ThreeTier,    Template::Traefik,   Template::Kong,    Template::IstioGateway,
    Template::EnvoyGateway, Template::HAProxy,   Template::Contour, Template::IngressNginx,
    Template::Dns,          Template::Prometheus};

/// Its own name, which is the same in all languages; empty for those that have none.
const char *productOf(Template kind);
bool isGateway(Template kind);

/// Who opens the connection: with Pushed the service does, to the pushgateway.
enum class Metrics { Scraped, Pushed };

/// What a template is to be made of.
struct TemplateWish
{
    Template kind = Template::ThreeTier;
    std::string nameSpace; ///< of the service; of the application; whose names are looked up
    std::string service;   ///< key of the endpoint behind the gateway or with metrics; may be empty
    std::vector<PortSpan> ports; ///< the service's, behind the gateway or with metrics; none: all
    std::string hostNamespace;   ///< where the gateway or Prometheus runs; empty: hostNamespace()
    bool admitsPods = false;     ///< the gateway admits pods of the cluster too, not only outside
    DnsServer dns = DnsServer::KubeDns;
    Metrics metrics = Metrics::Scraped;
};

struct TemplateObjects
{
    std::vector<yaml::Value> objects; ///< for AddObjects
    /// What the pods that these policies make known listen on, by the key of their endpoint.
    std::map<std::string, std::vector<PortSpan>> listens;
};

/// The namespace where a gateway or Prometheus runs in this workspace, else where it usually runs.
/// Empty for templates that have none.
std::string hostNamespace(const verdict::Evaluator &evaluator, const TemplateWish &wish);

/// The policies of a template. Selects by labels that charts set for every release, never by
/// version, hash or instance. Names are free; policies that would say again what holds already are
/// left out, and an egress half is there where the source is restricted. Fails if nothing is left,
/// or if a part cannot be named.
Result<TemplateObjects> templateObjects(const kube::Workspace &workspace,
                                        const verdict::Evaluator &evaluator,
                                        const TemplateWish &wish);

} // namespace drawbridge::edit
