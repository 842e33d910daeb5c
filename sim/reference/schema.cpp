#include <fmt/format.h>

#include <boost/json.hpp>
#include <cmath>
#include <map>

#include "aforo/reference/reference.hpp"
#include "aforo/scenario/language.hpp"

namespace aforo::reference {

namespace {

namespace json = boost::json;
using scenario::Key;
using scenario::Type;
using K = Type::Kind;

// How a quantity is written: digits, a decimal point, a unit. 24.000 is refused, as by the reader, because it might
// mean thousands.
std::string quantity_pattern(const Type& t, const char* units) {
    const std::string sign = t.low >= 0 ? "[+]?" : "[+-]?";
    const std::string not_zero =
        t.low > 0 || (t.low == 0 && t.above_low) ? R"((?![+]?0*\.?0*(?:[eE][+-]?\d+)? *[^\d.]))" : "";
    return "^" + not_zero + R"((?![+-]?[1-9]\d{0,2}\.\d{3}(?:\D|$)))" + sign +
           R"((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)? *)" + fmt::format("(?:{})$", units);
}

json::value number(double v) {
    if (v == std::floor(v) && std::abs(v) < 9e15) return static_cast<std::int64_t>(v);
    return v;
}

std::string bounds(const Type& t, core::Lang lang) {
    if (t.high_text.empty() && (t.low_text.empty() || (t.low == 0 && !t.above_low))) return "";
    const auto above = core::in(lang, "mayor que", "above");
    if (t.high_text.empty())
        return fmt::format("{} {}", t.above_low ? above : core::in(lang, "al menos", "at least"), t.low_text);
    return fmt::format("{} {}{}{}", t.above_low ? above : core::in(lang, "de", "from"), t.low_text,
                       t.above_low ? core::in(lang, " y a lo más ", " and at most ") : core::in(lang, " a ", " to "),
                       t.high_text);
}

class Schema {
public:
    explicit Schema(core::Lang lang) : lang_(lang) {}

    json::object whole(const Key& language) {
        json::object root = group(language.type);
        json::object& keys = root["properties"].as_object();
        keys["aforo"] =
            json::object{{"const", 1}, {"description", say("Versión del lenguaje", "Version of the language")}};
        keys["extends"] = json::object{
            {"description", say("Archivo o archivos de los que parte; este dice solo lo que cambia",
                                "File or files that it starts from; this one says only what changes")},
            {"anyOf", json::array{json::object{{"type", "string"}},
                                  json::object{{"type", "array"}, {"items", json::object{{"type", "string"}}}}}}};
        root["required"] = json::array{"aforo", "name"};
        // A file that extends another may leave out anything. One that extends none must be complete if it states the
        // horizon or a process; otherwise it is a piece for others to extend.
        json::array states;
        for (const char* key : {"horizon", "demand", "attention"}) {
            states.push_back(json::object{{"required", json::array{key}}});
        }
        root["if"] = json::object{{"not", json::object{{"required", json::array{"extends"}}}}, {"anyOf", states}};
        root["then"] = wanted(language.type);
        json::object schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                               {"title", say("Escenario de aforo", "Scenario of aforo")}};
        for (auto& [key, value] : root) schema[key] = value;
        schema["$defs"] = definitions_;
        return schema;
    }

private:
    json::object group(const Type& t) {
        json::object keys = t.is_record ? json::object{} : origin();
        for (const auto& k : t.keys) keys[k.key] = described(k);
        return {{"type", "object"}, {"properties", keys}, {"additionalProperties", false}};
    }
    // The provenance keys of a group or a value.
    [[nodiscard]] json::object origin() const {
        return {
            {"source", json::object{{"type", "string"},
                                    {"description", say("Fuente: una clave de sources", "Source: a key of sources")}}},
            {"note", json::object{{"type", json::array{"string", "number"}}, {"description", say("Nota", "Note")}}}};
    }

    json::object described(const Key& k) {
        const bool is_section = !k.has_provenance && k.type.kind == K::group;
        json::object s = k.has_provenance ? with_provenance(k.type) : is_section ? group(k.type) : bare(k.type);
        std::string text(k.meaning.in(lang_));
        if (const std::string b = bounds(number_in(k.type), lang_); !b.empty()) text += fmt::format(" ({})", b);
        if (!text.empty()) s["description"] = text;
        if (k.has_provenance && !k.neutral.empty())
            s["$comment"] = std::string(core::in(lang_, "por omisión: ", "by default: ")) + k.neutral;
        return s;
    }
    // The number type whose bounds apply to the value: the type itself, or the one inside it.
    static const Type& number_in(const Type& t) {
        if (t.is_number() || t.of.empty() || t.kind == K::keyed) return t;
        return number_in(t.kind == K::either && t.of[0].kind == K::word && t.of.size() > 1 ? t.of[1] : t.of[0]);
    }

