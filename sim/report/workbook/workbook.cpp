#include "aforo/report/workbook.hpp"

#include "workbook/sheets.hpp"

namespace aforo::report {

std::string workbook(const results::Run& run, const results::Samples& samples, const results::Manifest& manifest,
                     core::Lang lang) {
    const Subject subject(run, samples, manifest, lang);
    Book book(subject.say(T::page_title, run.scenario));
    for (const auto sheet : {readme_sheet, summary_sheet, component_sheet, office_sheet, difference_sheet,
                             replication_sheet, assumption_sheet, warning_sheet, ledger_sheet, manifest_sheet}) {
        sheet(book, subject);
    }
    return book.bytes();
}

}  // namespace aforo::report
