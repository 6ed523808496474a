#pragma once

#include "edit/object_writer.h"

namespace drawbridge::edit {

/// Brings a policy's text to say what a value says, by the fewest edits: what is equal stays as it
/// is written. Rules, peers, ports and expressions are known again by their origin; those without
/// one are new. What stands in another order is moved, with its comments.
class PolicyWriter
{
public:
    explicit PolicyWriter(ObjectWriter &writer) : m_writer(writer) {}

    void write(const kube::NetworkPolicy &before, const kube::NetworkPolicy &wanted);
    void writeRule(const Path &path, kube::Direction direction, const kube::Rule &before,
                   const kube::Rule &wanted);
    void writeSelector(const Path &path, const kube::LabelSelector &before,
                       const kube::LabelSelector &wanted);
    void writeLabels(const Path &path, const kube::Labels &before, const kube::Labels &wanted);

private:
    void writeTypes(const kube::NetworkPolicy &before, const kube::NetworkPolicy &wanted);
    void writeRules(kube::Direction direction, const std::vector<kube::Rule> &before,
                    const std::vector<kube::Rule> &wanted);
    void writePeer(const Path &path, const kube::Peer &before, const kube::Peer &wanted);
    void writeBlock(const Path &path, const kube::IpBlock &before, const kube::IpBlock &wanted);
    void writePort(const Path &path, const kube::PortRule &before, const kube::PortRule &wanted);
    void writeExpression(const Path &path, const kube::Requirement &before,
                         const kube::Requirement &wanted);

    /// An optional part of a mapping: added, removed, or changed by `change`.
    template <typename T, typename ToValue, typename Change>
    void writePart(const Path &path, const std::optional<T> &before, const std::optional<T> &wanted,
                   ToValue toValue, Change change);
    /// A list of plain texts: the order of what stays is kept, what is new comes last.
    void writeTexts(const Path &path, const std::vector<std::string> &before,
                    const std::vector<std::string> &wanted);

    ObjectWriter &m_writer;
};

} // namespace drawbridge::edit
