#include "window/plan_dialog.h"

#include "messages/announcer.h"
#include "messages/end_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/unified_diff.h"
#include "window/body_area.h"
#include "window/dialog_room.h"
#include "window/difference_view.h"
#include "window/text_label.h"
#include "window/waiting_input.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace drawbridge {

PlanDialog::PlanDialog(Document &document, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_fields(new QVBoxLayout)
    , m_notes(new QWidget)
    , m_problem(textLabel({}, "error"))
    , m_remark(textLabel({}, "caption"))
    , m_also(textLabel({}, "error"))
    , m_announcer(new Announcer(this))
    , m_withText(new QCheckBox(Tr::tr("Show the text that would be written")))
    , m_text(new DifferenceView)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setWindowTitle(title);
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &PlanDialog::planNow);
    connect(m_withText, &QCheckBox::toggled, this, [this] {
        showText();
        fitHeight();
    });
    connect(&document, &Document::pictureChanged, this, &PlanDialog::planSoon);
    connect(&document, &Document::placesChanged, this, &PlanDialog::planSoon);
}

QString PlanDialog::filesOf(const Plan &plan) const
{
    const auto nameOf = [](const std::string &path) {
        return visible(QString::fromStdString(path).section(QLatin1Char('/'), -1));
    };
    QStringList files;
    for (const edit::FilePatches &file : plan.patches)
        files += nameOf(m_document.workspace().file(file.file).path());
    for (const edit::NewFile &file : plan.newFiles)
        files += Tr::tr("%1 (new)").arg(nameOf(file.path));
    return files.join(QStringLiteral(", "));
}

void PlanDialog::build()
{
    m_text->setAccessibleName(Tr::tr("The text that would be written"));
    m_text->hide();
    m_accept = m_buttons->addButton(Tr::tr("OK"), QDialogButtonBox::AcceptRole);
    QFont bold = m_accept->font(); // as the theme draws it, or a long text would not fit
    bold.setWeight(QFont::DemiBold);
    m_accept->setFont(bold);
    setAcceptText(Tr::tr("OK"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PlanDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PlanDialog::reject);
    auto *body = new QWidget;
    auto *inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addLayout(m_fields, 1);
    auto *notes = new QVBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    for (QLabel *label : {m_problem, m_remark, m_also}) {
        label->hide();
        notes->addWidget(label);
    }
    notes->addStretch(1);
    inside->addWidget(m_withText);
    inside->addWidget(m_text, 1);
    m_withText->setProperty("isLook", true);
    m_body = new BodyArea(body);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_notes); // always seen, however small the screen is
    layout->addWidget(m_buttons);
    keepHeight();
    m_accept->setDefault(true); // inside the dialog by now, or another button would take Return
}

void PlanDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    orderTabs();
    if (m_input)
        return;
    m_input.emplace(*this, [this] { return moreInput(); });
    m_leastHeight = testAttribute(Qt::WA_Resized) ? height() : 0;
    m_givenHeight = height();
    keepHeight();
    fitHeight();
}

/// Where Return can do nothing yet, it says what is missing.
void PlanDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || m_accept->isEnabled() || m_problem->text().isEmpty()) {
        QDialog::keyPressEvent(event);
        return;
    }
    m_problem->show();
    m_announcer->tell(m_problem->text());
    keepHeight();
    fitHeight();
}

/// The fields came last, and are reached first.
void PlanDialog::orderTabs()
{
    QWidget *last = m_withText;
    for (QWidget *field = m_withText; field != this; field = field->nextInFocusChain())
        last = field;
    if (last != m_withText && !m_buttons->isAncestorOf(last)) {
        std::vector<QWidget *> ends{last, m_withText, m_text};
        for (QAbstractButton *button : m_buttons->buttons())
            ends.push_back(button);
        for (std::size_t i = 1; i < ends.size(); ++i)
            setTabOrder(ends[i - 1], ends[i]);
    }
}

void PlanDialog::fitHeight()
{
    if (!m_input) // not shown yet
        return;
    if (height() != m_givenHeight)
        m_leastHeight = height();
    const QSize room = roomFor(*this, screen()->availableSize());
    const QMargins around = layout()->contentsMargins();
    const int needed = around.top() + m_body->neededHeight() + layout()->spacing() +
                       m_notes->minimumHeight() + layout()->spacing() +
                       m_buttons->sizeHint().height() + around.bottom();
    m_givenHeight = std::min(std::max(needed, m_leastHeight), room.height());
    if (m_givenHeight != height())
        resize(width(), m_givenHeight);
    m_givenHeight = height(); // there may be a least one
    keepOnScreen();
}

void PlanDialog::showField(QWidget *field)
{
    if (m_body->isAncestorOf(field))
        m_body->ensureWidgetVisible(field);
}

void PlanDialog::keepOnScreen()
{
    const QRect room = screen()->availableGeometry();
    const int below = frameGeometry().bottom() - room.bottom();
    if (below > 0)
        move(x(), std::max(room.top(), y() - below));
}

bool PlanDialog::asksBeforeDiscard() const
{
    return !findChildren<QLineEdit *>().isEmpty();
}

void PlanDialog::reject()
{
    if (!m_input || !asksBeforeDiscard() || m_input->mayDiscard())
        QDialog::reject();
}

