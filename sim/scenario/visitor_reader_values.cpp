// Reads a bare value of each type.
#include "aforo/core/text.hpp"
#include "visitor_reader.hpp"

namespace aforo::scenario {

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
    const bool is_a_name = path == "name" || path.ends_with(".name") || path == "about.author";
    for (std::string_view left = n.text; !left.empty();) {
        const core::CodePoint c = core::decode(left);
        left.remove_prefix(c.length);
        if (c.value != '\t' && c.value != '\n' && (c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0))) {
            report_.error(n.place, path, {"lleva caracteres de control", "has control characters"},
                          {"quítelos", "remove them"});
            return false;
        }
        if (is_a_name && core::turns_direction(c.value)) {
            report_.error(
                n.place, path,
                {"lleva caracteres que cambian la dirección de la escritura: se lee otro nombre que el que es",
                 "has characters that turn the direction of writing: another name is read than the one it is"},
                {"quítelos", "remove them"});
            return false;
        }
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
        } else if (const auto day = static_cast<int>(word - words.begin());
                   std::find(days.begin(), days.end(), day) != days.end()) {
            report_.error(item.place, path,
                          {fmt::format("{} está dos veces", item.text), fmt::format("{} is there twice", item.text)},
                          {"quite una", "remove one"});
            good = false;
        } else {
            days.push_back(day);
        }
    }
    if (!good) return false;
    std::sort(days.begin(), days.end());
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

std::optional<Message> Reader::without_percent(const std::string& text, const Domain& domain) {
    const auto percent = percent_of(text);
    if (!percent) return std::nullopt;
    switch (domain.percent) {
        case Domain::Percent::part:
            return Message{fmt::format("escriba {}", write_quantity(*percent / 100)),
                           fmt::format("write {}", write_quantity(*percent / 100))};
        case Domain::Percent::points:
            return Message{fmt::format("son puntos: escriba {}", write_quantity(*percent)),
                           fmt::format("these are points: write {}", write_quantity(*percent))};
        case Domain::Percent::growth:
            return Message{
                fmt::format("es un factor: para crecer {}, escriba {}", text, write_quantity(1 + *percent / 100)),
                fmt::format("it is a factor: to grow by {}, write {}", text, write_quantity(1 + *percent / 100))};
    }
    return std::nullopt;
}

// What it means is read where the key is known (exceptions.cpp).
bool Reader::read(const Node& n, const std::string& path, const Domain&, AnyValue& out) {
    if (n.kind == Node::Kind::null) return wrong_kind(n, path, {"falta el valor", "the value is missing"});
    std::string text = to_line(n);
    if (text.size() > 20000) {
        report_.error(n.place, path, {"texto demasiado largo", "text too long"},
                      {"el máximo es 20000 bytes", "the maximum is 20000 bytes"});
        return false;
    }
    out.text = std::move(text);
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, OfficeIds& out) {
    if (!expect_list(n, path)) return false;
    OfficeIds all;
    bool good = true;
    for (const Node& item : n.items) {
        int id = 0;
        if (!expect_scalar(item, path)) {
            good = false;
        } else if (!whole_key(item.text, 1, 65534, id)) {
            report_.error(item.place, path,
                          {"un identificador es un entero de 1 a 65534", "an id is an integer from 1 to 65534"},
                          {"escríbalo solo con sus cifras: 7", "write its digits only: 7"});
            good = false;
        } else if (std::find(all.ids.begin(), all.ids.end(), id) != all.ids.end()) {
            report_.error(item.place, path,
                          {fmt::format("{} está dos veces", id), fmt::format("{} is there twice", id)},
                          {"quite una", "remove one"});
            good = false;
        } else {
            all.ids.push_back(id);
        }
    }
    if (!good) return false;
    std::sort(all.ids.begin(), all.ids.end());
    out = std::move(all);
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, AtOffices& out) {
    const Domain how_many_of{0, 1e7};
    AtOffices all;
    if (n.kind == Node::Kind::scalar) {
        if (!read(n, path, how_many_of, all.all)) return false;
        out = all;
        return true;
    }
    if (n.kind != Node::Kind::map) {
        return wrong_kind(
            n, path, {"se esperaba un total, o cuántas por oficina", "a total, or how many by office, was expected"},
            {"escriba 300, o {5: 20, 12: 30}", "write 300, or {5: 20, 12: 30}"});
    }
    bool good = true;
    for (const auto& e : n.entries) {
        int id = 0, many = 0;
        const std::string here = path + "." + e.key;
        places_.of[here] = e.value.place;
        if (!whole_key(e.key, 1, 65534, id)) {
            report_.error(e.place, here,
                          {"un identificador es un entero de 1 a 65534", "an id is an integer from 1 to 65534"},
                          {"escríbalo solo con sus cifras: 7", "write its digits only: 7"});
            good = false;
        } else if (read(e.value, here, how_many_of, many)) {
            if (many > 0) all.at[id] = many;
        } else {
            good = false;
        }
    }
    if (good) out = std::move(all);
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, CalendarDay& out) {
    if (!expect_scalar(n, path)) return false;
    if (const auto complaint = parse_quantity(n.text, out)) {
        report_.error(n.place, path, complaint->what, complaint->hint);
        return false;
    }
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, core::Pesos& out) {
    if (!expect_scalar(n, path)) return false;
    const auto pesos = core::pesos_of(n.text);
    if (!pesos) {
        report_.error(
            n.place, path,
            {fmt::format("«{}» no dice en qué pesos", n.text), fmt::format("'{}' does not say in which pesos", n.text)},
            {"escriba sheet, nominal o un año de 1900 a 2100", "write sheet, nominal or a year from 1900 to 2100"});
        return false;
    }
    out = *pesos;
    return true;
}

