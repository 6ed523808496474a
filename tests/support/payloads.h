#pragma once

#include <string>
#include <vector>

namespace drawbridge::test {

/// Names that want to be more than names: markup, code, formulas, terminal commands, directives.
/// Well-formed UTF-8 without NUL, as YAML lets them be written.
inline const std::vector<std::string> &payloads()
{
    static const std::vector<std::string> all{
        // HTML and SVG
        "<script>alert(1)</script>", "\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>", "</title><script>alert(1)</script>",
        "</text><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "<svg onload=alert(1)>", "\" onmouseover=\"alert(1)", "' onclick='alert(1)",
        "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>",
        "<img src=file:///etc/passwd>", "<img src=\"http://evil.example/x.png\">",
        "<iframe src=//evil.example>", "<foreignObject><body/></foreignObject>",
        "<use href=\"http://evil.example/x.svg#a\"/>", "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "]]><script>alert(1)</script>", "<![CDATA[x]]>",
        "<!-- x --> --> <!--", "<?xml-stylesheet href=\"http://evil.example\"?>", "&lt;script&gt;",
        "&#60;script&#62;", "&amp;amp;", "<b>bold</b>",
        "<style>*{background:url(//evil.example)}</style>",
        "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example>",
        "x\" style=\"background:url(//evil.example)",
        // formulas
        "=1+1", "=HYPERLINK(\"http://evil.example\",\"x\")", "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1", "a\",=1+1,\"", "a\n=1+1",
        // terminals
        "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07",
        "\xC2\x9B"
        "31m",
        "\x1b[2J\x1b[1;1H", "x\rhidden", "\x08\x08\x7f", "two\nlines\nerror: x [DB001]",
        // directions and look-alikes
        "\xE2\x80\xAE"
        "gnp.ipa",
        "\xE2\x81\xA6x\xE2\x81\xA9", "\xE2\x80\xA8line", "a\xD0\xB0",
        // DOT, Mermaid, Markdown, draw.io, workflow commands
        "\"]; node [image=\"/etc/passwd\"]; x [label=\"", "<<table><tr><td>x</td></tr></table>>",
        "\\N\\G\\l\\\"", "{a|b}|<c>", "end\nclick n0 href \"javascript:alert(1)\"",
        "%%{init: {'securityLevel': 'loose'}}%%", "a|b`c`\"]:::x",
        "[x](javascript:alert(1)) ![i](//evil.example)", "| a | b |\n|---|---|",
        "style=html=1;whiteSpace=wrap", "::error file=x::y", "%0A::set-output name=a::b",
        "\\u003cscript\\u003e", "${7*7} {{7*7}} <%= 7*7 %>"};
    return all;
}

/// A double-quoted scalar of YAML, which JSON is too.
inline std::string quotedYaml(const std::string &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string result = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (byte < 0x20 || byte == 0x7F)
            ((result += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else
            result += c;
    }
    for (std::size_t at = 0; (at = result.find("\xC2\x9B", at)) != std::string::npos;)
        result.replace(at, 2, "\\u009b"); // C1 is refused in a text
    return result + '"';
}

/// Manifests in which everything that has a name is called like that.
inline std::string manifestsCalled(const std::string &name)
{
    const std::string quoted = quotedYaml(name);
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + quoted +
           ", namespace: " + quoted +
           "}\nspec:\n  template:\n    metadata: {labels: {app: " + quoted + ", " + quoted +
           ": x}}\n    spec: {containers: [{name: " + quoted +
           ", ports: [{containerPort: 80, name: " + quoted +
           "}]}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: zz, namespace: " + quoted +
           ", labels: {app: zz}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: " + quoted +
           ", namespace: " + quoted +
           "}\nspec: {type: LoadBalancer, selector: {app: zz}, ports: "
           "[{port: 80, name: " +
           quoted +
           "}]}\n---\n"
           "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " +
           quoted + ", namespace: " + quoted +
           "}\nspec:\n  podSelector: {matchLabels: {app: " + quoted +
           "}}\n  policyTypes: [Ingress, " + quoted +
           "]\n  ingress:\n    - from:\n"
           "        - podSelector: {matchLabels: {app: zz}}\n        - namespaceSelector: "
           "{matchLabels: {" +
           quoted + ": " + quoted + "}}\n        - ipBlock: {cidr: " + quoted +
           "}\n"
           "      ports: [{port: " +
           quoted +
           "}, {port: 80}]\n---\n"
           "apiVersion: " +
           quoted + "\nkind: " + quoted + "\nmetadata: {name: x}\n";
}

} // namespace drawbridge::test
