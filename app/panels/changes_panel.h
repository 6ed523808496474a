#pragma once

#include "messages/change_words.h"
#include "panels/list_view.h"

namespace drawbridge {

class ChangesModel;

/// What would change against the saved files, a line each.
class ChangesPanel : public ListView
{
    Q_OBJECT

public:
    explicit ChangesPanel(QWidget *parent = nullptr);

    /// The current line stays current as long as it is there.
    void setLines(std::vector<ChangeWords> lines);
    int count() const;

signals:
    /// `place` is invalid if nothing that is open says it.
    void chosen(const drawbridge::graph::Key &key, const drawbridge::Place &place);

private:
    ChangesModel *m_model;
};

} // namespace drawbridge
