#pragma once

#include "cli_run.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace drawbridge::test {

inline const QByteArray kSketch = R"(# Kept as it is.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api # the API
  policyTypes:
    - Ingress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
)";

inline const QByteArray kBroken = "apiVersion: v1\nkind: Pod\nmetadata: {name: a\n";

/// A folder of its own for each test function, in which the program is run.
class CliFolder
{
protected:
    void renewFolder()
    {
        QVERIFY2(QFileInfo::exists(QStringLiteral(DRAWBRIDGE_BINARY)), "build the program first");
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    CliRun run(const QStringList &arguments, const QByteArray &input = {},
               const QStringList &variables = {}) const
    {
        return runCli(arguments, m_folder->path(), input, variables);
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace drawbridge::test
