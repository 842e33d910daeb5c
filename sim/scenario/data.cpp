#include "data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <set>

#include "aforo/core/text.hpp"
#include "observed.hpp"

namespace aforo::scenario {

namespace fs = std::filesystem;

struct DataFiles::Columns {
    const Csv& csv;
    std::map<std::string, std::size_t> at;  // by the English name

    [[nodiscard]] bool has(const char* name) const { return at.contains(name); }
    [[nodiscard]] const Cell& cell(std::size_t row, const char* name) const { return csv.rows[row][at.at(name)]; }
    [[nodiscard]] core::Place place_of(const char* name) const { return csv.header[at.at(name)].place; }
};

namespace {

// «2», or «2-13».
std::string lines_of(int first, int last) {
    return first == last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last);
}

// The name of a file as a key of `sources`: its letters, digits, _ and -.
std::string source_key(const fs::path& file) {
    std::string key;
    for (const char c : folded(file.stem().string())) {
        const bool is_good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        key += is_good ? c : '_';
    }
    const bool is_word = key.empty() || key == "value" || key == "range";  // words of provenance
    return is_word ? "datos_" + key : key.substr(0, 64);
}

Node scalar_at(std::string text, const core::Place& place) {
    Node n = Node::scalar(std::move(text));
    n.place = place;
    return n;
}

Node map_at(const core::Place& place) {
    Node n = Node::map();
    n.place = place;
    return n;
}

}  // namespace

void DataFiles::read(const fs::path& file) {
    const Data said = std::exchange(scenario_.data, Data{});
    scenario_file_ = file.string();
    given_.clear();
    const std::pair<DataKind, const std::string*> all[] = {
        {DataKind::centres, &said.centres},     {DataKind::arrivals, &said.arrivals},
        {DataKind::durations, &said.durations}, {DataKind::budget, &said.budget},
        {DataKind::published, &said.published}, {DataKind::executed, &said.executed}};
    for (const auto& [kind, name] : all) {
        const DataSchema& schema = schema_of(kind);
        key_ = std::string("data.") + schema.key;
        const auto origin = scenario_.provenance.find(key_);
        if (!name->empty()) {
            title_ = *name;
            source_ = origin == scenario_.provenance.end() ? "" : origin->second.source;
            const std::size_t errors_before = report_.count();
            read_file(schema, *name, file.has_parent_path() ? file.parent_path() : fs::path("."));
            if (report_.count() != errors_before) forgive(kind);
        }
        if (origin != scenario_.provenance.end()) scenario_.provenance.erase(origin);
    }
}

// What a file would have given is not missing.
void DataFiles::forgive(DataKind kind) {
    if (kind == DataKind::arrivals) places_.misread.insert("demand.arrivals");
    if (kind == DataKind::durations) places_.misread.insert("attention.duration");
    if (kind != DataKind::centres && kind != DataKind::arrivals) return;
    for (const auto& [id, centre] : scenario_.network.centres)
        places_.misread.insert(fmt::format("network.centres.{}.weight", id));
}

bool DataFiles::may_be_read(const fs::path& folder, const std::string& name) {
    const core::Place at = places_.nearest(key_);
    const fs::path path = name;
    std::error_code error;
    const fs::path inside =
        fs::weakly_canonical(folder / path, error).lexically_relative(fs::weakly_canonical(folder, error));
    const auto has_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (path.is_absolute() || error || inside.empty() || *inside.begin() == ".." ||
        std::any_of(name.begin(), name.end(), has_control)) {
        report_.error(at, key_,
                      {fmt::format("{} no está en la carpeta del escenario", name),
                       fmt::format("{} is not in the scenario's folder", name)},
                      {"ponga el archivo junto al escenario que lo nombra, o en una carpeta de más abajo",
                       "put the file beside the scenario that names it, or in a folder below"});
        return false;
    }
    return true;
}

