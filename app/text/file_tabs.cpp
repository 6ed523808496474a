#include "text/file_tabs.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/tab_titles.h"

#include <QToolButton>

#include <algorithm>

namespace drawbridge {

FileTabs::FileTabs(QWidget *parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("textTabs"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setSelectionBehaviorOnRemove(SelectRightTab);
    setAccessibleName(Tr::tr("Files"));
}

/// Invalid for a tab that is just coming or going.
FileId FileTabs::fileAt(int tab) const
{
    const QVariant id = tabData(tab);
    return id.isValid() ? FileId{id.toUInt()} : FileId{};
}

int FileTabs::tabOf(FileId file) const
{
    for (int i = 0; i < count(); ++i)
        if (fileAt(i) == file)
            return i;
    return -1;
}

bool FileTabs::match(const std::vector<FileInfo> &files) const
{
    bool match = int(files.size()) == count();
    for (int i = 0; match && i < count(); ++i)
        match = fileAt(i) == files[std::size_t(i)].id;
    return match;
}

void FileTabs::rebuild(const std::vector<FileInfo> &files)
{
    const FileId before = current();
    const int place = currentIndex();
    hide(); // while it is shown, every single change lays out all tabs
    for (int i = 0; i < count(); ++i)
        setTabData(i, {});
    while (count() > 0)
        removeTab(count() - 1);
    for (const FileInfo &file : files) {
        setTabData(addTab({}), file.id.value);
        if (files.size() > 1)
            addCloser(file.id);
    }
    const int kept = tabOf(before);
    setCurrentIndex(kept >= 0 ? kept : std::clamp(place, 0, std::max(0, count() - 1)));
}

/// By keyboard a tab is closed by the menu's command.
void FileTabs::addCloser(FileId file)
{
    auto *button = new QToolButton(this);
    button->setText(QStringLiteral("✕"));
    button->setToolTip(Tr::tr("Close the tab; the file stays open"));
    button->setAccessibleName(button->toolTip());
    button->setFocusPolicy(Qt::NoFocus);
    button->setStyleSheet(QStringLiteral("QToolButton { padding: 0 3px; font-size: 8pt; }"));
    connect(button, &QToolButton::clicked, this,
            [this, file] { emit tabCloseRequested(tabOf(file)); });
    setTabButton(tabOf(file), RightSide, button);
}

void FileTabs::setFiles(const std::vector<FileInfo> &files, const QStringList &names)
{
    const bool isSame = match(files);
    if (!isSame)
        rebuild(files);
    for (int i = 0; i < count(); ++i) {
        if (tabText(i) != names[i])
            setTabText(i, names[i]);
        if (const QString tip = tabTip(files[std::size_t(i)]); tabToolTip(i) != tip)
            setTabToolTip(i, tip);
    }
    if (!isSame)
        show();
}

} // namespace drawbridge
