#pragma once

#include "document/beside.h"
#include "document/loader.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge {

/// Finds manifests that came to folders after these were opened, by the loader's rules. Looks in
/// another thread, and reads only files that are not known.
class NewFileFinder : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `known` are the paths of files that are open, or shall not be. Where it is looking already,
    /// it looks once more when that has ended.
    void look(const QStringList &folders, const QStringList &known);
    /// Something else is open now.
    void forget();

signals:
    void found(const std::vector<drawbridge::LoadedFile> &files);
    /// Where the next may come: the folders, and files without Kubernetes objects.
    void watchWanted(const QStringList &paths);

private:
    struct Request
    {
        std::vector<std::string> folders;
        std::vector<std::string> known;
        std::map<std::string, FileStamp> leftOut; ///< files without Kubernetes objects
    };
    struct Result
    {
        std::vector<LoadedFile> files;
        std::map<std::string, FileStamp> leftOut;
        QStringList watched;
    };
    static Result lookNow(const Request &request, const OpeningProgress &progress);
    void begin(Request request);
    void end();

    std::unique_ptr<BesideWork<Result>> m_work;
    std::optional<Request> m_next;
    std::map<std::string, FileStamp> m_leftOut;
};

} // namespace drawbridge
