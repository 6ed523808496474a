#include "window/connect_dialog.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/names_model.h"
#include "window/ends_questions.h"
#include "window/ports_field.h"
#include "window/waiting_input.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::size_t kMostMeasured = 200; ///< names whose widths are looked at
constexpr int kLength = 40;                ///< characters that there is room for where they are not

void fill(QComboBox *box, NamesModel *names, const std::vector<std::pair<QString, edit::End>> &ends,
          const std::optional<edit::End> &selected)
{
    if (ends.size() > kMostMeasured) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kLength);
        if (auto *list = qobject_cast<QListView *>(box->view()))
            list->setUniformItemSizes(true);
    }
    box->setModel(names);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    const auto found = std::find_if(ends.begin(), ends.end(), [&](const auto &end) {
        return selected && end.second == *selected;
    });
    box->setCurrentIndex(found == ends.end() ? -1
                                             : int(found - ends.begin())); // nothing is guessed
    box->lineEdit()->setPlaceholderText(Tr::tr("a service, an address, or a namespace"));
}

} // namespace

ConnectDialog::ConnectDialog(Document &document, const std::optional<edit::End> &source,
                             const std::optional<edit::End> &target, QWidget *parent)
    : PlanDialog(document, Tr::tr("Allow a Connection"), parent)
    , m_source(new QComboBox)
    , m_target(new QComboBox)
    , m_ports(new PortsField)
    , m_questions(new EndsQuestions)
    , m_isolate(new QCheckBox)
    , m_narrow(new QCheckBox(Tr::tr("&Narrow: new policies for just these two")))
    , m_swap(buttons()->addButton(Tr::tr("&Swap From and To"), QDialogButtonBox::ResetRole))
{
    const auto ends = choosableEnds(document.graph());
    QStringList words;
    words.reserve(qsizetype(ends.size()));
    m_ends.emplace();
    m_endsOf = document.revision();
    for (const auto &[name, end] : ends) {
        words += name;
        m_ends->emplace(name, end);
    }
    auto *names = new NamesModel(words, this);
    fill(m_source, names, ends, source);
    fill(m_target, names, ends, target);
    build();
    connectFields();
    m_ports->setReading([this](const std::string &word) {
        const auto end = chosen(m_target);
        return end ? edit::readPort(this->document().evaluator(), *end, word)
                   : edit::parsePort(word);
    });
    suggestPorts();
    planFirst();
    for (QComboBox *box : {m_source, m_target}) {
        box->installEventFilter(this); // it has the keyboard, and hands keys to its line
        box->lineEdit()->installEventFilter(this);
        connect(box->lineEdit(), &QLineEdit::textEdited, this, [this, box] { m_typed = box; });
    }
    // What is not known yet is asked for first.
    (!source ? m_source : !target ? m_target : static_cast<QWidget *>(portsEdit()))->setFocus();
    for (QLineEdit *edit : {m_source->lineEdit(), m_target->lineEdit(), portsEdit()})
        edit->selectAll();
}

/// Return takes what was typed or completed and goes on, until both ends are known.
bool ConnectDialog::eventFilter(QObject *watched, QEvent *event)
{
    const auto isIn = [watched](const QComboBox *box) {
        return watched == box || watched == box->lineEdit();
    };
    const bool isSource = isIn(m_source);
    if (event->type() != QEvent::KeyPress || (!isSource && !isIn(m_target)))
        return PlanDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    QComboBox *box = isSource ? m_source : m_target;
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isDone =
        m_typed != box && !m_source->currentText().isEmpty() && !m_target->currentText().isEmpty();
    if (!isReturn || key->modifiers() & ~Qt::KeypadModifier || isDone)
        return PlanDialog::eventFilter(watched, event);
    takeTyped(box);
    (isSource ? static_cast<QWidget *>(m_target) : portsEdit())->setFocus(Qt::TabFocusReason);
    return true;
}

