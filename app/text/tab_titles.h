#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace drawbridge {

struct FileInfo;

/// File names, with the folder where names are equal, and a dot where there is something to save.
QStringList tabTitles(const std::vector<FileInfo> &files);

/// The whole path, escaped for a tool tip.
QString tabTip(const FileInfo &file);

} // namespace drawbridge
