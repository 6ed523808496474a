#include "window/target_file_field.h"

#include "document/document.h"
#include "edit/snippets.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/choices.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace drawbridge {

TargetFileField::TargetFileField(const Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_choice(new QComboBox)
    , m_name(new QLineEdit(QStringLiteral("networkpolicies.yaml")))
{
    Choices choices{{Tr::tr("Beside the policies of its namespace"), QVariant()}};
    const auto folder =
        qsizetype(QString::fromStdString(edit::commonFolder(document.workspace())).size());
    for (const FileInfo &file : document.files())
        if (!file.isReadOnly)
            choices.emplace_back(visible(file.path.isEmpty() ? file.name : file.path.mid(folder)),
                                 file.id.value);
    choices.emplace_back(Tr::tr("A new file"), QVariant());
    setChoices(m_choice, choices);
    m_choice->setAccessibleName(Tr::tr("File"));
    m_name->setAccessibleName(Tr::tr("Name of the new file"));
    m_name->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choice);
    layout->addWidget(m_name);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_name->setVisible(isNew());
        emit changed();
    });
    connect(m_name, &QLineEdit::textChanged, this, &TargetFileField::changed);
}

/// The last that is offered.
bool TargetFileField::isNew() const
{
    return m_choice->currentIndex() == m_choice->count() - 1;
}

FileId TargetFileField::file() const
{
    FileId id;
    if (const QVariant chosen = m_choice->currentData(); chosen.isValid())
        id.value = chosen.value<decltype(id.value)>();
    return id;
}

std::optional<std::string> TargetFileField::newFile(QString &problem) const
{
    if (!isNew())
        return std::string();
    const QString name = m_name->text().trimmed();
    const QString folder = QString::fromStdString(edit::commonFolder(m_document.workspace()));
    const QString path = QFileInfo(name).isAbsolute() ? name : folder + name;
    const QFileInfo info(path);
    if (!name.endsWith(QLatin1String(".yaml")) && !name.endsWith(QLatin1String(".yml")))
        problem = Tr::tr("Give a name that ends in .yaml.");
    else if (m_document.workspace().fileAt(path.toStdString()).isValid())
        problem = Tr::tr("%1 is open already. Choose it in the list, or give another name.")
                      .arg(visible(name));
    else if (info.isAbsolute() && info.exists())
        problem = Tr::tr("There is a file %1 already, which is not open. Open it, or give another "
                         "name.")
                      .arg(visible(name));
    else if (info.isAbsolute() && !info.dir().exists())
        problem = Tr::tr("There is no folder %1. Make it first, or give another name.")
                      .arg(visible(info.path()));
    else
        return path.toStdString();
    return {};
}

} // namespace drawbridge
