#include "kube/added_to_pods.h"

#include <algorithm>
#include <iterator>

namespace drawbridge::kube {

bool isAddedToPods(std::string_view key, std::string_view kind)
{
    struct Added
    {
        std::string_view key; ///< or what it begins with
        std::string_view kinds[2];
    };
    constexpr Added all[] = {{"pod-template-hash", {"Deployment"}},
                             {"controller-revision-hash", {"StatefulSet", "DaemonSet"}},
                             {"pod-template-generation", {"DaemonSet"}},
                             {"statefulset.kubernetes.io/pod-name", {"StatefulSet"}},
                             {"apps.kubernetes.io/pod-index", {"StatefulSet"}},
                             {"controller-uid", {"Job", "CronJob"}},
                             {"job-name", {"Job", "CronJob"}},
                             {"batch.kubernetes.io/", {"Job", "CronJob"}}};
    return std::any_of(std::begin(all), std::end(all), [&](const Added &added) {
        const bool isKey = added.key.back() == '/' ? key.starts_with(added.key) : key == added.key;
        return isKey && (kind.empty() || kind == added.kinds[0] || kind == added.kinds[1]);
    });
}

} // namespace drawbridge::kube
