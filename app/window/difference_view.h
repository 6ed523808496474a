#pragma once

#include <QPlainTextEdit>

#include <string>

namespace drawbridge {

/// Shows the lines that differ between two texts, to be read only: as high as these need, so that
/// it need not be scrolled in a dialog that is, up to half of the screen.
class DifferenceView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    /// As report::unifiedDiff() writes it.
    void setDifference(const std::string &difference);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
};

} // namespace drawbridge