void DataFiles::read_file(const DataSchema& schema, const std::string& name, const fs::path& folder) {
    if (!may_be_read(folder, name)) return;
    const fs::path path = (folder / name).lexically_normal();
    core::Place asked = places_.nearest(key_);
    if (asked.line == 0) asked.line = 1;
    const auto text = slurp_csv(path, asked, report_, left_);
    if (!text) return;
    const std::size_t errors_before = report_.count();
    const auto csv = parse_csv(*text, path.string(), report_, left_);
    if (!csv) return;
    Columns columns{*csv, {}};
    const bool has_columns = find_columns(schema, columns);
    if (!has_columns || report_.count() != errors_before) return;
    if (csv->rows.empty()) {
        report_.error(
            csv->header.front().place, key_, {"no tiene ninguna fila", "has no row"},
            {"complétela, o quite el archivo del escenario", "fill it in, or take the file off the scenario"});
        return;
    }
    is_own_source_ = source_.empty();
    if (is_own_source_) source_ = source_key(path);
    root_ = map_at(places_.nearest(""));
    places_.files.push_back(csv->file);
    switch (schema.kind) {
        case DataKind::arrivals:
            arrivals(columns);
            break;
        case DataKind::centres:
            centres(columns);
            break;
        case DataKind::durations:
            durations(columns);
            break;
        case DataKind::budget:
            budget(columns);
            break;
        case DataKind::published:
            published(columns);
            break;
        case DataKind::executed:
            executed(columns);
            break;
    }
    if (report_.count() == errors_before) apply();
}

bool DataFiles::find_columns(const DataSchema& schema, Columns& columns) {
    const std::size_t errors_before = report_.count();
    const auto named = [&](const std::string& text, const DataColumn& c) {
        return folded(text) == folded(std::string(c.name.es)) || folded(text) == folded(std::string(c.name.en));
    };
    std::string all, either;
    for (const DataColumn& c : schema.columns) {
        all += (all.empty() ? "" : ", ") + fmt::format("{} ({})", c.name.es, c.name.en);
        if (c.need == DataColumn::Need::one_of)
            either += (either.empty() ? "" : ", ") + fmt::format("{} ({})", c.name.es, c.name.en);
    }
    for (std::size_t i = 0; i < columns.csv.header.size(); ++i) {
        const Cell& cell = columns.csv.header[i];
        const auto column = std::find_if(schema.columns.begin(), schema.columns.end(),
                                         [&](const DataColumn& c) { return named(cell.text, c); });
        if (column == schema.columns.end()) {
            report_.error(cell.place, key_,
                          {fmt::format("la columna «{}» no es de este archivo", cell.text),
                           fmt::format("the column '{}' is not one of this file", cell.text)},
                          {"quítela; sus columnas son: " + all, "remove it; its columns are: " + all});
        } else if (!columns.at.emplace(std::string(column->name.en), i).second) {
            report_.error(cell.place, key_,
                          {fmt::format("la columna «{}» está dos veces", cell.text),
                           fmt::format("the column '{}' is there twice", cell.text)},
                          {"deje una sola", "keep only one"});
        }
    }
    const core::Place header =
        columns.csv.header.empty() ? core::Place{columns.csv.file, 1, 1} : columns.csv.header.front().place;
    int of_either = 0;
    for (const DataColumn& c : schema.columns) {
        const bool is_there = columns.at.contains(std::string(c.name.en));
        of_either += c.need == DataColumn::Need::one_of && is_there ? 1 : 0;
        if (c.need != DataColumn::Need::required || is_there) continue;
        report_.error(header, key_,
                      {fmt::format("falta la columna {} ({})", c.name.es, c.name.en),
                       fmt::format("the column {} ({}) is missing", c.name.en, c.name.es)},
                      {"sus columnas son: " + all, "its columns are: " + all});
    }
    if (!either.empty() && of_either != 1) {
        report_.error(
            header, key_,
            {"lleva una y solo una de las columnas " + either, "has one and only one of the columns " + either}, {});
    }
    return report_.count() == errors_before;
}

