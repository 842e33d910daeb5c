// render_samples FILE: the document by hand as a page or a workbook, by the name of the file, for another program to open.
#include <fstream>
#include <string_view>

#include "aforo/render/page.hpp"
#include "aforo/render/workbook.hpp"
#include "render/sample_document.hpp"

using namespace aforo;

int main(int, char** argv) {
    const std::string_view file = argv[1];
    const auto document = render::testing::sample_document(core::Lang::es);
    std::ofstream(argv[1], std::ios::binary) << (file.ends_with(".xlsx") ? render::workbook(document)
                                                                         : render::page(document));
}
