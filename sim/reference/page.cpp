// The reference page of the scenario language.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "aforo/reference/reference.hpp"
#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/warnings.hpp"

namespace aforo::reference {

namespace {

using scenario::Key;
using scenario::Type;
using K = Type::Kind;

constexpr const char* opening_es = R"(# El lenguaje de los escenarios

Esta página sale de la misma tabla con que `aforo` lee los escenarios. No se edita a mano:
`aforo schema --markdown --lang es > scenarios/README.md`. Para que un editor complete y revise mientras se escribe:
`aforo schema > aforo.schema.json`. `aforo init` escribe un escenario comentado del que partir; `aforo check` dice todo lo
que esté mal, con su lugar; `aforo rules` explica reglas, criterios y distribuciones con un ejemplo de cada uno.

* Un escenario es un archivo YAML que empieza con `aforo: 1`. Con `extends: otro.yaml` (o una lista de archivos) parte de otro y
  dice solo lo que cambia; `name`, `description` y `about` no se heredan. En `regions`, `centres`, `satellites` y `sources`,
  `null` quita el elemento.
* Cualquier valor puede llevar su procedencia: `{value: 8, range: [4, 16], source: supuesto, note: "…"}`. `source` nombra una
  entrada de `sources`; un `source` o `note` puesto en un grupo vale para todo lo de dentro. Solo un número lleva `range`:
  `[mínimo, máximo]` (triangular, con la moda en el valor) o `{low: 1, high: 1.25, shape: uniform}`; `shape` es `triangular`,
  `uniform` o `pert`; `{…, with: work_plan.dropout, correlation: 0.6}` lo sortea junto con otro número, con esa correlación de
  rangos. `in_worlds: stands` o `ratio` dice qué es en los mundos (`--worlds`) el valor propio de una alternativa: como
  está escrito, o tantas veces el de la base.
* Las cantidades llevan su unidad: tiempo en `ms`, `s`, `min`, `h`, `days`, `weeks`, `months` (365,25/12 días) o `years`; dinero en
  `$`, `M$` (miles de pesos) o `MM$` (millones), pesos de `plan.price_year`; ventas en `UF`. Decimales con punto, sin
  separador de miles.
* Lo que se da por omisión es siempre el valor neutro: la opción queda apagada, como si no existiera. Nunca es una estimación.
)";

constexpr const char* opening_en = R"(# The language of scenarios

This page comes of the same table with which `aforo` reads scenarios: `aforo schema --markdown --lang en`. For an editor to
complete and check while one types: `aforo schema --lang en > aforo.schema.json`. `aforo init` writes a commented scenario to
start from; `aforo check` says all that is wrong, with its place; `aforo rules` explains rules, criteria and distributions with
an example of each.

* A scenario is a YAML file that begins with `aforo: 1`. With `extends: other.yaml` (or a list of files) it starts from another
  and says only what changes; `name`, `description` and `about` are not inherited. In `regions`, `centres`, `satellites` and
  `sources`, `null` takes the element away.
* Any value may carry where it comes from: `{value: 8, range: [4, 16], source: supuesto, note: "…"}`. `source` names an entry of
  `sources`; a `source` or `note` put in a group holds for all inside. Only a number carries a `range`:
  `[least, greatest]` (triangular, its mode at the value) or `{low: 1, high: 1.25, shape: uniform}`; `shape` is `triangular`,
  `uniform` or `pert`; `{…, with: work_plan.dropout, correlation: 0.6}` draws it together with another number, with that rank
  correlation. `in_worlds: stands` or `ratio` says what an alternative's own value is in worlds (`--worlds`): as it is
  written, or so many times the base's.
* Quantities carry their unit: time in `ms`, `s`, `min`, `h`, `days`, `weeks`, `months` (365.25/12 days) or `years`; money in
  `$`, `M$` (thousands of pesos) or `MM$` (millions), pesos of `plan.price_year`; sales in `UF`. Decimals with a point, no
  separator of thousands.
* What is given by default is always the neutral value: the option is off, as if it did not exist. It is never an estimate.
)";

