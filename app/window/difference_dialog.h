#pragma once

#include <QDialog>

#include <string>

namespace drawbridge {

class DifferenceView;

/// The lines of a file that differ on disk and in the window. Changes neither.
class DifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    DifferenceDialog(const QString &path, const std::string &onDisk, const std::string &here,
                     QWidget *parent = nullptr);

    DifferenceView *view() const { return m_view; }

private:
    DifferenceView *m_view;
};

} // namespace drawbridge
