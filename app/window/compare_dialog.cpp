#include "window/compare_dialog.h"

#include "messages/announcer.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/progress_words.h"
#include "window/text_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace drawbridge {

namespace {

constexpr int kIndent = 24;
constexpr int kMostMilliseconds = 10'000; ///< that the window waits for a call of git

QString wordsOf(const GitName &name)
{
    switch (name.kind) {
    case GitName::Kind::Commit:
        return visible(name.subject);
    case GitName::Kind::Branch:
        return Tr::tr("branch");
    case GitName::Kind::RemoteBranch:
        return Tr::tr("branch of another repository");
    case GitName::Kind::Tag:
        return Tr::tr("tag");
    }
    return {};
}

/// Shows that reading may take a moment.
class WaitCursor
{
public:
    WaitCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QGuiApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor &) = delete;
    WaitCursor &operator=(const WaitCursor &) = delete;
};

} // namespace

CompareDialog::CompareDialog(const Document &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_disk(new QRadioButton(Tr::tr("What was last read or &saved")))
    , m_path(new QRadioButton(Tr::tr("A file or &folder")))
    , m_revision(new QRadioButton(Tr::tr("A Git &revision of the open files")))
    , m_pathEdit(new QLineEdit)
    , m_revisionEdit(new QLineEdit(QStringLiteral("HEAD")))
    , m_file(new QPushButton(Tr::tr("F&ile…")))
    , m_folder(new QPushButton(Tr::tr("F&older…")))
    , m_names(new QTreeWidget)
    , m_tree(textLabel())
    , m_swap(new QCheckBox(Tr::tr("The open files are the o&lder version")))
    , m_direction(textLabel())
    , m_problem(textLabel({}, "error"))
    , m_announcer(new Announcer(this))
{
    setWindowTitle(Tr::tr("Compare With"));
    build();
    connectFields();
    m_disk->setChecked(true);
    m_disk->setFocus();
    showState();
}

void CompareDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(Tr::tr("Compare the open files with")));
    layout->addWidget(m_disk);
    addPath(layout);
    addRevision(layout);
    layout->addWidget(m_swap);
    layout->addWidget(m_direction);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setAutoDefault(false); // a second Return must not call off what the first began
    m_accept = buttons->addButton(Tr::tr("&Compare"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompareDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CompareDialog::reject);
    layout->addWidget(buttons);
    m_accept->setDefault(true);
    const std::initializer_list<QWidget *> inOrder{
        m_disk, m_path, m_pathEdit, m_file, m_folder, m_revision, m_revisionEdit, m_names, m_swap};
    for (auto it = inOrder.begin(); it + 1 != inOrder.end(); ++it)
        setTabOrder(*it, *(it + 1));
}

void CompareDialog::addPath(QVBoxLayout *layout)
{
    layout->addWidget(m_path);
    m_pathEdit->setAccessibleName(Tr::tr("File or folder"));
    m_pathEdit->setPlaceholderText(Tr::tr("path of the file or folder"));
    m_pathEdit->setMinimumWidth(340);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kIndent, 0, 0, 0);
    row->addWidget(m_pathEdit, 1);
    for (QPushButton *button : {m_file, m_folder}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    layout->addLayout(row);
}

void CompareDialog::addRevision(QVBoxLayout *layout)
{
    layout->addWidget(m_revision);
    m_revisionEdit->setAccessibleName(Tr::tr("Git revision"));
    m_names->setAccessibleName(Tr::tr("Revisions"));
    m_names->setHeaderLabels({Tr::tr("Revision"), Tr::tr("Date"), Tr::tr("What it is")});
    m_names->setRootIsDecorated(false);
    m_names->setUniformRowHeights(true);
    m_names->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    m_names->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_names->header()->setStretchLastSection(true);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(kIndent, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_revisionEdit, m_names, m_tree})
        column->addWidget(widget);
    layout->addLayout(column, 1);
}

