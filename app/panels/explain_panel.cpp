#include "panels/explain_panel.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/flow_layout.h"
#include "panels/names_model.h"

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

#include <vector>

namespace drawbridge {

namespace {

bool isCalled(const QString &name, const QString &typed)
{
    return name.compare(typed, Qt::CaseInsensitive) == 0;
}

bool beginsWith(const QString &name, const QString &typed)
{
    return name.startsWith(typed, Qt::CaseInsensitive);
}

bool holds(const QString &name, const QString &typed)
{
    return name.contains(typed, Qt::CaseInsensitive);
}

} // namespace

ExplainPanel::ExplainPanel(QWidget *parent)
    : QWidget(parent)
    , m_source(new QComboBox)
    , m_target(new QComboBox)
    , m_names(new NamesModel(this))
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
        box->setModel(m_names);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->lineEdit()->setAccessibleName(box->accessibleName());
        box->lineEdit()->setPlaceholderText(Tr::tr("a service"));
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, [this, box] { take(box); });
        connect(box, &QComboBox::currentTextChanged, box, [box](const QString &text) {
            box->setToolTip(QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
        });
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

/// The fields wrap; all of them and some of the answer can be seen.
void ExplainPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int fields = layout()->itemAt(0)->layout()->heightForWidth(width());
    setMinimumHeight(fields + layout()->spacing() + 2 * fontMetrics().lineSpacing());
}

void ExplainPanel::setEnds(const QStringList &names)
{
    if (m_names->stringList() == names)
        return;
    struct Before
    {
        QComboBox *box;
        QString chosen;
        QString typed;
        int caret;
    };
    std::vector<Before> before;
    for (QComboBox *box : {m_source, m_target})
        before.push_back({box, box->itemText(box->currentIndex()), box->currentText(),
                          box->lineEdit()->cursorPosition()});
    m_names->setStringList(names);
    for (const auto &[box, chosen, typed, caret] : before) {
        showEnd(box, int(names.indexOf(chosen)));
        const bool isBeingTyped = box->lineEdit()->hasFocus() && typed != chosen;
        if (isBeingTyped) {
            box->setEditText(typed);
            box->lineEdit()->setCursorPosition(caret);
        }
    }
}

void ExplainPanel::choose(int source, int target)
{
    showEnd(m_source, source);
    showEnd(m_target, target);
    emit asked();
}

/// A long name is seen from its beginning.
void ExplainPanel::showEnd(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    box->lineEdit()->setCursorPosition(0);
}

/// What was typed means the one end that is called so, or that it is a part of.
void ExplainPanel::take(QComboBox *box)
{
    const QString typed = box->currentText().trimmed();
    if (typed == box->itemText(box->currentIndex()))
        return;
    QList<int> found;
    for (const auto isMeant : {isCalled, beginsWith, holds})
        if (found.isEmpty() && !typed.isEmpty())
            for (int i = 0; i < box->count(); ++i)
                if (isMeant(box->itemText(i), typed))
                    found += i;
    if (found.size() == 1) {
        showEnd(box, found.front());
        emit asked();
        return;
    }
    box->setCurrentIndex(-1);
    box->setEditText(typed);
    emit asked();
    if (!typed.isEmpty()) {
        const QString words = found.isEmpty()
                                  ? Tr::tr("There is no service called %1.").arg(visible(typed))
                                  : Tr::tr("Several services are called like %1. Write more of the "
                                           "name, or choose one from the list.")
                                        .arg(visible(typed));
        setAnswer(QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()), words);
    }
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
