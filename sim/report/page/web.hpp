// What the page embeds: the charts' runtime and the style sheet, which render/ has.
#pragma once

#include <string_view>

namespace aforo::render {

extern const std::string_view chart_script;
extern const std::string_view page_style;

}  // namespace aforo::render

namespace aforo::report {

using render::chart_script;
using render::page_style;

}  // namespace aforo::report
