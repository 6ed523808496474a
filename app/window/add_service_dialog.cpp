#include "window/add_service_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "window/declared_ports.h"
#include "window/settings.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace drawbridge {

AddServiceDialog::AddServiceDialog(Document &document, const QString &nameSpace, QWidget *parent)
    : PlanDialog(document, Tr::tr("Add Service"), parent)
    , m_nameSpace(nameSpace)
    , m_name(new QLineEdit)
    , m_ports(new QLineEdit)
{
    m_name->setMinimumWidth(320);
    m_ports->setPlaceholderText(Tr::tr("8080, http 8080, UDP/53, or empty"));
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Name in %1").arg(visible(nameSpace).replace(u'&', QStringLiteral("&&"))),
                 m_name);
    form->addRow(Tr::tr("&Ports"), m_ports);
    fields()->addLayout(form);
    auto *meaning = new QLabel(
        Tr::tr("The ports that it listens on are kept beside the files, and are offered where "
               "ports are asked for; they open nothing."));
    meaning->setTextFormat(Qt::PlainText);
    meaning->setWordWrap(true);
    meaning->setProperty("role", QStringLiteral("caption"));
    fields()->addWidget(meaning);
    setAcceptText(Tr::tr("Add Service"));
    connect(m_name, &QLineEdit::textChanged, this, [this] { planSoon(); });
    connect(m_ports, &QLineEdit::textChanged, this, [this] { planSoon(); });
    planFirst();
    m_name->setFocus();
}

std::vector<std::string> AddServiceDialog::ports() const
{
    QString problem;
    return declaredPorts(m_ports->text(), problem).value_or(std::vector<std::string>());
}

std::optional<edit::Intent> AddServiceDialog::intent(QString &problem) const
{
    const std::string name = m_name->text().trimmed().toStdString();
    if (!declaredPorts(m_ports->text(), problem))
        return {};
    if (name.empty()) {
        problem = Tr::tr("Give the name of the service.");
        return {};
    }
    return edit::AddService{
        m_nameSpace.toStdString(), name, Settings::stored().labelKey.toStdString(), {}};
}

QString AddServiceDialog::undoLabel() const
{
    return Tr::tr("Add service %1").arg(visible(m_name->text().trimmed()));
}

} // namespace drawbridge