// The types that have a name in the tables, each described once on the page.
struct Described : std::map<std::string, const Type*> {
    core::Lang lang = core::Lang::es;  // language of the page

    [[nodiscard]] std::string say(std::string_view es, std::string_view en) const {
        return std::string(core::in(lang, es, en));
    }
};

std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
    return text;
}
std::string code(const std::string& text) { return "`" + cell(text) + "`"; }

std::string type_text(const Type& t, Described& described);

std::string name_in(core::Lang lang, std::string name) {
    if (lang == core::Lang::en) {
        std::replace(name.begin(), name.end(), '_', ' ');
        return name;
    }
    static const std::map<std::string, std::string> names = {{"distribution", "distribución"},
                                                             {"simple_distribution", "distribución simple"},
                                                             {"growth", "crecimiento"},
                                                             {"criteria", "criterios"},
                                                             {"per_band", "por banda"},
                                                             {"priority", "prioridad"},
                                                             {"rule", "regla"},
                                                             {"reserve", "reserva"},
                                                             {"group", "grupo"},
                                                             {"staff_change", "cambio de personal"}};
    const auto known = names.find(name);
    return known == names.end() ? name : known->second;
}

std::string joined(const std::vector<Type>& of, Described& described) {
    std::string s;
    for (const auto& t : of) s += (s.empty() ? "" : described.say(" o ", " or ")) + type_text(t, described);
    return s;
}

std::string record(const Type& group, Described& described) {
    std::string s;
    for (const auto& k : group.keys) {
        s += fmt::format("{}{}: {}{}", s.empty() ? "" : ", ", k.key, type_text(k.type, described),
                         k.required ? "" : described.say(" (opcional)", " (optional)"));
    }
    return "{" + s + "}";
}

std::string type_in_full(const Type& t, Described& described) {
    switch (t.kind) {
        case K::flag:
            return described.say("`true` o `false`", "`true` or `false`");
        case K::text:
            return described.say("texto", "text");
        case K::number:
            return described.say("número", "number");
        case K::integer:
            return described.say("entero", "whole number");
        case K::duration:
            return described.say("tiempo", "time");
        case K::money:
            return described.say("dinero", "money");
        case K::uf:
            return "UF";
        case K::date:
            return described.say("fecha `2026-04-26`", "date `2026-04-26`");
        case K::day:
            return described.say("día `10-01` o `2026-10-01`", "day `10-01` or `2026-10-01`");
        case K::word: {
            std::string s;
            for (const auto& w : t.words) s += (s.empty() ? "" : described.say(" o ", " or ")) + code(w);
            return s;
        }
        case K::list:
            return fmt::format("{} {}{}", described.say("lista de", "list of"),
                               t.at_least == t.at_most ? fmt::format("{} ", t.at_least) : "",
                               type_text(t.of[0], described));
        case K::by_year:
            return described.say("por año, {2024: ", "by year, {2024: ") + type_text(t.of[0], described) + ", …}";
        case K::by_date:
            return described.say("por fecha, {2026-04-26: ", "by date, {2026-04-26: ") + type_text(t.of[0], described) +
                   ", …}";
        case K::form: {
            const Type& inner = t.keys[0].type;
            return fmt::format("{}: {}", t.keys[0].key,
                               inner.kind == K::group ? record(inner, described) : type_text(inner, described));
        }
        case K::either:
            return joined(t.of, described);
        case K::group:
            return record(t, described);
        case K::any:
            return described.say("lo que la clave toma", "what the key takes");
        case K::keyed:
        case K::unknown:
            break;
    }
    return "—";
}

std::string type_text(const Type& t, Described& described) {
    if (t.name.empty()) return type_in_full(t, described);
    described[t.name] = &t;
    return fmt::format("[{}](#{})", name_in(described.lang, t.name), t.name);
}

std::string unit(const Type& t, const Described& described) {
    switch (t.kind) {
        case K::duration:
            return described.say("tiempo", "time");
        case K::money:
            return "pesos";
        case K::uf:
            return "UF";
        case K::either:
        case K::list:
        case K::by_year:
        case K::by_date: {
            for (const auto& inner : t.of) {
                if (std::string u = unit(inner, described); !u.empty()) return u;
            }
            return "";
        }
        default:
            return "";
    }
}

