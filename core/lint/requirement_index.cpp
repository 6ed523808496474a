#include "lint/requirement_index.h"

#include <algorithm>

namespace drawbridge::lint {

using kube::Operator;
using kube::Requirement;

void Candidates::add(const List &list)
{
    if (!list.empty())
        m_rests.push_back({list.data(), list.data() + list.size()});
}

void Candidates::take(List list)
{
    m_kept.push_back(std::make_shared<const List>(std::move(list)));
    add(*m_kept.back());
}

void Candidates::as(const List &wholes)
{
    for (Rest &rest : m_rests)
        rest.wholes = &wholes;
}

Candidates Candidates::within(std::size_t begin, std::size_t end) const
{
    Candidates result;
    result.m_kept = m_kept;
    for (const Rest &rest : m_rests) {
        const std::size_t *first = std::lower_bound(rest.begin, rest.end, begin);
        const std::size_t *last = std::lower_bound(first, rest.end, end);
        if (first < last)
            result.m_rests.push_back({first, last});
    }
    return result;
}

std::size_t Candidates::most() const
{
    std::size_t count = 0;
    for (const Rest &rest : m_rests)
        count += std::size_t(rest.end - rest.begin);
    return count;
}

std::optional<std::size_t> Candidates::next()
{
    if (m_rests.empty())
        return {};
    std::size_t number = m_rests.front().first();
    for (const Rest &rest : m_rests)
        number = std::min(number, rest.first());
    bool isOver = false;
    for (Rest &rest : m_rests) {
        while (rest.begin < rest.end && rest.first() == number)
            ++rest.begin;
        isOver = isOver || rest.begin == rest.end;
    }
    if (isOver)
        std::erase_if(m_rests, [](const Rest &rest) { return rest.begin == rest.end; });
    return number;
}

namespace {

// What sets stand under, and is looked up: a value that the key has or one that it does not have;
// that it has any, has none, is not one of some.

std::string valued(const std::string &key, const char *what, const std::string &value)
{
    std::string text = key;
    text += what;
    text += value;
    return text;
}

std::string withValue(const std::string &key, const std::string &value)
{
    return valued(key, "=", value);
}

std::string withoutValue(const std::string &key, const std::string &value)
{
    return valued(key, "!=", value);
}

std::string exists(const std::string &key)
{
    return key + " is";
}

std::string isAbsent(const std::string &key)
{
    return key + " is not";
}

std::string isNoneOf(const std::string &key)
{
    return key + " is none of";
}

/// Of the values of a requirement the one that the fewest ask for in that way.
template <typename CountOf>
std::string rarest(const Requirement &one,
                   std::string (*text)(const std::string &, const std::string &),
                   const CountOf &countOf)
{
    std::string best;
    std::size_t least = SIZE_MAX;
    for (const std::string &value : one.values) {
        std::string name = text(one.key, value);
        if (const std::size_t count = countOf(name); count < least) {
            least = count;
            best = std::move(name);
        }
    }
    return best;
}

/// What a requirement stands under if its set is told by it.
std::vector<std::string> namesOf(const Requirement &one)
{
    std::vector<std::string> names;
    const bool isIn = one.op == Operator::In;
    if (isIn || one.op == Operator::NotIn)
        for (const std::string &value : one.values)
            names.push_back(isIn ? withValue(one.key, value) : withoutValue(one.key, value));
    if (one.op == Operator::NotIn)
        names.push_back(isNoneOf(one.key));
    else if (!isIn)
        names.push_back(one.op == Operator::Exists ? exists(one.key) : isAbsent(one.key));
    return names;
}

} // namespace

RequirementIndex::RequirementIndex(
    std::size_t count, const std::function<std::optional<Requirements>(std::size_t)> &of)
{
    Counts counts;
    for (std::size_t i = 0; i < count; ++i)
        if (const auto requirements = of(i))
            for (const Requirement &one : *requirements)
                for (std::string &name : namesOf(one))
                    ++counts[std::move(name)];
    for (std::size_t i = 0; i < count; ++i)
        if (const auto requirements = of(i))
            place(i, *requirements, counts);
}

void RequirementIndex::place(std::size_t number, const Requirements &requirements,
                             const Counts &counts)
{
    // Of how many it would be one: for who asks for the value that most ask for, and for the one
    // that the fewest do.
    using Company = std::pair<std::size_t, std::size_t>;
    const auto countOf = [&counts](const std::string &name) { return counts.at(name); };
    const auto companyOf = [&](const Requirement &one) {
        Company company{0, SIZE_MAX};
        for (const std::string &name : namesOf(one))
            company = {std::max(company.first, countOf(name)),
                       std::min(company.second, countOf(name))};
        return company;
    };
    const Requirement *best = nullptr;
    Company company;
    for (const Requirement &one : requirements)
        if (const Company other = companyOf(one); !best || other < company) {
            best = &one;
            company = other;
        }
    const auto put = [&](const std::string &name) {
        Candidates::List &list = m_by[name];
        if (list.empty() || list.back() != number)
            list.push_back(number);
    };
    if (!best)
        m_ofNothing.push_back(number);
    else if (best->op == Operator::NotIn) {
        put(isNoneOf(best->key));
        if (!best->values.empty())
            put(rarest(*best, withoutValue, countOf));
    } else
        for (const std::string &name : namesOf(*best))
            put(name);
}

Candidates RequirementIndex::wider(const Requirements &narrow) const
{
    Candidates result;
    const auto countOf = [this](const std::string &name) {
        const auto found = m_by.find(name);
        return found == m_by.end() ? 0 : found->second.size();
    };
    const auto add = [&](const std::string &name) {
        if (const auto found = m_by.find(name); found != m_by.end())
            result.add(found->second);
    };
    for (const Requirement &one : narrow) {
        const bool isIn = one.op == Operator::In;
        if (isIn && !one.values.empty())
            add(rarest(one, withValue, countOf)); // what holds all of them is under each of them
        if (one.op == Operator::NotIn)
            for (const std::string &value : one.values)
                add(withoutValue(one.key, value));
        if (isIn || one.op == Operator::Exists)
            add(exists(one.key));
        if (one.op == Operator::DoesNotExist)
            add(isAbsent(one.key));
        if (isIn || one.op == Operator::DoesNotExist)
            add(isNoneOf(one.key));
    }
    result.add(m_ofNothing);
    return result;
}

void RequirementIndex::append(const kube::LabelSelector &selector, const std::string &what,
                              Requirements &requirements)
{
    for (const auto &[key, value] : selector.matchLabels)
        requirements.push_back({what + key, Operator::In, {value}, {}});
    for (const Requirement &one : selector.expressions)
        requirements.push_back({what + one.key, one.op, one.values, {}});
}

} // namespace drawbridge::lint
