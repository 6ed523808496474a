#include "kube/added_to_pods.h"
#include "support/kube_rows.h"

using namespace drawbridge;
using namespace drawbridge::test;

namespace {

const std::string kSubdomain =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
    "'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used "
    "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const std::string kDnsLabel =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
    "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used "
    "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const std::string kQualified =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
    "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const std::string kLabelValue =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
    "and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or "
    "'12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const std::string kOptionalPrefix =
    " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

/// A policy whose annotations take one byte more than `size`: the key is one byte.
std::string annotated(std::size_t size)
{
    return metadata("{name: p, annotations: ^{a: " + std::string(size, 'x') + "}}");
}

} // namespace

/// What the API server says of metadata: one accepted and one refused row a rule.
class KubeMetadata : public QObject
{
    Q_OBJECT
private slots:
    void names_data();
    void names() { checkRow(); }
    void labels_data();
    void labels() { checkRow(); }
    void annotations_data();
    void annotations() { checkRow(); }
    void labelsOfControllers_data();
    void labelsOfControllers();
};

void KubeMetadata::names_data()
{
    addColumns();
    accept("name", metadata("{name: my.policy-1}"));
    refuse("name", metadata("{name: ^My_Policy}"), Code::InvalidValue,
           {"metadata.name", "\"My_Policy\"", kSubdomain});
    accept("name of 253 bytes", metadata("{name: " + std::string(253, 'a') + "}"));
    refuse("name of 254 bytes", metadata("{name: ^" + std::string(254, 'a') + "}"),
           Code::InvalidValue,
           {"metadata.name", quote(std::string(254, 'a')), "must be no more than 253 bytes"});
    accept("generateName", metadata("{generateName: web-}"));
    refuse("no name", metadata("^{namespace: shop}"), Code::RequiredValue,
           {"metadata.name", "name or generateName is required"});
    accept("namespace", metadata("{name: p, namespace: shop-1}"));
    refuse("namespace", metadata("{name: p, namespace: ^Shop}"), Code::InvalidValue,
           {"metadata.namespace", "\"Shop\"", kDnsLabel});
    refuse("namespace with dot", metadata("{name: p, namespace: ^a.b}"), Code::InvalidValue,
           {"metadata.namespace", "\"a.b\"", "must not contain dots"});
    accept("namespace of 63 bytes", metadata("{name: p, namespace: " + std::string(63, 'n') + "}"));
    refuse("namespace of 64 bytes", metadata("{name: p, namespace: ^" + std::string(64, 'n') + "}"),
           Code::InvalidValue,
           {"metadata.namespace", quote(std::string(64, 'n')), "must be no more than 63 bytes"});
}

void KubeMetadata::labels_data()
{
    addColumns();
    accept("label key", metadata("{name: p, labels: {example.com/App_1.x: a}}"));
    refuse("label key", metadata("{name: p, labels: {^app@b: a}}"), Code::InvalidValue,
           {"metadata.labels", "\"app@b\"", "name part " + kQualified});
    refuse("label key, prefix", metadata("{name: p, labels: {^Ex_/app: a}}"), Code::InvalidValue,
           {"metadata.labels", "\"Ex_/app\"", "prefix part " + kSubdomain});
    refuse("label key, empty prefix", metadata("{name: p, labels: {^/app: a}}"), Code::InvalidValue,
           {"metadata.labels", "\"/app\"", "prefix part must be non-empty"});
    refuse("label key, two slashes", metadata("{name: p, labels: {^a/b/c: a}}"), Code::InvalidValue,
           {"metadata.labels", "\"a/b/c\"", "a valid label key " + kQualified + kOptionalPrefix});
    accept("label key of 63 bytes",
           metadata("{name: p, labels: {" + std::string(63, 'k') + ": a}}"));
    refuse("label key of 64 bytes",
           metadata("{name: p, labels: {^" + std::string(64, 'k') + ": a}}"), Code::InvalidValue,
           {"metadata.labels", quote(std::string(64, 'k')),
            "name part must be no more than 63 bytes"});
    accept("label value", metadata("{name: p, labels: {a: \"\", b: A_.-1}}"));
    refuse("label value", metadata("{name: p, labels: {a: ^-x}}"), Code::InvalidValue,
           {"metadata.labels", "\"-x\"", kLabelValue});
    accept("label value of 63 bytes",
           metadata("{name: p, labels: {a: " + std::string(63, 'v') + "}}"));
    refuse("label value of 64 bytes",
           metadata("{name: p, labels: {a: ^" + std::string(64, 'v') + "}}"), Code::InvalidValue,
           {"metadata.labels", quote(std::string(64, 'v')), "must be no more than 63 bytes"});
}

void KubeMetadata::annotations_data()
{
    addColumns();
    accept("annotation key",
           metadata("{name: p, annotations: {Example.COM/Key: any text at all}}"));
    refuse("annotation key", metadata("{name: p, annotations: {^a b: x}}"), Code::InvalidValue,
           {"metadata.annotations", "\"a b\"", "name part " + kQualified});
    accept("annotations of 256 KiB", annotated(262143));
    refuse("annotations beyond 256 KiB", annotated(262144), Code::TooMany,
           {"metadata.annotations", "262145", "may not be more than 262144 bytes"});
}

/// Which labels are no mistake of the template where pods of this kind are meant.
void KubeMetadata::labelsOfControllers_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("kinds");
    QTest::newRow("hash") << QByteArray("pod-template-hash") << QByteArray("Deployment");
    QTest::newRow("revision") << QByteArray("controller-revision-hash")
                              << QByteArray("DaemonSet StatefulSet");
    QTest::newRow("generation") << QByteArray("pod-template-generation") << QByteArray("DaemonSet");
    QTest::newRow("name") << QByteArray("statefulset.kubernetes.io/pod-name")
                          << QByteArray("StatefulSet");
    QTest::newRow("index") << QByteArray("apps.kubernetes.io/pod-index")
                           << QByteArray("StatefulSet");
    QTest::newRow("job") << QByteArray("job-name") << QByteArray("CronJob Job");
    QTest::newRow("job's uid") << QByteArray("controller-uid") << QByteArray("CronJob Job");
    QTest::newRow("job, new") << QByteArray("batch.kubernetes.io/job-name")
                              << QByteArray("CronJob Job");
    QTest::newRow("our own") << QByteArray("app") << QByteArray();
    QTest::newRow("nearly") << QByteArray("pod-template-hash/") << QByteArray();
}

void KubeMetadata::labelsOfControllers()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, kinds);
    QByteArrayList found;
    for (const char *kind : {"CronJob", "DaemonSet", "Deployment", "Job", "StatefulSet"})
        if (kube::isAddedToPods(key.toStdString(), kind))
            found += kind;
    QCOMPARE(found.join(' '), kinds);
    QCOMPARE(kube::isAddedToPods(key.toStdString(), {}), !kinds.isEmpty()); // of any kind
}

QTEST_APPLESS_MAIN(KubeMetadata)
#include "tst_kube_metadata.moc"
