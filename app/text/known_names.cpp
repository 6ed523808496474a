#include "text/known_names.h"

#include "kube/workspace.h"

namespace drawbridge {

namespace {

void add(QMap<QString, QSet<QString>> &names, const kube::Labels &labels)
{
    for (const auto &[key, value] : labels)
        names[QString::fromStdString(key)].insert(QString::fromStdString(value));
}

void add(QMap<QString, QSet<QString>> &names, const kube::LabelSelector &selector)
{
    add(names, selector.matchLabels);
    for (const kube::Requirement &requirement : selector.expressions) {
        QSet<QString> &values = names[QString::fromStdString(requirement.key)];
        for (const std::string &value : requirement.values)
            values.insert(QString::fromStdString(value));
    }
}

void addPolicy(KnownNames &names, const kube::NetworkPolicy &policy)
{
    if (policy.subject)
        add(names.podLabels, *policy.subject);
    for (const auto *rules : {&policy.ingress, &policy.egress}) {
        for (const kube::Rule &rule : *rules) {
            for (const kube::Peer &peer : rule.peers) {
                if (peer.pods)
                    add(names.podLabels, *peer.pods);
                if (peer.namespaces)
                    add(names.namespaceLabels, *peer.namespaces);
            }
            for (const kube::PortRule &port : rule.ports)
                if (!port.name.empty())
                    names.portNames.insert(QString::fromStdString(port.name));
        }
    }
}

} // namespace

KnownNames KnownNames::of(const kube::Workspace &workspace)
{
    KnownNames names;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        if (const kube::NetworkPolicy *policy = object->policy())
            addPolicy(names, *policy);
        if (const kube::Workload *workload = object->workload()) {
            add(names.podLabels, workload->podLabels);
            for (const kube::ContainerPort &port : workload->ports)
                if (!port.name.empty())
                    names.portNames.insert(QString::fromStdString(port.name));
        }
        if (std::holds_alternative<kube::Namespace>(object->value)) {
            add(names.namespaceLabels, object->meta.labels);
            names.namespaces.insert(QString::fromStdString(object->meta.name));
        } else if (!object->meta.nameSpace.empty()) {
            names.namespaces.insert(QString::fromStdString(object->meta.nameSpace));
        }
    }
    const QString nameLabel = QString::fromLatin1(kube::kNamespaceNameLabel);
    names.namespaces.unite(names.namespaceLabels.value(nameLabel));
    names.namespaceLabels[nameLabel] = names.namespaces;
    return names;
}

} // namespace drawbridge
