#include "visitor_reader.hpp"

#include <charconv>
#include <set>

namespace aforo::scenario {

core::Place Places::nearest(std::string path) const {
    for (;;) {
        if (const auto found = of.find(path); found != of.end()) {
            return found->second;
        }
        const auto dot = path.find_last_of(".[");
        if (dot == std::string::npos) {
            const auto root = of.find("");
            return root == of.end() ? core::Place{} : root->second;
        }
        path.resize(dot);
    }
}

void Reader::apply(const Node& root, Scenario& scenario, std::vector<std::string> also) {
    Frame frame{&root, "", {}, std::move(also), false};
    open_frame(root, "", frame);
    describe(*this, scenario);
    close_frame();
    frame_ = nullptr;
}

const Node* Reader::take(const char* key) {
    frame_->known.emplace_back(key);
    const Entry* e = frame_->node->find(key);
    return e ? &e->value : nullptr;
}

void Reader::open_frame(const Node& n, const std::string& path, Frame& frame) {
    places_.of[path] = n.place;
    for (const auto& e : n.entries) {
        if (is_reserved(e.key)) read_origin(e, path, frame.inherited);
    }
    frame_ = &frame;
}

void Reader::read_origin(const Entry& e, const std::string& path, Provenance& origin) {
    const bool is_source = e.key == "source";
    const std::string here = path.empty() ? e.key : path + "." + e.key;
    if (read(e.value, here, anything, is_source ? origin.source : origin.note) && is_source) {
        places_.references.emplace(path, Places::Reference{origin.source, e.value.place});
    }
}

// The keys that name regions and sources are parts of paths, and stand beside the words of provenance.
bool Reader::is_name(const std::string& key) {
    const auto is_good = [](unsigned char c) {
        return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '-';
    };
    return !key.empty() && key.size() <= 64 && key != "value" && key != "range" &&
           std::all_of(key.begin(), key.end(), is_good);
}

// Only as it is printed, so that 7, 07 and 7.0 are not three keys of one thing.
bool Reader::whole_key(const std::string& key, int low, int high, int& out) {
    int value = 0;
    const auto [stop, error] = std::from_chars(key.data(), key.data() + key.size(), value);
    if (error != std::errc() || fmt::format("{}", value) != key || value < low || value > high) return false;
    out = value;
    return true;
}

void Reader::close_frame() {
    if (frame_->any_key) return;
    frame_->known.insert(frame_->known.end(), {"source", "note"});
    for (const auto& e : frame_->node->entries) {
        if (std::find(frame_->known.begin(), frame_->known.end(), e.key) == frame_->known.end()) {
            unknown(e, join(e.key), frame_->known);
        }
    }
}

void Reader::unknown(const Entry& e, const std::string& path, const std::vector<std::string>& known) {
    if (report_.is_full()) return report_.error(e.place, path, {});  // counted only: a guess would cost time
    const std::string near = core::nearest(e.key, known);
    Message hint = near.empty() ? Message{}
                                : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)};
    if (near.empty()) {
        std::string all;
        for (const auto& k : known) {
            if (!is_reserved(k)) all += (all.empty() ? "" : ", ") + k;
        }
        hint = {"aquí se admiten: " + all, "allowed here: " + all};
    }
    if (e.value.kind == Node::Kind::null &&
        e.key.find_first_not_of("0123456789") == std::string::npos) {  // {share: 0,3}
        hint = {"¿es una coma decimal? use punto", "is it a decimal comma? use a point"};
    }
    report_.error(e.place, path, {"clave desconocida", "unknown key"}, hint);
}

void Reader::not_among(const Node& n, const std::string& path, const std::vector<std::string>& words) {
    std::string all;
    for (const auto& w : words) all += (all.empty() ? "" : ", ") + w;
    const std::string near = core::nearest(n.text, words);
    report_.error(
        n.place, path,
        {fmt::format("«{}» no es un valor admitido", n.text), fmt::format("'{}' is not an allowed value", n.text)},
        near.empty() ? Message{"se admiten: " + all, "allowed: " + all}
                     : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)});
}

