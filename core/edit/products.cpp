#include "edit/products.h"

namespace drawbridge::edit {

using verdict::EndpointId;
using verdict::Evaluator;

namespace {

constexpr const char *kName = "app.kubernetes.io/name";
constexpr const char *kComponent = "app.kubernetes.io/component";

const std::vector<Product> &products()
{
    static const std::vector<Product> all{
        {Template::Traefik,
         "Traefik",
         "traefik",
         "traefik",
         {{{kName, "traefik"}}},
         {tcp(8000), tcp(8443)}},
        {Template::Kong,
         "Kong",
         "kong",
         "kong",
         {{{kName, "kong"}, {kComponent, "app"}}},
         {tcp(8000), tcp(8443)}},
        {Template::IstioGateway,
         "Istio gateway",
         "istio-gateway",
         "istio-ingress",
         {{{"istio", "ingressgateway"}}},
         {tcp(80), tcp(443)}},
        {Template::EnvoyGateway,
         "Envoy Gateway",
         "envoy-gateway",
         "envoy-gateway-system",
         {{{kName, "envoy"}, {kComponent, "proxy"}}},
         {tcp(10080), tcp(10443)}},
        {Template::HAProxy,
         "HAProxy",
         "haproxy",
         "haproxy-controller",
         {{{kName, "kubernetes-ingress"}}},
         {tcp(8080), tcp(8443)}},
        {Template::Contour,
         "Contour",
         "contour",
         "projectcontour",
         {{{"app", "envoy"}}, {{kName, "contour"}, {kComponent, "envoy"}}},
         {tcp(8080), tcp(8443)}},
        {Template::IngressNginx,
         "ingress-nginx",
         "ingress-nginx",
         "ingress-nginx",
         {{{kName, "ingress-nginx"}, {kComponent, "controller"}}},
         {tcp(80), tcp(443)}},
    };
    return all;
}

const Product &prometheus()
{
    static const Product product{
        Template::Prometheus,
        "Prometheus",
        "prometheus",
        "monitoring",
        {{{kName, "prometheus"}}, {{"app", "prometheus"}}, {{"k8s-app", "prometheus"}}},
        {tcp(9090)}};
    return product;
}

const Product &pushgateway()
{
    static const Product product{Template::Prometheus,
                                 "Prometheus Pushgateway",
                                 "pushgateway",
                                 "monitoring",
                                 {{{kName, "prometheus-pushgateway"}}},
                                 {tcp(9091)}};
    return product;
}

std::vector<EndpointId> podsIn(const Evaluator &evaluator, const std::string &nameSpace,
                               const kube::Labels &labels)
{
    std::vector<EndpointId> ids = evaluator.selected(selectorOf(labels), nameSpace);
    std::erase_if(ids, [&](EndpointId id) {
        return evaluator.endpoint(id).nameSpace != nameSpace ||
               evaluator.endpoint(id).namespaceIsOpenEnded;
    });
    return ids;
}

} // namespace

const Product *productFor(Template kind, Metrics metrics)
{
    if (kind == Template::Prometheus)
        return metrics == Metrics::Pushed ? &pushgateway() : &prometheus();
    for (const Product &product : products())
        if (product.kind == kind)
            return &product;
    return nullptr;
}

kube::LabelSelector selectorOf(const kube::Labels &labels)
{
    kube::LabelSelector selector;
    selector.matchLabels = labels;
    return selector;
}

Host hostOf(const Evaluator &evaluator, const Product &product, const std::string &wanted)
{
    std::vector<std::string> candidates{wanted.empty() ? product.nameSpace : wanted};
    if (wanted.empty())
        for (const auto &[name, labels] : evaluator.namespaces())
            candidates.push_back(name);
    for (const std::string &nameSpace : candidates)
        for (const kube::Labels &labels : product.labels)
            if (auto ids = podsIn(evaluator, nameSpace, labels); !ids.empty())
                return {nameSpace, labels, std::move(ids)};
    return {candidates.front(), product.labels.front(), {}};
}

const char *productOf(Template kind)
{
    const Product *product = productFor(kind, Metrics::Scraped);
    return product ? product->text : "";
}

std::string hostNamespace(const Evaluator &evaluator, const TemplateWish &wish)
{
    const Product *product = productFor(wish.kind, wish.metrics);
    return product ? hostOf(evaluator, *product, wish.hostNamespace).nameSpace : std::string();
}

} // namespace drawbridge::edit