/// In another case it is the same end.
void ConnectDialog::takeTyped(QComboBox *box)
{
    const int index = box->findText(box->currentText().trimmed(), Qt::MatchFixedString);
    if (index >= 0)
        box->setCurrentText(box->itemText(index));
    m_typed = nullptr;
}

void ConnectDialog::beginWithEnds()
{
    m_source->setFocus();
}

QLineEdit *ConnectDialog::portsEdit() const
{
    return m_ports->edit();
}

void ConnectDialog::connectFields()
{
    connect(m_source, &QComboBox::currentTextChanged, this, [this] {
        m_narrow->setChecked(false);
        planSoon();
    });
    connect(m_target, &QComboBox::currentTextChanged, this, [this] {
        m_isolate->setChecked(false);
        m_narrow->setChecked(false);
        suggestPorts();
        planSoon();
    });
    connect(m_isolate, &QCheckBox::toggled, this, &ConnectDialog::planSoon);
    connect(m_narrow, &QCheckBox::toggled, this, &ConnectDialog::planSoon);
    connect(m_ports, &PortsField::changed, this, &ConnectDialog::planSoon);
    connect(m_questions, &EndsQuestions::outsideChosen, this, &ConnectDialog::takeOutside);
    connect(m_questions, &EndsQuestions::swapRequested, this, &ConnectDialog::swap);
    connect(m_swap, &QPushButton::clicked, this, &ConnectDialog::swap);
}

void ConnectDialog::build()
{
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&From"), m_source);
    form->addRow(Tr::tr("&To"), m_target);
    auto *portsLabel = new QLabel(Tr::tr("&Ports"));
    portsLabel->setBuddy(m_ports->edit());
    form->addRow(portsLabel, m_ports);
    fields()->addLayout(form);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_questions, m_isolate, m_narrow})
        fields()->addWidget(widget);
    m_isolate->hide();
    m_narrow->hide();
    m_swap->setAutoDefault(false);
    setAcceptText(Tr::tr("Allow"));
}

void ConnectDialog::swap()
{
    const QString source = m_source->currentText();
    m_source->setCurrentText(m_target->currentText());
    m_target->setCurrentText(source);
    m_questions->ask(document(), chosen(m_source), chosen(m_target)); // a second click comes soon
}

/// The outside end becomes the Internet or everyone.
void ConnectDialog::takeOutside(bool everyone)
{
    const edit::End end{everyone ? edit::End::Kind::Everyone : edit::End::Kind::Internet, {}, {}};
    const auto source = chosen(m_source);
    const bool isSource = source && (source->kind == edit::End::Kind::Internet ||
                                     source->kind == edit::End::Kind::Everyone);
    (isSource ? m_source : m_target)->setCurrentText(nameOf(document().graph(), end));
}

void ConnectDialog::openAt(QPoint point)
{
    m_anchor = point;
    adjustSize();
    keepOnScreen();
}

/// It grows with what it has to say.
void ConnectDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    keepOnScreen();
}

void ConnectDialog::keepOnScreen()
{
    const QScreen *screen = m_anchor ? QGuiApplication::screenAt(*m_anchor) : nullptr;
    if (!screen)
        return;
    constexpr int kBeside = 16;
    constexpr int kTitleBar = 40;
    const QRect room = screen->availableGeometry().adjusted(0, 0, 0, -kTitleBar);
    const QPoint corner = *m_anchor + QPoint(kBeside, kBeside);
    move(std::max(room.left(), std::min(corner.x(), room.right() - width())),
         std::max(room.top(), std::min(corner.y(), room.bottom() - height())));
}

/// What the target is known to listen on.
void ConnectDialog::suggestPorts()
{
    const auto target = chosen(m_target);
    const bool isEndpoint = target && target->kind == edit::End::Kind::Endpoint;
    const auto id = isEndpoint ? document().evaluator().find(target->name) : verdict::EndpointId();
    const graph::Node *node = isEndpoint ? document().graph().node(target->name) : nullptr;
    m_ports->setKnown(id.isValid()
                          ? edit::knownPorts(document().workspace(), document().evaluator(), id)
                          : edit::KnownPorts(),
                      node ? node->ports : std::vector<std::string>());
    if (node)
        m_ports->suggest();
}

