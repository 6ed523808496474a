#pragma once

#include "document/document.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace drawbridge {

inline const QByteArray kPolicy = "# ours\n"
                                  "apiVersion: networking.k8s.io/v1\n"
                                  "kind: NetworkPolicy\n"
                                  "metadata: {name: api, namespace: shop}\n"
                                  "spec:\n"
                                  "  podSelector: {matchLabels: {app: api}}\n"
                                  "  policyTypes: [Ingress]\n";

/// A document on the file api.yaml with one policy, without a window.
class DocumentFixture : public QObject
{
protected:
    void openFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void openPolicy()
    {
        openFolder();
        m_document = std::make_unique<Document>();
        write(QStringLiteral("api.yaml"), kPolicy);
        QVERIFY(m_document->open({path(QStringLiteral("api.yaml"))}).empty());
    }
    void closeAll()
    {
        m_document.reset();
        m_folder.reset();
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    FileId only() const { return m_document->workspace().files().front(); }

    /// At the begin of the file.
    void type(const QByteArray &text)
    {
        Change change;
        change.patches.push_back({only(), {{{0, 0}, text.toStdString()}}});
        change.label = QStringLiteral("Type");
        m_document->push(std::move(change));
    }
    /// The first one.
    void moveNode(double x)
    {
        Change change;
        change.side = m_document->side();
        change.side->placement[m_document->graph().nodes.front().key] = {x, 40};
        change.label = QStringLiteral("Move");
        m_document->push(std::move(change));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
};

} // namespace drawbridge
