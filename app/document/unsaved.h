#pragma once

#include "document/side_state.h"
#include "kube/workspace.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace drawbridge {

/// The text of a file that is not on the disk.
struct UnsavedFile
{
    QString path; ///< on disk; empty: untitled
    QString name; ///< in the workspace
    QByteArray bytes;
    QByteArray base;  ///< hash of what the disk held; empty: no file was there
    QByteArray began; ///< untitled: the text of the sketch that it began with

    bool operator==(const UnsavedFile &) const = default;
};

/// What of the open workspace would be lost with the program, and what was open.
struct Unsaved
{
    QStringList roots; ///< the folders, and the files outside them
    /// The folder that the layout belongs to; empty: to a file. Without it, as opening decides.
    std::optional<QString> root;
    std::vector<UnsavedFile> files;
    std::optional<SideState> side; ///< where it is not saved
    QByteArray sideBase;           ///< hash of the side file; empty: there was none

    bool isEmpty() const { return files.empty() && !side; }
    bool operator==(const Unsaved &) const = default;
};

/// The same, of which texts and hashes are yet to be made.
class UnsavedLater
{
public:
    bool isEmpty() const { return m_files.empty() && !m_rest.side; }
    Unsaved make() const; ///< in any thread
    /// Only if what is made of both is the same. Takes an instant where the texts stayed.
    bool operator==(const UnsavedLater &other) const;

private:
    friend class Document;

    struct File
    {
        FileId id;
        UnsavedFile file;                ///< without its text
        std::optional<QByteArray> saved; ///< of which the hash is the base
    };

    const yaml::File &textOf(const File &file) const { return m_workspace.file(file.id); }

    Unsaved m_rest; ///< without its files
    std::vector<File> m_files;
    kube::Workspace m_workspace; ///< empty where there is none of them
};

/// What has become of the text that an unsaved one was made from.
enum class BaseNow {
    AsItWas,
    Changed,
    Missing, ///< no file any more, or none that can be read
    Untitled,
};

BaseNow baseNow(const UnsavedFile &file);

/// Of a file's bytes, in hexadecimal digits.
QByteArray hashOf(const QByteArray &bytes);

} // namespace drawbridge
