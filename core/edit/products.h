#pragma once

#include "edit/templates.h"

namespace drawbridge::edit {

inline PortSpan tcp(std::uint32_t port)
{
    return {kube::Protocol::Tcp, port, port};
}

/// Something that is installed by its own chart or manifests, as these have it by default: ports
/// are those of the containers.
struct Product
{
    Template kind;
    const char *text;
    const char *policy; ///< for names of policies
    const char *nameSpace;
    std::vector<kube::Labels> labels; ///< alternatives, the usual one first
    std::vector<PortSpan> ports;
};

/// Null for templates that are no product.
const Product *productFor(Template kind, Metrics metrics);

/// A product as this workspace has it.
struct Host
{
    std::string nameSpace;
    kube::Labels labels;
    std::vector<verdict::EndpointId> endpoints; ///< none if the workspace does not show it
};

/// `wanted`: the namespace that was asked for; empty: where the workspace shows it.
Host hostOf(const verdict::Evaluator &evaluator, const Product &product, const std::string &wanted);

kube::LabelSelector selectorOf(const kube::Labels &labels);

} // namespace drawbridge::edit