// Reports a value of another kind than the one expected; one that is reported already, not again.
bool Reader::wrong_kind(const Node& n, const std::string& path, const Message& what, const Message& hint) {
    if (!n.refused) report_.error(n.place, path, what, hint);
    return false;
}

bool Reader::expect_scalar(const Node& n, const std::string& path) {
    if (n.kind == Node::Kind::scalar) return true;
    if (n.kind == Node::Kind::null) return wrong_kind(n, path, {"falta el valor", "the value is missing"});
    const bool has_origin = n.find("range") || n.find("source") || n.find("note");
    return wrong_kind(n, path, {"se esperaba un solo valor", "a single value was expected"},
                      has_origin ? Message{"escriba {value: …, source: …}", "write {value: …, source: …}"} : Message{});
}

bool Reader::expect_list(const Node& n, const std::string& path) {
    return n.kind == Node::Kind::list ||
           wrong_kind(n, path, {"se esperaba una lista", "a list was expected"}, {"escriba [a, b]", "write [a, b]"});
}

void Reader::forget(const std::string& prefix) {
    const auto drop = [&](auto& map) {
        for (auto it = map.lower_bound(prefix); it != map.end() && it->first.starts_with(prefix);) {
            const bool below =
                it->first.size() == prefix.size() || it->first[prefix.size()] == '.' || it->first[prefix.size()] == '[';
            it = below ? map.erase(it) : std::next(it);
        }
    };
    drop(places_.of);
    drop(places_.references);
    drop(provenance_);
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, bool& out) {
    if (!expect_scalar(n, path)) return false;
    if (n.text != "true" && n.text != "false") {
        not_among(n, path, {"true", "false"});
        return false;
    }
    out = n.text == "true";
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, std::string& out) {
    if (!expect_scalar(n, path)) return false;
    if (n.text.size() > 2000) {
        report_.error(n.place, path, {"texto demasiado largo", "text too long"},
                      {"el máximo es 2000 bytes", "the maximum is 2000 bytes"});
        return false;
    }
    const auto is_control = [](unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F; };
    if (std::any_of(n.text.begin(), n.text.end(), is_control)) {
        report_.error(n.place, path, {"lleva caracteres de control", "has control characters"},
                      {"quítelos", "remove them"});
        return false;
    }
    out = n.text;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, std::vector<int>& weekdays) {
    if (!expect_list(n, path)) return false;
    std::vector<int> days;
    const std::vector<std::string> words(weekday_names.begin(), weekday_names.end());
    bool good = true;
    for (const auto& item : n.items) {
        const auto word = std::find(words.begin(), words.end(), item.text);
        if (!expect_scalar(item, path)) {
            good = false;
        } else if (word == words.end()) {
            not_among(item, path, words);
            good = false;
        } else {
            days.push_back(static_cast<int>(word - words.begin()));
        }
    }
    if (!good) return false;
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.empty()) {
        report_.error(n.place, path, {"no hay ningún día", "there is no day"},
                      {"nombre al menos uno", "name at least one"});
        return false;
    }
    weekdays = days;
    return true;
}

