#include "report/diff.h"
#include "report/escape.h"
#include "report/exposure.h"
#include "report/list.h"
#include "report/names.h"
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

std::string exposuresMarkdown(const List &list, const Exposures &exposures)
{
    const auto section = [](const char *heading, const std::vector<std::string> &columns,
                            const std::vector<std::vector<std::string>> &rows) {
        return rows.empty() ? std::string()
                            : std::string("\n## ") + heading + "\n\n" + tableText(columns, rows);
    };
    std::vector<std::vector<std::string>> egress;
    for (const Exposure &one : exposures.egress)
        egress.push_back({one.workload, one.peer, one.connections});
    std::vector<std::vector<std::string>> ingress;
    for (const Exposure &one : exposures.ingress)
        ingress.push_back({one.peer, one.workload, one.connections});
    std::vector<std::vector<std::string>> unprotected;
    for (const Unprotected &one : exposures.unprotected)
        unprotected.push_back({one.workload, wordOf(one.direction)});
    const std::vector<std::string> columns{"source", "destination", "connections"};
    return listMarkdown(list) + section("Egress exposure", columns, egress) +
           section("Ingress exposure", columns, ingress) +
           section("Not protected by network policies", {"workload", "direction"}, unprotected);
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
