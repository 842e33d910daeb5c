#include <xlsxwriter.h>

#include <array>

#include "aforo/core/contracts.hpp"
#include "workbook/book.hpp"
#include "workbook/safe_text.hpp"

namespace aforo::render {

namespace {

using document::SheetChart;

lxw_color_t colour_of(document::Colour colour) {
    constexpr std::array colours = {0x12436DU, 0x28A197U, 0x801650U, 0xF46A25U, 0x1D1D1FU, 0x6B6F76U};
    return colours.at(static_cast<std::size_t>(colour));
}

void draw(lxw_chart* chart, const SheetChart::Line& line_of, const Range& labels, const Range& values,
          const std::string& page, SheetChart::Kind kind) {
    const auto row = [](std::size_t r) { return static_cast<lxw_row_t>(r); };
    const auto column = [](std::size_t c) { return static_cast<lxw_col_t>(c); };
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    core::ensure(series != nullptr, "no series");
    chart_series_set_name(series, safe_cell_text(line_of.name).c_str());
    chart_series_set_categories(series, page.c_str(), row(labels.row), column(labels.column), row(labels.last_row),
                                column(labels.last_column));
    chart_series_set_values(series, page.c_str(), row(values.row), column(values.column), row(values.last_row),
                            column(values.last_column));
    const lxw_color_t colour = colour_of(line_of.colour);
    if (kind == SheetChart::Kind::lines || kind == SheetChart::Kind::scatter) {
        lxw_chart_line line{};
        line.color = colour;
        line.width = line_of.is_bound ? 1.25F : 2.5F;
        line.dash_type = line_of.is_bound ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(series, &line);
    } else {
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
    }
}

std::uint8_t type_of(SheetChart::Kind kind) {
    switch (kind) {
        case SheetChart::Kind::lines:
            return LXW_CHART_LINE;
        case SheetChart::Kind::scatter:
            return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
        case SheetChart::Kind::stacked:
            return LXW_CHART_COLUMN_STACKED;
        case SheetChart::Kind::bars:
            break;
    }
    return LXW_CHART_COLUMN;
}

}  // namespace

void Page::chart(const PlacedChart& placed) {
    const SheetChart& c = *placed.chart;
    lxw_chart* chart = workbook_add_chart(book_.handle(), type_of(c.kind));
    core::ensure(chart != nullptr, "no chart");
    for (std::size_t i = 0; i < c.lines.size(); ++i)
        draw(chart, c.lines[i], placed.labels[i], placed.values[i], name_, c.kind);
    chart_title_set_name(chart, safe_cell_text(c.title).c_str());
    lxw_chart_font font{};
    font.size = 12;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    if (!c.x.empty()) chart_axis_set_name(chart->x_axis, safe_cell_text(c.x).c_str());
    if (!c.y.empty()) chart_axis_set_name(chart->y_axis, safe_cell_text(c.y).c_str());
    chart_axis_set_num_format(chart->y_axis, c.is_share ? "0%" : "#,##0");
    if (c.has_dates) {
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
    const auto error = worksheet_insert_chart_opt(sheet_, static_cast<lxw_row_t>(placed.row),
                                                  static_cast<lxw_col_t>(placed.column), chart, &options);
    core::ensure(error == LXW_NO_ERROR, lxw_strerror(error));
}

}  // namespace aforo::render