std::optional<double> DataFiles::number(const Columns& c, const Cell& cell) {
    double value = 0;
    if (cell.text.empty()) {
        report_.error(cell.place, key_, {"falta el número", "the number is missing"},
                      {"escriba 0 si no hubo", "write 0 if there was none"});
        return std::nullopt;
    }
    if (const auto complaint = parse_cell(c.csv, cell.text, value)) {
        report_.error(cell.place, key_, complaint->what, complaint->hint);
        return std::nullopt;
    }
    if (value < 0) {
        report_.error(cell.place, key_, {"es negativo", "is negative"}, {});
        return std::nullopt;
    }
    return value;
}

std::optional<int> DataFiles::office(const Cell& cell) {
    int id = 0;
    const auto [stop, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), id);
    if (error == std::errc() && stop == cell.text.data() + cell.text.size() &&
        (scenario_.network.centres.contains(id) || scenario_.network.satellites.contains(id)))
        return id;
    report_.error(cell.place, key_,
                  {fmt::format("«{}» no es una oficina de la red", cell.text),
                   fmt::format("'{}' is no office of the network", cell.text)},
                  {"escriba el identificador de un centro o satélite de network, solo sus cifras",
                   "write the identifier of a centre or satellite of network, its digits only"});
    return std::nullopt;
}

// The file gives the path once, and so does nothing else of the scenario's file.
void DataFiles::put(const std::string& path, Node value, const core::Place& at, const std::string& lines,
                    const std::optional<core::Place>& row, bool is_fact) {
    const auto written = places_.of.find(path);
    if (written != places_.of.end() && written->second.file == scenario_file_) {
        report_.error(
            places_.nearest(key_), key_,
            {fmt::format("{} da {}, que este archivo dice también en su línea {}", title_, path, written->second.line),
             fmt::format("{} gives {}, which this file states too on its line {}", title_, path, written->second.line)},
            {"deje uno de los dos", "keep one of them"});
        return;
    }
    const auto [first, is_new] = given_.try_emplace(path, title_);
    if (!is_new) {
        report_.error(at, key_,
                      {fmt::format("da {}, que también da {}", path, first->second),
                       fmt::format("gives {}, which {} gives too", path, first->second)},
                      {"deje uno de los dos", "keep one of them"});
        return;
    }
    Node whole = map_at(at);
    whole.add("value", std::move(value));
    whole.add("source", scalar_at(source_, at));
    Node note = Node::scalar(fmt::format("{}:{}", title_, lines), true);
    note.place = at;
    whole.add("note", std::move(note));
    if (is_fact) whole.add("in_worlds", scalar_at("stands", at));
    for (auto& e : whole.entries) e.place = at;
    Node* n = &root_;
    std::string above;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string key = path.substr(begin, end - begin);
        above += (above.empty() ? "" : ".") + key;
        const auto known =
            std::find_if(n->entries.begin(), n->entries.end(), [&](const Entry& e) { return e.key == key; });
        if (known == n->entries.end()) {
            // A group that stands already stays where it is for diagnostics.
            const auto stands = places_.of.find(above);
            const core::Place place = end == path.size()           ? at
                                      : stands != places_.of.end() ? stands->second
                                                                   : row.value_or(at);
            n->entries.push_back({key, place, end == path.size() ? std::move(whole) : map_at(place)});
            n = &n->entries.back().value;
        } else {
            n = &known->value;
        }
        begin = end + 1;
    }
}

void DataFiles::apply() {
    if (is_own_source_ && !scenario_.sources.contains(source_)) {
        const core::Place at = places_.nearest(key_);
        Node title = Node::scalar(title_, true);
        title.place = at;
        Node source = map_at(at);
        source.entries.push_back({"title", at, std::move(title)});
        Node sources = map_at(at);
        sources.entries.push_back({source_, at, std::move(source)});
        root_.entries.insert(root_.entries.begin(), {"sources", at, std::move(sources)});
    }
    reader_.apply(root_, scenario_, {});
}

