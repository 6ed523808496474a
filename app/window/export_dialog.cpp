#include "window/export_dialog.h"

#include "messages/tr.h"
#include "window/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace drawbridge {

ExportDialog::ExportDialog(const std::vector<output::Format> &formats, const QString &title,
                           QWidget *parent)
    : QDialog(parent)
    , m_format(new QComboBox)
    , m_title(new QLineEdit(title))
    , m_legend(new QCheckBox(Tr::tr("&Legend: what lines and marks mean")))
    , m_differences(new QCheckBox(Tr::tr("&Differences: what was added, removed or changed")))
    , m_plainTitle(title)
{
    setWindowTitle(Tr::tr("Export"));
    for (output::Format format : formats)
        m_format->addItem(output::titleOf(format), int(format));
    m_legend->setChecked(true);
    m_title->setMinimumWidth(300);
    m_title->setPlaceholderText(Tr::tr("without a title"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *accept =
        buttons->addButton(Tr::tr("&Choose the File…"), QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    auto *form = new QFormLayout(this);
    form->addRow(Tr::tr("&Format"), m_format);
    form->addRow(Tr::tr("&Title"), m_title);
    form->addRow(m_legend);
    form->addRow(m_differences);
    m_differences->hide();
    connect(m_differences, &QCheckBox::toggled, this, &ExportDialog::chooseTitle);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
    showChoices();
}

void ExportDialog::showChoices()
{
    const output::Format now = format();
    m_title->setEnabled(output::showsPicture(now) || now == output::Format::Md);
    m_legend->setEnabled(output::showsPicture(now));
}

void ExportDialog::offerDifferences(const QString &title)
{
    m_comparedTitle = title;
    m_differences->show();
    m_differences->setChecked(true);
}

/// A title that the user has written stays.
void ExportDialog::chooseTitle()
{
    const bool isOn = m_differences->isChecked();
    if (m_title->text() == (isOn ? m_plainTitle : m_comparedTitle))
        m_title->setText(isOn ? m_comparedTitle : m_plainTitle);
}

bool ExportDialog::isWithDifferences() const
{
    return m_differences->isChecked();
}

output::Format ExportDialog::format() const
{
    return output::Format(m_format->currentData().toInt());
}

QString ExportDialog::formatTitle() const
{
    return m_format->currentText();
}

void ExportDialog::setFormatTitle(output::Format format, const QString &title)
{
    m_format->setItemText(m_format->findData(int(format)), title);
}

output::Options ExportDialog::options() const
{
    return {m_title->text().trimmed(), m_legend->isChecked(), Theme::isDark()};
}

} // namespace drawbridge
