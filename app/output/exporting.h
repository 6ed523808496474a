#pragma once

#include "canvas/export_painter.h"
#include "kube/workspace.h"
#include "messages/change_words.h"
#include "output/format.h"
#include "report/report.h"
#include "verdict/evaluator.h"

#include <QByteArray>

#include <functional>

namespace drawbridge::output {

/// What an export tells of two versions beside the picture, which is marked then.
struct Differences
{
    QString before; ///< names of the versions
    QString after;
    QString summary;
    std::vector<ChangeWords> lines;
};

/// What is to be written: the state of a window or of the command line. References live as long as
/// the export takes.
struct Subject
{
    const kube::Workspace &workspace;
    const verdict::Evaluator &evaluator;
    const graph::Graph &graph;
    const graph::Picture &picture;              ///< for formats that use no places, its notes alone
    const std::vector<Diagnostic> &diagnostics; ///< of the workspace and of lint
    std::string base = {};                      ///< the begin that paths of files lose
    const Differences *differences = nullptr;   ///< null: nothing is compared
    const graph::Graph *marked = nullptr;       ///< of what is compared, as the picture shows it
};

struct Options
{
    QString title; ///< empty: without one
    bool hasLegend = true;
    bool isDark = false; ///< SVG and PNG; paper is light
    /// Asked while something is made: then what is given is of no use.
    std::function<bool()> isCalledOff = {};
};

/// The file's bytes; empty if the picture could not be painted, or JSON would hold too long a list.
/// Text formats and SVG give the same bytes for the same subject on every machine.
QByteArray bytesOf(Format format, const Subject &subject, const Options &options);

/// A picture of more services, addresses and arrows shows nobody anything, and fills the memory.
inline constexpr std::size_t kMostShapes = 50'000;
std::size_t countOfShapes(const graph::Graph &graph);

/// A title that says which network plugin is judged as, unless it is the standard.
QString judgedTitle(const QString &title, const verdict::PluginProfile &profile);

/// The tables of a report: connections, who is open, notes, problems, input files.
report::Report reportOf(const Subject &subject, const QString &title);

/// The folder that all files lie in, with a slash at its end; empty unless all paths are absolute.
std::string commonFolder(const kube::Workspace &workspace);

} // namespace drawbridge::output
