// The reference page of the scenario language, in Spanish.
#include <fmt/format.h>

#include <map>

#include "aforo/scenario/warnings.hpp"
#include "schema.hpp"

namespace aforo::cli {

namespace {

using scenario::Key;
using scenario::Type;
using K = Type::Kind;

constexpr const char* opening = R"(# El lenguaje de los escenarios

Esta página sale de la misma tabla con que `aforo` lee los escenarios. No se edita a mano:
`aforo schema --markdown > scenarios/README.md`. Para que un editor complete y revise mientras se escribe:
`aforo schema > aforo.schema.json`. `aforo init` escribe un escenario comentado del que partir; `aforo check` dice todo lo
que esté mal, con su lugar; `aforo rules` explica reglas, criterios y distribuciones con un ejemplo de cada uno.

* Un escenario es un archivo YAML que empieza con `aforo: 1`. Con `extends: otro.yaml` (o una lista de archivos) parte de otro y
  dice solo lo que cambia; `name` y `description` no se heredan. En `regions`, `centres`, `satellites` y `sources`, `null` quita
  el elemento.
* Cualquier valor puede llevar su procedencia: `{value: 8, range: [4, 16], source: supuesto, note: "…"}`. `source` nombra una
  entrada de `sources`; un `source` o `note` puesto en un grupo vale para todo lo de dentro. Solo un número lleva `range`.
* Las cantidades llevan su unidad: tiempo en `ms`, `s`, `min`, `h`, `days`, `weeks`, `months` (365,25/12 días) o `years`; dinero en
  `$`, `M$` (miles de pesos) o `MM$` (millones), pesos de `plan.price_year`; ventas en `UF`. Decimales con punto, sin
  separador de miles.
* Lo que se da por omisión es siempre el valor neutro: la opción queda apagada, como si no existiera. Nunca es una estimación.
)";

// Types that the tables name and that are described once.
using Described = std::map<std::string, const Type*>;

std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
    return text;
}
std::string code(const std::string& text) { return "`" + cell(text) + "`"; }

std::string type_text(const Type& t, Described& described);

std::string spanish_name(const std::string& name) {
    static const std::map<std::string, std::string> names = {{"distribution", "distribución"},
                                                             {"simple_distribution", "distribución simple"},
                                                             {"growth", "crecimiento"},
                                                             {"criteria", "criterios"},
                                                             {"per_band", "por banda"},
                                                             {"priority", "prioridad"},
                                                             {"rule", "regla"},
                                                             {"reserve", "reserva"},
                                                             {"staff_change", "cambio de personal"}};
    const auto known = names.find(name);
    return known == names.end() ? name : known->second;
}

std::string joined(const std::vector<Type>& of, Described& described) {
    std::string s;
    for (const auto& t : of) s += (s.empty() ? "" : " o ") + type_text(t, described);
    return s;
}

std::string record(const Type& group, Described& described) {
    std::string s;
    for (const auto& k : group.keys) {
        s += fmt::format("{}{}: {}{}", s.empty() ? "" : ", ", k.name, type_text(k.type, described),
                         k.required ? "" : " (opcional)");
    }
    return "{" + s + "}";
}

std::string type_in_full(const Type& t, Described& described) {
    switch (t.kind) {
        case K::flag:
            return "`true` o `false`";
        case K::text:
            return "texto";
        case K::number:
            return "número";
        case K::integer:
            return "entero";
        case K::duration:
            return "tiempo";
        case K::money:
            return "dinero";
        case K::uf:
            return "UF";
        case K::date:
            return "fecha `2026-04-26`";
        case K::day:
            return "día `10-01` o `2026-10-01`";
        case K::word: {
            std::string s;
            for (const auto& w : t.words) s += (s.empty() ? "" : " o ") + code(w);
            return s;
        }
        case K::list:
            return fmt::format("lista de {}{}", t.at_least == t.at_most ? fmt::format("{} ", t.at_least) : "",
                               type_text(t.of[0], described));
        case K::by_year:
            return "por año, {2024: " + type_text(t.of[0], described) + ", …}";
        case K::by_date:
            return "por fecha, {2026-04-26: " + type_text(t.of[0], described) + ", …}";
        case K::form: {
            const Type& inner = t.keys[0].type;
            return fmt::format("{}: {}", t.keys[0].name,
                               inner.kind == K::group ? record(inner, described) : type_text(inner, described));
        }
        case K::either:
            return joined(t.of, described);
        case K::group:
            return record(t, described);
        case K::keyed:
        case K::unknown:
            break;
    }
    return "—";
}

std::string type_text(const Type& t, Described& described) {
    if (t.name.empty()) return type_in_full(t, described);
    described[t.name] = &t;
    return fmt::format("[{}](#{})", spanish_name(t.name), t.name);
}

