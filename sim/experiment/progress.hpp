// Private to the module.
#pragma once

#include "aforo/experiment/experiment.hpp"

namespace aforo::experiment {

// The options of scenario `index` of so many that run one after another: progress is told of all of them. The given
// options must outlive these.
[[nodiscard]] inline Options share_of(const Options& options, std::size_t index, std::size_t of) {
    Options own = options;
    if (options.progress) {
        own.progress = [&options, index, of](int done, int each) {
            options.progress(static_cast<int>(index) * each + done, static_cast<int>(of) * each);
        };
    }
    return own;
}

}  // namespace aforo::experiment
