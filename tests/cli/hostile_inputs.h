#pragma once

#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace drawbridge::test {

/// A text that wants the program to hang, to fall or to take all memory.
struct HostileInput
{
    std::string name; ///< of the file too
    std::function<std::string()> text;
    bool isRefused = false; ///< it must be: the exit code is 2, and the place is told
};

inline constexpr std::size_t kMostBytes = 10'000'000;

inline std::string repeated(const std::string &text, std::size_t count)
{
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        result += text;
    return result;
}

/// `make` of 0, 1, 2 ... with a separator between.
inline std::string joined(std::size_t count, const std::string &separator,
                          const std::function<std::string(std::size_t)> &make)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
        result += (i ? separator : "") + make(i);
    return result;
}

inline std::string hostilePolicy(const std::string &name, const std::string &spec)
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\nspec:\n" + spec;
}

inline std::string numberedPolicy(std::size_t i)
{
    const std::string n = std::to_string(i);
    return hostilePolicy("p" + n, "  podSelector:\n    matchLabels:\n      app: a" + n +
                                      "\n  ingress:\n    - from:\n        - podSelector:\n"
                                      "            matchLabels:\n              app: b" +
                                      n + "\n");
}

inline std::string numberedPod(std::size_t i)
{
    const std::string n = std::to_string(i);
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p" + n + "\n  labels: {app: a" + n +
           "}\n";
}

inline std::string numberedAddress(std::size_t i)
{
    return std::to_string(1 + i % 200) + '.' + std::to_string(i / 200 % 250) + '.' +
           std::to_string(i / 50'000 % 250) + '.' + std::to_string(i % 3) + "/32";
}

/// Nested forms, from a hundred levels to ten millions.
inline void addNested(std::vector<HostileInput> &all)
{
    const std::vector<std::pair<std::string, std::string>> forms{
        {"brackets.yaml", "["},   {"bracket-lines.yaml", "[\n"}, {"braces.yaml", "{"},
        {"pairs.yaml", "{a: "},   {"dashes.yaml", "- "},         {"questions.yaml", "? "},
        {"mixed.yaml", "- ? "},   {"brackets.json", "["},        {"pairs.json", "{\"a\":"},
        {"anchors.yaml", "&a ["}, {"tags.yaml", "!t ["}};
    for (const auto &[name, form] : forms)
        for (std::size_t depth = 100; depth <= 10'000'000; depth *= 10) {
            if (depth > 100 && depth / 10 * form.size() >= kMostBytes)
                continue;
            const std::size_t count = std::min(depth, kMostBytes / form.size());
            all.push_back({std::to_string(depth) + '-' + name,
                           [form = form, count] { return repeated(form, count); }, depth > 100});
        }
    for (std::size_t depth : {100, 1'000, 4'000})
        all.push_back({std::to_string(depth) + "-indented.yaml",
                       [depth] {
                           return joined(depth, "", [](std::size_t i) {
                               return std::string(i, ' ') + "a:\n";
                           });
                       },
                       depth > 100});
}

inline void addAliases(std::vector<HostileInput> &all)
{
    const auto laughs = [](std::size_t levels, std::size_t wide) {
        std::string text = "a0: &a0 [" + joined(wide, ",", [](auto) { return "x"; }) + "]\n";
        for (std::size_t i = 1; i < levels; ++i) {
            const std::string before = "*a" + std::to_string(i - 1);
            const std::string name = 'a' + std::to_string(i);
            text += name + ": &" + name + " [" + joined(wide, ",", [&](auto) { return before; }) +
                    "]\n";
        }
        return text;
    };
    all.push_back({"laughs.yaml", [=] { return laughs(9, 9); }, true});
    all.push_back({"laughs-deep.yaml", [=] { return laughs(60, 2); }, true});
    all.push_back({"laughs-wide.yaml", [=] { return laughs(3, 3'000); }, true});
    all.push_back({"cycle.yaml", [] { return "&x [*x]"; }, true});
    all.push_back({"cycle-map.yaml", [] { return "a: &x {b: {c: *x}}"; }, true});
    all.push_back({"cycle-key.yaml", [] { return "&x {*x : a}"; }, true});
    all.push_back({"no-anchor.yaml", [] { return "a: *x"; }, true});
    all.push_back({"aliases.yaml", [] { return "a: &a x\nb:\n" + repeated("- *a\n", 400'000); }});
    all.push_back({"alias-of-much.yaml", [] {
                       return "a: &a " + std::string(1'000'000, 'x') + "\nb:\n" +
                              repeated("- *a\n", 9'000);
                   }});
    all.push_back({"many-anchors.yaml", [] {
                       return joined(300'000, "", [](std::size_t i) {
                           return "- &a" + std::to_string(i) + " x\n";
                       });
                   }});
    all.push_back(
        {"merge-keys.yaml", [] { return "a: &a {x: y}\nb:\n" + repeated("  <<: *a\n", 100'000); }});
}

/// What is large without being deep.
inline void addLarge(std::vector<HostileInput> &all)
{
    const auto add = [&](const char *name, std::function<std::string()> text, bool isRefused) {
        all.push_back({name, std::move(text), isRefused});
    };
    add(
        "plain.yaml", [] { return "a: " + std::string(kMostBytes, 'x'); }, true);
    add(
        "quoted.yaml", [] { return "a: \"" + std::string(kMostBytes, 'x') + '"'; }, true);
    add(
        "unclosed.yaml", [] { return "a: \"" + std::string(5'000'000, 'x'); }, true);
    add(
        "literal.yaml", [] { return "a: |\n  " + std::string(kMostBytes, 'x'); }, true);
    add(
        "folded.yaml", [] { return "a: >\n" + repeated("  x\n", 1'250'000); }, false);
    add(
        "escapes.yaml", [] { return "a: \"" + repeated("\\x41", 1'200'000) + '"'; }, false);
    add(
        "key.yaml", [] { return std::string(5'000'000, 'k') + ": a"; }, true);
    add(
        "comment.yaml", [] { return '#' + std::string(kMostBytes, 'x'); }, false);
    add(
        "blank.yaml", [] { return std::string(kMostBytes, '\n'); }, false);
    add(
        "spaces.yaml", [] { return std::string(kMostBytes, ' '); }, false);
    add(
        "documents.yaml", [] { return repeated("---\n", 1'000'000); }, true);
    add(
        "documents-of-one.yaml", [] { return repeated("---\na: 1\n", 1'000'000); }, true);
    add(
        "ends.yaml", [] { return repeated("...\n", 1'000'000); }, false);
    add(
        "directives.yaml", [] { return repeated("%A b\n", 1'000'000) + "--- a"; }, false);
    add(
        "items.yaml", [] { return repeated("- a\n", 1'000'000); }, true);
    add(
        "empty-items.yaml", [] { return repeated("-\n", 2'000'000); }, true);
    add(
        "same-key.yaml", [] { return repeated("a: 1\n", 1'000'000); }, true);
    add(
        "same-key-few.yaml", [] { return repeated("a: 1\n", 200'000); }, true);
    add(
        "keys.yaml",
        [] {
            return joined(200'000, "", [](auto i) { return 'k' + std::to_string(i) + ": v\n"; });
        },
        false);
    add(
        "flow.yaml", [] { return '[' + repeated("a,", 2'500'000) + "a]"; }, true);
    add(
        "flow-400000.yaml", [] { return '[' + repeated("a,", 400'000) + "a]"; }, false);
    add(
        "numbers.json", [] { return '[' + repeated("1,", 4'900'000) + "1]"; }, true);
    add(
        "string.json", [] { return '"' + std::string(kMostBytes - 2, 'x') + '"'; }, false);
    add(
        "escapes.json", [] { return '"' + repeated("\\u00e9", 1'600'000) + '"'; }, false);
    add(
        "same-key.json", [] { return "{\"a\":1" + repeated(",\"a\":1", 1'600'000) + '}'; }, true);
    add(
        "same-key-few.json", [] { return "{\"a\":1" + repeated(",\"a\":1", 200'000) + '}'; }, true);
    add(
        "number.json", [] { return "{\"a\":" + std::string(5'000'000, '9') + '}'; }, false);
    add(
        "items.json",
        [] {
            return "{\"kind\":\"List\",\"items\":[{\"kind\":\"Pod\"}" +
                   repeated(",{\"kind\":\"Pod\"}", 600'000) + "]}";
        },
        true);
    add(
        "items-90000.json",
        [] {
            return "{\"kind\":\"List\",\"items\":[{\"kind\":\"Pod\"}" +
                   repeated(",{\"kind\":\"Pod\"}", 90'000) + "]}";
        },
        false);
    add(
        "policies-on-one-line.json",
        [] {
            const auto policy = [](std::size_t i) {
                const std::string n = std::to_string(i);
                return "{\"apiVersion\":\"networking.k8s.io/"
                       "v1\",\"kind\":\"NetworkPolicy\",\"metadata\":"
                       "{\"name\":\"p" +
                       n + "\"},\"spec\":{\"podSelector\":{\"matchLabels\":{\"app\":\"a" + n +
                       "\"}},\"ingress\":[{\"from\":[{\"podSelector\":{\"matchLabels\":{\"app\":"
                       "\"b" +
                       n + "\"}}}]}]}}";
            };
            return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" +
                   joined(44'000, ",", policy) + "]}";
        },
        false);
    add(
        "half-a-list.json",
        [] { return "{\"kind\":\"List\",\"items\":[" + repeated("{\"a\":[", 1'000'000); }, true);
}

/// What `kubectl get` shows of DaemonSets on that many nodes: pods that differ in their address
/// alone.
inline std::string podsOfDaemonSets(std::size_t sets, std::size_t nodes)
{
    std::string all = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\n"
                      "spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: "
                      "[{podSelector: {}}]}]}\n";
    for (std::size_t set = 0; set < sets; ++set)
        for (std::size_t node = 0; node < nodes; ++node) {
            const std::string name = "ds" + std::to_string(set);
            const std::size_t number = set * nodes + node;
            all.append("---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: ")
                .append(name)
                .append("-")
                .append(std::to_string(node))
                .append("\n  labels: {app: ")
                .append(name)
                .append("}\n  ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: ")
                .append(name)
                .append(
                    ", controller: true}]\nspec: {containers: [{name: a}]}\nstatus: {podIP: 10.")
                .append(std::to_string(number / 65536))
                .append(".")
                .append(std::to_string(number / 256 % 256))
                .append(".")
                .append(std::to_string(number % 256))
                .append("}\n");
        }
    return all;
}

/// Kubernetes objects that have far too much of something.
inline void addObjects(std::vector<HostileInput> &all)
{
    const auto add = [&](const char *name, std::function<std::string()> text) {
        all.push_back({name, std::move(text), false});
    };
    add("policies.yaml", [] { return joined(19'000, "---\n", numberedPolicy); });
    add("pods.yaml", [] { return joined(10'000, "---\n", numberedPod); });
    add("same-pods.yaml", [] { return repeated("---\n" + numberedPod(1), 19'000); });
    add("pods-of-a-daemonset.yaml", [] { return podsOfDaemonSets(1, 17'000); });
    add("pods-of-daemonsets.yaml", [] { return podsOfDaemonSets(3, 2'000); });
    add("same-long-list-of-values.yaml", [] {
        const auto value = [](std::size_t i) { return "v" + std::to_string(i); };
        const std::string values = joined(150'000, ", ", value);
        const auto policy = [&](std::size_t i) {
            return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p" +
                   std::to_string(i) +
                   "}\nspec: {podSelector: {matchExpressions: [{key: a, operator: In, values: [" +
                   values + "]}]}, policyTypes: [Ingress]}\n";
        };
        return joined(2, "---\n", policy);
    });
    add("same-policies.yaml", [] {
        return joined(19'000, "---\n", [](std::size_t i) {
            return hostilePolicy('p' + std::to_string(i),
                                 "  podSelector: {}\n  ingress: [{from: [{podSelector: {}}]}]\n");
        });
    });
    add("namespaces.yaml", [] {
        return joined(19'000, "---\n", [](std::size_t i) {
            const std::string n = std::to_string(i);
            return "apiVersion: v1\nkind: Namespace\nmetadata: {name: n" + n + ", labels: {a" + n +
                   ": b}}\n";
        });
    });
    add("services.yaml", [] {
        return numberedPod(1) + "---\n" + joined(19'000, "---\n", [](std::size_t i) {
                   return "apiVersion: v1\nkind: Service\nmetadata: {name: s" + std::to_string(i) +
                          "}\nspec: {type: NodePort, selector: {app: a1}, ports: [{port: 80}]}\n";
               });
    });
    add("tiers.yaml", [] {
        return numberedPod(1) + "---\n" + joined(10'000, "---\n", [](std::size_t i) {
                   return "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: "
                          "AdminNetworkPolicy\n"
                          "metadata: {name: p" +
                          std::to_string(i) +
                          "}\nspec: {priority: 5, subject: {namespaces: {}}, ingress: [{action: "
                          "Deny, "
                          "from: [{namespaces: {}}]}]}\n";
               });
    });
    add("rules.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n") +
               joined(60'000, "", [](std::size_t i) {
                   return "  - from:\n    - podSelector:\n        matchLabels:\n          a: \"" +
                          std::to_string(i) + "\"\n";
               });
    });
    add("unknown-rules.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n") +
               repeated("  - a: 1\n", 150'000);
    });
    add("blocks.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n  - from:\n") +
               joined(110'000, "", [](std::size_t i) {
                   return "    - ipBlock: {cidr: " + numberedAddress(i) + "}\n";
               });
    });
    add("excepts.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n  - from:\n    - ipBlock:\n"
                                  "        cidr: 0.0.0.0/0\n        except:\n") +
               joined(190'000, "",
                      [](std::size_t i) { return "        - " + numberedAddress(i) + '\n'; });
    });
    add("ports.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n    - ports:\n") +
               joined(200'000, "", [](std::size_t i) {
                   return "      - port: " + std::to_string(1 + i % 65'000) + '\n';
               });
    });
    add("wrong-ports.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n    - ports:\n") +
               repeated("      - port: -1\n", 150'000);
    });
    add("values.yaml", [] {
        return hostilePolicy("p", "  podSelector:\n    matchExpressions:\n    - key: a\n"
                                  "      operator: In\n      values:\n") +
               joined(300'000, "", [](auto i) { return "      - v" + std::to_string(i) + '\n'; });
    });
    add("labels.yaml", [] {
        return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n" +
               joined(200'000, "", [](auto i) { return "    k" + std::to_string(i) + ": v\n"; });
    });
    add("long-name.yaml",
        [] { return hostilePolicy(std::string(1'000'000, 'n'), "  podSelector: {}\n"); });
    add("long-port.yaml", [] {
        return hostilePolicy("p", "  podSelector: {}\n  ingress:\n    - ports: [{port: " +
                                      std::string(1'000'000, '9') + "}]\n");
    });
}

/// Few bytes that parsers stumble over, and bytes that are no text.
inline void addOddBytes(std::vector<HostileInput> &all)
{
    using namespace std::string_literals;
    const auto add = [&](const char *name, const std::string &text, bool isRefused = true) {
        all.push_back({name, [text] { return text; }, isRefused});
    };
    add("comma.yaml", ",");
    add("comma-after.yaml", "[a], b");
    add("comma-after-quotes.yaml", "- list: a\n  items: 'x', 'y'\n");
    add("two-roots.yaml", "\"a\" \"b\"");
    add("two-maps.yaml", "{a: b} {c: d}");
    add("brackets-colon.yaml", "[:");
    add("brace-tag.yaml", "{!x:");
    add("tag-only.yaml", "!2", false);
    add("nul.yaml", "a\0b: 1"s);
    add("nul-last.yaml", "a: 1\0"s);
    add("end-of-transmission.yaml", "a: \x04");
    add("escape.yaml", "a: \x1b[31m");
    add("delete.yaml", "a: \x7f");
    add("c1.yaml", "a: \xC2\x9B"
                   "31m");
    add("utf16-le.yaml", "\xFF\xFE"
                         "a\0:\0 \0b\0"s);
    add("utf16-be.yaml", "\xFE\xFF\0a\0:\0 \0b"s);
    add("utf32.yaml", "\xFF\xFE\0\0a\0\0\0"s);
    add("latin-1.yaml", "a: \xE9");
    add("overlong.yaml", "a: \xC0\xAF");
    add("surrogate.yaml", "a: \xED\xA0\x80");
    add("cut-utf8.yaml", "a: \xE2\x82");
    add("too-far.yaml", "a: \xF5\x80\x80\x80");
    add("mark-inside.yaml", "---\n\xEF\xBB\xBF"
                            "a: b");
    add("carriage-returns.yaml", "a: 1\rb: 2\r");
    add("tab.yaml", "a:\n\tb: c");
    add("directive.yaml", "%YAML 1.1\na: b", false);
    add("separator-with-more.yaml", "a: b\n---x\nc: d\n");
    add("half-pair.json", "{\"a\": \"\\ud83d\"}", false);
    add("bad-escape.json", "{\"a\": \"\\q\"}");
    add("trailing-comma.json", "{\"a\": 1,}");
    add("trailing-text.json", "{\"a\": 1} x");
    add("leading-zero.json", "{\"a\": 01}");
    add("newline-in-string.json", "{\"a\": \"\n\"}");
    add("control-in-string.json", "{\"a\": \"\x01\"}");
    add("huge-number.json", "{\"a\": 1e999999999}", false);
    for (unsigned seed = 1; seed <= 8; ++seed) {
        all.push_back({"random-" + std::to_string(seed) + ".yaml",
                       [seed] {
                           std::mt19937 random(seed);
                           std::string bytes(seed == 8 ? kMostBytes : 1'000 * seed, '\0');
                           for (char &c : bytes)
                               c = char(random());
                           return bytes;
                       },
                       true});
        all.push_back({"words-" + std::to_string(seed) + ".yaml", [seed] {
                           static const std::vector<std::string> words{
                               "a",  "- ",  ": ", "\n", "\n  ",  "[",           "]", "{",
                               "}",  ",",   "\"", "'",  "#",     "|",           ">", "&a ",
                               "*a", "!t ", "%",  "? ", "---\n", "kind: List\n"};
                           std::mt19937 random(seed);
                           return joined(100'000, "",
                                         [&](auto) { return words[random() % words.size()]; });
                       }});
    }
}

inline std::vector<HostileInput> hostileInputs()
{
    std::vector<HostileInput> all;
    addNested(all);
    addAliases(all);
    addLarge(all);
    addObjects(all);
    addOddBytes(all);
    return all;
}

} // namespace drawbridge::test
