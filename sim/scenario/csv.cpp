#include "csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>

#include "aforo/core/text.hpp"

namespace aforo::scenario {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_rows = 200'000, most_columns = 64, longest_cell = 2000;

bool is_digits(std::string_view s) { return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos; }
int as_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string trimmed(std::string_view text) {
    const auto is_space = [](std::string_view at) {
        return at.starts_with(' ') || at.starts_with('\t') || at.starts_with('\n') || at.starts_with('\r');
    };
    while (!text.empty() && is_space(text)) text.remove_prefix(1);
    while (!text.empty() && is_space(text.substr(text.size() - 1))) text.remove_suffix(1);
    return std::string(text);
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Workbooks: a zip file (xlsx, ods), or the older binary format (xls).
bool is_workbook(std::string_view text) {
    return text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0");
}
const Message workbook_is_no_csv{"es un libro de Excel, y los datos se leen de un CSV",
                                 "is an Excel workbook, and data is read from a CSV"};
const Message save_as_csv{"ábralo, elija Guardar como, «CSV UTF-8 (delimitado por comas)», y nombre aquí ese archivo",
                          "open it, choose Save as, “CSV UTF-8 (comma delimited)”, and name that file here"};

// Splits a text into records of cells, each with its place.
class Splitter {
public:
    Splitter(std::string_view text, const std::string& file, Report& report, Allowance& left)
        : text_(text), file_(file), report_(report), left_(left) {}

    // False if it was abandoned, with the reason in the report.
    bool split(std::vector<std::vector<Cell>>& records) {
        separator_ = separator();
        while (!text_.empty()) {
            std::vector<Cell> record;
            if (!read_record(record)) return false;
            if (record.front().text.starts_with('#') || is_blank(record)) continue;
            if (records.size() > most_rows) {
                report_.error(
                    record.front().place, "",
                    {fmt::format("tiene más de {} filas", most_rows), fmt::format("has more than {} rows", most_rows)},
                    {"resuma los datos antes: por mes, o con aforo fit",
                     "summarise the data before: by month, or with aforo fit"});
                return false;
            }
            records.push_back(std::move(record));
        }
        return true;
    }
    [[nodiscard]] bool has_decimal_comma() const { return separator_ == ';'; }

private:
    static bool is_blank(const std::vector<Cell>& record) {
        return std::all_of(record.begin(), record.end(), [](const Cell& c) { return c.text.empty(); });
    }

    // That of Excel's first line «sep=;», else of the header: the `;` if it has one. A header of a single column may
    // be followed by decimal commas, so then it is the `;` too.
    char separator() {
        if (text_.starts_with("sep=") && text_.size() > 4 && (text_[4] == ';' || text_[4] == ',')) {
            const char said = text_[4];
            while (!text_.empty() && text_.front() != '\n') take();
            return said;
        }
        bool is_quoted = false, is_comment = false, is_start = true, has_text = false, has_comma = false;
        for (const char c : text_) {
            if (c == '\n' || c == '\r') {
                if (has_text && !is_quoted) break;
                is_start = true, is_comment = false;
                continue;
            }
            if (is_start && c == '"') {  // a comment that a spreadsheet has quoted
                is_quoted = !is_quoted;
                continue;
            }
            if (is_start && c == '#') is_comment = true;
            is_start = false;
            if (is_comment) {
                is_quoted = false;
                continue;
            }
            if (c == '"') is_quoted = !is_quoted;
            has_text = has_text || (c != ' ' && c != ';' && c != ',');
            if (is_quoted) continue;
            if (c == ';') {
                if (has_text) return ';';
                continue;
            }
            has_comma = has_comma || c == ',';
        }
        return has_comma ? ',' : ';';
    }

    bool read_record(std::vector<Cell>& record) {
        for (;;) {
            if (left_.nodes == 0 || record.size() >= most_columns + 1000) {
                report_.error(here(), "", {"tiene demasiadas celdas", "has too many cells"},
                              {"deje solo las columnas que se piden", "keep only the columns that are asked for"});
                return false;
            }
            --left_.nodes;
            if (!read_cell(record)) return false;
            if (text_.empty()) return true;
            const char c = text_.front();
            take();
            if (c == separator_) {
                if (text_.empty()) record.push_back({"", here()});
                if (text_.empty()) return true;
                continue;
            }
            if (c == '\r' && text_.starts_with('\n')) take();
            return true;
        }
    }

    // Reads up to the separator or the end of the line, which stays.
    bool read_cell(std::vector<Cell>& record) {
        while (text_.starts_with(' ')) take();
        Cell cell{"", here()};
        const bool is_quoted = text_.starts_with('"');
        if (is_quoted && !read_quoted(cell)) return false;
        std::string rest;
        while (!text_.empty() && text_.front() != separator_ && text_.front() != '\n' && text_.front() != '\r')
            rest += take();
        rest = trimmed(rest);
        if (is_quoted && !rest.empty()) {
            report_.error(
                cell.place, "", {"sobra texto después de las comillas", "there is text after the closing quote"},
                {"una comilla dentro de comillas se escribe dos veces", "a quote inside quotes is written twice"});
        }
        if (!is_quoted) cell.text = std::move(rest);
        if (cell.text.size() > longest_cell) {
            report_.error(cell.place, "", {"una celda demasiado larga", "a cell that is too long"},
                          {fmt::format("el máximo es {} bytes", longest_cell),
                           fmt::format("the maximum is {} bytes", longest_cell)});
            return false;
        }
        record.push_back(std::move(cell));
        return true;
    }
    bool read_quoted(Cell& cell) {
        take();
        for (;;) {
            if (text_.empty()) {
                report_.error(cell.place, "", {"unas comillas que no se cierran", "a quote that is not closed"},
                              {"cierre las comillas, o quítelas", "close the quote, or remove it"});
                return false;
            }
            if (text_.starts_with("\"\"")) {
                take();
                cell.text += take();
            } else if (text_.starts_with('"')) {
                take();
                cell.text = trimmed(cell.text);
                return true;
            } else {
                cell.text += take();
            }
        }
    }

    [[nodiscard]] core::Place here() const { return {file_, line_, column_}; }
    char take() {
        const char c = text_.front();
        text_.remove_prefix(1);
        const bool ends_line = c == '\n' || (c == '\r' && !text_.starts_with('\n'));
        if (ends_line) {
            ++line_;
            column_ = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {  // columns are characters, as in YAML
            ++column_;
        }
        return c;
    }

    std::string_view text_;
    const std::string& file_;
    Report& report_;
    Allowance& left_;
    char separator_ = ';';
    int line_ = 1, column_ = 1;
};

// Reports the first byte that is not of a text.
bool is_text(std::string_view text, const std::string& file, Report& report) {
    core::Place here{file, 1, 1};
    while (!text.empty()) {
        const core::CodePoint c = core::decode(text);
        const auto byte = static_cast<unsigned char>(text.front());
        if (!c.valid || byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
            const bool is_letter = !c.valid && byte >= 0xC0;  // á, ñ in Windows-1252
            report.error(here, "",
                         {fmt::format("el byte 0x{:02X} no es de un texto UTF-8", byte),
                          fmt::format("byte 0x{:02X} is not of a UTF-8 text", byte)},
                         is_letter ? Message{"en Excel, guárdelo como «CSV UTF-8 (delimitado por comas)»",
                                             "in Excel, save it as “CSV UTF-8 (comma delimited)”"}
                                   : Message{"guarde el archivo como texto UTF-8", "save the file as UTF-8 text"});
            return false;
        }
        ++here.column;
        if (c.value == '\n') {
            ++here.line;
            here.column = 1;
        }
        text.remove_prefix(c.length);
    }
    return true;
}

// Gives each row as many cells as the header; reports cells beyond it and RUTs.
void check_row(const std::vector<Cell>& header, std::vector<Cell>& row, Report& report) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (is_rut(row[i].text)) {
            report.error(
                row[i].place, "",
                {"parece un RUT: aforo no lee datos personales", "looks like a RUT: aforo reads no personal data"},
                {"quite la columna entera; basta con cuántas son", "remove the whole column; counts are enough"});
        } else if (i >= header.size() && !row[i].text.empty()) {
            report.error(row[i].place, "",
                         {fmt::format("la fila tiene más celdas que las {} columnas del encabezado", header.size()),
                          fmt::format("the row has more cells than the header's {} columns", header.size())},
                         {"si la coma es decimal, separe con ; o ponga el número entre comillas",
                          "if the comma is a decimal one, separate by ; or quote the number"});
            break;
        }
    }
    const core::Place last = row.back().place;
    while (row.size() < header.size()) row.push_back({"", last});
    row.resize(header.size());
}

}  // namespace

