// What the page embeds, made at build time from sim/report/web: the charts' runtime and the style sheet.
#pragma once

#include <string_view>

namespace aforo::report {

extern const std::string_view chart_script;
extern const std::string_view page_style;

}  // namespace aforo::report