void DataFiles::arrivals(const Columns& c) {
    const bool by_day = c.has("date"), by_office = c.has("office");
    const std::size_t errors_before = report_.count();
    std::vector<Observed> all;
    std::map<std::pair<core::Date, int>, int> lines;
    std::array<std::set<int>, 12> years;
    std::map<int, std::set<unsigned>> months_of;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell& when = c.cell(r, by_day ? "date" : "month");
        Observed o{.place = when.place};
        if (const auto complaint = by_day ? parse_cell(when.text, o.on) : parse_month(when.text, o.on)) {
            report_.error(when.place, key_, complaint->what, complaint->hint);
            continue;
        }
        if (by_office) {
            const auto id = office(c.cell(r, "office"));
            if (!id) continue;
            o.office = *id;
        }
        const auto count = number(c, c.cell(r, "arrivals"));
        if (!count) continue;
        o.count = *count;
        const auto [first, is_new] = lines.try_emplace({o.on, o.office}, o.place.line);
        if (!is_new) {
            report_.error(o.place, key_,
                          {fmt::format("ya está en la línea {}", first->second),
                           fmt::format("is on line {} already", first->second)},
                          {"deje una sola fila", "keep only one row"});
            continue;
        }
        const unsigned month = core::month_of(o.on);
        years[month - 1].insert(core::year_of(o.on));
        months_of[o.office].insert(month);
        if (years[month - 1].size() > 1 && report_.count() == errors_before) {
            report_.error(o.place, key_,
                          {fmt::format("el mes {:02} está en dos años, {} y {}", month, *years[month - 1].begin(),
                                       *years[month - 1].rbegin()),
                           fmt::format("month {:02} is there in two years, {} and {}", month, *years[month - 1].begin(),
                                       *years[month - 1].rbegin())},
                          {"dé doce meses, uno de cada uno; el crecimiento va en demand.growth",
                           "give twelve months, one of each; growth goes in demand.growth"});
        }
        all.push_back(o);
    }
    if (report_.count() != errors_before) return;
    std::string missing;
    for (unsigned m = 1; m <= 12; ++m) {
        if (years[m - 1].empty()) missing += fmt::format("{}{:02}", missing.empty() ? "" : ", ", m);
    }
    const core::Place header = c.place_of(by_day ? "date" : "month");
    if (!missing.empty()) {
        report_.error(header, key_, {"faltan los meses " + missing, "the months " + missing + " are missing"},
                      {"hacen falta doce, uno de cada uno: sin ellos no se sabe cuántas llegan en el año",
                       "twelve are needed, one of each: without them it is not known how many come in the year"});
        return;
    }
    if (by_office) {
        const auto complain = [&](int id, const std::string& name) {
            const auto& months = months_of[id];
            std::string lacks;
            for (unsigned m = 1; m <= 12; ++m) {
                if (!months.contains(m)) lacks += fmt::format("{}{:02}", lacks.empty() ? "" : ", ", m);
            }
            if (lacks.empty() || (by_day && !months.empty())) return;
            report_.error(header, key_,
                          {fmt::format("de la oficina {} ({}) faltan los meses {}", id, name, lacks),
                           fmt::format("of office {} ({}) the months {} are missing", id, name, lacks)},
                          {"escriba 0 donde no llegó nadie", "write 0 where nobody came"});
        };
        for (const auto& [id, centre] : scenario_.network.centres) complain(id, centre.name);
        for (const auto& [id, satellite] : scenario_.network.satellites) complain(id, satellite.name);
    }
    if (scenario_.horizon.first_year == 0) {
        report_.error(places_.nearest(key_), key_, {"no hay todavía un horizonte", "there is no horizon yet"},
                      {"nombre los datos en el archivo que dice horizon, o en uno que parte de él",
                       "name the data in the file that states horizon, or in one that extends it"});
    }
    if (report_.count() != errors_before) return;

    // Weights that the scenario's file states stay: the factors of offices make up for them.
    const auto& centres = scenario_.network.centres;
    const bool has_weights = std::any_of(centres.begin(), centres.end(), [&](const auto& centre) {
        const std::string path = fmt::format("network.centres.{}.weight", centre.first);
        const auto place = places_.of.find(path);
        return given_.contains(path) || (place != places_.of.end() && place->second.file == scenario_file_);
    });
    std::vector<Objection> objections;
    const ObservedDemand found = demand_of(scenario_, all, {by_day, by_office, !has_weights}, objections);
    for (const Objection& o : objections) report_.error(o.place, key_, o.what, o.hint);
    if (!objections.empty()) return;
    const core::Place at = c.cell(0, "arrivals").place;
    const std::string lines_all = lines_of(c.csv.rows.front().front().place.line, c.csv.rows.back().front().place.line);
    const auto list = [&](const auto& values) {
        Node n = Node::list();
        n.place = at;
        for (const double v : values) n.items.push_back(scalar_at(write_quantity(v), at));
        return n;
    };
    put("demand.arrivals", scalar_at(write_sum(found.arrivals), at), at, lines_all);
    put("demand.month_factors", list(found.month_factors), at, lines_all);
    if (found.weekday_factors) put("demand.weekday_factors", list(*found.weekday_factors), at, lines_all);
    for (const auto& [id, weight] : found.weights)
        put(fmt::format("network.centres.{}.weight", id), scalar_at(write_sum(weight), at), at, lines_all);
    for (const auto& [id, factors] : found.offices)
        put(fmt::format("demand.offices.{}.month_factors", id), list(factors), at, lines_all);
}

