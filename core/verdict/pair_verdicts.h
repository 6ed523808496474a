#pragma once

#include "verdict/end_classes.h"

#include <array>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// The evaluator's verdicts for what asks about very many pairs: what it says of ends that it
/// cannot tell apart is found out once. Guarantees the evaluator's own answers, and that what it
/// keeps of them takes some 150 MB at most. The evaluator stays as it is meanwhile; for one thread.
///
/// An answer stays while ten others are asked for. Equal ones are often the same object, and one
/// object is never two answers.
class PairVerdicts
{
public:
    explicit PairVerdicts(const Evaluator &evaluator);

    const EndClasses &classes() const { return m_classes; }
    /// Evaluator::allowed() of two endpoints.
    const kube::ConnectionSet &allowed(EndpointId source, EndpointId target);
    /// Evaluator::half() of two endpoints.
    const kube::ConnectionSet &half(kube::Direction direction, EndpointId source,
                                    EndpointId target);

private:
    using Answer = const kube::ConnectionSet *;

    /// Answers by two classes; not kept where few pairs would share one.
    struct Table
    {
        bool isKept = false;
        std::size_t columns = 0;
        std::vector<std::vector<Answer>> rows; ///< empty until one is asked for
    };
    struct HashOfTwo
    {
        std::size_t operator()(const std::pair<Answer, Answer> &two) const;
    };

    Table tableOf(std::size_t rows, std::size_t columns) const;
    template <typename Ask>
    Answer known(Table &table, std::size_t row, std::size_t column, const Ask &ask);
    Answer shared(kube::ConnectionSet ports);
    Answer kept(kube::ConnectionSet ports);
    Answer bothOf(Answer ingress, Answer egress);
    void forget();

    const Evaluator &m_evaluator;
    EndClasses m_classes;
    std::array<Table, 2> m_halves; ///< by direction: of the end that is asked, then of the other
    Table m_pairs;                 ///< of the source, then of the target
    std::deque<kube::ConnectionSet> m_answers;
    std::deque<kube::ConnectionSet> m_former; ///< that were forgotten last
    std::size_t m_ranges = 0;                 ///< of the answers
    std::unordered_multimap<std::size_t, Answer> m_byHash;
    std::unordered_map<std::pair<Answer, Answer>, Answer, HashOfTwo> m_both;
};

} // namespace drawbridge::verdict
