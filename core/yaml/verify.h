#pragma once

#include "yaml/edit_context.h"

#include <memory>

namespace drawbridge::yaml {

/// The tree that an edit must lead to, worked out on trees alone.
struct Expected
{
    Tree tree;
    std::vector<NodeId> written; ///< nodes that come from the edit's value
};
Expected expectedTree(const Tree &tree, const Edit &edit);

/// The piece that the patches lead to; nothing unless its tree is exactly the expected one, its
/// texts are texts for every YAML parser, and no new problem came up.
std::shared_ptr<const Piece> verified(const EditContext &context, const Expected &expected,
                                      TextRange allowed, const Patches &patches);

} // namespace drawbridge::yaml
