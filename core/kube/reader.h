#pragma once

#include "base/diagnostic.h"
#include "kube/origin.h"
#include "kube/scalar.h"
#include "yaml/piece.h"

#include <forward_list>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::kube {

/// A field of an object: where it stands, and its path as the API server writes it.
struct Field
{
    enum class State : std::uint8_t {
        Missing,
        Null, ///< written, but the API server takes it as missing
        Present,
        Unreadable ///< an alias to nothing, a key given twice: core/yaml has said so
    };
    State state = State::Missing;
    yaml::NodeId node = yaml::kNoNode;  ///< the value, aliases followed
    yaml::NodeId place = yaml::kNoNode; ///< as written; of a missing field the mapping around it
    std::string path;

    bool isAbsent() const { return state == State::Missing || state == State::Null; }
    Origin origin() const { return {state == State::Missing ? yaml::kNoNode : place}; }
};

/// A value read from a field: nothing if the field is absent, or broken (then a problem says why).
template <typename T>
struct Read
{
    std::optional<T> value;
    bool isBroken = false;
};

class Reader;

/// The pairs of a mapping, merges done: each key once, the last one given.
struct Mapping
{
    struct Entry
    {
        std::string_view key; ///< the tree's, or the reader's
        yaml::NodeId keyNode = yaml::kNoNode;
        yaml::NodeId place = yaml::kNoNode;
        yaml::NodeId owner = yaml::kNoNode; ///< the mapping that it was written in
        bool isTwice = false;
    };
    const Reader *reader = nullptr;
    Field field;
    std::vector<Entry> entries;
    bool isBroken = false; ///< there is something that is no mapping

    /// The member of a struct; Missing if the text lacks it.
    Field member(std::string_view key) const;
    /// The value of a map's entry: the API server names it by the map's own path.
    Field value(const Entry &entry) const;
};

struct Items
{
    std::vector<Field> fields;
    bool isBroken = false; ///< there is something that is no sequence
};

/// Reads typed values from one object as kubectl and the API server would, and collects problems.
/// What has the wrong type is reported once and reads as broken, never as missing.
class Reader
{
public:
    /// Problems get `severity`, but for those whose code says warning or note.
    Reader(const yaml::Piece &piece, Severity severity);

    Field field(yaml::NodeId place, std::string path) const;
    Mapping mapping(Field given);
    /// Fields other than `known` are reported: kubectl's strict validation refuses them.
    Mapping mapping(Field field, std::initializer_list<std::string_view> known);
    Items items(const Field &field);
    Read<std::string> text(const Field &field);
    Read<long long> integer(const Field &field); ///< 32 bits
    Read<bool> boolean(const Field &field);
    /// The type of a present scalar; String for collections and what cannot be read.
    Scalar scalar(const Field &field) const;
    bool isScalar(const Field &field) const;
    /// Something cannot be decoded that another part has reported already.
    void markUnreadable();

    void required(const Field &field, std::string detail);
    void invalid(const Field &field, std::string value, std::string detail);
    void invalid(const Field &field, const std::string &value,
                 const std::vector<std::string> &faults);
    void unsupported(const Field &field, std::string value, std::string supported);
    void forbidden(const Field &field, std::string detail);
    void wrongType(const Field &field, std::string expected);
    /// A number that reads otherwise than it looks: 010 is 8.
    void warnOfNumber(const Field &field, const Scalar &scalar);
    void report(Severity severity, Code code, TextRange range, std::vector<std::string> arguments);

    /// The text to show for a field: its scalar, or the key or first key of a block or of what is
    /// missing.
    TextRange range(const Field &field) const;
    TextRange range(yaml::NodeId node) const;

    const yaml::Tree &tree() const { return m_piece.tree; }
    yaml::Format format() const { return m_piece.format; }
    Severity severity() const { return m_severity; }
    /// Something that the API server would refuse, also where the report is not a problem of ours.
    bool hasErrors() const { return m_hasErrors; }
    /// Something has not the type that its field has: the object cannot be decoded at all.
    bool hasWrongTypes() const { return m_hasWrongTypes; }
    std::vector<Problem> takeProblems() { return std::move(m_problems); }

private:
    TextRange headRange(yaml::NodeId place) const;
    std::string shownValue(const Field &field) const;

    const yaml::Piece &m_piece;
    Severity m_severity;
    bool m_hasErrors = false;
    bool m_hasWrongTypes = false;
    std::vector<Problem> m_problems;
    std::forward_list<std::string> m_madeKeys; ///< that are not as they are written
};

} // namespace drawbridge::kube
