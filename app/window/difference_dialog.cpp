#include "window/difference_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "report/unified_diff.h"
#include "window/dialog_room.h"
#include "window/difference_view.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace drawbridge {

DifferenceDialog::DifferenceDialog(const QString &path, const std::string &onDisk,
                                   const std::string &here, QWidget *parent)
    : QDialog(parent), m_view(new DifferenceView)
{
    setWindowTitle(Tr::tr("On Disk and Here"));
    const bool isEqual = onDisk == here;
    auto *meaning = new QLabel(
        isEqual
            ? Tr::tr("%1 is the same on disk and here.").arg(visible(path))
            : Tr::tr("%1: lines with - are on disk, lines with + are here.").arg(visible(path)));
    meaning->setTextFormat(Qt::PlainText);
    meaning->setWordWrap(true);
    m_view->setAccessibleName(Tr::tr("What differs"));
    m_view->setDifference(report::unifiedDiff(path.toStdString(), onDisk, here));
    m_view->setVisible(!isEqual);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(meaning);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    if (!isEqual)
        resize(roomFor(*this, QSize(640, 460)));
}

} // namespace drawbridge
