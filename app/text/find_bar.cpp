#include "text/find_bar.h"

#include "messages/announcer.h"
#include "messages/tr.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace drawbridge {

namespace {

QHBoxLayout *rowOf(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

QToolButton *makeButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_find(new QLineEdit)
    , m_replace(new QLineEdit)
    , m_told(new QLabel)
    , m_announcer(new Announcer(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_find->setObjectName(QStringLiteral("findText"));
    m_find->setPlaceholderText(Tr::tr("Find"));
    m_find->setAccessibleName(Tr::tr("Find"));
    m_replace->setObjectName(QStringLiteral("replaceText"));
    m_replace->setPlaceholderText(Tr::tr("Replace with"));
    m_replace->setAccessibleName(Tr::tr("Replace with"));
    m_told->setObjectName(QStringLiteral("findTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(makeFindRow());
    m_replaceRow = makeReplaceRow();
    layout->addWidget(m_replaceRow);
    layout->addWidget(makeOptionRow());
    setTabOrder(m_find, m_replace);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::termsChanged);
    hide();
}

QWidget *FindBar::makeFindRow()
{
    auto *row = new QWidget;
    QHBoxLayout *layout = rowOf(row);
    layout->addWidget(m_find, 1);
    auto *previous = makeButton(QStringLiteral("↑"), Tr::tr("Find the one before (Shift+F3)"));
    auto *next = makeButton(QStringLiteral("↓"), Tr::tr("Find the next one (F3)"));
    auto *close = makeButton(QStringLiteral("✕"), Tr::tr("Close (Esc)"));
    for (QToolButton *button : {previous, next, close})
        layout->addWidget(button);
    connect(previous, &QToolButton::clicked, this, [this] { emit nextRequested(true); });
    connect(next, &QToolButton::clicked, this, [this] { emit nextRequested(false); });
    connect(close, &QToolButton::clicked, this, &FindBar::leave);
    return row;
}

QToolButton *FindBar::addOption(const QString &text, const QString &tip)
{
    QToolButton *button = makeButton(text, tip);
    button->setCheckable(true);
    connect(button, &QToolButton::toggled, this, &FindBar::termsChanged);
    return button;
}

QWidget *FindBar::makeOptionRow()
{
    auto *row = new QWidget;
    QHBoxLayout *layout = rowOf(row);
    m_case = addOption(Tr::tr("Aa"), Tr::tr("Capital and small letters differ"));
    m_words = addOption(Tr::tr("Word"), Tr::tr("Whole words only"));
    m_pattern = addOption(Tr::tr(".*"), Tr::tr("Regular expression; \\1 in the replacement is "
                                               "what its first group found"));
    m_allFiles = addOption(Tr::tr("All files"), Tr::tr("Look in all files, tab after tab"));
    m_case->setObjectName(QStringLiteral("findCase"));
    m_words->setObjectName(QStringLiteral("findWords"));
    m_pattern->setObjectName(QStringLiteral("findPattern"));
    m_allFiles->setObjectName(QStringLiteral("findAllFiles"));
    for (QToolButton *button : {m_case, m_words, m_pattern, m_allFiles})
        layout->addWidget(button);
    layout->addWidget(m_told, 1);
    return row;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget;
    QHBoxLayout *layout = rowOf(row);
    layout->addWidget(m_replace, 1);
    auto *one = new QPushButton(Tr::tr("Replace"));
    auto *all = new QPushButton(Tr::tr("Replace All"));
    one->setObjectName(QStringLiteral("replaceOne"));
    all->setObjectName(QStringLiteral("replaceAll"));
    layout->addWidget(one);
    layout->addWidget(all);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
    return row;
}

void FindBar::open(const QString &text, bool withReplacement)
{
    m_replaceRow->setVisible(withReplacement);
    show();
    if (!text.isEmpty())
        m_find->setText(m_pattern->isChecked() ? QRegularExpression::escape(text) : text);
    m_find->selectAll();
    m_find->setFocus(Qt::ShortcutFocusReason);
}

SearchTerms FindBar::terms() const
{
    return {m_find->text(), m_case->isChecked(), m_words->isChecked(), m_pattern->isChecked()};
}

QString FindBar::replacement() const
{
    return m_replace->text();
}

bool FindBar::looksInAllFiles() const
{
    return m_allFiles->isChecked();
}

void FindBar::tell(const QString &sentence, bool isWrong)
{
    m_told->setText(sentence);
    m_announcer->tell(sentence);
    if (m_told->property("role").toString() == QLatin1String(isWrong ? "error" : ""))
        return;
    m_told->setProperty("role", isWrong ? QStringLiteral("error") : QString());
    m_told->style()->unpolish(m_told);
    m_told->style()->polish(m_told);
}

void FindBar::leave()
{
    hide();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (isReturn && m_replace->hasFocus())
        emit replaceRequested();
    else if (isReturn && m_find->hasFocus())
        emit nextRequested(event->modifiers() & Qt::ShiftModifier);
    else
        QWidget::keyPressEvent(event);
}

} // namespace drawbridge
