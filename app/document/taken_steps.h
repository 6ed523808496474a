#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace drawbridge {

/// At which undo steps a text took in what others had written over what it was made from. While
/// such a step is undone, the disk holds something that the text lacks.
class TakenSteps
{
public:
    /// The step that is pushed next, at this index, does it. `madeFrom`: the hash of what the text
    /// was made from until then.
    void begin(int index, const QByteArray &madeFrom);
    void end(int index); ///< it has been pushed, or there was nothing to push
    /// A new step comes after the one at the index: those that were undone do not come back.
    void branch(int index);
    /// The text at the index was saved over what it lacked.
    void forgetUndone(int index);
    /// The hash of what the text at the index was made from, if it lacks something.
    std::optional<QByteArray> lackedAt(int index) const;

private:
    struct Step
    {
        int index;
        QByteArray madeFrom;
    };

    std::vector<Step> m_steps; ///< ascending
};

} // namespace drawbridge