Message Reader::how_many(std::size_t n) {
    switch (n) {
        case 4:
            return {"escriba 4, uno por trimestre", "write 4, one a quarter"};
        case 7:
            return {"escriba 7, de lunes a domingo", "write 7, from Monday to Sunday"};
        case 12:
            return {"escriba 12, de enero a diciembre", "write 12, from January to December"};
        default:
            return {fmt::format("escriba {}, uno por hora desde medianoche", n),
                    fmt::format("write {}, one an hour from midnight", n)};
    }
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain,
                  std::optional<std::array<double, 4>>& by_quarter) {
    if (n.kind == Node::Kind::scalar && n.text == "none") {
        by_quarter.reset();
        return true;
    }
    std::array<double, 4> values{};
    if (!read(n, path, domain, values)) return false;
    by_quarter = values;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, CalendarDay& out) {
    if (!expect_scalar(n, path)) return false;
    if (const auto complaint = parse_quantity(n.text, out)) {
        report_.error(n.place, path, complaint->what, complaint->hint);
        return false;
    }
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, std::optional<CalendarDay>& out) {
    if (n.kind == Node::Kind::scalar && n.text == "none") {
        out.reset();
        return true;
    }
    CalendarDay day;
    if (!read(n, path, domain, day)) return false;
    out = day;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, std::map<int, double>& by_year) {
    if (n.kind != Node::Kind::map) {
        return wrong_kind(n, path, {"se esperaba un valor por año", "a value by year was expected"},
                          {"escriba {2024: 1, 2025: 2}", "write {2024: 1, 2025: 2}"});
    }
    constexpr int first = static_cast<int>(a_year.low), last = static_cast<int>(a_year.high);
    std::map<int, double> values;
    bool good = true;
    for (const auto& e : n.entries) {
        int year = 0;
        if (whole_key(e.key, first, last, year)) {
            good = read(e.value, path + "." + e.key, domain, values[year]) && good;
        } else {
            report_.error(e.place, path + "." + e.key, {"no es un año", "is not a year"},
                          {fmt::format("escriba un año de {} a {}", first, last),
                           fmt::format("write a year from {} to {}", first, last)});
            good = false;
        }
    }
    if (good) by_year = values;
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, Growth& out) {
    if (n.kind == Node::Kind::scalar) {
        double factor = 1;
        if (!read(n, path, domain, factor)) return false;
        out.factor = {{0, factor}};
        return true;
    }
    std::map<int, double> factors;
    if (!read(n, path, domain, factors)) return false;
    if (factors.empty()) {
        report_.error(n.place, path, {"no hay ningún año", "there is no year"},
                      {"escriba un factor, como 1.2", "write a factor, such as 1.2"});
        return false;
    }
    out.factor = factors;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, Distribution& out) {
    std::vector<std::string> words;
    for (const auto& [name, kind] : Names<Distribution::Kind>::table) words.emplace_back(name);
    if (n.kind == Node::Kind::scalar) {  // a bare length of time is a constant
        Duration d{};
        if (!read(n, path, not_negative, d)) return false;
        out = Distribution::constant(d);
        provenance_[path + ".mean"] = frame_->inherited;
        return true;
    }
    if (n.kind != Node::Kind::map || n.entries.size() != 1) {
        return wrong_kind(
            n, path, {"se esperaba una sola distribución", "one distribution was expected"},
            {"escriba, por ejemplo, exponential: {mean: 90 min}", "write, for example, exponential: {mean: 90 min}"});
    }
    const Entry& e = n.entries.front();
    const auto word = std::find(words.begin(), words.end(), e.key);
    if (word == words.end()) {
        unknown(e, path + "." + e.key, words);
        return false;
    }
    Distribution d;
    d.kind = Names<Distribution::Kind>::table[static_cast<std::size_t>(word - words.begin())].second;
    const std::size_t errors_before = report_.count();
    inside(e.value, path, [&] { read_parameters(e.place, d); });
    if (report_.count() != errors_before) return false;
    const bool ordered = d.kind == Distribution::Kind::uniform ? d.low <= d.high
                         : d.kind == Distribution::Kind::triangular
                             ? d.low <= d.mode && d.mode <= d.high && d.low < d.high
                             : true;
    const auto parameters = parameters_of(d.kind);
    const bool has_mean = !parameters.empty() && parameters[0].member == &Distribution::mean;
    if (!ordered || (has_mean && d.kind != Distribution::Kind::constant && d.mean <= 0)) {
        report_.error(e.place, path,
                      {"parámetros imposibles para esta distribución", "impossible parameters for this distribution"},
                      ordered ? Message{"la media debe ser mayor que 0", "the mean must be above 0"}
                              : Message{"low ≤ mode ≤ high", "low ≤ mode ≤ high"});
        return false;
    }
    out = d;
    return true;
}

