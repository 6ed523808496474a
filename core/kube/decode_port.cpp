#include "kube/decode.h"
#include "kube/names.h"

namespace drawbridge::kube {

namespace {

constexpr const char *kPortRange = "must be between 1 and 65535, inclusive";

bool checkPortName(Reader &reader, const Field &field, const std::string &name)
{
    const auto faults = portNameFaults(name);
    reader.invalid(field, quoted(name), faults);
    return faults.empty();
}

/// kubernetes pkg/apis/networking/validation/validation.go, ValidateNetworkPolicyPort.
bool checkEndPort(Reader &reader, const Field &field, long long endPort, const PortReference &port)
{
    const std::string value = std::to_string(endPort);
    if (port.name) {
        reader.invalid(field, value, "may not be specified when `port` is non-numeric");
        return false;
    }
    if (!port.number) {
        reader.invalid(field, value, "may not be specified when `port` is not specified");
        return false;
    }
    bool isRight = true;
    if (endPort < *port.number) {
        // The server shows port here, not endPort.
        reader.invalid(field, std::to_string(*port.number),
                       "must be greater than or equal to `port`");
        isRight = false;
    }
    return checkPortNumber(reader, field, endPort) && isRight;
}

} // namespace

bool checkPortNumber(Reader &reader, const Field &field, long long number)
{
    if (number >= 1 && number <= kLastPort)
        return true;
    reader.invalid(field, std::to_string(number), kPortRange);
    return false;
}

std::optional<Protocol> decodeProtocol(Reader &reader, const Field &field)
{
    const auto text = reader.text(field);
    if (text.isBroken)
        return std::nullopt;
    if (!text.value)
        return Protocol::Tcp; // pkg/apis/networking/v1/defaults.go
    const auto protocol = protocolNamed(*text.value);
    if (!protocol)
        reader.unsupported(field, quoted(*text.value), "\"TCP\", \"UDP\", \"SCTP\"");
    return protocol;
}

PortReference readPort(Reader &reader, const Field &field)
{
    PortReference port;
    if (field.isAbsent())
        return port;
    const ScalarType type = reader.scalar(field).type;
    if (reader.isScalar(field) && (type == ScalarType::String || type == ScalarType::Boolean)) {
        auto text = reader.text(field);
        port.name = std::move(text.value);
        port.isBroken = text.isBroken;
        return port;
    }
    const auto number = reader.integer(field);
    port.number = number.value;
    port.isBroken = number.isBroken;
    return port;
}

std::optional<PortRule> decodePortRule(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field, {"protocol", "port", "endPort"});
    if (mapping.isBroken)
        return std::nullopt;
    PortRule rule;
    rule.origin = field.origin();
    const auto protocol = decodeProtocol(reader, mapping.member("protocol"));
    const Field portField = mapping.member("port");
    const PortReference port = readPort(reader, portField);
    bool isRight = protocol.has_value() && !port.isBroken;
    if (port.number)
        isRight = checkPortNumber(reader, portField, *port.number) && isRight;
    const Field endField = mapping.member("endPort");
    const auto endPort = reader.integer(endField);
    isRight = !endPort.isBroken && isRight;
    if (endPort.value && !port.isBroken)
        isRight = checkEndPort(reader, endField, *endPort.value, port) && isRight;
    if (port.name)
        isRight = checkPortName(reader, portField, *port.name) && isRight;
    if (!isRight)
        return std::nullopt;
    rule.protocol = *protocol;
    if (port.number)
        rule.port = std::uint32_t(*port.number);
    if (endPort.value)
        rule.endPort = std::uint32_t(*endPort.value);
    rule.name = port.name.value_or("");
    return rule;
}

} // namespace drawbridge::kube