std::string domain(const Type& t, const Described& described) {
    if (!t.is_number()) {
        return t.of.empty() || t.kind == K::keyed || t.name == "distribution" ? "" : domain(t.of.back(), described);
    }
    if (t.low_text.empty() && t.high_text.empty()) return "";
    if (t.high_text.empty()) return (t.above_low ? "> " : "≥ ") + t.low_text;
    if (t.low_text.empty()) return "≤ " + t.high_text;
    return fmt::format("{}{}{}{}", t.above_low ? described.say("más de ", "above ") : "", t.low_text,
                       described.say(" a ", " to "), t.high_text);
}

class Page {
public:
    explicit Page(core::Lang lang) { described_.lang = lang; }

    std::string of(const Key& language) {
        out_ = say(opening_es, opening_en);
        out_ += say("\n## Raíz\n", "\n## Root\n");
        table("", language.type, true);
        for (const auto& k : language.type.keys) {
            if (is_group(k)) section(k);
            if (k.key == "exceptions") exceptional_keys();
        }
        types();
        warnings();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(std::string_view es, std::string_view en) const { return described_.say(es, en); }

    [[nodiscard]] std::string meaning(const Key& k) const { return std::string(k.meaning.in(described_.lang)); }

    static bool is_group(const Key& k) {
        return !k.has_provenance && (k.type.kind == K::group || k.type.kind == K::keyed);
    }

    void section(const Key& k) {
        out_ +=
            fmt::format("\n## {}\n\n{}.{}\n", k.key, meaning(k), k.required ? say(" Obligatorio.", " Required.") : "");
        if (k.type.kind == K::keyed) {
            table(element(k.key, k), k.type.of[0], false);
        } else {
            table(k.key, k.type, false);
        }
    }
    [[nodiscard]] std::string element(const std::string& path, const Key& k) const {
        return path + (k.type.integer_keys ? say(".<número>", ".<number>") : say(".<clave>", ".<key>"));
    }

    void table(const std::string& path, const Type& group, bool only_values) {
        out_ += say("\n| Clave | Tipo | Unidad | Dominio | Por omisión | Origen | Significado ",
                    "\n| Key | Type | Unit | Domain | By default | Origin | Meaning ") +
                "|\n|---|---|---|---|---|---|---|\n";
        if (only_values) {
            out_ += say("| `aforo` | `1` |  |  | obligatoria |  | Versión del lenguaje |\n",
                        "| `aforo` | `1` |  |  | required |  | Version of the language |\n");
            out_ += say("| `extends` | texto o lista de texto |  |  | ninguno |  | Archivos de los que parte |\n",
                        "| `extends` | text or list of text |  |  | none |  | Files that it starts from |\n");
        }
        rows(path, group, only_values);
    }

    void rows(const std::string& path, const Type& group, bool only_values) {
        for (const auto& k : group.keys) {
            const std::string here = path.empty() ? k.key : path + "." + k.key;
            if (!is_group(k)) {
                row(here, k);
            } else if (!only_values) {
                out_ += fmt::format("| `{}` | {} |  |  | {} |  | {} |\n", here, say("grupo", "group"),
                                    k.required ? say("obligatorio", "required") : "", cell(meaning(k)));
                rows(k.type.kind == K::keyed ? element(here, k) : here, k.type.kind == K::keyed ? k.type.of[0] : k.type,
                     false);
            }
        }
    }

    void row(const std::string& path, const Key& k) {
        out_ += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", path, type_text(k.type, described_),
                            unit(k.type, described_), domain(k.type, described_),
                            k.required ? say("obligatoria", "required") : code(k.neutral),
                            k.required ? "" : say("neutro: apagado", "neutral: off"), cell(meaning(k)));
    }

