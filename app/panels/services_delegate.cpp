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

void drawDot(QPainter *painter, const QColor &color, QPointF center)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(center, kDotSize / 2.0, kDotSize / 2.0);
}

} // namespace

int ServicesDelegate::roomAbove(const QModelIndex &index)
{
    return stateOf(index) == Model::Heading && index.row() > 0 ? kAboveHeading : 0;
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
    const bool isBranch = state == Model::NameSpace || state == Model::Heading;
    const QString detail = index.data(Model::DetailRole).toString();
    const QFont title = titleFont(row.font, state);
    QRect line = row.rect.adjusted(isBranch ? 2 : kDotRoom, kAbove + roomAbove(index), -4, -kAbove);
    if (!detail.isEmpty())
        line.setHeight(QFontMetrics(title).height());
    painter->save();
    drawLine(painter, title, state == Model::Heading ? colors.subtle : row.palette.text().color(),
             line, index.data().toString());
    const QFont small = detailFont(row.font);
    const QRect below(line.left(), line.bottom() + 1, line.width(), QFontMetrics(small).height());
    drawLine(painter, small, state == Model::Open ? colors.danger : colors.subtle, below, detail);
    if (state == Model::Open || state == Model::Isolated)
        drawDot(painter, state == Model::Open ? colors.open : colors.isolated,
                QPointF(row.rect.left() + 5.5, QRectF(line).center().y() + 0.5));
    painter->restore();
}

QSize ServicesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont title = titleFont(option.font, stateOf(index));
    int height = QFontMetrics(title).height() + 2 * kAbove + roomAbove(index);
    if (index.data(Model::HasDetailRole).toBool())
        height += QFontMetrics(detailFont(option.font)).height();
    return {kDotRoom, height};
}

} // namespace drawbridge
