#include "window/difference_dialog.h"

#include "base/line_merge.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/unified_diff.h"
#include "window/dialog_room.h"
#include "window/difference_view.h"
#include "window/text_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace drawbridge {

DifferenceDialog::DifferenceDialog(const QString &path, const std::string &onDisk,
                                   const std::string &here, const std::optional<std::string> &base,
                                   QWidget *parent)
    : QDialog(parent)
    , m_view(new DifferenceView)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setWindowTitle(Tr::tr("On Disk and in the Window"));
    const bool isEqual = onDisk == here;
    m_view->setAccessibleName(Tr::tr("What differs"));
    m_view->setDifference(report::unifiedDiff(path.toStdString(), onDisk, here), Tr::tr("On disk"),
                          Tr::tr("In the window"));
    m_view->setVisible(!isEqual);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(textLabel(
        isEqual ? Tr::tr("%1 is the same on disk and in the window.").arg(visible(path))
                : Tr::tr("%1: lines with - are on disk only, lines with + in the window only.")
                      .arg(visible(path))));
    layout->addWidget(m_view, 1);
    if (!isEqual) {
        const QString problem = mergeProblem(onDisk, here, base);
        layout->addWidget(
            textLabel(problem.isEmpty()
                          ? Tr::tr("The changes are about different lines, so both can be taken.")
                          : problem));
        offer(Choice::Both, Tr::tr("Take &Both"),
              Tr::tr("Puts the changes of the disk into the text in the window, as one step that "
                     "can be undone. Nothing is saved."));
        button(Choice::Both)->setEnabled(problem.isEmpty());
        offer(Choice::OnDisk, Tr::tr("&Reload from Disk"),
              Tr::tr("Takes the text on disk, as one step that can be undone."));
        offer(Choice::Here, Tr::tr("&Overwrite the Disk"),
              Tr::tr("Saves the text in the window over the one on disk."));
        resize(roomFor(*this, QSize(680, 480)));
    }
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true); // takes nothing away
}

void DifferenceDialog::offer(Choice choice, const QString &name, const QString &tip)
{
    QPushButton *button = m_buttons->addButton(name, QDialogButtonBox::ActionRole);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    button->setProperty("choice", int(choice));
    connect(button, &QPushButton::clicked, this, [this, choice] {
        m_choice = choice;
        accept();
    });
}

QAbstractButton *DifferenceDialog::button(Choice choice) const
{
    for (QAbstractButton *button : m_buttons->buttons())
        if (button->property("choice") == int(choice))
            return button;
    return nullptr;
}

QString DifferenceDialog::mergeProblem(const std::string &onDisk, const std::string &here,
                                       const std::optional<std::string> &base)
{
    if (!base)
        return Tr::tr("What both were made from is not known any more, so they cannot be put "
                      "together. Take one of them, or copy what you need from here.");
    LineMerge merge = mergedLines(*base, here, onDisk);
    if (merge.clash)
        return Tr::tr("Both changed the same lines, at line %1 in the window and line %2 on disk, "
                      "so they cannot be put together. Take one of them, or copy what you need "
                      "from here.")
            .arg(merge.clash->first.begin)
            .arg(merge.clash->second.begin);
    m_both = std::move(merge.text);
    return {};
}

} // namespace drawbridge