void DataFiles::centres(const Columns& c) {
    std::map<int, int> lines;
    std::map<int, const Cell*> advisors;  // of centres
    const std::size_t errors_before = report_.count();
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell& cell = c.cell(r, "office");
        const auto id = office(cell);
        if (!id) continue;
        const auto [first, is_new] = lines.try_emplace(*id, cell.place.line);
        if (!is_new) {
            report_.error(cell.place, key_,
                          {fmt::format("ya está en la línea {}", first->second),
                           fmt::format("is on line {} already", first->second)},
                          {"deje una sola fila", "keep only one row"});
            continue;
        }
        const auto centre = scenario_.network.centres.find(*id);
        const bool is_centre = centre != scenario_.network.centres.end();
        const std::string& name = is_centre ? centre->second.name : scenario_.network.satellites.at(*id).name;
        if (c.has("name") && !c.cell(r, "name").text.empty() && folded(c.cell(r, "name").text) != folded(name)) {
            report_.error(c.cell(r, "name").place, key_,
                          {fmt::format("la oficina {} se llama {} en la red", *id, name),
                           fmt::format("office {} is called {} in the network", *id, name)},
                          {"¿se corrió una fila? corrija el identificador o el nombre",
                           "has a row slipped? mend the identifier or the name"});
            continue;
        }
        const std::string group = fmt::format("network.{}.{}.", is_centre ? "centres" : "satellites", *id);
        for (const char* key : {"weight", "advisors"}) {
            if (!c.has(key) || c.cell(r, key).text.empty()) continue;
            const Cell& value = c.cell(r, key);
            const auto v = number(c, value);
            if (!v) continue;
            if (!is_centre && std::string_view(key) == "weight") {
                report_.error(
                    value.place, key_,
                    {"es un satélite, y el peso es de su centro", "is a satellite, and the weight is its centre's"},
                    {"deje la celda vacía", "leave the cell empty"});
                continue;
            }
            if (is_centre && std::string_view(key) == "advisors") {
                advisors[*id] = &value;
                continue;
            }
            put(group + key, scalar_at(write_quantity(*v), value.place), value.place,
                lines_of(value.place.line, value.place.line));
        }
    }
    if (!advisors.empty() && report_.count() == errors_before) centre_staff(c, advisors);
}

