#include "report/escape.h"
#include "report/report.h"

#include <string_view>

namespace drawbridge::report {

namespace {

constexpr const char *kStyle = R"(
:root{color-scheme:light dark;--text:#1b2430;--quiet:#56616f;--line:#d3d9e0;--page:#fbfcfd;--band:#f4f6f8}
@media (prefers-color-scheme:dark){:root{--text:#e6eaf0;--quiet:#a9b4c2;--line:#3a4654;--page:#191d22;--band:#1f2732}}
body{margin:0 auto;padding:24px;max-width:1200px;background:var(--page);color:var(--text);font:15px/1.45 Inter,"DejaVu Sans",sans-serif}
h1{font-size:26px;margin:0 0 4px}
h2{font-size:19px;margin:32px 0 8px}
p{margin:4px 0;color:var(--quiet)}
figure{margin:20px 0;overflow:auto;border:1px solid var(--line);border-radius:8px}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:5.5em}
th{background:var(--band);font-weight:600;white-space:nowrap}
@media print{body{padding:0;max-width:none;font-size:10pt}figure{border:0;overflow:visible}figure svg{max-height:90vh}.scroll{overflow:visible}tr,figure{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}}
)";

std::string head(const Report &report)
{
    return "<!DOCTYPE html>\n<html lang=\"" + xmlText(report.language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           xmlText(report.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n";
}

std::string row(const std::vector<std::string> &cells, const char *begin, const char *end)
{
    std::string text = "<tr>";
    for (const std::string &cell : cells)
        text += begin + xmlText(cell) + end;
    return text + "</tr>\n";
}

std::string section(const Table &table)
{
    std::string text = "<section>\n<h2>" + xmlText(table.heading) + "</h2>\n";
    if (!table.text.empty())
        text += "<p dir=\"auto\">" + xmlText(table.text) + "</p>\n";
    if (!table.rows.empty()) {
        text += "<div class=\"scroll\"><table>\n<thead>\n" +
                row(table.columns, "<th scope=\"col\">", "</th>") + "</thead>\n<tbody>\n";
        for (const std::vector<std::string> &cells : table.rows)
            text += row(cells, "<td dir=\"auto\">", "</td>");
        text += "</tbody>\n</table></div>\n";
    }
    text += "</section>\n";
    return text;
}

/// Without the XML declaration, which HTML does not know.
std::string_view inlined(std::string_view svg)
{
    const std::size_t begin = svg.find("<svg");
    return begin == std::string_view::npos ? std::string_view() : svg.substr(begin);
}

} // namespace

std::string html(const Report &report, std::string_view svg)
{
    std::string text =
        head(report) + "<body>\n<main>\n<h1 dir=\"auto\">" + xmlText(report.title) + "</h1>\n";
    if (!report.summary.empty())
        text += "<p>" + xmlText(report.summary) + "</p>\n";
    std::string end;
    for (const Table &table : report.tables)
        end += section(table);
    end += "</main>\n</body>\n</html>\n";
    constexpr std::size_t kFigure = 32;
    text.reserve(text.size() + svg.size() + kFigure + end.size()); // both may be large
    if (const std::string_view picture = inlined(svg); !picture.empty())
        ((text += "<figure>\n") += picture) += "</figure>\n";
    return text += end;
}

} // namespace drawbridge::report
