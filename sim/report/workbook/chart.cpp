#include <xlsxwriter.h>

#include <cstdlib>

#include "aforo/core/contracts.hpp"
#include "workbook/book.hpp"
#include "workbook/cells.hpp"

namespace aforo::report {

namespace {

void draw(lxw_chart* chart, const Series& s, const std::string& page, Chart::Kind kind) {
    const auto row = [](std::size_t r) { return static_cast<lxw_row_t>(r); };
    const auto column = [](std::size_t c) { return static_cast<lxw_col_t>(c); };
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    core::ensure(series != nullptr, "no series");
    chart_series_set_name(series, safe_cell_text(s.name).c_str());
    chart_series_set_categories(series, page.c_str(), row(s.labels.row), column(s.labels.column),
                                row(s.labels.last_row), column(s.labels.last_column));
    chart_series_set_values(series, page.c_str(), row(s.values.row), column(s.values.column), row(s.values.last_row),
                            column(s.values.last_column));
    const auto colour = static_cast<lxw_color_t>(std::strtoul(s.colour, nullptr, 16));
    if (kind == Chart::Kind::lines) {
        lxw_chart_line line{};
        line.color = colour;
        line.width = s.is_bound ? 1.25F : 2.5F;
        line.dash_type = s.is_bound ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(series, &line);
    } else {
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
    }
}

std::uint8_t type_of(Chart::Kind kind) {
    switch (kind) {
        case Chart::Kind::lines:
            return LXW_CHART_LINE;
        case Chart::Kind::stacked:
            return LXW_CHART_COLUMN_STACKED;
        case Chart::Kind::bars:
            break;
    }
    return LXW_CHART_COLUMN;
}

}  // namespace

void Page::chart(const Chart& c) {
    lxw_chart* chart = workbook_add_chart(book_.handle(), type_of(c.kind));
    core::ensure(chart != nullptr, "no chart");
    for (const auto& s : c.series) draw(chart, s, name_, c.kind);
    chart_title_set_name(chart, safe_cell_text(c.title).c_str());
    lxw_chart_font font{};
    font.size = 12;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    if (!c.x.empty()) chart_axis_set_name(chart->x_axis, c.x.c_str());
    if (!c.y.empty()) chart_axis_set_name(chart->y_axis, c.y.c_str());
    chart_axis_set_num_format(chart->y_axis, c.is_share ? "0%" : "#,##0");
    if (c.dates) {
        chart_axis_set_num_format(chart->x_axis, "mmm yy");
        chart_axis_set_interval_unit(chart->x_axis, 3);
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    std::string alternative = safe_cell_text(c.alternative);
    lxw_chart_options options{};
    options.x_scale = c.width / 480.0;
    options.y_scale = c.height / 288.0;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = alternative.data();
    const auto error = worksheet_insert_chart_opt(sheet_, static_cast<lxw_row_t>(c.row),
                                                  static_cast<lxw_col_t>(c.column), chart, &options);
    core::ensure(error == LXW_NO_ERROR, lxw_strerror(error));
}

}  // namespace aforo::report