std::string folded(const std::string& name) {
    static constexpr std::array<std::pair<std::string_view, char>, 12> letters = {{{"á", 'a'},
                                                                                   {"é", 'e'},
                                                                                   {"í", 'i'},
                                                                                   {"ó", 'o'},
                                                                                   {"ú", 'u'},
                                                                                   {"ñ", 'n'},
                                                                                   {"Á", 'a'},
                                                                                   {"É", 'e'},
                                                                                   {"Í", 'i'},
                                                                                   {"Ó", 'o'},
                                                                                   {"Ú", 'u'},
                                                                                   {"Ñ", 'n'}}};
    std::string plain;
    for (std::string_view left = name; !left.empty();) {
        const auto letter =
            std::find_if(letters.begin(), letters.end(), [&](const auto& l) { return left.starts_with(l.first); });
        if (letter != letters.end()) {
            plain += letter->second;
            left.remove_prefix(letter->first.size());
            continue;
        }
        const char c = left.front();
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' ? '_' : c;
        left.remove_prefix(1);
    }
    return plain;
}

bool is_rut(const std::string& text) {
    std::string digits = text;
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    const auto hyphen = digits.find('-');
    if (hyphen == std::string::npos || hyphen + 2 != digits.size() || hyphen < 7 || hyphen > 8) return false;
    if (!is_digits(std::string_view(digits).substr(0, hyphen))) return false;
    int sum = 0, factor = 2;
    for (std::size_t i = hyphen; i-- > 0;) {
        sum += (digits[i] - '0') * factor;
        factor = factor == 7 ? 2 : factor + 1;
    }
    const int check = 11 - sum % 11;
    const char wanted = check == 11 ? '0' : check == 10 ? 'K' : static_cast<char>('0' + check);
    const char last = digits.back();
    return last == wanted || (last == 'k' && wanted == 'K');
}

