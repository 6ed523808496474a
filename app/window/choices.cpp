#include "window/choices.h"

#include "graph/graph.h"

#include <QComboBox>
#include <QStandardItemModel>

namespace drawbridge {

void setChoices(QComboBox *box, const Choices &choices)
{
    QList<QStandardItem *> items;
    items.reserve(qsizetype(choices.size()));
    for (const auto &[text, meaning] : choices) {
        items.push_back(new QStandardItem(text));
        items.back()->setData(meaning, Qt::UserRole);
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *model = new QStandardItemModel(box);
    model->appendColumn(items);
    box->setModel(model);
}

void offerNamespaces(QComboBox *box, const graph::Graph &graph, const std::string &chosen)
{
    Choices choices;
    for (const graph::Frame &frame : graph.frames)
        if (!frame.isOpenEnded)
            choices.emplace_back(QString::fromStdString(frame.title), QVariant());
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    setChoices(box, choices);
    box->setCurrentText(QString::fromStdString(chosen));
}

} // namespace drawbridge
