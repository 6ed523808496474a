#include "window/recovery_dialog.h"

#include "document/file_bytes.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/unified_diff.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace drawbridge {

namespace {

constexpr std::size_t kLargest = std::size_t(1) << 30;
constexpr int kBetween = 16; ///< the columns

QString shownName(const UnsavedFile &file)
{
    return visible(QFileInfo(file.path.isEmpty() ? file.name : file.path).fileName());
}

QString stateWords(const UnsavedFile &file)
{
    switch (baseNow(file)) {
    case BaseNow::AsItWas:
        return Tr::tr("not saved");
    case BaseNow::Changed:
        return Tr::tr("not saved; the disk has changed since");
    case BaseNow::Missing:
        return Tr::tr("not saved; the file is gone");
    case BaseNow::Untitled:
        return Tr::tr("a sketch that was never saved");
    }
    return {};
}

QString titleOf(const Journal &journal)
{
    constexpr std::size_t kMost = 3;
    QStringList names;
    for (const UnsavedFile &file : journal.unsaved.files)
        names += shownName(file);
    if (names.isEmpty())
        for (const QString &root : journal.unsaved.roots)
            names += visible(QFileInfo(root).fileName());
    QStringList shown = names.mid(0, kMost);
    if (names.size() > qsizetype(kMost))
        shown += Tr::tr("and %n more", nullptr, int(names.size() - qsizetype(kMost)));
    return shown.join(QStringLiteral(", "));
}

/// From what the disk holds to what would be restored; a sketch that is as it began is new.
std::string differenceOf(const UnsavedFile &file)
{
    const std::string path = (file.path.isEmpty() ? file.name : file.path).toStdString();
    std::optional<std::string> before;
    if (file.path.isEmpty() && !file.began.isEmpty() && file.began != file.bytes)
        before = file.began.toStdString();
    if (!file.path.isEmpty())
        if (auto bytes = readFile(QFile::encodeName(file.path).toStdString(), kLargest))
            before = *bytes;
    return report::unifiedDiff(path, before, file.bytes.toStdString());
}

std::string differenceOf(const Unsaved &unsaved)
{
    std::string text;
    for (const UnsavedFile &file : unsaved.files)
        text += differenceOf(file);
    if (text.empty())
        text = Tr::tr("The text is what the disk holds.").toStdString() + '\n';
    if (unsaved.side)
        text += Tr::tr("The layout, notes and declared ports would be restored too.").toStdString();
    return text;
}

} // namespace

QString wordsOfUnreadable(const Session::Found &found)
{
    QStringList words;
    for (const QString &path : found.damaged)
        words += Tr::tr("What was kept of unsaved work is damaged, so nothing of it is offered. It "
                        "is left at %1; look into it with a text editor.")
                     .arg(visible(path));
    for (const QString &path : found.foreign)
        words += Tr::tr("Unsaved work in %1 was kept by another version of Drawbridge, or cannot "
                        "be read. It stays there; open it with that version.")
                     .arg(visible(path));
    return words.join(QLatin1Char('\n'));
}

RecoveryDialog::RecoveryDialog(Session::Found found, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget)
    , m_difference(new DifferenceView)
    , m_restore(new QPushButton(Tr::tr("&Restore")))
    , m_compare(new QPushButton(Tr::tr("&Compare")))
    , m_discard(new QPushButton(Tr::tr("&Discard…")))
{
    setWindowTitle(Tr::tr("Recover Unsaved Work"));
    build(found);
    m_journals = std::move(found.journals);
    fill();
    m_compare->setCheckable(true);
    m_restore->setDefault(true);
    for (QPushButton *button : {m_compare, m_discard})
        button->setAutoDefault(false);
    connect(m_restore, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_compare, &QPushButton::toggled, this, &RecoveryDialog::compare);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryDialog::discard);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this] { compare(m_compare->isChecked()); });
    m_list->setFocus();
}

void RecoveryDialog::build(const Session::Found &found)
{
    auto *words = new QLabel(
        Tr::tr("Drawbridge ended before this was saved. Restoring opens the files again and brings "
               "the changes back as one step that can be undone; nothing is written to them."));
    auto *unreadable = new QLabel(wordsOfUnreadable(found));
    for (QLabel *label : {words, unreadable}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    unreadable->setTextInteractionFlags(Qt::TextSelectableByMouse);
    unreadable->setProperty("role", QStringLiteral("error"));
    unreadable->setVisible(!unreadable->text().isEmpty());
    m_list->setHeaderLabels({Tr::tr("Unsaved work"), Tr::tr("State")});
    m_list->setAccessibleName(Tr::tr("Unsaved work"));
    m_list->header()->setStretchLastSection(true);
    m_list->setMinimumSize(600, 150);
    m_difference->setAccessibleName(Tr::tr("From the text on disk to the unsaved one"));
    m_difference->setMinimumHeight(180);
    m_difference->hide();
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_restore, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_compare, QDialogButtonBox::ActionRole);
    buttons->addButton(m_discard, QDialogButtonBox::ActionRole);
    auto *later = buttons->addButton(Tr::tr("&Later"), QDialogButtonBox::RejectRole);
    later->setAutoDefault(false);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_difference, 2);
    layout->addWidget(unreadable);
    layout->addWidget(buttons);
}

void RecoveryDialog::fill()
{
    m_list->clear();
    const QLocale locale;
    for (const auto &left : m_journals) {
        const Journal &journal = left->journal();
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, titleOf(journal));
        item->setText(1, locale.toString(journal.written.toLocalTime(), QLocale::ShortFormat));
        for (const UnsavedFile &file : journal.unsaved.files) {
            auto *line = new QTreeWidgetItem(item, {shownName(file), stateWords(file)});
            line->setToolTip(0, visible(file.path).toHtmlEscaped());
        }
        if (journal.unsaved.side)
            new QTreeWidgetItem(
                item, {Tr::tr("the layout, notes and declared ports"), Tr::tr("not saved")});
    }
    m_list->expandAll();
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, m_list->columnWidth(0) + kBetween);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

int RecoveryDialog::current() const
{
    QTreeWidgetItem *item = m_list->currentItem();
    if (item && item->parent())
        item = item->parent();
    return item ? m_list->indexOfTopLevelItem(item) : -1;
}

void RecoveryDialog::compare(bool on)
{
    m_difference->setVisible(on);
    const int index = current();
    if (on && index >= 0)
        m_difference->setDifference(
            differenceOf(m_journals[std::size_t(index)]->journal().unsaved));
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

void RecoveryDialog::discard()
{
    const int index = current();
    if (index < 0)
        return;
    const auto journal = m_journals.begin() + index;
    QMessageBox box(QMessageBox::Warning, Tr::tr("Discard"),
                    Tr::tr("The unsaved work on %1 is nowhere else. Discard it for good?")
                        .arg(titleOf((*journal)->journal())),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *discard = box.addButton(Tr::tr("&Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != discard)
        return;
    (*journal)->remove();
    m_journals.erase(journal);
    fill();
    if (m_journals.empty())
        reject();
}

std::unique_ptr<LeftBehind> RecoveryDialog::takeChosen()
{
    const int index = current();
    return index < 0 ? nullptr : std::move(m_journals[std::size_t(index)]);
}

} // namespace drawbridge
