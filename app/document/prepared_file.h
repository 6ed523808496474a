#pragma once

#include "document/safe_save.h"

#include <string>

namespace drawbridge {

/// The new bytes of a file, whole and on the disk under another name beside it. Taking them is one
/// step of the file system, which can be taken back. What is not needed any more is removed at the
/// end.
class PreparedFile
{
public:
    explicit PreparedFile(SaveRequest request);
    ~PreparedFile();
    PreparedFile(const PreparedFile &) = delete;
    PreparedFile &operator=(const PreparedFile &) = delete;

    std::optional<Failure> prepare();
    std::optional<Failure> take();
    /// False if the old bytes are not back: the new ones stay, or what somebody made of them.
    bool takeBack();
    /// Where bytes are kept that belong to nobody here; empty if there are none.
    const std::string &keptName() const { return m_kept; }
    /// That the disk holds the new bytes, and keeps their name through a power cut.
    std::optional<Failure> confirm() const;
    const QString &path() const { return m_request.path; }

private:
    std::optional<Failure> look();
    int write();
    int keepOwnerAndMode(int descriptor) const;
    std::optional<Failure> takeNew();
    int takeNewByName();
    std::optional<Failure> takeExchanged();
    std::optional<Failure> takeRenamed();
    bool isExpected(const std::string &path) const;
    bool exchangeBack();
    void keepOther();
    Failure failed(int error) const;

    SaveRequest m_request;
    std::string m_target; ///< links followed, so that they stay
    std::string m_other;  ///< the name beside it; empty while nothing is there
    std::string m_kept;   ///< the name of what is never removed
    std::optional<std::string> m_before;
    bool m_isEqual = false;     ///< the disk held these bytes already
    bool m_isTaken = false;     ///< the target holds the new bytes
    bool m_isExchanged = false; ///< and the other name holds the old file
};

/// Why a file is not sure to be saved, of which bytes are kept under another name.
std::string keptReason(const std::string &kept);

} // namespace drawbridge