    // One definition for each distinct schema, so that the whole stays small.
    json::object defined(const std::string& name, json::object schema) {
        const std::string text = json::serialize(schema);
        auto [known, is_new] = names_.try_emplace(text, "");
        if (is_new) {
            known->second = count_[name]++ == 0 ? name : fmt::format("{}_{}", name, count_[name]);
            definitions_[known->second] = std::move(schema);
        }
        return {{"$ref", "#/$defs/" + known->second}};
    }

    json::object with_provenance(const Type& t) {
        const json::object value = bare(t);
        json::object keys = origin();
        keys["value"] = value;
        if (t.is_number() || t.range_of_first) {
            keys["range"] = range(t.is_number() ? value : bare(t.of[0]));
        }
        keys["in_worlds"] = json::object{{"enum", json::array{"stands", "ratio"}}};
        const json::object wrapped = {{"type", "object"},
                                      {"properties", keys},
                                      {"required", json::array{"value"}},
                                      {"additionalProperties", false}};
        return defined(name_of(t) + "_with_source", {{"anyOf", json::array{value, wrapped}}});
    }

    [[nodiscard]] json::object range(const json::value& end) const {
        json::array shapes;
        for (const auto& word : scenario::marginals()) shapes.emplace_back(word);
        return {{"description",
                 say("Entre qué valores podría estar: [mínimo, máximo], o con la forma de lo probable",
                     "Between which values it may be: [least, greatest], or with the shape of what is likely")},
                {"anyOf",
                 json::array{json::object{{"type", "array"}, {"items", end}, {"minItems", 2}, {"maxItems", 2}},
                             json::object{{"type", "object"},
                                          {"properties", json::object{{"low", end},
                                                                      {"high", end},
                                                                      {"shape", json::object{{"enum", shapes}}},
                                                                      {"with", json::object{{"type", "string"}}},
                                                                      {"correlation", json::object{{"type", "number"},
                                                                                                   {"minimum", -1},
                                                                                                   {"maximum", 1}}}}},
                                          {"required", json::array{"low", "high"}},
                                          {"additionalProperties", false}}}}};
    }

    static std::string name_of(const Type& t) {
        if (!t.name.empty()) return t.name;
        constexpr std::array names = {"flag",    "text", "number", "integer", "duration", "money", "uf",
                                      "date",    "day",  "word",   "list",    "group",    "keyed", "by_year",
                                      "by_date", "form", "value",  "any",     "unknown"};
        return names.at(static_cast<std::size_t>(t.kind));
    }

    json::object bare(const Type& t) {
        switch (t.kind) {
            case K::group: {  // a group as a value is written whole; a section may state only what changes
                json::object s = group(t);
                s["required"] = required_of(t);
                return s;
            }
            case K::keyed:
                return keyed(t);
            case K::any:
            case K::unknown:
                return {};
            case K::flag:
                return {{"type", "boolean"}};
            case K::word: {
                json::array words(t.words.begin(), t.words.end());
                return {{"enum", words}};
            }
            default:
                return defined(name_of(t), shape(t));
        }
    }

    json::object shape(const Type& t) {
        switch (t.kind) {
            case K::text:
                return {{"type", json::array{"string", "number", "boolean"}}, {"maxLength", 2000}};
            case K::number:
                return numeric("number", t);
            case K::integer:
                return numeric("integer", t);
            case K::duration:
                return {{"type", "string"}, {"pattern", quantity_pattern(t, "ms|s|min|h|days?|weeks?|months?|years?")}};
            case K::money:
                return {{"type", "string"}, {"pattern", quantity_pattern(t, R"(\$|M\$|MM\$)")}};
            case K::uf:
                return {{"type", "string"}, {"pattern", quantity_pattern(t, "UF")}};
            case K::date:
                return {{"type", "string"}, {"pattern", R"(^\d{4}-\d{2}-\d{2}$)"}};
            case K::day:
                return {{"type", "string"}, {"pattern", R"(^(\d{4}-)?\d{2}-\d{2}$)"}};
            case K::list:
                return list(t);
            case K::by_year:
                return by(t, R"(^(19[89]\d|20\d\d|2100)$)");
            case K::by_date:
                return by(t, R"(^\d{4}-\d{2}-\d{2}$)");
            case K::form:
                return {{"type", "object"},
                        {"properties", json::object{{t.keys[0].key, form_value(t.keys[0])}}},
                        {"required", json::array{t.keys[0].key}},
                        {"additionalProperties", false}};
            case K::either: {
                json::array any;
                for (const auto& one : t.of) any.push_back(bare(one));
                return {{"anyOf", any}};
            }
            default:
                return {};
        }
    }