std::optional<edit::End> ConnectDialog::chosen(const QComboBox *box) const
{
    if (!m_ends || m_endsOf != document().revision()) {
        m_ends.emplace();
        m_endsOf = document().revision();
        for (const auto &[name, end] : choosableEnds(document().graph()))
            m_ends->emplace(name, end);
    }
    if (const auto known = m_ends->find(box->currentText()); known != m_ends->end())
        return known->second;
    const std::string word = box->currentText().trimmed().toStdString();
    if (word.empty())
        return std::nullopt; // thousands are looked through for nothing
    const auto typed = edit::parseEnd(document().evaluator(), word);
    return typed ? std::optional(*typed) : std::nullopt;
}

void ConnectDialog::readFields()
{
    const auto target = chosen(m_target);
    m_questions->ask(document(), chosen(m_source), target);
    if (target)
        m_isolate->setText(Tr::tr("Isolate %1, so that only this may enter it")
                               .arg(nameOf(document().graph(), *target)));
    m_isolate->setVisible(m_isolate->isChecked());
    m_narrow->setVisible(m_narrow->isChecked());
}

std::optional<edit::Intent> ConnectDialog::intent(QString &problem) const
{
    const auto source = chosen(m_source);
    const auto target = chosen(m_target);
    if (!source || !target) {
        const QComboBox *unknown = source ? m_target : m_source;
        if (unknown->currentText().trimmed().isEmpty())
            problem = source ? Tr::tr("Say where it leads to.") : Tr::tr("Say where it begins.");
        else
            problem = Tr::tr("There is no service called %1.").arg(visible(unknown->currentText()));
        return {};
    }
    const auto spans = m_ports->spans(problem);
    if (!spans)
        return {};
    return edit::Allow{*source, *target, *spans, m_isolate->isChecked()};
}

/// Isolation is offered where a policy can name the target.
Result<Plan> ConnectDialog::planOf(const edit::Intent &intent)
{
    auto plan = planNarrowly(std::get<edit::Allow>(intent));
    if (!plan && plan.failure().code == Code::AlreadyOpen) {
        edit::Allow isolating = std::get<edit::Allow>(intent);
        isolating.isolates = true;
        m_isolate->setVisible(bool(planBeside(document(), isolating)));
    }
    return plan;
}

/// Offers policies of its own where they change less besides, and takes them if that was ticked.
Result<Plan> ConnectDialog::planNarrowly(const edit::Allow &intent)
{
    edit::Allow own = intent;
    own.ownPolicy = true;
    if (m_narrow->isChecked())
        return planBeside(document(), own);
    auto plan = planBeside(document(), intent);
    if (!plan || plan->alsoChanges.empty())
        return plan;
    const auto narrow = planBeside(document(), own);
    m_narrow->setVisible(narrow && narrow->alsoChanges.size() < plan->alsoChanges.size());
    return plan;
}

QString ConnectDialog::undoLabel() const
{
    return Tr::tr("Allow %1 to %2").arg(m_source->currentText(), m_target->currentText());
}

QString ConnectDialog::changes(const Plan &plan) const
{
    const QString also = pairChanges(plan.alsoChanges);
    return also.isEmpty() ? also : Tr::tr("This would also change:") + QLatin1Char('\n') + also;
}

void ConnectDialog::accept()
{
    const auto source = chosen(m_source); // an end may have another name afterwards
    const auto target = chosen(m_target);
    PlanDialog::accept();
    if (pushed() && source && target)
        m_arrowKey = keyOf(*source) + '\n' + keyOf(*target);
}

} // namespace drawbridge
