#pragma once

#include <QString>

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace drawbridge::cli {

struct OptionSpec
{
    std::string name; ///< "--port", "-o"
    bool takesValue = false;
    std::string alias = {}; ///< another spelling of it
};

/// The arguments of one subcommand, taken apart.
class Arguments
{
public:
    /// Options may stand anywhere, as `--port X`, `--port=X`, `-o X` or `-oX`; `--` ends them, and
    /// `-` is no option. Gives the sentence that says what is wrong instead.
    static std::variant<Arguments, QString> parse(const std::string &command,
                                                  const std::vector<std::string> &words,
                                                  const std::vector<OptionSpec> &specs);

    const std::string &command() const { return m_command; }
    const std::vector<std::string> &words() const { return m_words; } ///< what is no option
    bool has(const std::string &option) const { return m_values.count(option) > 0; }
    /// The last value given, or `otherwise`.
    std::string value(const std::string &option, const std::string &otherwise = {}) const;
    std::vector<std::string> values(const std::string &option) const;

private:
    QString takeOption(const std::vector<std::string> &all, std::size_t &at,
                       const std::vector<OptionSpec> &specs);

    std::string m_command;
    std::vector<std::string> m_words;
    std::map<std::string, std::vector<std::string>> m_values;
};

} // namespace drawbridge::cli
