#include "messages/template_words.h"

#include "messages/tr.h"

namespace drawbridge {

QString nameOf(edit::Template kind)
{
    switch (kind) {
    case edit::Template::ThreeTier:
        return Tr::tr("Three-tier application");
    case edit::Template::Dns:
        return Tr::tr("DNS for a namespace");
    case edit::Template::Prometheus:
        return Tr::tr("Prometheus metrics");
    default:
        return QString::fromLatin1(edit::productOf(kind));
    }
}

QString meaningOf(edit::Template kind)
{
    switch (kind) {
    case edit::Template::ThreeTier:
        return Tr::tr("Gateway, frontend, API and database with their connections, behind default "
                      "deny.");
    case edit::Template::Dns:
        return Tr::tr("Lets every service of a namespace look up names, on UDP and TCP.");
    case edit::Template::Prometheus:
        return Tr::tr("Lets Prometheus scrape a service, or a service push its metrics.");
    default:
        return Tr::tr("Lets the Internet enter %1, and %1 enter a service.")
            .arg(QString::fromLatin1(edit::productOf(kind)));
    }
}

QString nameOf(edit::DnsServer server)
{
    switch (server) {
    case edit::DnsServer::KubeDns:
        break;
    case edit::DnsServer::NodeLocal:
        return Tr::tr("NodeLocal DNSCache (169.254.20.10, port 53)");
    case edit::DnsServer::OpenShift:
        return Tr::tr("OpenShift DNS (openshift-dns, port 5353)");
    }
    return Tr::tr("kube-dns or CoreDNS (kube-system, port 53)");
}

} // namespace drawbridge
