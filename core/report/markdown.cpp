#include "report/diff.h"
#include "report/escape.h"
#include "report/list.h"
#include "report/report.h"

namespace drawbridge::report {

namespace {

std::string row(const std::vector<std::string> &cells)
{
    std::string text = "|";
    for (const std::string &cell : cells)
        text += ' ' + markdownText(cell) + " |";
    return text + '\n';
}

std::string ruler(std::size_t columns)
{
    std::string text = "|";
    for (std::size_t i = 0; i < columns; ++i)
        text += " --- |";
    return text + '\n';
}

std::string tableText(const std::vector<std::string> &columns,
                      const std::vector<std::vector<std::string>> &rows)
{
    std::string text = row(columns) + ruler(columns.size());
    for (const std::vector<std::string> &cells : rows)
        text += row(cells);
    return text;
}

} // namespace

std::string markdown(const Report &report)
{
    std::string text = "# " + markdownText(report.title) + '\n';
    if (!report.summary.empty())
        text += '\n' + markdownText(report.summary) + '\n';
    for (const Table &table : report.tables) {
        text += "\n## " + markdownText(table.heading) + '\n';
        if (!table.text.empty())
            text += '\n' + markdownText(table.text) + '\n';
        if (!table.rows.empty())
            text += '\n' + tableText(table.columns, table.rows);
    }
    return text;
}

std::string listMarkdown(const List &list)
{
    std::vector<std::vector<std::string>> rows;
    for (const Connection &connection : list.connections)
        rows.push_back({connection.source, connection.target, connection.ports.text()});
    return tableText({"source", "destination", "connections"}, rows);
}

std::string diffMarkdown(const Diff &diff)
{
    std::vector<std::vector<std::string>> rows;
    for (const Difference &one : diff.differences)
        rows.push_back({wordOf(one.kind()), one.source, one.target, one.before.text(),
                        one.after.text(), workloadsText(one)});
    return tableText({"diff-type", "source", "destination", "ref1", "ref2", "workloads-diff-info"},
                     rows);
}

} // namespace drawbridge::report