std::optional<Csv> parse_csv(const std::string& text, const std::string& file, Report& report, Allowance& left) {
    std::string_view all = text;
    if (is_workbook(all)) {
        report.error({file, 1, 1}, "", workbook_is_no_csv, save_as_csv);
        return std::nullopt;
    }
    if (all.starts_with(byte_order_mark)) all.remove_prefix(byte_order_mark.size());
    if (!is_text(all, file, report)) return std::nullopt;
    std::vector<std::vector<Cell>> records;
    Splitter splitter(all, file, report, left);
    if (!splitter.split(records)) return std::nullopt;
    Csv csv{.file = file, .has_decimal_comma = splitter.has_decimal_comma()};
    if (records.empty()) {
        report.error({file, 1, 1}, "", {"no tiene encabezado", "has no header"},
                     {"la primera fila nombra las columnas; aforo template escribe una",
                      "the first row names the columns; aforo template writes one"});
        return std::nullopt;
    }
    csv.header = std::move(records.front());
    while (!csv.header.empty() && csv.header.back().text.empty()) csv.header.pop_back();
    if (csv.header.size() > most_columns) {
        report.error(csv.header[most_columns].place, "",
                     {fmt::format("tiene más de {} columnas", most_columns),
                      fmt::format("has more than {} columns", most_columns)},
                     {"deje solo las que se piden", "keep only those that are asked for"});
        return std::nullopt;
    }
    records.erase(records.begin());
    csv.rows = std::move(records);
    for (auto& row : csv.rows) check_row(csv.header, row, report);
    return csv;
}

std::optional<std::string> slurp_csv(const fs::path& path, const core::Place& asked, Report& report, Allowance& left) {
    std::error_code error;
    const core::Place at = asked.line > 0 ? asked : core::Place{path.string(), 0, 0};
    const bool is_regular = fs::is_regular_file(path, error);
    std::ifstream file;
    if (is_regular) file.open(path, std::ios::binary);  // opening a pipe would block
    if (!is_regular || !file) {
        const std::string name = path.string();
        const bool is_there = fs::exists(path, error);
        report.error(at, "",
                     fs::is_directory(path, error)
                         ? Message{fmt::format("{} es una carpeta", name), fmt::format("{} is a folder", name)}
                     : is_there && !is_regular ? Message{fmt::format("{} no es un archivo corriente", name),
                                                         fmt::format("{} is no regular file", name)}
                                               : Message{fmt::format("no se puede abrir el archivo {}", name),
                                                         fmt::format("cannot open the file {}", name)},
                     asked.line > 0 ? Message{"la ruta es relativa al escenario que la nombra",
                                              "the path is relative to the scenario that names it"}
                                    : Message{"revise la ruta y los permisos", "check the path and the permissions"});
        return std::nullopt;
    }
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > left.bytes) {
        report.error({path.string(), 0, 0}, "",
                     {"el archivo, con los demás del escenario, pasa de 8 MB",
                      "the file, with the others of the scenario, is larger than 8 MB"},
                     {"resuma los datos: por mes, o con aforo fit", "summarise the data: by month, or with aforo fit"});
        return std::nullopt;
    }
    left.bytes -= static_cast<std::size_t>(size);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

