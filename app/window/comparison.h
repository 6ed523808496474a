#pragma once

#include "document/document.h"
#include "document/other_version.h"
#include "graph/compare.h"
#include "messages/change_words.h"

#include <QString>

#include <memory>
#include <vector>

namespace drawbridge {

/// What differs, to be drawn. Never changes, so that any thread can have it.
struct Marks
{
    std::shared_ptr<const SavedState> other; ///< the version that is not open
    graph::Changes changes;
    bool isSwapped = false; ///< the open workspace is the older one

    /// The open workspace with the differences marked, and with what only the other version has.
    graph::Graph graph(const graph::Graph &open) const;
    /// The same, drawn. What the user has placed stands where it stands.
    graph::Picture picture(const Contents &open) const;
};

/// The open workspace beside what was last read or saved, or beside another version of it. Changes
/// neither.
class Comparison
{
public:
    /// With what was last read or saved if `other` is null. The open workspace is the newer one,
    /// unless swapped.
    explicit Comparison(const Document &document, std::shared_ptr<OtherVersion> other = {},
                        bool isSwapped = false);

    bool isWithSaved() const { return !m_other; }
    const std::shared_ptr<OtherVersion> &other() const { return m_other; } ///< null: what is saved
    bool isSwapped() const { return m_isSwapped; }
    void swap();
    /// Compares anew; until then what was found stays.
    void update();

    const std::shared_ptr<const Marks> &marks() const { return m_marks; } ///< of the last update()
    /// What cannot be read in the other version, then the differences, then the policies of two
    /// versions. Places are in the open workspace.
    const std::vector<ChangeWords> &lines() const { return m_lines; }
    std::size_t differences() const { return m_differences; } ///< of the lines

    QString title() const;   ///< "What would change", "From HEAD to the open files"
    QString summary() const; ///< of what differs
    QString before() const;  ///< names of the versions
    QString after() const;
    QString beforeTitle() const; ///< the same above a column
    QString afterTitle() const;
    QString nothing() const; ///< what is said where no line is

private:
    const Document &m_document;
    std::shared_ptr<OtherVersion> m_other;
    bool m_isSwapped = false;
    std::shared_ptr<const Marks> m_marks;
    std::vector<ChangeWords> m_lines;
    std::size_t m_differences = 0;
    std::size_t m_problems = 0; ///< errors in the other version
};

} // namespace drawbridge
