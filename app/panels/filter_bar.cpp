#include "panels/filter_bar.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/flow_layout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QStringListModel>
#include <QToolButton>

namespace drawbridge {

namespace {

/// The parts of a filter that say which verdicts are shown, with their words.
struct Verdict
{
    bool graph::Filter::*part;
    const char *words;
};
constexpr Verdict kVerdicts[] = {
    {&graph::Filter::allowed, QT_TRANSLATE_NOOP("Tr", "Allowed")},
    {&graph::Filter::halfOpen, QT_TRANSLATE_NOOP("Tr", "Half open")},
    {&graph::Filter::cannotTell, QT_TRANSLATE_NOOP("Tr", "Cannot tell")},
    {&graph::Filter::notIsolated, QT_TRANSLATE_NOOP("Tr", "Nothing isolates it")}};

QToolButton *menuButton(QMenu *menu, const QString &name)
{
    auto *button = new QToolButton;
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    return button;
}

/// A menu's button says what is chosen: all, the one, or how many.
QString chosen(const QMenu &menu, const QString &all, const QString &several)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        if (action->isChecked())
            texts += action->text();
    const QString words = texts.isEmpty()     ? all
                          : texts.size() == 1 ? texts.front()
                                              : several.arg(texts.size());
    return words + QStringLiteral(" ▾");
}

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(28);
    return label;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_namespaces(nullptr)
    , m_namespaceMenu(new QMenu(this))
    , m_verdicts(nullptr)
    , m_verdictMenu(new QMenu(this))
    , m_labels(new QLineEdit)
    , m_knownLabels(new QStringListModel(this))
    , m_focus(plainLabel())
    , m_twoSteps(new QToolButton)
    , m_count(plainLabel())
    , m_leave(new QToolButton)
{
    setAccessibleName(Tr::tr("Filter"));
    setAttribute(Qt::WA_StyledBackground);
    m_namespaces = menuButton(m_namespaceMenu, Tr::tr("Namespaces"));
    m_verdicts = menuButton(m_verdictMenu, Tr::tr("Verdicts"));
    setFocusProxy(m_namespaces);
    buildVerdicts();
    m_labels->setAccessibleName(Tr::tr("Labels"));
    m_labels->setPlaceholderText(Tr::tr("Labels"));
    m_labels->setToolTip(Tr::tr("Labels, as app=api"));
    m_labels->setClearButtonEnabled(true);
    m_labels->setFixedWidth(130);
    m_labels->setCompleter(new QCompleter(m_knownLabels, m_labels));
    m_labels->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_labels->completer()->setFilterMode(Qt::MatchContains);
    m_twoSteps->setText(Tr::tr("2 steps"));
    m_twoSteps->setToolTip(Tr::tr("Two steps"));
    m_twoSteps->setAccessibleName(Tr::tr("Two steps"));
    m_twoSteps->setCheckable(true);
    m_twoSteps->setFocusPolicy(Qt::StrongFocus);
    m_leave->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new FlowLayout(4);
    setLayout(layout);
    layout->setContentsMargins(6, 4, 6, 4);
    for (QWidget *part : std::initializer_list<QWidget *>{m_namespaces, m_verdicts, m_labels,
                                                          m_focus, m_twoSteps, m_count, m_leave})
        layout->addWidget(part);
    connect(m_labels, &QLineEdit::textChanged, this, &FilterBar::takeLabels);
    connect(m_twoSteps, &QToolButton::toggled, this, [this](bool on) {
        graph::Filter filter = m_filter;
        filter.steps = on ? 2 : 1;
        emit filterRequested(filter);
    });
    connect(m_leave, &QToolButton::clicked, this, &FilterBar::leaveRequested);
    showNamespaces();
    setFilter({}, {}, 0, 0);
}

void FilterBar::buildVerdicts()
{
    for (const Verdict &verdict : kVerdicts) {
        QAction *action = m_verdictMenu->addAction(Tr::tr(verdict.words));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, &FilterBar::takeVerdicts);
    }
}

