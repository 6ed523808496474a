#include "support/text_corpus.h"

#include "yaml/piece.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace drawbridge::test {

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void addFolder(const fs::path &folder, std::vector<Sample> &samples)
{
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string extension = it->path().extension().string();
        const bool isText = extension == ".yaml" || extension == ".yml" || extension == ".json";
        if (isText && it->is_regular_file(error))
            paths.push_back(it->path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path &path : paths)
        samples.push_back({path.string(), read(path)});
}

const char *const kPolicy = R"(# who may reach the api
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api   # the service
  namespace: 'shop'
  labels: {app: api, tier: "back"}
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes: [Ingress, Egress]
  # from the front only
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: frontend
        # and the batch jobs
        - namespaceSelector: {}
          podSelector: {matchLabels: {app: batch}}
      ports:
        - protocol: TCP
          port: 8080
        - {protocol: UDP, port: 53}
  egress:
  - to:
    - ipBlock:
        cidr: 10.0.0.0/8
        except:
        - 10.1.0.0/16
        - "10.2.0.0/16"
    ports: []
  - {}
)";

const char *const kConfig = R"(---
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  script: |
    #!/bin/sh
    echo "a: [b"   # no comment

    exit 0
  folded: >-
    one
    two

    three
  kept: |+
    text

  empty:
  nothing: ~
  quoted: "two
    lines \u00e9"
  single: 'it''s'
  plain: some words
    go on here
...
)";

const char *const kList = R"(apiVersion: v1
items:
- apiVersion: v1
  kind: Namespace
  metadata:
    name: one
    labels:
      team: a
# between
- apiVersion: v1
  kind: Pod
  metadata: {name: two, namespace: one}
  spec:
    containers:
    - name: c
      image: "c:1"
      args: [a, b]
- kind: Pod
  apiVersion: v1
  metadata:
    name: three
  spec:
    note: |
      - text
      more
kind: List
metadata:
  resourceVersion: ""
)";

const char *const kJson = R"({
  "kind": "NetworkPolicy",
  "apiVersion": "networking.k8s.io/v1",
  "metadata": {"name": "a", "labels": {}, "x\ud83d\ude00": "\u00e9"},
  "spec": {
    "podSelector": { "matchLabels": { "app": "a" } },
    "ingress": [
      {
        "from": [ {"podSelector": {}} ],
        "ports": [{"port": 80}, {"port": 1e2}]
      },
      {}
    ],
    "empty": [],
    "yes": true, "no": false, "none": null
  }
}
)";

const char *const kJsonList = R"({"apiVersion":"v1","kind":"List","items":[
  {"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","labels":{"app":"a"}}},
  {
    "kind": "Pod",
    "metadata": {
      "name": "b"
    },
    "spec": {"containers": [{"name": "c"}, {"name": "d"}]}
  }
],"metadata":{}})";

const char *const kOdd = R"(%YAML 1.1
---
? explicit key
: value
? - sequence
  - key
: - value
anchored: &a {x: 1}
alias: *a
merge:
  <<: *a
  y: 2
tagged: !!str 12
"json": {"a":1,"b":[1,2,],}
pairs: [a: b, {c: d}: e, ? f]
nested:
- - - deep
    - er
  - x: 1
    y: 2
-   # comment
    z: 3
-
...
# the end
)";

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string replacedMarks(std::string text)
{
    // The suite draws what cannot be seen: blanks, tabs, missing final newlines.
    text = replaced(text, "␣", " ");
    for (const char *tab : {"————»", "———»", "——»", "—»", "»"})
        text = replaced(text, tab, "\t");
    text = replaced(text, "←", "\r");
    text = replaced(text, "⇔", "\xEF\xBB\xBF");
    text = replaced(text, "↵", "");
    return replaced(text, "∎\n", "");
}

} // namespace

std::vector<Sample> madeSamples()
{
    std::vector<Sample> samples;
    const std::string policy = kPolicy;
    const std::string config = kConfig;
    samples.push_back({"made/policy.yaml", policy});
    samples.push_back({"made/crlf.yaml", replaced(policy, "\n", "\r\n")});
    samples.push_back({"made/mark.yaml", "\xEF\xBB\xBF" + policy});
    samples.push_back({"made/open-end.yaml", policy.substr(0, policy.size() - 1)});
    samples.push_back({"made/many.yaml", policy + config + "---\n" + policy + "---\n# none\n"});
    samples.push_back({"made/config.yaml", config});
    samples.push_back({"made/list.yaml", kList});
    samples.push_back({"made/list-crlf.yaml", replaced(kList, "\n", "\r\n")});
    samples.push_back({"made/lists.yaml", std::string("# two\n---\n") + kList + "---\n" + kList});
    samples.push_back({"made/policy.json", kJson});
    samples.push_back({"made/list.json", kJsonList});
    samples.push_back({"made/odd.yaml", kOdd});
    samples.push_back({"made/empty.yaml", ""});
    samples.push_back({"made/comment.yaml", "# nothing\n\n"});
    return samples;
}

const std::vector<Sample> &textSamples()
{
    static const std::vector<Sample> samples = [] {
        std::vector<Sample> all;
        addFolder(DRAWBRIDGE_DATA, all);
        addFolder(fs::path(DRAWBRIDGE_SHARED) / "cases", all);
        for (Sample &sample : madeSamples())
            all.push_back(std::move(sample));
        return all;
    }();
    return samples;
}

std::vector<SuiteCase> suiteCases()
{
    std::vector<Sample> files;
    addFolder(fs::path(DRAWBRIDGE_SHARED) / "cases" / "yaml-test-suite" / "src", files);
    std::vector<SuiteCase> cases;
    for (const Sample &file : files) {
        const auto piece = yaml::parseYaml(file.bytes);
        if (piece->tree.isEmpty())
            continue;
        const yaml::Tree &tree = piece->tree;
        std::string text;
        bool isValid = true;
        int number = 0;
        for (yaml::NodeId item : tree[tree.root()].children) {
            if (const yaml::NodeId yaml = tree.find(item, "yaml"); yaml != yaml::kNoNode)
                text = replacedMarks(std::string(tree[yaml].value));
            const yaml::NodeId fail = tree.find(item, "fail");
            isValid = fail == yaml::kNoNode || tree[fail].value != "true";
            cases.push_back({fs::path(file.path).stem().string() + '/' + std::to_string(number++),
                             text, isValid});
        }
    }
    return cases;
}

} // namespace drawbridge::test
