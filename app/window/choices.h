#pragma once

#include <QString>
#include <QVariant>

#include <string>
#include <utility>
#include <vector>

class QComboBox;

namespace drawbridge {

namespace graph {
struct Graph;
}

/// What can be chosen in a box, and what each stands for.
using Choices = std::vector<std::pair<QString, QVariant>>;

/// Puts them into the box in place of what is there: all at once, since thousands that come one
/// after the other take long. The first is chosen.
void setChoices(QComboBox *box, const Choices &choices);

/// Makes it a box for a namespace: those that are there, or another that is typed in.
void offerNamespaces(QComboBox *box, const graph::Graph &graph, const std::string &chosen);

} // namespace drawbridge
