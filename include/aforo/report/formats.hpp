// The files that a run can be told in: one line a format in sim/report/formats.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

struct FileFormat {
    std::string_view name;  // what --format calls it; several files may go by one
    std::string_view file;  // in the run's folder
    bool by_default;        // `aforo run` leaves it by itself
    std::string (*make)(const results::Run&, const results::Samples&, const results::Manifest&, core::Lang);
};

[[nodiscard]] std::span<const FileFormat> file_formats();

}  // namespace aforo::report