void Reader::read_parameters(const core::Place& whole, Distribution& d) {
    for (const auto& p : parameters_of(d.kind)) {
        if (p.is_time) {
            Duration time{};
            parameter(whole, p.key, not_negative, time);
            d.*p.member = as_number(time);
        } else {
            parameter(whole, p.key, Domain{.low = 0, .high = 100, .above_low = true}, d.*p.member);
        }
    }
    if (d.kind == Distribution::Kind::empirical) {
        std::vector<Duration> values;
        parameter(whole, "values", not_negative, values);
        std::sort(values.begin(), values.end());  // in whatever order they were observed, it is the same distribution
        for (const Duration v : values) d.values.push_back(as_number(v));
    }
    if (d.kind == Distribution::Kind::mixture) parameter(whole, "parts", anything, d.parts);
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, std::vector<Duration>& out) {
    if (!read_list(n, path, domain, out)) return false;
    if (out.empty()) {
        report_.error(n.place, path, {"no hay ningún valor", "there is no value"},
                      {"escriba los observados: [5 days, 8 days]", "write those observed: [5 days, 8 days]"});
    }
    return !out.empty();
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, std::vector<Distribution::Part>& out) {
    if (!expect_list(n, path)) return false;
    if (n.items.empty() || n.items.size() > most_parts_of_a_mixture) {
        report_.error(n.place, path,
                      {fmt::format("tiene {} partes", n.items.size()), fmt::format("has {} parts", n.items.size())},
                      {fmt::format("una mezcla lleva de 1 a {}", most_parts_of_a_mixture),
                       fmt::format("a mixture has 1 to {}", most_parts_of_a_mixture)});
        return false;
    }
    const std::size_t errors_before = report_.count();
    std::vector<Distribution::Part> parts(n.items.size());
    double sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Node& item = n.items[i];
        inside(item, fmt::format("{}[{}]", path, i), [&] {
            parameter(item.place, "weight", share, parts[i].weight);
            parameter(item.place, "of", anything, parts[i].of);
            if (parts[i].of.kind == Distribution::Kind::mixture) {
                report_.error(places_.nearest(join("of")), join("of"),
                              {"una parte no puede ser otra mezcla", "a part may not be another mixture"},
                              {"ponga aquí sus partes, con sus pesos multiplicados por el de esta",
                               "put its parts here, their weights times this one's"});
            }
        });
        sum += parts[i].weight;
    }
    if (report_.count() != errors_before) return false;
    if (std::abs(sum - 1) > 1e-6) {
        report_.error(n.place, path,
                      {fmt::format("los pesos suman {:.7g}", sum), fmt::format("the weights sum to {:.7g}", sum)},
                      {"deben sumar 1", "they must sum to 1"});
        return false;
    }
    out = parts;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, std::optional<Distribution>& out) {
    if (n.kind == Node::Kind::scalar && n.text == "none") {
        out.reset();
        return true;
    }
    Distribution d;
    if (!read(n, path, domain, d)) return false;
    out = d;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, std::vector<Criterion>& out) {
    if (!expect_list(n, path)) return false;
    std::vector<Criterion> criteria(n.items.size());
    std::set<Criterion::Kind> seen;
    bool good = true;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const std::string here = fmt::format("{}[{}]", path, i);
        if (!read_criterion(n.items[i], here, criteria[i])) {
            good = false;
        } else if (!seen.insert(criteria[i].kind).second) {
            report_.error(n.items[i].place, here,
                          {"este criterio ya está en la lista", "this criterion is already in the list"}, {});
            good = false;
        }
    }
    if (good) out = criteria;
    return good;
}

