#include "trace.hpp"

#include <fmt/core.h>

#include <charconv>
#include <optional>

#include "aforo/measure/trace.hpp"
#include "aforo/scenario/language.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

using model::FactKind;

std::string_view what(FactKind k, core::Lang lang) {
    switch (k) {
        case FactKind::arrived:
            return core::in(lang, "llega a la oficina", "comes to the office");
        case FactKind::returned:
            return core::in(lang, "vuelve a la oficina", "comes to the office again");
        case FactKind::balked:
            return core::in(lang, "la oficina está llena: se va", "the office is full: it goes away");
        case FactKind::left_attention:
            return core::in(lang, "se cansa de esperar atención y se va",
                            "is tired of waiting for attention and leaves");
        case FactKind::attention_began:
            return core::in(lang, "comienza su atención", "its attention begins");
        case FactKind::attended:
            return core::in(lang, "termina su atención", "its attention ends");
        case FactKind::informed:
            return core::in(lang, "solo quería información: sale con una derivación",
                            "wanted information only: leaves with a referral");
        case FactKind::diagnosed:
            return core::in(lang, "queda diagnosticada", "is diagnosed");
        case FactKind::referred:
            return core::in(lang, "no cumple un criterio y es derivada", "fails a criterion and is referred");
        case FactKind::qualified:
            return core::in(lang, "califica y pide un cupo", "qualifies and asks for a slot");
        case FactKind::requested_again:
            return core::in(lang, "pide otro plan de trabajo", "asks for another work plan");
        case FactKind::turned_away:
            return core::in(lang, "la lista de espera está llena: se va", "the waiting list is full: it goes away");
        case FactKind::withdrew:
            return core::in(lang, "se cansa de esperar un cupo y se retira",
                            "is tired of waiting for a slot and withdraws");
        case FactKind::still_waiting:
            return core::in(lang, "sigue esperando un cupo: la simulación termina",
                            "still waits for a slot: the simulation ends");
        case FactKind::declined:
            return core::in(lang, "rechaza el cupo ofrecido", "declines the slot offered");
        case FactKind::admitted:
            return core::in(lang, "es admitida a un plan de trabajo", "is admitted to a work plan");
        case FactKind::session_held:
            return core::in(lang, "asiste a una sesión", "attends a session");
        case FactKind::no_show:
            return core::in(lang, "falta a una sesión", "misses a session");
        case FactKind::interrupted:
            return core::in(lang, "su asesor se va: vuelve a la lista", "its advisor leaves: back to the list");
        case FactKind::dropped_out:
            return core::in(lang, "abandona su plan", "drops out of its plan");
        case FactKind::graduated:
            return core::in(lang, "egresa", "graduates");
        case FactKind::placed_for_attention:
            return core::in(lang, "espera atención desde antes", "has been waiting for attention");
        case FactKind::placed_on_list:
            return core::in(lang, "está en la lista desde antes", "has been on the list");
        case FactKind::placed_in_plan:
            return core::in(lang, "tiene un plan desde antes", "has had a plan");
        case FactKind::placed_by_record:
            return core::in(lang, "está en la lista: lo ejecutado admite a más de las que esperaban",
                            "is on the list: what was executed admits more than waited");
        case FactKind::count_of_kinds:
            break;
    }
    return "";
}

std::string detail(const measure::TraceStep& s, const model::Blueprint& blueprint) {
    switch (s.kind) {
        case FactKind::diagnosed:
            return fmt::format(" · {:.1f} / {:.1f}", s.who.profile.composite, s.who.latent);
        case FactKind::session_held:
            return fmt::format(" · {}/{}", s.who.sessions,
                               blueprint.terms_on(s.who.office, core::day_of(s.who.since))
                                   .sessions[static_cast<std::size_t>(s.who.profile.band)]);
        case FactKind::referred:
            return fmt::format(
                " · {}",
                scenario::word_of(blueprint.scenario.targeting.criteria[static_cast<std::size_t>(s.who.failed)].kind));
        default:
            return "";
    }
}

std::optional<std::uint64_t> parse(std::string_view text, int base) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

int print_trace(const scenario::Scenario& scenario, const std::string& whom, std::uint64_t seed,
                std::uint32_t replication, core::Lang lang) {
    const model::Blueprint blueprint(scenario);
    const bool is_key = whom.starts_with("0x");
    const auto number = parse(is_key ? std::string_view(whom).substr(2) : whom, is_key ? 16 : 10);
    const auto key = !number || is_key ? number : measure::key_of_arrival(blueprint, seed, replication, *number);
    const auto life = key ? measure::trace(blueprint, seed, replication, *key) : measure::Trace{};
    if (life.steps.empty()) {
        print_err(
            "{}\n",
            core::in(
                lang, "No hay tal empresa en esa réplica: dé un número de llegada (1, 2, …) o una clave 0x….",
                "There is no such enterprise in that replication: give a number of arrival (1, 2, …) or a key 0x…."));
        return wrong_input;
    }
    const auto& office = blueprint.offices[life.steps.front().who.office.value];
    const bool is_centre = !office.is_satellite;
    const std::string& name = is_centre ? scenario.network.centres.at(office.permanent_id).name
                                        : scenario.network.satellites.at(office.permanent_id).name;
    print_out("{} 0x{:016x} · {} · {} {}\n", core::in(lang, "Empresa", "Enterprise"), life.key, core::escaped(name),
              core::in(lang, "réplica", "replication"), replication);
    for (const auto& step : life.steps) {
        print_out("  {}  {}{}\n", core::iso(step.at), what(step.kind, lang), detail(step, blueprint));
    }
    if (life.outcome) {
        const auto yes = [&](bool b) { return b ? core::in(lang, "sí", "yes") : "no"; };
        print_out("  {}: {} ({} {}) · {}: {} ({} {})\n", core::in(lang, "ventas al alza en t+1", "sales up at t+1"),
                  yes(life.outcome->sales_up), core::in(lang, "sin programa", "without the programme"),
                  yes(life.outcome->sales_up_without),
                  core::in(lang, "sigue con ventas en t+2", "still has sales at t+2"), yes(life.outcome->survives),
                  core::in(lang, "sin programa", "without the programme"), yes(life.outcome->survives_without));
    }
    return done;
}

}  // namespace aforo::cli
