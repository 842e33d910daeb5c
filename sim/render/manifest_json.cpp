#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/string_view.hpp>
#include <cstdint>
#include <limits>

#include "aforo/render/machine.hpp"
#include "json.hpp"

namespace aforo::render {

namespace {

// Visits what a scenario says about itself, by key, in the same order for writing and reading.
template <class About, class Visit>
void visit_about(About& about, Visit visit) {
    auto& [author, date, status, reason] = about;
    visit("author", author);
    visit("date", date);
    visit("status", status);
    visit("reason", reason);
}

// A line with the texts that are not empty; nothing if all are.
std::string about_json(const results::About& about) {
    std::string fields;
    visit_about(about, [&](const char* key, const std::string& value) {
        if (!value.empty()) fields += fmt::format("{}\"{}\": {}", fields.empty() ? "" : ", ", key, quoted(value));
    });
    return fields.empty() ? "" : "\"about\": {" + fields + "},\n";
}

}  // namespace

std::string manifest_json(const results::Manifest& m) {
    std::string json = fmt::format(
        "{{\n\"aforo\": {},\n\"program\": {},\n\"scenario\": {},\n{}\"scenario_file\": {},\n", quoted(m.version),
        quoted(m.program), quoted(m.scenario), about_json(m.about), quoted(m.scenario_file));
    json += fmt::format("\"scenario_digest\": {},\n\"seed\": {},\n\"replications\": {},\n", quoted(m.scenario_digest),
                        m.seed, m.replications);
    json += fmt::format("\"precision\": {},\n\"results_digest\": {},\n\"run_file_digest\": {},\n\"command\": {}\n}}\n",
                        m.precision ? number(*m.precision) : "null", quoted(m.results_digest),
                        quoted(m.run_file_digest), quoted(m.command));
    return json;
}

ManifestRead read_manifest(std::string_view json) {
    boost::json::error_code error;
    const boost::json::value parsed = boost::json::parse(boost::json::string_view(json.data(), json.size()), error);
    if (error || !parsed.is_object()) return {{}, {"no es un objeto JSON", "is no JSON object"}};
    const auto& object = parsed.as_object();
    ManifestRead read;
    const auto wrong = [&](const char* key, const char* es, const char* en) {
        if (read.problem.es.empty()) read.problem = {fmt::format("{}: {}", key, es), fmt::format("{}: {}", key, en)};
    };
    const auto text = [&](const char* key) {
        const auto* value = object.if_contains(key);
        if (value != nullptr && value->is_string()) return std::string(value->get_string());
        wrong(key, "falta, o no es un texto", "is missing, or no text");
        return std::string();
    };
    const auto digest = [&](const char* key) {
        const std::string hex = text(key);
        if (hex.size() != 64 || hex.find_first_not_of("0123456789abcdef") != std::string::npos)
            wrong(key, "no es una huella SHA-256", "is no SHA-256 digest");
        return hex;
    };
    const auto whole = [&](const char* key, std::uint64_t low, std::uint64_t high) {
        const auto* value = object.if_contains(key);
        const auto number = value == nullptr ? 0 : value->to_number<std::uint64_t>(error);
        if (value == nullptr || error || number < low || number > high)
            wrong(key, "falta, o no es un número que pueda ser", "is missing, or no number that can be");
        error.clear();
        return number;
    };
    results::Manifest m;
    m.version = text("aforo");
    m.program = digest("program");
    m.scenario = text("scenario");
    if (const auto* about = object.if_contains("about"); about != nullptr) {
        if (!about->is_object()) wrong("about", "no es un objeto", "is no object");
        visit_about(m.about, [&](const char* key, std::string& said) {
            const auto* value = about->is_object() ? about->get_object().if_contains(key) : nullptr;
            if (value == nullptr) return;
            if (!value->is_string()) return wrong(key, "no es un texto", "is no text");
            said = std::string(value->get_string());
        });
    }
    m.scenario_file = text("scenario_file");
    m.scenario_digest = digest("scenario_digest");
    m.seed = whole("seed", 0, std::numeric_limits<std::uint64_t>::max());
    m.replications = static_cast<int>(whole("replications", 1, 1'000'000));
    m.results_digest = digest("results_digest");
    m.run_file_digest = digest("run_file_digest");
    m.command = text("command");
    if (const auto* precision = object.if_contains("precision"); precision != nullptr && !precision->is_null()) {
        m.precision = precision->to_number<double>(error);
        if (error || !(*m.precision > 0 && *m.precision <= 1))
            wrong("precision", "no es un número de 0 a 1", "is no number from 0 to 1");
    }
    if (read.problem.es.empty()) read.manifest = std::move(m);
    return read;
}

}  // namespace aforo::render
