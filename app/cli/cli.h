#pragma once

namespace drawbridge::cli {

/// True if the first argument is a subcommand or an option that needs no window, and where there is
/// no display that could show one.
bool isCliCall(int argc, char **argv);

/// Runs that subcommand; gives the exit code. Makes its own application object, so it has to be
/// called before there is one.
int run(int argc, char **argv);

} // namespace drawbridge::cli
