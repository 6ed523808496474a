#pragma once

#include "messages/change_words.h"
#include "panels/list_view.h"

namespace drawbridge {

class ChangesModel;

/// What differs between two versions of the files, a line each.
class ChangesPanel : public ListView
{
    Q_OBJECT

public:
    explicit ChangesPanel(QWidget *parent = nullptr);

    /// The current line stays current as long as it is there.
    void setLines(std::vector<ChangeWords> lines);
    /// What the versions are called, and what is said where no line is.
    void setVersions(const QString &before, const QString &after, const QString &noLine);

signals:
    /// `place` is invalid if nothing that is open says it.
    void chosen(const drawbridge::graph::Key &key, const drawbridge::Place &place);

private:
    ChangesModel *m_model;
};

} // namespace drawbridge