CsvResult read_csv(const std::string& path, core::Lang lang) {
    Report report(lang);
    Allowance left;
    CsvResult result;
    if (const auto text = slurp_csv(path, {}, report, left)) result.csv = parse_csv(*text, path, report, left);
    result.diagnostics = report.take(path);
    if (!result.diagnostics.empty()) result.csv.reset();
    return result;
}

ColumnResult numbers_of(const Csv& csv, std::size_t column, core::Lang lang) {
    Report report(lang);
    ColumnResult result;
    for (const auto& row : csv.rows) {
        const Cell& cell = row[column];
        double value = 0;
        if (cell.text.empty()) continue;
        if (const auto complaint = parse_cell(csv, cell.text, value)) {
            report.error(cell.place, csv.header[column].text, complaint->what, complaint->hint);
        } else {
            result.values.push_back(value);
        }
    }
    result.diagnostics = report.take(csv.file);
    return result;
}

namespace {

// Whether the digits before a decimal mark are in groups of three: 1.234.567.
bool is_grouped(std::string_view whole, char mark) {
    const auto first = whole.find(mark);
    if (first == std::string_view::npos || first == 0 || first > 3 || !is_digits(whole.substr(0, first))) return false;
    for (std::size_t at = first; at < whole.size(); at += 4) {
        if (whole[at] != mark || at + 4 > whole.size() || !is_digits(whole.substr(at + 1, 3))) return false;
    }
    return true;
}

}  // namespace

// 1234, 1234,5 and 1.234,5; where cells are separated by commas also 1234.5. A single mark before three digits could
// be either mark, so it is refused unless the file says which: where `;` separates, a comma is decimal.
std::optional<Complaint> parse_cell(const Csv& csv, const std::string& text, double& out) {
    std::string_view body = text;
    const bool is_negative = body.starts_with('-');
    if (is_negative || body.starts_with('+')) body.remove_prefix(1);
    const Complaint not_a_number{{fmt::format("«{}» no es un número", text), fmt::format("'{}' is not a number", text)},
                                 {"escriba solo el número, sin unidad ni signos: 1234,5",
                                  "write only the number, without unit or signs: 1234.5"}};
    const auto commas = std::count(body.begin(), body.end(), ','), points = std::count(body.begin(), body.end(), '.');
    const auto comma = body.rfind(','), point = body.rfind('.');
    char decimal = 0, group = 0;
    if (commas > 0 && points > 0) {
        decimal = comma > point ? ',' : '.';
        group = decimal == ',' ? '.' : ',';
    } else if (commas > 1 || points > 1) {
        group = commas > 1 ? ',' : '.';
    } else if (commas + points == 1) {
        decimal = commas == 1 ? ',' : '.';
        const std::size_t at = commas == 1 ? comma : point;
        const bool may_group = at >= 1 && at <= 3 && body[0] != '0' && body.size() - at == 4;
        const bool is_said = decimal == ',' && csv.has_decimal_comma;
        if (may_group && !is_said && is_digits(body.substr(at + 1))) {
            std::string whole(body);
            whole.erase(at, 1);
            return Complaint{
                {fmt::format("«{}» es ambiguo: ¿miles o decimales?", text),
                 fmt::format("'{}' is ambiguous: thousands or decimals?", text)},
                {fmt::format("escriba {} o {}0", whole, body), fmt::format("write {} or {}0", whole, body)}};
        }
    }
    const std::size_t end = decimal == 0 ? body.size() : decimal == ',' ? comma : point;
    std::string digits(body.substr(0, end));
    if (group != 0 && !is_grouped(digits, group)) return not_a_number;
    std::erase(digits, group);
    if (decimal != 0) digits += "." + std::string(body.substr(end + 1));
    double value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_plain = digits.find_first_not_of("0123456789.eE+-") == std::string::npos && !digits.empty() &&
                          (digits[0] == '.' || (digits[0] >= '0' && digits[0] <= '9')) && digits.back() != '.';
    if (error != std::errc() || stop != digits.data() + digits.size() || !is_plain || !(value < 1e18))
        return not_a_number;
    out = is_negative && value > 0 ? -value : value;
    return std::nullopt;
}

