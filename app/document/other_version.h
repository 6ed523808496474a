#pragma once

#include "document/document.h"
#include "document/loader.h"
#include "document/opening_progress.h"

#include <QString>

#include <string>
#include <vector>

namespace drawbridge {

/// Files that the open workspace is compared with: read once, never changed, and judged as the open
/// ones are. Can be made in any thread.
class OtherVersion
{
public:
    /// What the open files are judged by.
    struct Settings
    {
        std::string defaultNamespace;
        verdict::PluginProfile profile;
        graph::DeclaredPorts ports;

        static Settings of(const Document &document);
        bool operator==(const Settings &) const = default;
    };

    /// `name` is for people: "HEAD", "old.yaml". What is called off half way must not be asked.
    OtherVersion(QString name, LoadReport report, const Settings &settings,
                 OpeningProgress &progress);

    const QString &name() const { return m_name; }
    /// By the document's settings. The same object as long as these stay; it never changes.
    std::shared_ptr<const SavedState> state(const Document &document);
    /// What could not be read, in files and in documents; and what was left out. Made with the last
    /// state.
    std::vector<Diagnostic> problems() const;

private:
    void judge(const Settings &settings, OpeningProgress &progress);

    QString m_name;
    LoadReport m_report; ///< its files are in the workspace
    Settings m_settings;
    std::shared_ptr<SavedState> m_state;
};

} // namespace drawbridge
