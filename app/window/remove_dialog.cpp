#include "window/remove_dialog.h"

#include "messages/graph_words.h"
#include "messages/tr.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace drawbridge {

RemoveDialog::RemoveDialog(Document &document, const graph::Node &node, QWidget *parent)
    : PlanDialog(document, Tr::tr("Remove Service"), parent)
    , m_key(node.key)
    , m_title(nodeTitle(node))
    , m_manifests(new QCheckBox(Tr::tr("Remove its &manifests too")))
{
    auto *text = new QLabel(
        Tr::tr("The policies that are about %1 alone go, and the peers of others that mean it "
               "alone.")
            .arg(m_title));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    fields()->addWidget(text);
    fields()->addWidget(m_manifests);
    m_manifests->setVisible(node.kind == graph::NodeKind::Workload);
    setAcceptText(Tr::tr("Remove"));
    connect(m_manifests, &QCheckBox::toggled, this, [this] { planSoon(); });
    planNow();
    acceptButton()->setFocus();
}

std::optional<edit::Intent> RemoveDialog::intent(QString &) const
{
    return edit::RemoveService{m_key, m_manifests->isChecked()};
}

QString RemoveDialog::undoLabel() const
{
    return Tr::tr("Remove %1").arg(m_title);
}

} // namespace drawbridge
