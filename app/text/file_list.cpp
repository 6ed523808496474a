#include "text/file_list.h"

#include "messages/tr.h"
#include "text/file_list_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drawbridge {

namespace {

constexpr int kPage = 10;
constexpr int kMeasured = 100; ///< rows that say how wide a column is

} // namespace

FileList::FileList(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
    , m_model(new FileListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setFrameShape(StyledPanel);
    setObjectName(QStringLiteral("fileList"));
    m_filter->setObjectName(QStringLiteral("fileFilter"));
    m_filter->setPlaceholderText(Tr::tr("A part of the path"));
    m_filter->setAccessibleName(Tr::tr("A part of the path"));
    m_filter->setClearButtonEnabled(true);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(FileListModel::PathRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_shown);
    m_view->setAccessibleName(Tr::tr("Files"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHeaderHidden(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text);
        chooseRow(0);
    });
    connect(m_view, &QTreeView::clicked, this, &FileList::choose);
    hide();
}

void FileList::open(std::vector<FileInfo> files, std::vector<ProblemCount> counts, FileId current,
                    const QRect &room)
{
    m_filter->clear();
    m_model->setFiles(std::move(files), std::move(counts));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(kMeasured);
    header->setSectionResizeMode(FileListModel::Name, QHeaderView::Stretch);
    for (const FileListModel::Column column : {FileListModel::Folder, FileListModel::Problems})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    setGeometry(room);
    show();
    m_filter->setFocus();
    for (int row = 0; row < m_shown->rowCount(); ++row)
        if (m_shown->index(row, FileListModel::Name).data(FileListModel::IdRole).toUInt() ==
            current.value)
            chooseRow(row);
}

void FileList::chooseRow(int row)
{
    const QModelIndex index = m_shown->index(row, FileListModel::Name);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    tellCurrent();
}

/// The filter has the keyboard, so a screen reader hears of the row through it.
void FileList::tellCurrent()
{
    QStringList words;
    for (const FileListModel::Column column :
         {FileListModel::Name, FileListModel::Folder, FileListModel::Problems})
        words += m_view->currentIndex().siblingAtColumn(column).data().toString();
    words.removeAll(QString());
    m_filter->setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void FileList::move(int rows)
{
    const int last = m_shown->rowCount() - 1;
    if (last >= 0)
        chooseRow(std::clamp(m_view->currentIndex().row() + rows, 0, last));
}

void FileList::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const FileId file{
        index.siblingAtColumn(FileListModel::Name).data(FileListModel::IdRole).toUInt()};
    hide();
    emit chosen(file);
}

void FileList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return move(-1);
    case Qt::Key_Down:
        return move(1);
    case Qt::Key_PageUp:
        return move(-kPage);
    case Qt::Key_PageDown:
        return move(kPage);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_view->currentIndex());
    case Qt::Key_Escape:
        hide();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace drawbridge