// Advisors of a centre are an exception to the national number. Where all centres state theirs, they are that number.
void DataFiles::centre_staff(const Columns& c, const std::map<int, const Cell*>& advisors) {
    double sum = 0;
    int first_line = 0, last_line = 0;
    for (const auto& [id, cell] : advisors) {
        const double value = number(c, *cell).value_or(0);
        const std::string path = fmt::format("exceptions.{}_{}.", source_key(c.csv.file), id);
        const int line = last_line = cell->place.line;
        if (first_line == 0) first_line = line;
        sum += value;
        Node offices = Node::list();
        offices.place = cell->place;
        offices.items.push_back(scalar_at(fmt::format("{}", id), cell->place));
        put(path + "of", scalar_at("advisory.advisors", cell->place), cell->place, lines_of(line, line));
        put(path + "value", scalar_at(write_quantity(value), cell->place), cell->place, lines_of(line, line));
        put(path + "offices", std::move(offices), cell->place, lines_of(line, line));
    }
    const auto national = places_.of.find("advisory.advisors");
    const bool is_stated = national != places_.of.end() && national->second.file == scenario_file_;
    if (is_stated || advisors.size() < scenario_.network.centres.size()) return;
    const core::Place at = c.place_of("advisors");
    put("advisory.advisors", scalar_at(write_sum(std::ceil(sum - 1e-9)), at), at, lines_of(first_line, last_line));
}

void DataFiles::durations(const Columns& c) {
    const char* const column = c.has("minutes") ? "minutes" : c.has("hours") ? "hours" : "days";
    const char* const unit = c.has("minutes") ? "min" : c.has("hours") ? "h" : "days";
    struct Values {
        Node list = Node::list();
        core::Place at;
        int first = 0, last = 0;
    };
    std::map<std::string, Values> all;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell &key = c.cell(r, "key"), &value = c.cell(r, column);
        if (key.text.empty()) {
            report_.error(key.place, key_, {"falta la clave", "the key is missing"},
                          {"escriba cuál toma estas duraciones: attention.duration",
                           "write which takes these durations: attention.duration"});
            continue;
        }
        const auto v = number(c, value);
        if (!v) continue;
        auto [of, is_new] = all.try_emplace(key.text);
        if (is_new) {
            of->second.at = key.place;
            of->second.list.place = key.place;
            of->second.first = key.place.line;
        }
        of->second.last = key.place.line;
        of->second.list.items.push_back(scalar_at(write_quantity(*v) + " " + unit, value.place));
    }
    for (auto& [key, of] : all) {
        Node values = map_at(of.at), distribution = map_at(of.at);
        values.entries.push_back({"values", of.at, std::move(of.list)});
        distribution.entries.push_back({"empirical", of.at, std::move(values)});
        put(key, std::move(distribution), of.at, lines_of(of.first, of.last));
    }
}