    void exceptional_keys() {
        out_ += say("\nPueden tener otro valor por fecha:", "\nThese may have another value by date:");
        const auto list = [&](const std::string& title, auto is_in) {
            std::string all;
            for (const auto& key : scenario::exceptional_keys()) {
                if (is_in(key)) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", key.path);
            }
            out_ += fmt::format("\n* {}: {}.", title, all);
        };
        out_ += "\n";
        list(say("y por región, centro o satélite", "and by region, centre or satellite"),
             [](const auto& key) { return key.has_places && !key.is_amount; });
        list(say("y por centro o satélite, la cantidad de esa oficina sola, que puede ser fraccionaria",
                 "and by centre or satellite, the amount of that office alone, which may be a fraction"),
             [](const auto& key) { return key.is_amount; });
        list(say("solo en todo el programa", "in the whole programme alone"),
             [](const auto& key) { return !key.has_places; });
        out_ +=
            say("\n\nLas demás claves valen desde el comienzo, también en los años de entrada: una regla de prioridad, "
                "una reserva o un máximo de planes no empiezan un día.\n",
                "\n\nAll other keys hold from the beginning, in the run-in years too: a priority rule, a reserve or "
                "a maximum of plans begins on no day.\n");
    }

    void types() {
        out_ += say("\n## Tipos\n", "\n## Types\n");
        std::map<std::string, bool> done;
        // Describing a type may name another one, so this repeats until no new one appears.
        for (bool more = true; more;) {
            more = false;
            const Described now = described_;
            for (const auto& [name, type] : now) {
                if (done.contains(name)) continue;
                done[name] = more = true;
                describe(name, *type);
            }
        }
    }

    void warnings() {
        out_ += say(R"(
## Avisos

`aforo check` y todo lo que simula avisan, con su lugar, de lo que un escenario dice y no hace como está escrito; con `--strict` es un
error. El escenario sirve igual. Se avisa solo de claves que algún archivo escribe: nunca de lo que se da por omisión, ni de una
clave escrita con su valor neutro. Si un archivo deja sin efecto una clave que heredó (`advisors: 0` donde la base dice cómo es un
plan), no se avisa de ella; sí de la que se escribe en el mismo archivo que la deja sin efecto, o después. Un tope que
no se alcanza en una corrida es un resultado, no un aviso.

| Aviso | La clave |
|---|---|
)",
                    R"(
## Warnings

`aforo check` and all that simulates warn, with its place, of what a scenario says and does not do as it is written; with `--strict`
that is an error. The scenario is valid all the same. Only keys that some file writes are warned of: never a default, nor a key
written with its neutral value. Where a file deprives a key that it inherits of its effect (`advisors: 0` where the base says what a
plan is like), that one is not told; one written in the same file as what deprives it, or after, is. A cap that is not reached in
a run is a result, not a warning.

| Warning | The key |
|---|---|
)");
        for (const auto& kind : scenario::warning_kinds())
            out_ += fmt::format("| `{}` | {} |\n", kind.id, cell(std::string(say(kind.meaning.es, kind.meaning.en))));
    }

    void describe(const std::string& name, const Type& t) {
        out_ += fmt::format("\n<a id=\"{}\"></a>**{}**: ", name, name_in(described_.lang, name));
        const bool list = t.kind == K::list;
        const Type& what = list ? t.of[0] : t;
        out_ += list ? say("una lista de:\n\n", "a list of:\n\n") : say("uno de:\n\n", "one of:\n\n");
        if (what.kind != K::either) {
            out_ += "* " + type_in_full(what, described_) + "\n";
            return;
        }
        for (const auto& one : what.of) {
            const bool is_form = one.kind == K::form;
            const std::string text = type_text(one, described_);
            out_ += "* " + (is_form && text.find_first_of("`[") == std::string::npos ? "`" + text + "`" : text) + "\n";
        }
        if (name == "growth") {
            out_ += say(
                "\nEl factor de un año rige desde su 1 de enero y cada 1 de enero siguiente, hasta el próximo año que "
                "se nombra; antes del primero que se nombra nada crece.\n",
                "\nThe factor of a year holds from its 1 January and each 1 January after, until the next year that is "
                "named; before the first that is named nothing grows.\n");
        }
    }

    std::string out_;
    Described described_;
};

}  // namespace

std::string page(core::Lang lang) { return Page(lang).of(scenario::language()); }

}  // namespace aforo::reference