    json::object form_value(const Key& k) {
        json::object s = described(k);
        if (k.type.kind == K::group) s["required"] = required_of(k.type);
        return s;
    }

    static json::object numeric(const char* type, const Type& t) {
        json::object s = {{"type", type}};
        if (!std::isinf(t.low)) s[t.above_low ? "exclusiveMinimum" : "minimum"] = number(t.low);
        if (!std::isinf(t.high)) s["maximum"] = number(t.high);
        return s;
    }

    json::object list(const Type& t) {
        json::object s = {{"type", "array"}, {"items", bare(t.of[0])}};
        if (t.at_least > 0) s["minItems"] = t.at_least;
        if (t.at_most < 1'000'000) s["maxItems"] = t.at_most;
        if (t.no_repeats) s["uniqueItems"] = true;
        return s;
    }

    json::object by(const Type& t, const char* pattern) {
        json::object s = {{"type", "object"},
                          {"patternProperties", json::object{{pattern, bare(t.of[0])}}},
                          {"additionalProperties", false}};
        if (t.at_least > 0) s["minProperties"] = t.at_least;
        return s;
    }

    // An element may be null, by which a delta removes it.
    json::object keyed(const Type& t) {
        json::object element = group(t.of[0]);
        element["type"] = json::array{"object", "null"};
        element["description"] = say("null lo quita", "null takes it away");
        json::object s = {{"type", "object"}, {"properties", origin()}, {"additionalProperties", element}};
        if (t.integer_keys) s["propertyNames"] = json::object{{"pattern", "^([1-9][0-9]{0,4}|source|note)$"}};
        return s;
    }

    static json::array required_of(const Type& group) {
        json::array keys;
        for (const auto& k : group.keys) {
            if (k.required) keys.push_back(json::value(k.key));
        }
        return keys;
    }

    // The required keys of a whole scenario, group by group.
    static json::object wanted(const Type& t) {
        json::object s, inside;
        if (json::array keys = required_of(t); !keys.empty()) s["required"] = keys;
        for (const auto& k : t.keys) {
            if (k.has_provenance || (k.type.kind != K::group && k.type.kind != K::keyed)) continue;
            const json::object below = wanted(k.type.kind == K::keyed ? k.type.of[0] : k.type);
            if (below.empty()) continue;
            inside[k.key] = k.type.kind == K::keyed ? json::object{{"additionalProperties", below}} : below;
        }
        if (!inside.empty()) s["properties"] = inside;
        return s;
    }

    [[nodiscard]] json::string say(std::string_view es, std::string_view en) const {
        const auto text = core::in(lang_, es, en);
        return json::string(text.data(), text.size());
    }

    core::Lang lang_;
    json::object definitions_;
    std::map<std::string, std::string> names_;  // names of definitions, by their text
    std::map<std::string, int> count_;
};

// Boost.JSON writes everything on one line, but people read the schema too.
void pretty(const json::value& v, const std::string& indent, std::string& out) {
    const std::string inner = indent + "  ";
    const char* separator = "";
    if (v.is_object() && !v.get_object().empty()) {
        out += "{";
        for (const auto& [key, value] : v.get_object()) {
            out += fmt::format("{}\n{}{}: ", separator, inner, json::serialize(json::string(key)));
            pretty(value, inner, out);
            separator = ",";
        }
        out += "\n" + indent + "}";
    } else if (v.is_array() && !v.get_array().empty() && v.get_array()[0].is_object()) {
        out += "[";
        for (const auto& value : v.get_array()) {
            out += fmt::format("{}\n{}", separator, inner);
            pretty(value, inner, out);
            separator = ",";
        }
        out += "\n" + indent + "]";
    } else if (v.is_double()) {
        out += fmt::format("{}", v.get_double());
    } else {
        out += json::serialize(v);
    }
}

}  // namespace

std::string json_schema(core::Lang lang) {
    std::string text;
    pretty(Schema(lang).whole(scenario::language()), "", text);
    return text + "\n";
}

}  // namespace aforo::reference
