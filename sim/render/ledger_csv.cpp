#include "aforo/render/ledger_csv.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "aforo/results/components.hpp"

namespace aforo::render {

namespace {

constexpr std::array words = {std::pair{"attention", "atención"},
                              std::pair{"appropriated", "presupuesto"},
                              std::pair{"transferred", "traspasos"},
                              std::pair{"overrun", "sobregiro"},
                              std::pair{"available", "disponible"},
                              std::pair{"committed", "comprometido"},
                              std::pair{"paid", "pagado"},
                              std::pair{"returned", "devuelto"},
                              std::pair{"earlier_years", "años anteriores"},
                              std::pair{"treasury", "fisco"},
                              std::pair{"appropriation", "presupuesto del año"},
                              std::pair{"fixed_cost", "costo fijo"},
                              std::pair{"plan", "plan de trabajo"},
                              std::pair{"plan_balance", "segunda mitad de un plan"},
                              std::pair{"alliance", "alianza"},
                              std::pair{"administration", "gasto administrativo"},
                              std::pair{"transfer", "traspaso"},
                              std::pair{"cut", "recorte"},
                              std::pair{"dropout_return", "devolución por abandono"},
                              std::pair{"year_end", "cierre del año"},
                              std::pair{"executed", "gasto ejecutado"}};

std::string_view in_spanish(std::string_view identifier) {
    for (const auto& [word, spanish] : words) {
        if (identifier == word) return spanish;
    }
    return identifier;
}

// «asesoría»: inside a line a component's name has no capital.
std::string component_in_spanish(std::string_view id) {
    const auto* component = results::find_component(id);
    std::string name(component == nullptr ? id : component->es);
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return name;
}

}  // namespace

std::string ledger_csv(std::span<const results::LedgerLine> lines) {
    std::string csv =
        "\xEF\xBB\xBF"
        "fecha;año;componente;de;a;pesos;concepto;centro;empresa\r\n";
    csv.reserve(csv.size() + lines.size() * 110);
    for (const auto& l : lines) {
        fmt::format_to(std::back_inserter(csv), "{};{};{};{};{};{};{};{};{}\r\n", core::iso(l.at), l.year,
                       component_in_spanish(l.component), in_spanish(l.from), in_spanish(l.to), l.amount.in_pesos(),
                       in_spanish(l.entry), l.centre > 0 ? fmt::format("{}", l.centre) : "",
                       // Written as a text, because a spreadsheet would lose the last of 16 digits.
                       l.enterprise > 0 ? fmt::format("{:#018x}", l.enterprise) : "");
    }
    return csv;
}

}  // namespace aforo::render