std::string unit(const Type& t) {
    switch (t.kind) {
        case K::duration:
            return "tiempo";
        case K::money:
            return "pesos";
        case K::uf:
            return "UF";
        case K::either:
        case K::list:
        case K::by_year:
        case K::by_date: {
            for (const auto& inner : t.of) {
                if (std::string u = unit(inner); !u.empty()) return u;
            }
            return "";
        }
        default:
            return "";
    }
}

std::string domain(const Type& t) {
    if (!t.is_number()) {
        return t.of.empty() || t.kind == K::keyed || t.name == "distribution" ? "" : domain(t.of.back());
    }
    if (t.low_text.empty() && t.high_text.empty()) return "";
    if (t.high_text.empty()) return (t.above_low ? "> " : "≥ ") + t.low_text;
    if (t.low_text.empty()) return "≤ " + t.high_text;
    return fmt::format("{}{} a {}", t.above_low ? "más de " : "", t.low_text, t.high_text);
}

class Page {
public:
    std::string of(const Key& language) {
        out_ = opening;
        out_ += "\n## Raíz\n";
        table("", language.type, true);
        for (const auto& k : language.type.keys) {
            if (is_group(k)) section(k);
        }
        types();
        warnings();
        return std::move(out_);
    }

private:
    static bool is_group(const Key& k) {
        return !k.has_provenance && (k.type.kind == K::group || k.type.kind == K::keyed);
    }

    void section(const Key& k) {
        out_ += fmt::format("\n## {}\n\n{}.{}\n", k.name, k.meaning, k.required ? " Obligatorio." : "");
        if (k.type.kind == K::keyed) {
            table(element(k.name, k), k.type.of[0], false);
        } else {
            table(k.name, k.type, false);
        }
    }
    static std::string element(const std::string& path, const Key& k) {
        return path + (k.type.integer_keys ? ".<número>" : ".<clave>");
    }

    void table(const std::string& path, const Type& group, bool only_values) {
        out_ +=
            "\n| Clave | Tipo | Unidad | Dominio | Por omisión | Origen | Significado "
            "|\n|---|---|---|---|---|---|---|\n";
        if (only_values) {
            out_ += "| `aforo` | `1` |  |  | obligatoria |  | Versión del lenguaje |\n";
            out_ += "| `extends` | texto o lista de texto |  |  | ninguno |  | Archivos de los que parte |\n";
        }
        rows(path, group, only_values);
    }

    void rows(const std::string& path, const Type& group, bool only_values) {
        for (const auto& k : group.keys) {
            const std::string here = path.empty() ? k.name : path + "." + k.name;
            if (!is_group(k)) {
                row(here, k);
            } else if (!only_values) {
                out_ += fmt::format("| `{}` | grupo |  |  | {} |  | {} |\n", here, k.required ? "obligatorio" : "",
                                    cell(k.meaning));
                rows(k.type.kind == K::keyed ? element(here, k) : here, k.type.kind == K::keyed ? k.type.of[0] : k.type,
                     false);
            }
        }
    }

    void row(const std::string& path, const Key& k) {
        out_ += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", path, type_text(k.type, described_),
                            unit(k.type), domain(k.type), k.required ? "obligatoria" : code(k.neutral),
                            k.required ? "" : "neutro: apagado", cell(k.meaning));
    }

    void types() {
        out_ += "\n## Tipos\n";
        std::map<std::string, bool> done;
        // Describing a type may name another.
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
        out_ += R"(
## Avisos

`aforo check` y todo lo que simula avisan, con su lugar, de lo que un escenario dice y no hace como está escrito; con `--strict` es un
error. El escenario sirve igual. Se avisa solo de claves que algún archivo escribe: nunca de lo que se da por omisión, ni de una
clave escrita con su valor neutro. Si un archivo deja sin efecto una clave que heredó (`advisors: 0` donde la base dice cómo es un
plan), no se avisa de ella; sí de la que se escribe en el mismo archivo que la deja sin efecto, o después. Un tope que
no se alcanza en una corrida es un resultado, no un aviso.

| Aviso | La clave |
|---|---|
)";
        for (const auto& kind : scenario::warning_kinds())
            out_ += fmt::format("| `{}` | {} |\n", kind.id, cell(kind.meaning.es));
    }

    void describe(const std::string& name, const Type& t) {
        out_ += fmt::format("\n<a id=\"{}\"></a>**{}**: ", name, spanish_name(name));
        const bool list = t.kind == K::list;
        const Type& what = list ? t.of[0] : t;
        out_ += list ? "una lista de:\n\n" : "uno de:\n\n";
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
            out_ +=
                "\nEl factor de un año rige desde su 1 de enero y cada 1 de enero siguiente, hasta el próximo año que "
                "se "
                "nombra; antes del primero que se nombra nada crece.\n";
        }
    }

    std::string out_;
    Described described_;
};

}  // namespace

std::string reference(const Key& language) { return Page().of(language); }

}  // namespace aforo::cli