void DataFiles::budget(const Columns& c) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 8> components = {
        {{"attention", "attention"},
         {"advisory", "advisory"},
         {"alliances", "alliances"},
         {"administration", "administration"},
         {"atencion", "attention"},
         {"asesoria", "advisory"},
         {"alianzas", "alliances"},
         {"administracion", "administration"}}};
    const bool in_thousands = c.has("thousands_of_pesos");
    struct Amount {
        double value;
        std::string text;
        core::Place place;
    };
    std::map<std::string, std::map<int, Amount>> all;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell &component = c.cell(r, "component"), &when = c.cell(r, "year"),
                   &cell = c.cell(r, in_thousands ? "thousands_of_pesos" : "pesos");
        const auto known = std::find_if(components.begin(), components.end(),
                                        [&](const auto& one) { return one.first == folded(component.text); });
        if (known == components.end()) {
            report_.error(component.place, key_,
                          {fmt::format("«{}» no es un componente", component.text),
                           fmt::format("'{}' is no component", component.text)},
                          {"se admiten: attention, advisory, alliances, administration",
                           "allowed: attention, advisory, alliances, administration"});
            continue;
        }
        int year = 0;
        const auto [stop, error] = std::from_chars(when.text.data(), when.text.data() + when.text.size(), year);
        const bool is_year = error == std::errc() && stop == when.text.data() + when.text.size();
        if (!is_year || year < scenario_.horizon.first_year || year > scenario_.horizon.last_year) {
            report_.error(
                when.place, key_,
                {fmt::format("«{}» no es un año del horizonte", when.text),
                 fmt::format("'{}' is no year of the horizon", when.text)},
                {fmt::format("va de {} a {}", scenario_.horizon.first_year, scenario_.horizon.last_year),
                 fmt::format("it goes from {} to {}", scenario_.horizon.first_year, scenario_.horizon.last_year)});
            continue;
        }
        const auto v = number(c, cell);
        if (!v) continue;
        Amount amount{*v, write_quantity(*v) + (in_thousands ? " M$" : " $"), cell.place};
        const auto [first, is_new] = all[known->second].try_emplace(year, std::move(amount));
        if (!is_new) {
            report_.error(cell.place, key_,
                          {fmt::format("ya está en la línea {}", first->second.place.line),
                           fmt::format("is on line {} already", first->second.place.line)},
                          {"deje una sola fila", "keep only one row"});
        }
    }
    for (const auto& [component, years] : all) {
        const auto& [first_year, first] = *years.begin();
        if (first_year != scenario_.horizon.first_year) {
            report_.error(first.place, key_,
                          {fmt::format("falta el presupuesto de {}, el primer año", scenario_.horizon.first_year),
                           fmt::format("the budget of {}, the first year, is missing", scenario_.horizon.first_year)},
                          {"agregue su fila", "add its row"});
            continue;
        }
        put(component + ".budget", scalar_at(first.text, first.place), first.place,
            lines_of(first.place.line, first.place.line));
        if (years.size() == 1) continue;
        Node growth = map_at(first.place);
        double before = first.value;
        int year = first_year;
        for (const auto& [y, amount] : years) {
            if (y == first_year) continue;
            if (y != ++year) {
                report_.error(
                    amount.place, key_,
                    {fmt::format("falta el presupuesto de {}", year), fmt::format("the budget of {} is missing", year)},
                    {"agregue su fila", "add its row"});
                break;
            }
            if (before <= 0) {
                report_.error(amount.place, key_,
                              {"crece desde 0, y eso no es un factor", "grows from 0, which is no factor"},
                              {"dé un presupuesto al año anterior", "give the year before a budget"});
                break;
            }
            growth.entries.push_back(
                {fmt::format("{}", y), amount.place, scalar_at(write_quantity(amount.value / before), amount.place)});
            before = amount.value;
        }
        if (year == scenario_.horizon.last_year || growth.entries.empty()) {
            put(component + ".budget_growth", std::move(growth), first.place,
                lines_of(first.place.line, years.rbegin()->second.place.line));
        } else {
            // Otherwise the last factor would hold on.
            growth.entries.push_back({fmt::format("{}", year + 1), first.place, scalar_at("1", first.place)});
            put(component + ".budget_growth", std::move(growth), first.place,
                lines_of(first.place.line, years.rbegin()->second.place.line));
        }
    }
}

void DataFiles::published(const Columns& c) {
    Node by_year = Node::map();
    core::Place first;
    int last = 0;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell &key = c.cell(r, "key"), &value = c.cell(r, "value");
        const auto v = number(c, value);
        if (!v) continue;
        std::string text = write_quantity(*v);
        if (c.has("unit") && !c.cell(r, "unit").text.empty()) text += " " + c.cell(r, "unit").text;
        constexpr std::string_view yearly = "beneficiaries.";
        if (key.text.starts_with(yearly)) {
            if (by_year.entries.empty()) by_year.place = first = key.place;
            last = key.place.line;
            const std::string year = key.text.substr(yearly.size());
            if (by_year.find(year)) {
                report_.error(key.place, key_, {"está dos veces", "is there twice"},
                              {"deje una sola", "keep only one"});
            }
            by_year.entries.push_back({year, key.place, scalar_at(text, value.place)});
        } else if (key.text.empty()) {
            report_.error(key.place, key_, {"falta la clave", "the key is missing"},
                          {"escriba una de plan: attention.production", "write one of plan: attention.production"});
        } else {
            put("plan." + key.text, scalar_at(text, value.place), key.place, lines_of(key.place.line, key.place.line));
        }
    }
    if (!by_year.entries.empty()) put("plan.beneficiaries", by_year, first, lines_of(first.line, last));
}