void CompareDialog::connectFields()
{
    connect(m_revision, &QRadioButton::toggled, this, [this](bool on) {
        if (on)
            askGit();
    });
    for (QRadioButton *button : {m_disk, m_path, m_revision})
        connect(button, &QRadioButton::toggled, this, [this] {
            tellProblem({});
            showState();
        });
    connect(m_swap, &QCheckBox::toggled, this, &CompareDialog::showState);
    for (QLineEdit *edit : {m_pathEdit, m_revisionEdit})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            tellProblem({});
            showState();
        });
    connect(m_revisionEdit, &QLineEdit::textEdited, this, &CompareDialog::filterNames);
    connect(m_file, &QPushButton::clicked, this, [this] { choosePath(false); });
    connect(m_folder, &QPushButton::clicked, this, [this] { choosePath(true); });
    connect(&m_git, &GitNames::listed, this, &CompareDialog::listNames);
    connect(m_names, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            m_revisionEdit->setText(item->data(0, Qt::UserRole).toString());
    });
    connect(m_names, &QTreeWidget::itemActivated, this, &CompareDialog::accept);
    constexpr int kTellMs = 150;
    m_readingTimer.setInterval(kTellMs);
    connect(&m_readingTimer, &QTimer::timeout, this, &CompareDialog::showReading);
}

void CompareDialog::choosePath(bool isFolder)
{
    const QString title = Tr::tr("Compare With");
    const QString start = m_document.roots().value(0);
    const QString path = isFolder ? QFileDialog::getExistingDirectory(this, title, start)
                                  : QFileDialog::getOpenFileName(
                                        this, title, start,
                                        Tr::tr("Manifests (*.yaml *.yml *.json);;All files (*)"));
    if (path.isEmpty())
        return;
    m_path->setChecked(true);
    m_pathEdit->setText(path);
    m_accept->setFocus();
}

/// The user asked for what needs git.
void CompareDialog::askGit()
{
    if (m_workTree)
        return;
    const WaitCursor waiting;
    Result<GitWorkTree> tree = GitWorkTree::around(m_document.roots(), {kMostMilliseconds});
    if (!tree) {
        m_tree->setText(message(tree.failure()));
        return;
    }
    m_workTree = std::move(tree.value());
    m_tree->setText(Tr::tr("Work tree %1").arg(visible(m_workTree->folder())));
    m_git.list(*m_workTree);
}

void CompareDialog::listNames()
{
    for (const GitName &name : m_git.names()) {
        auto *item = new QTreeWidgetItem(
            m_names, {visible(name.revision), visible(name.date), wordsOf(name)});
        item->setData(0, Qt::UserRole, name.revision);
        item->setToolTip(2, QStringLiteral("<qt>%1</qt>").arg(item->text(2).toHtmlEscaped()));
    }
}

/// What is typed is looked for in the list; it shows all where nothing has it.
void CompareDialog::filterNames(const QString &text)
{
    m_names->setCurrentItem(nullptr);
    std::vector<QTreeWidgetItem *> items;
    items.reserve(std::size_t(m_names->topLevelItemCount()));
    for (int row = 0; row < m_names->topLevelItemCount(); ++row)
        items.push_back(m_names->topLevelItem(row));
    const auto has = [&](const QTreeWidgetItem *item) {
        return item->text(0).contains(text, Qt::CaseInsensitive) ||
               item->text(2).contains(text, Qt::CaseInsensitive);
    };
    const bool hasAny = std::any_of(items.begin(), items.end(), has);
    for (QTreeWidgetItem *item : items)
        item->setHidden(hasAny && !has(item));
}

void CompareDialog::tellProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_announcer->tell(sentence);
}

QString CompareDialog::nameOfOther() const
{
    if (m_revision->isChecked())
        return visible(m_revisionEdit->text().trimmed());
    if (m_path->isChecked()) {
        const QString path = QDir::cleanPath(m_pathEdit->text().trimmed());
        const QString name = QFileInfo(path).fileName();
        return visible(name.isEmpty() ? path : name);
    }
    return Tr::tr("what was last read or saved");
}

