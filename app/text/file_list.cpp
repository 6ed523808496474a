#include "text/file_list.h"

#include "document/document.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

namespace {

enum Column { Name, Folder, Problems, ColumnCount };
enum Role { IdRole = Qt::UserRole, PathRole };

constexpr int kPage = 10;
constexpr int kMeasured = 100; ///< rows that say how wide a column is

/// The folder that all files on disk have in common, with a slash at its end.
QString commonFolder(const std::vector<FileInfo> &files)
{
    QString common;
    bool isFirst = true;
    for (const FileInfo &file : files) {
        if (file.path.isEmpty())
            continue;
        const QString folder = QFileInfo(file.path).path() + u'/';
        if (std::exchange(isFirst, false))
            common = folder;
        while (!folder.startsWith(common))
            common.truncate(common.lastIndexOf(u'/', -2) + 1);
    }
    return common;
}

} // namespace

QString countText(const ProblemCount &count)
{
    QStringList parts;
    if (count.errors > 0)
        parts.append(Tr::tr("%n error(s)", nullptr, count.errors));
    if (count.warnings > 0)
        parts.append(Tr::tr("%n warning(s)", nullptr, count.warnings));
    return parts.join(QStringLiteral(", "));
}

FileList::FileList(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setFrameShape(StyledPanel);
    setObjectName(QStringLiteral("fileList"));
    m_filter->setObjectName(QStringLiteral("fileFilter"));
    m_filter->setPlaceholderText(Tr::tr("A part of the path"));
    m_filter->setAccessibleName(Tr::tr("A part of the path"));
    m_filter->setClearButtonEnabled(true);
    m_shown->setFilterRole(PathRole);
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

void FileList::fill(const std::vector<FileInfo> &files, const std::vector<ProblemCount> &counts)
{
    const QString common = commonFolder(files);
    m_shown->setSourceModel(nullptr); // it would look at each row that comes
    m_model->setRowCount(0);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileInfo &file = files[i];
        const QFileInfo path(file.path);
        QString name = file.path.isEmpty() ? Tr::tr("Untitled") : path.fileName();
        if (file.isModified)
            name += QStringLiteral(" •");
        const QString folder =
            file.path.isEmpty() ? QString() : (path.path() + u'/').mid(common.size());
        const QList<QStandardItem *> row{new QStandardItem(visible(name)),
                                         new QStandardItem(visible(folder)),
                                         new QStandardItem(countText(counts[i]))};
        row[Name]->setData(file.id.value, IdRole);
        row[Name]->setData(folder + name, PathRole);
        row[Name]->setToolTip(
            QStringLiteral("<qt>%1</qt>").arg(visible(file.path).toHtmlEscaped()));
        m_model->appendRow(row);
    }
    m_shown->setSourceModel(m_model);
}

void FileList::open(const std::vector<FileInfo> &files, const std::vector<ProblemCount> &counts,
                    FileId current, const QRect &room)
{
    m_filter->clear();
    fill(files, counts);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(kMeasured);
    header->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const Column column : {Folder, Problems})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    setGeometry(room);
    show();
    m_filter->setFocus();
    for (int row = 0; row < m_shown->rowCount(); ++row)
        if (m_shown->index(row, Name).data(IdRole).toUInt() == current.value)
            chooseRow(row);
}

void FileList::chooseRow(int row)
{
    const QModelIndex index = m_shown->index(row, Name);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    tellCurrent();
}

/// The filter has the keyboard, so a screen reader hears of the row through it.
void FileList::tellCurrent()
{
    QStringList words;
    for (const Column column : {Name, Folder, Problems})
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
    const FileId file{index.siblingAtColumn(Name).data(IdRole).toUInt()};
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
