#include "kube/scalar.h"
#include "kube/workspace.h"
#include "support/text_blocks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

using namespace drawbridge;
using yaml::Kind;
using yaml::NodeId;
using yaml::Piece;

/// Documents of our own are read as kubectl reads them (data/kubectl), or it is told that they may
/// not be.
class KubectlTest : public QObject
{
    Q_OBJECT

private slots:
    void sameReading_data();
    void sameReading();
    void cleanupTestCase();

private:
    int m_equal = 0;
    int m_flagged = 0;
    int m_refused = 0;
};

namespace {

/// Numbers that are equal have one text.

std::string numberText(const std::string &text)
{
    const bool isInteger = text.find_first_of(".eE") == std::string::npos;
    if (isInteger && text != "-0")
        return text;
    return QByteArray::number(QByteArray::fromStdString(text).toDouble(), 'g', 17).toStdString();
}

std::string scalarText(const yaml::Node &node, yaml::Format format)
{
    const kube::Scalar scalar = kube::typed(node, format);
    switch (scalar.type) {
    case kube::ScalarType::Null:
        return "null";
    case kube::ScalarType::Boolean:
        return scalar.boolean ? "true" : "false";
    case kube::ScalarType::Integer:
    case kube::ScalarType::Float:
        return numberText(scalar.text);
    case kube::ScalarType::String:
        return kube::quoted(scalar.text);
    case kube::ScalarType::Unreadable:
        break;
    }
    return "(unreadable)";
}

std::string joined(const std::string &open, const std::vector<std::string> &parts,
                   const std::string &close)
{
    std::string result = open;
    for (const std::string &part : parts)
        result += (&part == &parts.front() ? "" : ",") + part;
    return result + close;
}

/// `items`: what stands in the place of a List's items, which are pieces of their own.
std::string textOf(const Piece &piece, NodeId id, const std::vector<std::string> *items = nullptr)
{
    const yaml::Tree &tree = piece.tree;
    id = tree.resolved(id);
    if (id == yaml::kNoNode)
        return "(cyclic)";
    const yaml::Node node = tree[id];
    if (node.kind == Kind::Sequence) {
        std::vector<std::string> parts;
        for (const NodeId child : node.children)
            parts.push_back(textOf(piece, child));
        return joined("[", parts, "]");
    }
    if (node.kind != Kind::Mapping)
        return scalarText(node, piece.format);
    std::map<std::string, std::string> members;
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const NodeId key = tree.resolved(node.children[i]);
        const std::string name(key == yaml::kNoNode ? "(cyclic)" : tree[key].value);
        members[name] = items && name == "items" ? joined("[", *items, "]")
                                                 : textOf(piece, node.children[i + 1]);
    }
    std::vector<std::string> parts;
    for (const auto &[name, value] : members)
        parts.push_back(kube::quoted(name) + ':' + value);
    return joined("{", parts, "}");
}

/// The documents of a file that say something; nothing where one cannot be read.
std::optional<QStringList> documentsOf(const yaml::File &file)
{
    QStringList result;
    const auto &pieces = file.pieces();
    if (pieces.empty() && !file.problems().empty())
        return std::nullopt;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = *pieces[i].piece;
        if (!piece.isParsed)
            return std::nullopt;
        if (piece.role == yaml::Role::ListItem || piece.tree.isEmpty())
            continue;
        std::vector<std::string> items;
        for (const yaml::PlacedPiece &other : pieces)
            if (other.shell == i && other.piece->isParsed)
                items.push_back(textOf(*other.piece, other.piece->objectNode()));
        const bool isShell = piece.role == yaml::Role::ListShell;
        const std::string text = textOf(piece, piece.tree.root(), isShell ? &items : nullptr);
        if (text != "null")
            result += QString::fromStdString(text);
    }
    return result;
}

/// Whether something is told about how it is read; not, what kinds are judged.
QStringList told(const kube::Workspace &workspace)
{
    QStringList result;
    for (const Diagnostic &diagnostic : workspace.diagnostics())
        if (diagnostic.code != Code::NotJudged && diagnostic.code != Code::EqualCopy &&
            diagnostic.code != Code::DuplicateObject && diagnostic.code != Code::WouldBeRefused &&
            diagnostic.code != Code::NoObject)
            result += QString::number(int(diagnostic.code));
    return result;
}

QString data(const char *name)
{
    return QStringLiteral(DRAWBRIDGE_DATA "/kubectl/") + QLatin1String(name);
}

} // namespace

void KubectlTest::sameReading_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("results");
    const auto documents = test::textBlocks(data("documents.txt"));
    const auto results = test::textBlocks(data("results.txt"));
    QVERIFY(documents.size() >= 200);
    QCOMPARE(results.size(), documents.size());
    for (qsizetype i = 0; i < documents.size(); ++i) {
        QCOMPARE(results[i].name, documents[i].name);
        QTest::newRow(qPrintable(documents[i].name))
            << documents[i].text << QString::fromStdString(results[i].text);
    }
}

void KubectlTest::sameReading()
{
    QFETCH(std::string, text);
    QFETCH(QString, results);
    const bool isJson = QByteArray(QTest::currentDataTag()).startsWith("json-");
    kube::Workspace workspace;
    const FileId file = workspace.add(isJson ? "a.json" : "a.yaml", text);
    const auto ours = documentsOf(workspace.file(file));
    const QStringList findings = told(workspace);

    QStringList theirs;
    bool isRefused = false;
    for (const QString &line : results.split('\n', Qt::SkipEmptyParts)) {
        isRefused = line.startsWith(QLatin1String("refused:"));
        const yaml::File read = yaml::File::parse("result.json", line.toStdString());
        if (!isRefused)
            theirs += documentsOf(read).value_or(QStringList{QStringLiteral("?")});
    }
    m_refused += isRefused;
    const bool isEqual = !isRefused && ours && *ours == theirs;
    m_equal += isEqual;
    m_flagged += !isEqual && !findings.isEmpty();
    if (!isEqual && findings.isEmpty())
        qWarning("ours:   %s\ntheirs: %s", ours ? qPrintable(ours->join('\n')) : "(refused)",
                 qPrintable(results));
    QVERIFY(isEqual || !findings.isEmpty());
}

void KubectlTest::cleanupTestCase()
{
    qInfo("%d read the same, %d told of (%d that kubectl refuses)", m_equal, m_flagged, m_refused);
}

QTEST_APPLESS_MAIN(KubectlTest)
#include "tst_kubectl.moc"