bool Reader::read_criterion(const Node& n, const std::string& path, Criterion& out) {
    const bool is_map = n.kind == Node::Kind::map && n.entries.size() == 1;
    Node name = Node::scalar(is_map ? n.entries[0].key : n.text);
    name.place = n.place;
    if (n.kind != Node::Kind::scalar && !is_map) {
        return wrong_kind(
            n, path, {"se esperaba un criterio", "a criterion was expected"},
            {"escriba su nombre, o nombre: {parámetro: valor}", "write its name, or name: {parameter: value}"});
    }
    if (!read(name, path, anything, out.kind)) return false;
    const std::size_t errors_before = report_.count();
    using K = Criterion::Kind;
    const bool has_parameter = out.kind == K::sales || out.kind == K::need || out.kind == K::bands;
    if (has_parameter != is_map) {
        report_.error(n.place, path,
                      has_parameter
                          ? Message{"a este criterio le falta su parámetro", "this criterion lacks its parameter"}
                          : Message{"este criterio no lleva parámetros", "this criterion takes no parameters"},
                      out.kind == K::bands ? Message{"escriba bands: [medium, high]", "write bands: [medium, high]"}
                      : has_parameter      ? Message{"escriba {at_most: …}", "write {at_most: …}"}
                                           : Message{});
        return false;
    }
    if (out.kind == K::bands) {
        return read(n.entries[0].value, path + ".bands", anything, out.bands);
    }
    if (is_map) {
        inside(n.entries[0].value, path + "." + name.text, [&] {
            const Node* limit = take("at_most");
            if (!limit) {
                report_.error(n.place, path, {"falta at_most", "at_most is missing"}, {});
            } else if (out.kind == K::sales) {
                Uf uf;
                leaf(*limit, join("at_most"), positive, uf);
                out.at_most = uf.amount;
            } else {
                leaf(*limit, join("at_most"), Domain{0, 100}, out.at_most);
            }
        });
    }
    return report_.count() == errors_before;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, PerBand& out) {
    if (n.kind == Node::Kind::scalar) {
        double v = 0;
        if (!read(n, path, domain, v)) return false;
        out = PerBand::all(v);
        return true;
    }
    PerBand v;
    const std::vector<std::string> bands = {"low", "medium", "high"};
    const bool good =
        read_record(n, path, bands, bands, [&](const std::string& key, const Node& value, const std::string& here) {
            (void)read(value, here, domain, key == "low" ? v.low : key == "medium" ? v.medium : v.high);
        });
    if (good) out = v;
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, core::Date& out) {
    if (!expect_scalar(n, path)) return false;
    const std::string& t = n.text;
    const bool shaped = t.size() == 10 && t[4] == '-' && t[7] == '-' &&
                        t.find_first_not_of("0123456789-") == std::string::npos &&
                        std::count(t.begin(), t.end(), '-') == 2;
    const int year = shaped ? std::stoi(t.substr(0, 4)) : 0;
    const auto month = static_cast<unsigned>(shaped ? std::stoi(t.substr(5, 2)) : 0);
    const auto day = static_cast<unsigned>(shaped ? std::stoi(t.substr(8, 2)) : 0);
    if (!shaped || year < a_year.low || year > a_year.high || !core::is_valid_date(year, month, day)) {
        report_.error(n.place, path, {fmt::format("«{}» no es una fecha", t), fmt::format("'{}' is not a date", t)},
                      {"escriba año-mes-día: 2025-07-01", "write year-month-day: 2025-07-01"});
        return false;
    }
    out = core::date(year, month, day);
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, std::optional<core::Date>& out) {
    if (n.kind == Node::Kind::scalar && n.text == "none") {
        out.reset();
        return true;
    }
    core::Date date;
    if (!read(n, path, domain, date)) return false;
    out = date;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, DatedHours& out) {
    if (n.kind == Node::Kind::scalar && n.text == "none") {
        out.from.clear();
        return true;
    }
    if (n.kind != Node::Kind::map || n.entries.empty()) {
        return wrong_kind(
            n, path, {"se esperaba un valor por fecha", "a value by date was expected"},
            {"escriba {2024-01-01: 44 h, 2026-04-26: 42 h}", "write {2024-01-01: 44 h, 2026-04-26: 42 h}"});
    }
    DatedHours hours;
    bool good = true;
    for (const auto& e : n.entries) {
        Node key = Node::scalar(e.key);
        key.place = e.place;
        core::Date date;
        Duration length{};
        const bool both = read(key, path, anything, date) && read(e.value, path + "." + e.key, domain, length);
        if (both) hours.from[date] = length;
        good = both && good;
    }
    if (good) out = hours;
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, PriorityWeights& out) {
    const std::vector<std::string> known = {"potential",   "female",   "rural", "informal",
                                            "cooperative", "re_entry", "sales", "wait_day"};
    PriorityWeights w;
    double* const members[] = {&w.potential,   &w.female,   &w.rural, &w.informal,
                               &w.cooperative, &w.re_entry, &w.sales, &w.wait_day};
    const bool good =
        read_record(n, path, known, {}, [&](const std::string& key, const Node& value, const std::string& here) {
            const auto i = std::find(known.begin(), known.end(), key) - known.begin();
            (void)read(value, here, Domain{-1e6, 1e6}, *members[i]);
        });
    if (good) out = w;
    return good;
}

