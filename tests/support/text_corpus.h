#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::test {

struct Sample
{
    std::string path;
    std::string bytes;
};

/// Every .yaml, .yml and .json file of the tests' own data and, where they are present, of the
/// cases of others, in path order; then texts that are made here, so that there always are some.
const std::vector<Sample> &textSamples();

/// Only those that are made here.
std::vector<Sample> madeSamples();

/// The YAML test suite's texts, if the cases are present, named by their file and their number in
/// it from 0; `isValid` as the suite says.
struct SuiteCase
{
    std::string name;
    std::string yaml;
    bool isValid = true;
};
std::vector<SuiteCase> suiteCases();

} // namespace drawbridge::test
