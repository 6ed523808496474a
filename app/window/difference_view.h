#pragma once

#include <QPlainTextEdit>

#include <string>

namespace drawbridge {

/// Shows the lines that differ between two texts, to be read only: as high as these need, so that
/// it need not be scrolled in a dialog that is, up to half of the screen. Lines that go and come
/// have a sign and a colour each.
class DifferenceView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    /// As report::unifiedDiff() writes it.
    void setDifference(const std::string &difference);
    /// Of one file, with names in place of its path: of what lines with - and with + are from.
    void setDifference(const std::string &difference, const QString &before, const QString &after);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLines(const QStringList &lines);
    void colour();
};

} // namespace drawbridge
