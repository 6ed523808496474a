#pragma once

#include "output/exporting.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace drawbridge {

/// Asks what to export: the format, and for pictures a title and whether with the legend.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Only `formats` are offered.
    ExportDialog(const std::vector<output::Format> &formats, const QString &title, QWidget *parent);

    output::Format format() const;
    QString formatTitle() const;
    void setFormatTitle(output::Format format, const QString &title);
    output::Options options() const;
    /// Two versions are compared: the export may show that, under a title that says so.
    void offerDifferences(const QString &title);
    /// True if the export shall show them.
    bool isWithDifferences() const;

private:
    void showChoices();
    void chooseTitle();

    QComboBox *m_format;
    QLineEdit *m_title;
    QCheckBox *m_legend;
    QCheckBox *m_differences;
    QString m_plainTitle;
    QString m_comparedTitle;
};

} // namespace drawbridge