// Each row gives one month; months that are missing or out of order are found in the whole (validate.cpp), at their
// lines.
void DataFiles::executed(const Columns& c) {
    static constexpr std::array<std::pair<const char*, const char*>, 3> counts = {
        {{"attended", "attended"}, {"beneficiaries", "beneficiaries"}, {"alliances", "alliances"}}};
    static constexpr std::array<std::pair<const char*, const char*>, 4> money = {
        {{"spending_attention", "spending.attention"},
         {"spending_advisory", "spending.advisory"},
         {"spending_alliances", "spending.alliances"},
         {"spending_administration", "spending.administration"}}};
    const std::size_t errors_before = report_.count();
    std::map<core::Date, int> lines;
    std::optional<core::Date> before;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell& when = c.cell(r, "month");
        core::Date first;
        if (const auto complaint = parse_month(when.text, first)) {
            report_.error(when.place, key_, complaint->what, complaint->hint);
            continue;
        }
        const auto [known, is_new] = lines.try_emplace(first, when.place.line);
        if (!is_new) {
            report_.error(when.place, key_,
                          {fmt::format("ya está en la línea {}", known->second),
                           fmt::format("is on line {} already", known->second)},
                          {"deje una sola fila", "keep only one row"});
            continue;
        }
        if (before && (first < *before)) {
            report_.error(when.place, key_, {"está antes que el mes de la fila anterior", "is before the row above"},
                          {"ponga los meses en orden", "put the months in order"});
            continue;
        }
        before = first;
        const std::string month = fmt::format("executed.{}-{:02}.", core::year_of(first), core::month_of(first));
        const std::string line = lines_of(when.place.line, when.place.line);
        for (const auto& [column, key] : counts) {
            const Cell& cell = c.cell(r, column);
            const auto v = number(c, cell);
            if (!v) continue;
            if (*v != std::floor(*v)) {
                report_.error(
                    cell.place, key_, {"no es un número entero", "is no whole number"},
                    {"cuente empresas, personas o alianzas enteras", "count whole enterprises, persons or alliances"});
                continue;
            }
            put(month + key, scalar_at(write_quantity(*v), cell.place), cell.place, line, when.place);
        }
        for (const auto& [column, key] : money) {
            const Cell& cell = c.cell(r, column);
            if (const auto v = number(c, cell))
                put(month + key, scalar_at(write_quantity(*v) + " M$", cell.place), cell.place, line, when.place);
        }
    }
    if (report_.count() != errors_before) return;
    if (c.has("advisors")) executed_staff(c, "advisors", "advisory.advisors");
    if (c.has("orientation_staff")) executed_staff(c, "orientation_staff", "attention.staff");
}

// Staff of a month is an exception to the national number; that of the last month goes on. Where it does not change
// from month to month one exception says it. It is known, so in worlds it stands.
void DataFiles::executed_staff(const Columns& c, const char* column, const char* key) {
    struct Stretch {
        core::Date from;
        double staff;
        core::Place place;
        int last_line;
    };
    std::vector<Stretch> all;
    for (std::size_t r = 0; r < c.csv.rows.size(); ++r) {
        const Cell& cell = c.cell(r, column);
        core::Date first;
        const auto v = number(c, cell);
        if (!v || parse_month(c.cell(r, "month").text, first)) return;
        if (all.empty() || all.back().staff != *v) all.push_back({first, *v, cell.place, cell.place.line});
        all.back().last_line = cell.place.line;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Stretch& s = all[i];
        const std::string path = fmt::format("exceptions.{}_{}_{}-{:02}.", source_key(c.csv.file), column,
                                             core::year_of(s.from), core::month_of(s.from));
        const std::string lines = lines_of(s.place.line, s.last_line);
        put(path + "of", scalar_at(key, s.place), s.place, lines);
        put(path + "value", scalar_at(write_quantity(s.staff), s.place), s.place, lines, {}, true);
        put(path + "from", scalar_at(core::iso(s.from), s.place), s.place, lines);
        if (i + 1 < all.size()) put(path + "until", scalar_at(core::iso(all[i + 1].from), s.place), s.place, lines);
    }
}

}  // namespace aforo::scenario
