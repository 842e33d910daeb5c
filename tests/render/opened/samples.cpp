// render_samples FILE [once]: the document by hand as a page or a workbook, by the name of the file, for another
// program to open. Once: as one replication leaves it, without errors and ranges.
#include <fstream>
#include <string_view>

#include "aforo/render/page.hpp"
#include "aforo/render/workbook.hpp"
#include "render/sample_document.hpp"

using namespace aforo;

namespace {

void forget_spread(document::Document& d) {
    d.replications = 1;
    for (auto& section : d.sections) {
        for (auto& block : section.blocks) {
            auto* figure = std::get_if<document::Figure>(&block);
            // The ends of a tornado are no spread.
            if (figure == nullptr || figure->chart.kind == document::Chart::Kind::tornado) continue;
            for (auto& mark : figure->chart.marks) mark.low = mark.high = mark.p10 = mark.p90 = results::undefined;
        }
    }
}

}  // namespace

int main(int count, char** argv) {
    const std::string_view file = argv[1];
    auto document = render::testing::sample_document(core::Lang::es);
    if (count > 2) forget_spread(document);
    std::ofstream(argv[1], std::ios::binary)
        << (file.ends_with(".xlsx") ? render::workbook(document) : render::page(document));
}
