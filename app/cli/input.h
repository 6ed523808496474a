#pragma once

#include "cli/arguments.h"
#include "document/loader.h"
#include "kube/workspace.h"
#include "lint/facts.h"
#include "verdict/evaluator.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::cli {

/// The files that a subcommand was given, read and judged.
struct Input
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    std::vector<Diagnostic> diagnostics; ///< of the workspace
    bool isIncomplete = false;           ///< some path could not be read
    int code = 0;                        ///< what the input alone makes the exit code

    int with(int other) const { return code > other ? code : other; }
};

struct InputOptions
{
    bool saysDiagnostics = true; ///< on standard error
    bool saysPlugin = true;      ///< that is judged as, if it is not the standard
};

/// Reads `paths` as the options of the call say, and says on standard error what is wrong with
/// them. Nothing if no answer can be given: the call is wrong, or there is nothing to read.
std::optional<Input> readInput(const Arguments &arguments, const std::vector<std::string> &paths,
                               const InputOptions &options = {});

/// The same of files that were read already.
std::optional<Input> takeInput(const Arguments &arguments, LoadReport report,
                               const InputOptions &options = {});

/// The same input, judged as Kubernetes documents policies.
verdict::Evaluator standardOf(const Input &input);

/// Says on standard error what verdicts lack, and which policies are not judged. Gives the facts.
std::vector<lint::MissingFact> sayDoubts(const Input &input);

} // namespace drawbridge::cli
