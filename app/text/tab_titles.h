#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace drawbridge {

class Document;
struct FileInfo;

/// Names of some of the files of a workspace, with the folder where another file of it is called
/// the same, and a dot where there is something to save.
QStringList tabTitles(const std::vector<FileInfo> &files, const Document &document);

/// The whole path, escaped for a tool tip.
QString tabTip(const FileInfo &file);

} // namespace drawbridge
