#pragma once

#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace drawbridge::test {

QString data(const QString &path);   ///< inside tests/data
QString shared(const QString &path); ///< inside the cases of others
bool hasShared();

QByteArray read(const QString &path); ///< empty if it is not there
/// The folders directly inside a folder, sorted; one empty name if there is none, so that a
/// data-driven test still runs and can say why it skips.
QStringList folders(const QString &path);
/// All .yaml, .yml and .json files below a folder, sorted by path.
QStringList manifests(const QString &path);
/// Those files as a workspace; paths are relative to the folder.
kube::Workspace load(const QString &folder);

/// `ns/name` of a workload, or an address.
std::optional<verdict::Party> party(const verdict::Evaluator &evaluator, const QByteArray &name);

} // namespace drawbridge::test
