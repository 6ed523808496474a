#pragma once

#include "document/document.h"
#include "document/loader.h"

#include <QString>

#include <optional>
#include <vector>

namespace drawbridge {

/// Files that the open workspace is compared with: read once, never changed, and judged as the open
/// ones are.
class OtherVersion
{
public:
    /// `name` is for people: "HEAD", "old.yaml".
    OtherVersion(QString name, LoadReport report);

    const QString &name() const { return m_name; }
    /// With the document's default namespace and declared ports. The same object as long as these
    /// stay.
    const SavedState &state(const Document &document);
    /// What could not be read, in files and in documents; and what was left out. Made with the last
    /// state.
    std::vector<Diagnostic> problems() const;

private:
    void judge(const Document &document);

    QString m_name;
    LoadReport m_report; ///< its files are in the workspace
    graph::DeclaredPorts m_ports;
    std::optional<SavedState> m_state;
};

} // namespace drawbridge
