#include "value_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "aforo/results/components.hpp"

namespace aforo::told {

namespace {

struct Word {
    std::string_view written;
    Text said;
};

// Every word that a value of the scenario may be, and the keys inside values that changes often show. tests/told asks
// for each word of the language.
constexpr auto words_of_values = std::to_array<Word>({
    // Rules of priority and groups.
    {"arrival", {"orden de llegada", "order of arrival"}},
    {"lowest_potential", {"menor potencial primero", "lowest potential first"}},
    {"highest_potential", {"mayor potencial primero", "highest potential first"}},
    {"longest_wait", {"mayor espera primero", "longest wait first"}},
    {"lottery", {"sorteo", "lottery"}},
    {"women_first", {"mujeres primero", "women first"}},
    {"rural_first", {"rurales primero", "rural ones first"}},
    {"informal_first", {"informales primero", "informal ones first"}},
    {"first_plans_first", {"primeros planes primero", "first plans first"}},
    {"re_entries_first", {"egresadas primero", "graduates first"}},
    {"group", {"grupo", "group"}},
    {"weighted", {"puntaje", "points"}},
    {"women", {"mujeres", "women"}},
    {"men", {"hombres", "men"}},
    {"rural", {"rurales", "rural"}},
    {"urban", {"urbanas", "urban"}},
    {"mixed", {"territorio mixto", "mixed territory"}},
    {"informal", {"informales", "informal"}},
    {"natural_person", {"personas naturales", "natural persons"}},
    {"legal_entity", {"personas jurídicas", "legal entities"}},
    {"cooperative", {"cooperativas", "cooperatives"}},
    {"first_plans", {"primeros planes", "first plans"}},
    {"low_band", {"potencial bajo", "low potential"}},
    {"medium_band", {"potencial medio", "medium potential"}},
    {"high_band", {"potencial alto", "high potential"}},
    {"low", {"bajo", "low"}},
    {"medium", {"medio", "medium"}},
    {"high", {"alto", "high"}},
    // Criteria.
    {"sector", {"sector", "sector"}},
    {"sales", {"ventas", "sales"}},
    {"formality", {"formalidad", "formality"}},
    {"standard", {"estándar del diagnóstico", "standard of the diagnosis"}},
    {"bands", {"potencial", "potential"}},
    {"need", {"necesidad verificada", "verified need"}},
    {"agri_forestry", {"silvoagropecuario", "agriculture and forestry"}},
    {"at_most", {"a lo más", "at most"}},
    {"at_least", {"al menos", "at least"}},
    // Money.
    {"appropriation", {"todo el presupuesto", "the whole appropriation"}},
    {"uncommitted", {"lo no comprometido", "what is not committed"}},
    {"stop", {"se detiene", "stops"}},
    {"hold", {"se retiene", "is held"}},
    {"release", {"se libera", "is released"}},
    {"overrun", {"sobregiro", "overrun"}},
    {"compensate", {"se compensa", "compensated"}},
    {"extra", {"aparte", "extra"}},
    {"wait", {"espera", "waits"}},
    {"at_admission", {"al admitir", "at admission"}},
    {"halves", {"por mitades", "in halves"}},
    {"national", {"nacional", "national"}},
    {"by_centre", {"por centro", "by centre"}},
    {"fixed", {"fija", "fixed"}},
    {"funded", {"según fondos", "as funds allow"}},
    // Plans, territory and staff.
    {"complete", {"plan completo", "complete plan"}},
    {"share", {"parte", "share"}},
    {"demand", {"según demanda", "by demand"}},
    {"equal", {"por igual", "equally"}},
    {"finish", {"se terminan", "finished"}},
    {"return_to_list", {"vuelven a la lista", "back to the list"}},
    {"centre", {"centro", "centre"}},
    {"region", {"región", "region"}},
    {"programme", {"programa", "programme"}},
    {"none", {"ninguno", "none"}},
    {"true", {"sí", "yes"}},
    {"false", {"no", "no"}},
    {"official", {"oficial", "official"}},
    {"draft", {"borrador", "draft"}},
    {"hours", {"horas", "hours"}},
    {"months", {"meses", "months"}},
    // Days and prices.
    {"monday", {"lunes", "Monday"}},
    {"tuesday", {"martes", "Tuesday"}},
    {"wednesday", {"miércoles", "Wednesday"}},
    {"thursday", {"jueves", "Thursday"}},
    {"friday", {"viernes", "Friday"}},
    {"saturday", {"sábado", "Saturday"}},
    {"sunday", {"domingo", "Sunday"}},
    {"chile", {"Chile", "Chile"}},
    {"nominal", {"nominales", "nominal"}},
    {"sheet", {"los de la ficha", "those of the sheet"}},
    // How a number varies.
    {"constant", {"constante", "constant"}},
    {"uniform", {"uniforme", "uniform"}},
    {"triangular", {"triangular", "triangular"}},
    {"pert", {"PERT", "PERT"}},
    {"exponential", {"exponencial", "exponential"}},
    {"gamma", {"gamma", "gamma"}},
    {"lognormal", {"lognormal", "lognormal"}},
    {"weibull", {"Weibull", "Weibull"}},
    {"empirical", {"empírica", "empirical"}},
    {"mixture", {"mezcla", "mixture"}},
    {"stands", {"fijo", "stands"}},
    {"ratio", {"proporción", "ratio"}},
    {"mean", {"media", "mean"}},
    {"min", {"min", "min"}},
    // Keys inside values.
    {"component", {"componente", "component"}},
    {"from", {"desde", "from"}},
    {"until", {"hasta", "until"}},
    {"to", {"a", "to"}},
    {"of", {"de", "of"}},
    {"at", {"en", "at"}},
    {"offices", {"oficinas", "offices"}},
    {"regions", {"regiones", "regions"}},
    {"date", {"fecha", "date"}},
    {"amount", {"monto", "amount"}},
    {"value", {"valor", "value"}},
    {"name", {"nombre", "name"}},
    {"parent", {"centro madre", "parent centre"}},
    {"visiting_days", {"días de visita", "visiting days"}},
    {"advisors", {"asesores", "advisors"}},
    {"within_national", {"dentro del número nacional", "within the national number"}},
    {"days_stay", {"sus días no crecen", "its days do not grow"}},
    {"own_list", {"lista propia", "list of its own"}},
    {"complexity", {"complejidad", "complexity"}},
    {"opens", {"abre", "opens"}},
    {"closes", {"cierra", "closes"}},
    {"female", {"mujeres", "women"}},
    {"potential", {"potencial", "potential"}},
    {"re_entry", {"otro plan", "another plan"}},
    {"wait_day", {"día de espera", "day waited"}},
    {"points", {"puntos", "points"}},
    {"strict", {"estricta", "strict"}},
});

bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

}  // namespace

std::string_view said_of_word(std::string_view word, Lang lang) {
    const auto* const found =
        std::find_if(words_of_values.begin(), words_of_values.end(), [&](const Word& w) { return w.written == word; });
    if (found != words_of_values.end()) return found->said.in(lang);
    const auto* const component = results::find_component(word);
    return component == nullptr ? word : core::in(lang, component->es, component->en);
}

std::string in_words(std::string_view value, Lang lang) {
    const bool is_one_word = std::all_of(value.begin(), value.end(), is_of_word);
    const bool is_made_of_parts = value.starts_with('[') || value.starts_with('{');
    if (!is_one_word && !is_made_of_parts) return std::string(value);  // a free text
    std::string said;
    bool is_quoted = false;
    for (std::size_t i = 0; i < value.size();) {
        if (value[i] == '"') is_quoted = !is_quoted;
        if (is_quoted || !is_of_word(value[i])) {
            said += value[i++];
            continue;
        }
        std::size_t end = i;
        while (end < value.size() && is_of_word(value[end])) ++end;
        said += said_of_word(value.substr(i, end - i), lang);
        i = end;
    }
    return said;
}

}  // namespace aforo::told
