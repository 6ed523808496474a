#include "window/declared_ports_dialog.h"

#include "messages/announcer.h"
#include "messages/tr.h"
#include "window/declared_ports.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drawbridge {

DeclaredPortsDialog::DeclaredPortsDialog(const QString &element, const QString &ports,
                                         QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(ports))
    , m_problem(new QLabel)
    , m_announcer(new Announcer(this))
{
    setWindowTitle(Tr::tr("Declared Ports"));
    auto *meaning = new QLabel(Tr::tr("Ports that %1 listens on, as in 8080, http 8080, UDP/53 or "
                                      "8000-8010. They are kept beside the files, and are offered "
                                      "where ports are asked for; they open nothing.")
                                   .arg(element));
    for (QLabel *label : {meaning, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problem->setProperty("role", QStringLiteral("error"));
    m_problem->hide();
    m_edit->setMinimumWidth(380);
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Ports"), m_edit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *take = buttons->addButton(Tr::tr("Declare Ports"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(meaning);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    take->setDefault(true); // inside the dialog by now, or another would take Return
    connect(buttons, &QDialogButtonBox::accepted, this, &DeclaredPortsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DeclaredPortsDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    m_edit->setFocus();
    m_edit->selectAll();
}

void DeclaredPortsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_input)
        m_input.emplace(*this);
}

void DeclaredPortsDialog::reject()
{
    if (!m_input || m_input->mayDiscard())
        QDialog::reject();
}

void DeclaredPortsDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_announcer->tell(problem);
    if (isVisible())
        resize(width(), std::max(height(), heightForWidth(width())));
}

void DeclaredPortsDialog::accept()
{
    QString problem;
    auto ports = declaredPorts(m_edit->text(), problem);
    if (!ports) {
        showProblem(problem);
        m_edit->setFocus();
        return;
    }
    m_ports = std::move(*ports);
    QDialog::accept();
}

} // namespace drawbridge
