#include "panels/explain_panel.h"

#include "messages/tr.h"
#include "panels/flow_layout.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace drawbridge {

ExplainPanel::ExplainPanel(QWidget *parent)
    : QWidget(parent)
    , m_source(new QComboBox)
    , m_target(new QComboBox)
    , m_ports(new QLineEdit)
    , m_swap(new QPushButton(Tr::tr("Swap")))
    , m_repair(new QPushButton)
    , m_answer(new QTextBrowser)
    , m_soon(new QTimer(this))
{
    build();
    m_soon->setSingleShot(true);
    m_soon->setInterval(150);
    connect(m_soon, &QTimer::timeout, this, &ExplainPanel::asked);
    for (QComboBox *box : {m_source, m_target})
        connect(box, &QComboBox::activated, this, &ExplainPanel::asked);
    connect(m_ports, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_swap, &QPushButton::clicked, this,
            [this] { choose(m_target->currentIndex(), m_source->currentIndex()); });
    connect(m_repair, &QPushButton::clicked, this, &ExplainPanel::repairRequested);
    connect(m_answer, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { follow(url.toString()); });
}

void ExplainPanel::build()
{
    m_source->setAccessibleName(Tr::tr("From"));
    m_target->setAccessibleName(Tr::tr("To"));
    m_ports->setAccessibleName(Tr::tr("Port"));
    m_ports->setPlaceholderText(Tr::tr("any port"));
    m_ports->setFixedWidth(130);
    m_answer->setAccessibleName(Tr::tr("Explanation"));
    m_answer->setOpenLinks(false);
    m_answer->document()->setDocumentMargin(10);
    m_answer->document()->setIndentWidth(20);
    m_answer->setFrameShape(QFrame::NoFrame);
    m_answer->setMinimumHeight(fontMetrics().lineSpacing()); // the question goes first
    for (QComboBox *box : {m_source, m_target}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    auto *row = new FlowLayout(8);
    row->setContentsMargins(10, 6, 10, 0);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *pair = new QWidget;
        auto *inside = new QHBoxLayout(pair);
        inside->setContentsMargins({});
        auto *label = new QLabel(text);
        label->setBuddy(field);
        inside->addWidget(label);
        inside->addWidget(field);
        row->addWidget(pair);
    };
    add(Tr::tr("From"), m_source);
    add(Tr::tr("To"), m_target);
    add(Tr::tr("Port"), m_ports);
    row->addWidget(m_swap);
    row->addWidget(m_repair);
    m_repair->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_answer, 1);
    setFocusProxy(m_source);
}

void ExplainPanel::setEnds(const QStringList &names)
{
    for (QComboBox *box : {m_source, m_target}) {
        QStringList before;
        for (int i = 0; i < box->count(); ++i)
            before += box->itemText(i);
        if (before == names)
            continue;
        const QString chosen = box->currentText();
        box->clear();
        box->addItems(names);
        box->setCurrentIndex(int(names.indexOf(chosen)));
    }
}

void ExplainPanel::choose(int source, int target)
{
    m_source->setCurrentIndex(source);
    m_target->setCurrentIndex(target);
    emit asked();
}

void ExplainPanel::offer(const QString &repair)
{
    m_repair->setText(repair);
    m_repair->setVisible(!repair.isEmpty());
}

void ExplainPanel::setAnswer(const QString &html, const QString &plain)
{
    if (m_answer->accessibleDescription() == plain && m_answer->property("html") == html)
        return;
    m_answer->setProperty("html", html);
    m_answer->setHtml(html);
    m_answer->setAccessibleDescription(plain);
    QAccessibleEvent event(m_answer, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void ExplainPanel::follow(const QString &link)
{
    if (link.startsWith(QLatin1String("place:")))
        emit placeRequested(link.section(QLatin1Char(':'), 1).toULongLong());
}

} // namespace drawbridge
