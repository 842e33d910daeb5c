#include "visitor_reader.hpp"

namespace aforo::scenario {

bool Reader::read(const Node& n, const std::string& path, const Domain&, Distribution& out) {
    std::vector<std::string> words;
    for (const auto& w : Names<Distribution::Kind>::table) words.emplace_back(w.word);
    if (n.kind == Node::Kind::scalar) {  // a bare duration is a constant
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
    d.kind = Names<Distribution::Kind>::table[static_cast<std::size_t>(word - words.begin())].value;
    const std::size_t errors_before = report_.count();
    inside(e.value, path, [&] { read_parameters(e.place, d); });
    if (report_.count() != errors_before) return false;
    const bool ordered = d.kind == Distribution::Kind::uniform      ? d.low <= d.high
                         : d.kind == Distribution::Kind::triangular ? d.low <= d.mode && d.mode <= d.high
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
            parameter(whole, p.key, Domain{0, 100}, d.*p.member);
        }
    }
    if (d.kind == Distribution::Kind::empirical) {
        std::vector<Duration> values;
        parameter(whole, "values", not_negative, values);
        std::sort(values.begin(), values.end());  // the order of observation does not matter
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
        report_.error(
            n.place, path,
            {fmt::format("los pesos suman {}", write_sum(sum)), fmt::format("the weights sum to {}", write_sum(sum))},
            {"deben sumar 1", "they must sum to 1"});
        return false;
    }
    out = parts;
    return true;
}

}  // namespace aforo::scenario
