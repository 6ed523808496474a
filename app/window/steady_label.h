#pragma once

#include <QLabel>

#include <map>

namespace drawbridge {

/// Plain text over several lines that never gives back the height it once had, so that what is
/// below does not jump while somebody types.
class SteadyLabel : public QLabel
{
    Q_OBJECT

public:
    /// `lines`: room for so many at least.
    explicit SteadyLabel(int lines = 1, QWidget *parent = nullptr);

    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

private:
    int m_lines;
    mutable std::map<int, int> m_highest; ///< by width
};

} // namespace drawbridge