std::optional<Complaint> parse_cell(const std::string& text, core::Date& out) {
    const Complaint not_a_date{
        {fmt::format("«{}» no es una fecha", text), fmt::format("'{}' is not a date", text)},
        {"escriba 2025-01-31, 31-01-2025 o 31/01/2025", "write 2025-01-31, 31-01-2025 or 31/01/2025"}};
    const char mark = text.find('/') != std::string::npos ? '/' : '-';
    const auto first = text.find(mark), second = text.find(mark, first == std::string::npos ? first : first + 1);
    if (second == std::string::npos) return not_a_date;
    const std::string_view all = text;
    std::string_view a = all.substr(0, first), b = all.substr(first + 1, second - first - 1),
                     c = all.substr(second + 1);
    if (a.size() == 4 && mark == '-') std::swap(a, c);  // 2025-01-31
    if (!is_digits(a) || !is_digits(b) || !is_digits(c) || a.size() > 2 || b.size() > 2 || c.size() != 4)
        return not_a_date;
    const int year = as_int(c);
    if (year < 1990 || year > 2100 ||
        !core::is_valid_date(year, static_cast<unsigned>(as_int(b)), static_cast<unsigned>(as_int(a))))
        return not_a_date;
    out = core::date(year, static_cast<unsigned>(as_int(b)), static_cast<unsigned>(as_int(a)));
    return std::nullopt;
}

std::optional<Complaint> parse_month(const std::string& text, core::Date& out) {
    const Complaint not_a_month{{fmt::format("«{}» no es un mes", text), fmt::format("'{}' is not a month", text)},
                                {"escriba 2025-01, 01-2025 o ene-25", "write 2025-01, 01-2025 or jan-25"}};
    core::Date day;
    if (!parse_cell(text, day)) {
        if (core::month_of(day) != core::month_of(day - core::days(1))) {
            out = day;
            return std::nullopt;
        }
        return Complaint{not_a_month.what, {"es un día; de un mes, el primero", "it is a day; of a month, the first"}};
    }
    static constexpr std::array<std::pair<std::string_view, unsigned>, 18> names = {{{"ene", 1},
                                                                                     {"feb", 2},
                                                                                     {"mar", 3},
                                                                                     {"abr", 4},
                                                                                     {"may", 5},
                                                                                     {"jun", 6},
                                                                                     {"jul", 7},
                                                                                     {"ago", 8},
                                                                                     {"sep", 9},
                                                                                     {"oct", 10},
                                                                                     {"nov", 11},
                                                                                     {"dic", 12},
                                                                                     {"jan", 1},
                                                                                     {"apr", 4},
                                                                                     {"aug", 8},
                                                                                     {"dec", 12},
                                                                                     {"set", 9},
                                                                                     {"sept", 9}}};
    std::string plain = folded(text);
    std::replace(plain.begin(), plain.end(), '/', '-');
    const auto mark = plain.find('-');
    if (mark == std::string::npos) return not_a_month;
    std::string_view a = std::string_view(plain).substr(0, mark), b = std::string_view(plain).substr(mark + 1);
    const auto name = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == a; });
    unsigned month = 0;
    int year = 0;
    if (name != names.end() && is_digits(b) && (b.size() == 2 || b.size() == 4)) {
        month = name->second;
        year = as_int(b) + (b.size() == 2 ? 2000 : 0);
    } else {
        if (a.size() == 4) std::swap(a, b);
        if (!is_digits(a) || !is_digits(b) || a.size() > 2 || b.size() != 4) return not_a_month;
        month = static_cast<unsigned>(as_int(a));
        year = as_int(b);
    }
    if (month < 1 || month > 12 || year < 1990 || year > 2100) return not_a_month;
    out = core::date(year, month, 1);
    return std::nullopt;
}

std::string csv_cell(const std::string& text, char separator) {
    if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace aforo::scenario
