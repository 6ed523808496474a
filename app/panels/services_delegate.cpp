#include "panels/services_delegate.h"

#include "panels/panel_colors.h"
#include "panels/services_model.h"

#include <QApplication>
#include <QPainter>

namespace drawbridge {

namespace {

using Model = ServicesModel;

constexpr int kDotRoom = 15; ///< from the left edge to the name
constexpr int kAbove = 4;    ///< the name, and below the last line
constexpr int kAboveHeading = 16;

Model::State stateOf(const QModelIndex &index)
{
    return Model::State(index.data(Model::StateRole).toInt());
}

QFont titleFont(const QFont &font, Model::State state)
{
    QFont result = font;
    if (state == Model::NameSpace || state == Model::Heading)
        result.setWeight(QFont::DemiBold);
    if (state == Model::Heading)
        result.setPointSizeF(font.pointSizeF() * 0.82);
    return result;
}

QFont detailFont(const QFont &font)
{
    QFont result = font;
    result.setPointSizeF(font.pointSizeF() * 0.86);
    return result;
}

void drawLine(QPainter *painter, const QFont &font, const QColor &color, const QRect &rect,
              const QString &text)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// Full for what is isolated, a ring for what is open.
void drawDot(QPainter *painter, const QColor &color, QPointF center, bool isFull)
{
    constexpr qreal kLine = 2;
    const qreal radius = (kDotSize - kLine) / 2;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, kLine));
    painter->setBrush(isFull ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->drawEllipse(center, radius, radius);
}

} // namespace

int ServicesDelegate::roomAbove(const QModelIndex &index)
{
    return stateOf(index) == Model::Heading && index.row() > 0 ? kAboveHeading : 0;
}

/// Where the name and the line below it are; without a second line the name takes all.
std::pair<QRect, QRect> ServicesDelegate::lines(const QStyleOptionViewItem &row,
                                                const QModelIndex &index)
{
    const Model::State state = stateOf(index);
    const bool isBranch = state == Model::NameSpace || state == Model::Heading;
    QRect name = row.rect.adjusted(isBranch ? 2 : kDotRoom, kAbove + roomAbove(index), -4, -kAbove);
    if (index.data(Model::DetailRole).toString().isEmpty())
        return {name, {}};
    name.setHeight(QFontMetrics(titleFont(row.font, state)).height());
    return {name, name.translated(0, name.height())};
}

void ServicesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.state &= ~QStyle::State_HasFocus; // the whole line shows it
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const PanelColors &colors = PanelColors::current();
    const Model::State state = stateOf(index);
    const QColor text = row.palette.color(QPalette::Text);
    const auto [name, below] = lines(row, index);
    painter->save();
    drawLine(painter, titleFont(row.font, state), state == Model::Heading ? colors.subtle : text,
             name, index.data().toString());
    drawLine(painter, detailFont(row.font), state == Model::Open ? colors.danger : colors.subtle,
             below, index.data(Model::DetailRole).toString());
    if (state == Model::Open || state == Model::Isolated)
        drawDot(painter, state == Model::Open ? colors.open : colors.isolated,
                QPointF(row.rect.left() + 5.5, QRectF(name).center().y() + 0.5),
                state == Model::Isolated);
    painter->restore();
}

const ServicesDelegate::Heights &ServicesDelegate::heights(const QFont &font) const
{
    if (m_heights.name == 0 || m_heights.font != font) {
        const auto heightOf = [&font](Model::State state) {
            return QFontMetrics(titleFont(font, state)).height();
        };
        m_heights = {font, heightOf(Model::Open), heightOf(Model::NameSpace),
                     heightOf(Model::Heading), QFontMetrics(detailFont(font)).height()};
    }
    return m_heights;
}

QSize ServicesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Heights &heights = this->heights(option.font);
    const Model::State state = stateOf(index);
    int height = state == Model::NameSpace ? heights.nameSpace
                 : state == Model::Heading ? heights.heading
                                           : heights.name;
    height += 2 * kAbove + roomAbove(index);
    if (index.data(Model::HasDetailRole).toBool())
        height += heights.detail;
    return {kDotRoom, height};
}

} // namespace drawbridge