// A rule, {weighted: {…}}, or a list of them.
bool Reader::read(const Node& n, const std::string& path, const Domain&, Priority& out) {
    Priority p;
    p.chain.clear();
    bool good = true;
    const auto one = [&](const Node& item, const std::string& here) {
        PriorityRule rule{};
        if (item.kind == Node::Kind::map && item.entries.size() == 1) {
            Node word = Node::scalar(item.entries[0].key);
            word.place = item.entries[0].place;
            if (!read(word, here, anything, rule)) return false;
            if (rule != PriorityRule::weighted) {
                report_.error(word.place, here, {"esta regla no lleva parámetros", "this rule takes no parameters"},
                              {});
                return false;
            }
            if (!read(item.entries[0].value, here + ".weighted", anything, p.weights)) return false;
        } else {
            if (!read(item, here, anything, rule)) return false;
            if (rule == PriorityRule::weighted) {
                report_.error(item.place, here, {"a weighted le faltan sus puntajes", "weighted lacks its points"},
                              {"escriba weighted: {potential: -1, wait_day: 0.1}",
                               "write weighted: {potential: -1, wait_day: 0.1}"});
                return false;
            }
        }
        if (std::find(p.chain.begin(), p.chain.end(), rule) != p.chain.end()) {
            report_.error(item.place, here, {"esta regla ya está en la cadena", "this rule is already in the chain"},
                          {});
            return false;
        }
        p.chain.push_back(rule);
        return true;
    };
    if (n.kind == Node::Kind::list) {
        for (std::size_t i = 0; i < n.items.size(); ++i) good = one(n.items[i], fmt::format("{}[{}]", path, i)) && good;
        if (n.items.empty() || n.items.size() > most_rules_in_a_chain) {
            report_.error(n.place, path, {"una cadena lleva de 1 a 4 reglas", "a chain has 1 to 4 rules"}, {});
            good = false;
        }
    } else {
        good = one(n, path);
    }
    if (good) out = p;
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, Reserve& out) {
    return read_record(
        n, path, {"group", "share"}, {"group", "share"},
        [&](const std::string& key, const Node& value, const std::string& here) {
            (void)(key == "group" ? read(value, here, anything, out.group) : read(value, here, share, out.share));
        });
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, StaffChange& out) {
    return read_record(n, path, {"on", "centre", "advisors"}, {"on", "centre", "advisors"},
                       [&](const std::string& key, const Node& value, const std::string& here) {
                           (void)(key == "on"       ? read(value, here, anything, out.on)
                                  : key == "centre" ? read(value, here, Domain{1, 65534}, out.centre)
                                                    : read(value, here, Domain{-1000, 1000}, out.advisors));
                       });
}

}  // namespace aforo::scenario
