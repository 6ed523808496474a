#pragma once

#include "cli/arguments.h"

#include <QString>

#include <string>
#include <vector>

namespace drawbridge::cli {

/// Exit codes; where several fit, the highest is given.
enum Exit : int {
    Done = 0,
    Found = 1,  ///< findings, differences, not allowed
    Wrong = 2,  ///< wrong usage, or input that could not be read or decoded
    Refused = 3 ///< refused or failed: nothing was written
};

/// A subcommand: what it takes and what it does.
struct Command
{
    const char *name;
    std::vector<OptionSpec> options; ///< without those that all commands on files have
    bool readsFiles = true;
    int (*run)(const Arguments &);
};

/// Null if there is no such subcommand.
const Command *commandNamed(const std::string &name);

int runNew(const Arguments &arguments);
int runList(const Arguments &arguments);
int runExplain(const Arguments &arguments);
int runDiff(const Arguments &arguments);
int runLint(const Arguments &arguments);
int runAllow(const Arguments &arguments);
int runRevoke(const Arguments &arguments);
int runIsolate(const Arguments &arguments);
int runExport(const Arguments &arguments);
int runHelp(const Arguments &arguments);

/// Prints how to use a subcommand, or all of them (empty name).
int printHelp(const std::string &name);

/// Says what is wrong with the call, and where to read on. Gives Wrong.
int wrongUsage(const std::string &command, const QString &sentence);

} // namespace drawbridge::cli
