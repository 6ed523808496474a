#include "cli/arguments.h"

#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge::cli {

namespace {

const OptionSpec *specNamed(const std::vector<OptionSpec> &specs, const std::string &name)
{
    for (const OptionSpec &spec : specs)
        if (spec.name == name || (!spec.alias.empty() && spec.alias == name))
            return &spec;
    return nullptr;
}

bool isLong(const std::string &word)
{
    return word.starts_with("--");
}

} // namespace

std::variant<Arguments, QString> Arguments::parse(const std::string &command,
                                                  const std::vector<std::string> &words,
                                                  const std::vector<OptionSpec> &specs)
{
    Arguments result;
    result.m_command = command;
    bool optionsEnded = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (optionsEnded || word == "-" || !word.starts_with('-')) {
            result.m_words.push_back(word);
        } else if (word == "--") {
            optionsEnded = true;
        } else if (const QString problem = result.takeOption(words, at, specs);
                   !problem.isEmpty()) {
            return problem;
        }
    }
    return result;
}

/// Reads the option at `at`, and its value if that is the next word.
QString Arguments::takeOption(const std::vector<std::string> &all, std::size_t &at,
                              const std::vector<OptionSpec> &specs)
{
    const std::string &word = all[at];
    const std::size_t nameEnd = isLong(word) ? word.find('=') : 2;
    const std::string name = word.substr(0, nameEnd);
    const bool hasRest = nameEnd != std::string::npos && nameEnd < word.size();
    const OptionSpec *spec = specNamed(specs, name);
    if (!spec || (!spec->takesValue && hasRest))
        return Tr::tr("unknown option %1").arg(visible(word));
    if (!spec->takesValue) {
        m_values[spec->name];
    } else if (hasRest) {
        m_values[spec->name].push_back(word.substr(nameEnd + (isLong(word) ? 1 : 0)));
    } else if (at + 1 < all.size()) {
        m_values[spec->name].push_back(all[++at]);
    } else {
        return Tr::tr("%1 needs a value").arg(visible(name));
    }
    return {};
}

std::string Arguments::value(const std::string &option, const std::string &otherwise) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() || found->second.empty() ? otherwise : found->second.back();
}

std::vector<std::string> Arguments::values(const std::string &option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

} // namespace drawbridge::cli
