// What the page embeds, made at build time from sim/render/web: the runtime of the charts, and the style sheet.
#pragma once

#include <string_view>

namespace aforo::render {

extern const std::string_view chart_script;
extern const std::string_view page_style;

}  // namespace aforo::render
