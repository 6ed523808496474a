#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace drawbridge {

inline QByteArray policyText(int number)
{
    return QByteArrayLiteral("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                             "metadata:\n  name: p") +
           QByteArray::number(number) + "\n  namespace: n" + QByteArray::number(number % 7) +
           "\nspec:\n  podSelector:\n    matchLabels:\n      app: a" + QByteArray::number(number) +
           "\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n"
           "              app: a" +
           QByteArray::number(number / 2) + "\n      ports:\n        - port: 80\n";
}

inline void writeFile(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// So many files of a policy each, in a folder of its own in `parent`.
inline QString manyFiles(const QString &parent, int files)
{
    const QString folder = QStringLiteral("%1/other%2").arg(parent).arg(files);
    for (int i = 0; i < files; ++i)
        writeFile(QStringLiteral("%1/d%2/p%3.yaml").arg(folder).arg(i % 5).arg(i), policyText(i));
    return folder;
}

} // namespace drawbridge
