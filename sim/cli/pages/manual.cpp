// Manual pages: one of the program and one of each command.
#include <fmt/format.h>

#include <array>

#include "aforo/core/version.hpp"
#include "common.hpp"
#include "pages.hpp"

namespace aforo::cli {

namespace {

// A text as troff prints it: a hyphen that can be typed, no word taken for a request.
std::string troff(std::string_view text) {
    std::string safe;
    if (text.starts_with('.') || text.starts_with('\'')) safe = "\\&";
    for (const char c : text) {
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";
        } else {
            safe += c == '\n' ? ' ' : c;
        }
    }
    return safe;
}

struct ExitMeaning {
    Exit code;
    const char *es, *en;
};
constexpr std::array<ExitMeaning, 6> exit_meanings = {{
    {done, "Hecho.", "Done."},
    {broken_invariant, "Un invariante roto, que es un error de aforo; de verify, algo fuera de su cota.",
     "A broken invariant, which is a bug of aforo; of verify, something beyond its bound."},
    {wrong_input, "El escenario, la carpeta o la línea de comando están mal; por la salida de errores se dice qué.",
     "The scenario, the folder or the command line is wrong; standard error says what."},
    {environment, "La máquina: el disco, los permisos, la memoria.", "The machine: disk, permissions, memory."},
    {not_reached, "Hecho, pero sin llegar a la precisión o a la meta pedida.",
     "Done, but the precision or the goal that was asked for was not reached."},
    {interrupted, "Interrumpido; lo terminado queda, y aforo resume sigue desde ahí.",
     "Interrupted; what was finished is kept, and aforo resume goes on from there."},
}};

std::string full_name(const Page& page) { return page.name.empty() ? "aforo" : "aforo-" + page.name; }

class Writer {
public:
    explicit Writer(core::Lang lang) : lang_(lang) {}

    [[nodiscard]] std::string in(const char* es, const char* en) const { return std::string(core::in(lang_, es, en)); }

    void title(const Page& page) {
        text_ += fmt::format(
            ".\\\" Made from the commands of the program; do not edit.\n.TH \"{}\" 1 \"\" \"aforo {}\" "
            "\"{}\"\n.nh\n",
            troff(full_name(page)), core::version, in("Manual de aforo", "Manual of aforo"));
    }
    void heading(const char* es, const char* en) { text_ += fmt::format(".SH {}\n", in(es, en)); }
    void paragraph(const std::string& text) { text_ += fmt::format(".PP\n{}\n", troff(text)); }
    void line(const std::string& text) { text_ += troff(text) + "\n"; }
    void item(const std::string& term, const std::string& text) {
        text_ += fmt::format(".TP\n.B {}\n{}\n", term, troff(text));
    }
    void parameter(const Parameter& p) {
        std::string term = troff(p.name);
        if (!p.value.empty()) term += fmt::format(" \\fI{}\\fR", troff(p.value));
        std::string text = p.text;
        if (p.is_required) text += " " + in("(obligatorio)", "(required)");
        if (!p.unless_given.empty()) text += fmt::format(" [{}]", p.unless_given);
        item(term, text + ".");
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    core::Lang lang_;
    std::string text_;
};

std::string synopsis(const Page& page, const Writer& w) {
    std::string line = page.name.empty() ? "aforo" : "aforo " + page.name;
    if (page.name.empty()) line += " " + w.in("COMANDO", "COMMAND");
    for (const Parameter& p : page.options) {
        if (p.is_required) line += " " + p.name + " " + p.value;
    }
    line += " [" + w.in("OPCIÓN", "OPTION") + "…]";
    for (const Parameter& p : page.arguments) {
        const std::string name = p.name + (p.is_repeated ? "…" : "");
        line += p.is_required ? " " + name : " [" + name + "]";
    }
    return line;
}

void tell_scenarios(Writer& w) {
    w.heading("ESCENARIOS", "SCENARIOS");
    w.paragraph(w.in(
        "Un escenario es un archivo YAML, o un nombre de la biblioteca que viene con aforo: ficha-2024, "
        "presupuesto/plano. Un archivo que existe tiene preferencia. Lo mismo vale para extends y compare_with "
        "dentro de un escenario. La biblioteca está junto al programa, en share/aforo/scenarios; BIBLIOTECA.md "
        "dice qué hay en ella y README.md qué claves tiene un escenario.",
        "A scenario is a YAML file, or a name of the library that comes with aforo: ficha-2024, "
        "presupuesto/plano. A file that is there goes first. The same goes for extends and compare_with inside a "
        "scenario. The library lies beside the program, in share/aforo/scenarios; BIBLIOTECA.md says what is in it "
        "and README.md which keys a scenario has."));
}

void tell_ends(Writer& w, core::Lang lang) {
    w.heading("CÓDIGOS DE SALIDA", "EXIT STATUS");
    for (const ExitMeaning& m : exit_meanings)
        w.item(std::to_string(int{m.code}), std::string(core::in(lang, m.es, m.en)));
}

void tell_program(Writer& w, const std::vector<Page>& all, core::Lang lang) {
    w.heading("COMANDOS", "COMMANDS");
    for (std::size_t i = 1; i < all.size(); ++i)
        w.item(fmt::format("{}(1)", troff(full_name(all[i]))), all[i].text + ".");
    tell_scenarios(w);
    tell_ends(w, lang);
    w.heading("ENTORNO", "ENVIRONMENT");
    w.item(
        "AFORO_LANG",
        w.in("Idioma de lo que se imprime, es o en; sin ella, el de LC_ALL, LC_MESSAGES o LANG, y si no, español.",
             "Language of what is printed, es or en; without it, that of LC_ALL, LC_MESSAGES or LANG, else Spanish."));
}

}  // namespace

std::string manual(const std::vector<Page>& all, std::size_t page, core::Lang lang) {
    const Page& p = all[page];
    Writer w(lang);
    w.title(p);
    w.heading("NOMBRE", "NAME");
    // man's index wants one line: name, dash, what it is.
    const std::string about = page == 0 ? p.text.substr(p.text.find(": ") + 2) : p.text;
    w.line(full_name(p) + " - " + about);
    w.heading("SINOPSIS", "SYNOPSIS");
    w.line(synopsis(p, w));
    if (!p.arguments.empty()) {
        w.heading("ARGUMENTOS", "ARGUMENTS");
        for (const Parameter& a : p.arguments) w.parameter(a);
    }
    w.heading("OPCIONES", "OPTIONS");
    for (const Parameter& o : p.options) w.parameter(o);
    if (page == 0) tell_program(w, all, lang);
    w.heading("VÉASE TAMBIÉN", "SEE ALSO");
    w.line(page == 0 ? w.in("La guía y los documentos, en share/doc/aforo, junto al programa.",
                            "The guide and the documents, in share/doc/aforo, beside the program.")
                     : "aforo(1)");
    return w.text();
}

}  // namespace aforo::cli