// Reads a word, or a list of a country and days; sorts them, so that the same days give the same text.
bool Reader::read(const Node& n, const std::string& path, const Domain&, Holidays& out) {
    Holidays all;
    if (n.kind == Node::Kind::scalar) {
        if (n.text != "none" && n.text != "chile") {
            not_among(n, path, {"none", "chile"});
            return false;
        }
        all.chile = n.text == "chile";
        out = all;
        return true;
    }
    if (!expect_list(n, path)) return false;
    bool good = true;
    for (std::size_t i = 0; i < n.items.size(); ++i) {
        const Node& item = n.items[i];
        const std::string here = fmt::format("{}[{}]", path, i);
        CalendarDay day;
        if (!expect_scalar(item, here)) {
            good = false;
            continue;
        }
        const bool is_country = item.text == "chile";
        if (const auto complaint = is_country ? std::nullopt : parse_quantity(item.text, day)) {
            report_.error(
                item.place, here, complaint->what,
                {"escriba chile, 12-31 (cada año) o 2026-06-05", "write chile, 12-31 (every year) or 2026-06-05"});
            good = false;
        } else if (is_country ? all.chile : std::find(all.own.begin(), all.own.end(), day) != all.own.end()) {
            report_.error(item.place, here,
                          {fmt::format("{} está dos veces", item.text), fmt::format("{} is there twice", item.text)},
                          {"quite una", "remove one"});
            good = false;
        } else if (is_country) {
            all.chile = true;
        } else {
            all.own.push_back(day);
        }
    }
    if (n.items.empty()) {
        report_.error(n.place, path, {"no hay ningún día", "there is no day"},
                      {"sin feriados, escriba none", "without holidays, write none"});
        good = false;
    }
    std::sort(all.own.begin(), all.own.end());
    if (good) out = all;
    return good;
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
            places_.of[path + "." + e.key] = e.place;
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

bool Reader::read(const Node& n, const std::string& path, const Domain&, std::vector<Criterion>& out) {
    if (!expect_list(n, path)) return false;
    std::vector<Criterion> criteria(n.items.size());
    std::set<Criterion::Kind> seen;
    bool good = true;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const std::string here = fmt::format("{}[{}]", path, i);
        places_.of[here] = n.items[i].place;
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
                leaf(*limit, join("at_most"), points, out.at_most);
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
        places_.of[path + "." + e.key] = e.place;
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
    std::vector<std::string> with_groups = known;
    with_groups.emplace_back("groups");
    const bool good =
        read_record(n, path, with_groups, {}, [&](const std::string& key, const Node& value, const std::string& here) {
            if (key == "groups") return (void)read(value, here, anything, w.groups);
            const auto i = std::find(known.begin(), known.end(), key) - known.begin();
            (void)read(value, here, Domain{-1e6, 1e6}, *members[i]);
        });
    if (good) out = w;
    return good;
}

// Reads a rule, {weighted: {…}}, or a list of rules.
bool Reader::read(const Node& n, const std::string& path, const Domain&, Priority& out) {
    Priority p;
    p.chain.clear();
    bool good = true;
    const auto one = [&](const Node& item, const std::string& here) {
        places_.of[here] = item.place;
        PriorityRule rule{};
        if (item.kind == Node::Kind::map && item.entries.size() == 1) {
            Node word = Node::scalar(item.entries[0].key);
            word.place = item.entries[0].place;
            if (!read(word, here, anything, rule)) return false;
            if (rule != PriorityRule::weighted && rule != PriorityRule::group_first) {
                report_.error(word.place, here, {"esta regla no lleva parámetros", "this rule takes no parameters"},
                              {});
                return false;
            }
            const Node& value = item.entries[0].value;
            if (rule == PriorityRule::weighted ? !read(value, here + ".weighted", anything, p.weights)
                                               : !read(value, here + ".group", anything, p.first))
                return false;
        } else {
            if (!read(item, here, anything, rule)) return false;
            if (rule == PriorityRule::group_first) {
                report_.error(item.place, here, {"a group le faltan sus grupos", "group lacks its groups"},
                              {"escriba group: [women, rural]", "write group: [women, rural]"});
                return false;
            }
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

// A group, or a list of those in all of which one is.
bool Reader::read(const Node& n, const std::string& path, const Domain& domain, Groups& out) {
    if (n.kind == Node::Kind::scalar) {
        ReserveGroup one{};
        if (!read(n, path, domain, one)) return false;
        out = one;
        return true;
    }
    if (!expect_list(n, path)) return false;
    Groups groups;
    bool good = true;
    for (std::size_t i = 0; i < n.items.size(); ++i) {
        ReserveGroup one{};
        if (!read(n.items[i], fmt::format("{}[{}]", path, i), domain, one)) {
            good = false;
        } else if (std::find(groups.all.begin(), groups.all.end(), one) != groups.all.end()) {
            report_.error(n.items[i].place, path, {"este grupo está dos veces", "this group is there twice"},
                          {"quite uno", "remove one"});
            good = false;
        } else {
            groups.all.push_back(one);
        }
    }
    if (n.items.empty()) {
        report_.error(n.place, path, {"no hay ningún grupo", "there is no group"}, {"nombre uno", "name one"});
        good = false;
    }
    if (good) out = std::move(groups);
    return good;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, Destination::OfGroup& out) {
    return read_record(n, path, {"group", "institution"}, {"group", "institution"},
                       [&](const std::string& key, const Node& value, const std::string& here) {
                           (void)(key == "group" ? read(value, here, anything, out.group)
                                                 : read(value, here, anything, out.institution));
                       });
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, PriorityWeights::OfGroup& out) {
    return read_record(n, path, {"group", "points"}, {"group", "points"},
                       [&](const std::string& key, const Node& value, const std::string& here) {
                           (void)(key == "group" ? read(value, here, anything, out.group)
                                                 : read(value, here, Domain{-1e6, 1e6}, out.points));
                       });
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, Reserve& out) {
    return read_record(
        n, path, {"group", "share"}, {"group", "share"},
        [&](const std::string& key, const Node& value, const std::string& here) {
            (void)(key == "group" ? read(value, here, anything, out.group) : read(value, here, share, out.share));
        });
}

// An older word for the day still reads: others take `on` for a yes. Its place is the one of the word of today.
bool Reader::read(const Node& n, const std::string& path, const Domain&, StaffChange& out) {
    const char* day = n.kind == Node::Kind::map && n.find("on") && !n.find("date") ? "on" : "date";
    return read_record(n, path, {day, "centre", "advisors"}, {day, "centre", "advisors"},
                       [&](const std::string& key, const Node& value, const std::string& here) {
                           if (key == day) places_.of[path + ".date"] = value.place;
                           (void)(key == day        ? read(value, here, anything, out.on)
                                  : key == "centre" ? read(value, here, Domain{1, 65534}, out.centre)
                                                    : read(value, here, Domain{-1000, 1000}, out.advisors));
                       });
}

bool Reader::read(const Node& n, const std::string& path, const Domain& domain, Claim& out) {
    std::string text;
    if (!read(n, path, domain, text)) return false;
    const auto claim = claim_of(text);
    if (!claim) {
        report_.error(
            n.place, path, {"no es una afirmación", "not a claim"},
            {"por ejemplo: wait_days_mean band=medium 2027 baja (o sube, no cambia, no se distingue, abierto)",
             "for instance: wait_days_mean band=medium 2027 baja (falls; or sube, no cambia, no se distingue, "
             "abierto)"});
        return false;
    }
    out = *claim;
    return true;
}

bool Reader::read(const Node& n, const std::string& path, const Domain&, Base& out) {
    return read_record(
        n, path, {"base", "claims"}, {"base"}, [&](const std::string& key, const Node& value, const std::string& here) {
            (void)(key == "base" ? read(value, here, anything, out.base) : read(value, here, anything, out.claims));
        });
}

}  // namespace aforo::scenario
