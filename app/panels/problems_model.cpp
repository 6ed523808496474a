#include "panels/problems_model.h"

#include "messages/end_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/panel_colors.h"

#include <QFileInfo>

#include <algorithm>

namespace drawbridge {

namespace {

/// Reads alike, wherever it is.
bool saysTheSame(const Diagnostic &a, const Diagnostic &b)
{
    return a.severity == b.severity && a.code == b.code && a.arguments == b.arguments;
}

} // namespace

void ProblemsModel::setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems)
{
    std::stable_sort(
        problems.begin(), problems.end(),
        [](const Diagnostic &a, const Diagnostic &b) { return a.severity < b.severity; });
    std::vector<Line> lines;
    lines.reserve(problems.size());
    for (const Diagnostic &problem : problems) {
        Line line;
        if (workspace.contains(problem.place.file)) {
            const yaml::File &file = workspace.file(problem.place.file);
            line = {file.path(), file.lineColumn(problem.place.range.begin).line};
        }
        lines.push_back(std::move(line));
    }
    const bool hasOnlyMoved = std::equal(m_problems.begin(), m_problems.end(), problems.begin(),
                                         problems.end(), saysTheSame);
    if (!hasOnlyMoved)
        beginResetModel();
    m_problems = std::move(problems);
    m_lines = std::move(lines);
    m_fixes.assign(m_problems.size(), {});
    if (!hasOnlyMoved)
        endResetModel();
    else if (!m_problems.empty())
        emit dataChanged(index(0, Fix), index(rowCount() - 1, Spot));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// "shop.yaml:14"
QString ProblemsModel::spot(std::size_t row) const
{
    const Line &line = m_lines[row];
    if (line.number == 0)
        return {};
    return QStringLiteral("%1:%2").arg(QFileInfo(visible(line.path)).fileName()).arg(line.number);
}

QString ProblemsModel::fixWords(std::size_t row) const
{
    std::optional<QString> &words = m_fixes[row];
    if (!words)
        words = m_fixWords ? m_fixWords(m_problems[row]) : QString();
    return *words;
}

QVariant ProblemsModel::text(std::size_t row, int column) const
{
    switch (column) {
    case Kind:
        return severityName(m_problems[row].severity);
    case Sentence:
        return withWindowNames(message(m_problems[row]));
    case Fix:
        return fixWords(row).isEmpty() ? QString() : Tr::tr("Fix…");
    case Spot:
        return spot(row);
    default:
        return {};
    }
}

QString ProblemsModel::tip(std::size_t row, int column) const
{
    const QString words = column == Fix ? fixWords(row) : QString();
    QString text =
        (words.isEmpty() ? withWindowNames(message(m_problems[row])) : words).toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>")
        .arg(text.replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

QIcon ProblemsModel::icon(Severity severity) const
{
    auto &[color, icon] = m_icons[severity];
    if (const QColor now = PanelColors::current().dot(severity); icon.isNull() || color != now) {
        color = now;
        icon = severityIcon(severity);
    }
    return icon;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t row = std::size_t(index.row());
    const Severity severity = m_problems[row].severity;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Kind ? icon(severity) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Spot ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return index.column() >= Fix    ? PanelColors::current().link
               : index.column() == Kind ? PanelColors::current().subtle
                                        : QVariant();
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return Tr::tr("Kind");
    case Sentence:
        return Tr::tr("Problem");
    case Fix:
        return Tr::tr("Fix");
    default:
        return Tr::tr("Place");
    }
}

} // namespace drawbridge