void FilterBar::setChoices(const graph::Graph &graph, const graph::NodeLabels &labels)
{
    QStringList before;
    for (const QAction *action : m_namespaceMenu->actions())
        before += action->data().toString();
    QStringList keys;
    for (const graph::Frame &frame : graph.frames)
        keys += QString::fromStdString(frame.key);
    if (keys != before) {
        m_namespaceMenu->clear();
        for (const graph::Frame &frame : graph.frames) {
            QAction *action = m_namespaceMenu->addAction(
                visible(frame.title).replace(QLatin1Char('&'), QLatin1String("&&")));
            action->setData(QString::fromStdString(frame.key));
            action->setCheckable(true);
            connect(action, &QAction::triggered, this, &FilterBar::takeNamespaces);
        }
        showNamespaces();
    }
    std::set<std::string> known;
    for (const auto &[key, of] : labels)
        known.insert(of.begin(), of.end());
    QStringList texts;
    for (const std::string &label : known)
        texts += QString::fromStdString(label);
    if (texts != m_knownLabels->stringList())
        m_knownLabels->setStringList(texts);
}

void FilterBar::setFilter(const graph::Filter &filter, const QString &focus, std::size_t shown,
                          std::size_t total)
{
    const bool areNamespacesOthers = filter.frames != m_filter.frames;
    m_filter = filter;
    if (areNamespacesOthers)
        showNamespaces();
    showVerdicts();
    if (filter.labels.empty() && !m_labels->text().isEmpty())
        m_labels->clear();
    m_focus->setText(filter.focus.empty() ? QString() : Tr::tr("Neighbours of %1").arg(focus));
    m_focus->setVisible(!filter.focus.empty());
    m_twoSteps->setVisible(!filter.focus.empty());
    m_twoSteps->setChecked(filter.steps == 2);
    // Short, so that it stays in one line; the whole is in tool tips and told to screen readers.
    const QString words = Tr::tr("%1 of %n service(s)", nullptr, int(total)).arg(shown);
    m_count->setText(Tr::tr("%1 of %2").arg(shown).arg(total));
    m_count->setToolTip(words);
    m_count->setAccessibleName(words);
    m_leave->setText(filter.isEmpty() ? Tr::tr("Close") : Tr::tr("Show all"));
    m_leave->setToolTip(filter.isEmpty() ? Tr::tr("Close (Esc)") : Tr::tr("Show all (Esc)"));
}

void FilterBar::showNamespaces()
{
    for (QAction *action : m_namespaceMenu->actions())
        action->setChecked(m_filter.frames.count(action->data().toString().toStdString()) > 0);
    m_namespaces->setText(chosen(*m_namespaceMenu, Tr::tr("Namespaces"), Tr::tr("%1 namespaces")));
}

void FilterBar::showVerdicts()
{
    const QList<QAction *> actions = m_verdictMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setChecked(m_filter.*kVerdicts[i].part);
    m_verdicts->setText(chosen(*m_verdictMenu, Tr::tr("Verdicts"), Tr::tr("%1 verdicts")));
}

void FilterBar::takeNamespaces()
{
    graph::Filter filter = m_filter;
    filter.frames.clear();
    for (const QAction *action : m_namespaceMenu->actions())
        if (action->isChecked())
            filter.frames.insert(action->data().toString().toStdString());
    emit filterRequested(filter);
}

void FilterBar::takeVerdicts()
{
    graph::Filter filter = m_filter;
    const QList<QAction *> actions = m_verdictMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        filter.*kVerdicts[i].part = actions[i]->isChecked();
    emit filterRequested(filter);
}

void FilterBar::takeLabels()
{
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    graph::Filter filter = m_filter;
    filter.labels.clear();
    for (const QString &label : m_labels->text().split(between, Qt::SkipEmptyParts))
        filter.labels.push_back(label.toStdString());
    if (filter.labels != m_filter.labels)
        emit filterRequested(filter);
}

/// Escape is its own before it is a shortcut of the window.
bool FilterBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace drawbridge
