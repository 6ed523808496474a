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

static bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool mayBeAddedToPods(std::string_view key, std::string_view value, std::string_view kind,
                      std::string_view name)
{
    if (key.ends_with("/pod-index") || key.ends_with("/job-completion-index"))
        return isNumber(value);
    if (name.empty())
        return true;
    const bool isOfPod = key.ends_with("/pod-name");
    if (!isOfPod && key != "job-name" && !key.ends_with("/job-name"))
        return true;
    if (kind == "Job")
        return value == name;
    const bool isNumbered = value.starts_with(name) && value.size() > name.size() + 1 &&
                            value[name.size()] == '-'; // a CronJob's: with the time
    return isNumbered && (!isOfPod || isNumber(value.substr(name.size() + 1)));
}

} // namespace drawbridge::kube