/// The choice that has the keyboard is seen at once.
void CompareDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    setAttribute(Qt::WA_KeyboardFocusChange);
}

bool CompareDialog::isSwapped() const
{
    return m_swap->isChecked() && !m_disk->isChecked();
}

void CompareDialog::showState()
{
    const bool isFree = !m_reading;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_disk, m_path, m_revision, m_file, m_folder})
        widget->setEnabled(isFree);
    m_pathEdit->setEnabled(isFree && m_path->isChecked());
    const bool isRevision = m_revision->isChecked();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_revisionEdit, m_names})
        widget->setEnabled(isFree && isRevision && m_workTree);
    m_tree->setVisible(isRevision);
    m_swap->setEnabled(isFree && !m_disk->isChecked());
    const QString other = nameOfOther();
    const QString open = Tr::tr("the open files");
    m_direction->setText(other.isEmpty() ? QString()
                         : isSwapped()
                             ? Tr::tr("Shows what changes from %1 to %2.").arg(open, other)
                             : Tr::tr("Shows what changes from %1 to %2.").arg(other, open));
    m_accept->setEnabled(isFree && !other.isEmpty() && (!isRevision || m_workTree));
    showReading();
}

/// What the thread needs, so that it has nothing of the dialog's.
std::function<CompareDialog::Read(OpeningProgress &)> CompareDialog::reader() const
{
    const QString path = QFileInfo(m_pathEdit->text().trimmed()).absoluteFilePath();
    const QString revision = m_revisionEdit->text().trimmed();
    const std::optional<GitWorkTree> tree = m_path->isChecked() ? std::nullopt : m_workTree;
    const OtherVersion::Settings settings = OtherVersion::Settings::of(m_document);
    return [name = nameOfOther(), path, revision, tree, settings](OpeningProgress &progress) {
        const auto watch = [&progress](std::size_t done, std::size_t all) {
            progress.set(OpeningProgress::Step::Reading, done, all);
            return !progress.isCancelled();
        };
        Result<LoadReport> report =
            tree ? tree->read(revision) : load({path.toStdString()}, {}, watch);
        if (!report)
            return Read{{}, report.failure()};
        if (!tree && report->files.empty()) {
            const auto &why = report->failures.empty() ? report->notes : report->failures;
            return Read{
                {}, why.empty() ? Failure{Code::NothingToRead, {path.toStdString()}} : why.front()};
        }
        return Read{std::make_shared<OtherVersion>(name, std::move(*report), settings, progress),
                    {}};
    };
}

void CompareDialog::showReading()
{
    if (m_reading)
        m_direction->setText(progressWords(m_reading->progress()));
}

void CompareDialog::takeRead()
{
    m_readingTimer.stop();
    const std::unique_ptr<BesideWork<Read>> reading = std::exchange(m_reading, nullptr);
    std::optional<Read> result = reading ? reading->take() : std::nullopt;
    if (!result)
        return;
    m_other = std::move(result->other);
    if (m_other) {
        QDialog::accept();
        return;
    }
    showState();
    tellProblem(message(result->why));
    QLineEdit *field = m_path->isChecked() ? m_pathEdit : m_revisionEdit;
    field->setFocus();
    field->selectAll();
}

void CompareDialog::accept()
{
    m_other.reset();
    if (!m_accept->isEnabled())
        return;
    if (m_disk->isChecked()) {
        QDialog::accept();
        return;
    }
    m_reading = std::make_unique<BesideWork<Read>>(reader(), this, [this] { takeRead(); });
    m_readingTimer.start();
    m_cancel->setFocus(); // else it goes to the list, which writes its choice into the field
    showState();
    m_announcer->tell(Tr::tr("Reading %1. Escape cancels it.").arg(nameOfOther()));
}

void CompareDialog::reject()
{
    m_reading.reset();
    QDialog::reject();
}

} // namespace drawbridge