void PlanDialog::setAcceptText(const QString &text, const QString &withChanges)
{
    m_acceptText = text;
    m_acceptChanges =
        withChanges.isEmpty() ? Tr::tr("%1, and Change These Too").arg(text) : withChanges;
    showAcceptText(text);
}

void PlanDialog::offerNoText()
{
    m_withText->setChecked(false);
    m_withText->hide();
}

Result<Plan> PlanDialog::planOf(const edit::Intent &intent)
{
    return planBeside(m_document, intent);
}

QString PlanDialog::remark(const Plan &) const
{
    return {};
}

QString PlanDialog::changes(const Plan &plan) const
{
    const QString pairs = pairChanges(plan.alsoChanges);
    return pairs.isEmpty() ? pairs : Tr::tr("This would change:") + QLatin1Char('\n') + pairs;
}

void PlanDialog::showPlan(const Plan *)
{
}

void PlanDialog::planSoon()
{
    m_plan.reset();
    m_accept->setEnabled(true); // accept() plans at once
    m_soon.start();
}

void PlanDialog::planNow()
{
    m_soon.stop();
    m_plan.reset();
    readFields();
    QString problem;
    const int turn = ++m_planTurn;
    if (const auto wanted = intent(problem)) {
        auto plan = planOf(*wanted);
        // While this waited, the document changed, or something later was planned.
        if (turn != m_planTurn || (plan && !m_document.isCurrent(*plan)))
            return;
        if (!plan)
            problem = message(plan.failure());
        else if (!plan->isEmpty())
            m_plan = std::move(*plan);
    }
    showOutcome(problem);
}

void PlanDialog::planFirst()
{
    planNow();
    m_problem->hide();
}

void PlanDialog::showOutcome(const QString &problem)
{
    const auto tell = [](QLabel *label, const QString &text) {
        label->setText(withWindowNames(text));
        label->setVisible(!text.isEmpty());
    };
    const QString also = m_plan ? changes(*m_plan) : QString();
    tell(m_problem, problem);
    QStringList remarks;
    if (m_plan)
        remarks = {remark(*m_plan), noLongerShown(m_plan->noLongerShown)};
    remarks.removeAll(QString());
    tell(m_remark, remarks.join(QLatin1Char('\n')));
    tell(m_also, also);
    m_announcer->tell(problem.isEmpty() && m_plan ? m_also->text() + m_remark->text()
                                                  : withWindowNames(problem));
    keepHeight();
    m_accept->setEnabled(m_plan.has_value());
    showAcceptText(also.isEmpty() ? m_acceptText : m_acceptChanges);
    showText();
    showPlan(m_plan ? &*m_plan : nullptr);
    fitHeight();
}

/// The theme's bold needs a little more than a button asks for.
void PlanDialog::showAcceptText(const QString &text)
{
    constexpr int kBeside = 36;
    m_accept->setText(text);
    QFont bold = m_accept->font();
    bold.setWeight(QFont::DemiBold);
    m_accept->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + kBeside);
}

/// There is always room for what is said most, or what is below would jump while one types.
void PlanDialog::keepHeight()
{
    constexpr int kMostSaid = 2; // lines
    const int least = kMostSaid * fontMetrics().lineSpacing();
    const int width = m_notes->width();
    const int needed = isVisible() ? m_notes->layout()->totalHeightForWidth(width) : 0;
    m_notes->setFixedHeight(std::max(least, needed));
}

/// As a difference, so that it is seen that nothing else is touched.
void PlanDialog::showText()
{
    m_text->setVisible(m_withText->isChecked());
    if (!m_withText->isChecked())
        return;
    std::string text;
    const kube::Workspace &workspace = m_document.workspace();
    for (const edit::FilePatches &patches :
         m_plan ? m_plan->patches : std::vector<edit::FilePatches>()) {
        const yaml::File &file = workspace.file(patches.file);
        text +=
            report::unifiedDiff(file.path(), file.bytes(), applied(file.bytes(), patches.patches));
    }
    for (const edit::NewFile &file : m_plan ? m_plan->newFiles : std::vector<edit::NewFile>())
        text += report::unifiedDiff(file.path, {}, file.bytes);
    m_text->setDifference(text);
}

void PlanDialog::accept()
{
    if (m_soon.isActive()) {
        planNow();
        // What else would change has to be seen before it is agreed to.
        if (m_plan && !changes(*m_plan).isEmpty())
            return;
    }
    // Only what is shown is pushed, and on no other text; another plan is on its way otherwise.
    const int turn = m_planTurn;
    if (!m_plan || !m_document.isCurrent(*m_plan) || !foresee(m_document, m_plan->patches) ||
        !m_plan || turn != m_planTurn)
        return;
    const QString label = undoLabel();
    const Plan shown = *m_plan; // what places are looked for may take a moment, too
    const auto side = m_side ? std::optional(m_side(shown)) : std::nullopt;
    if (!m_plan || turn != m_planTurn || !m_document.isCurrent(shown))
        return;
    m_pushed = std::exchange(m_plan, std::nullopt);
    disconnect(&m_document, nullptr, this, nullptr);
    m_document.push(*m_pushed, label,
                    side); // of this very text: any change would have taken it away
    waitForPicture(m_document);
    QDialog::accept();
}

} // namespace drawbridge
