#include "window/ends_questions.h"

#include "edit/monitoring.h"
#include "messages/tr.h"
#include "window/named_ends.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace drawbridge {

namespace {

using edit::End;

bool isAllOutside(const std::optional<End> &end)
{
    return end && (end->kind == End::Kind::Internet || end->kind == End::Kind::Everyone);
}

} // namespace

EndsQuestions::EndsQuestions(QWidget *parent)
    : QWidget(parent)
    , m_internet(new QRadioButton(Tr::tr("&Internet: addresses outside, no pods of the cluster")))
    , m_anyone(new QRadioButton(Tr::tr("An&yone: the Internet and every pod of the cluster")))
    , m_gathers(new QLabel)
    , m_scrape(new QRadioButton)
    , m_push(new QRadioButton)
{
    m_gathers->setTextFormat(Qt::PlainText);
    m_gathers->setWordWrap(true);
    m_gathers->setProperty("role", QStringLiteral("caption"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_internet, m_anyone, m_gathers, m_scrape, m_push})
        layout->addWidget(widget);
    for (const auto &pair : {std::pair(m_internet, m_anyone), std::pair(m_scrape, m_push)}) {
        auto *group = new QButtonGroup(this);
        group->addButton(pair.first);
        group->addButton(pair.second);
    }
    connect(m_internet, &QRadioButton::clicked, this, [this] { emit outsideChosen(false); });
    connect(m_anyone, &QRadioButton::clicked, this, [this] { emit outsideChosen(true); });
    // The direction turns round only where the other one was clicked.
    for (QRadioButton *button : {m_scrape, m_push})
        connect(button, &QRadioButton::clicked, this, [this, button] {
            if (button->property("isShown").toBool())
                return;
            emit swapRequested();
        });
}

void EndsQuestions::ask(const Document &document, const std::optional<End> &source,
                        const std::optional<End> &target)
{
    const bool meansPods = document.evaluator().profile().podsByBlock ==
                           verdict::PluginProfile::PodsByBlock::ByAddress;
    m_internet->setText(meansPods
                            ? Tr::tr("&Internet: every address, with this network plugin those of "
                                     "pods too")
                            : Tr::tr("&Internet: addresses outside, no pods of the cluster"));
    askWhoIsOutside(source, target);
    askWhoOpens(document, source, target);
    setVisible(!m_internet->isHidden() || !m_scrape->isHidden());
}

void EndsQuestions::askWhoIsOutside(const std::optional<End> &source,
                                    const std::optional<End> &target)
{
    const bool asks = isAllOutside(source) != isAllOutside(target);
    m_internet->setVisible(asks);
    m_anyone->setVisible(asks);
    if (!asks)
        return;
    const End &outside = isAllOutside(source) ? *source : *target;
    (outside.kind == End::Kind::Everyone ? m_anyone : m_internet)->setChecked(true);
}

void EndsQuestions::askWhoOpens(const Document &document, const std::optional<End> &source,
                                const std::optional<End> &target)
{
    const bool isSource = source && edit::gathersMetrics(document.evaluator(), *source);
    const bool isTarget = target && edit::gathersMetrics(document.evaluator(), *target);
    const bool asks = source && target && isSource != isTarget;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_gathers, m_scrape, m_push})
        widget->setVisible(asks);
    if (!asks)
        return;
    const QString gatherer = nameOf(document.graph(), isSource ? *source : *target);
    const QString other = nameOf(document.graph(), isSource ? *target : *source);
    m_gathers->setText(
        Tr::tr("An arrow begins where the connection is opened. Who opens it here?"));
    // A name may hold &, which would mark a key.
    const auto plain = [](QString text) { return text.replace(u'&', QStringLiteral("&&")); };
    m_scrape->setText(plain(Tr::tr("Scrape: %1 fetches from %2").arg(gatherer, other)));
    m_push->setText(plain(Tr::tr("Push: %1 sends to %2").arg(other, gatherer)));
    m_scrape->setProperty("isShown", isSource);
    m_push->setProperty("isShown", isTarget);
    (isSource ? m_scrape : m_push)->setChecked(true);
}

} // namespace drawbridge
