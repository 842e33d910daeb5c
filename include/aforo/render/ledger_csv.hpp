// The ledger of one replication for a spreadsheet in Spanish: a byte-order mark, `;`, one posting a line, CR LF.
// fecha;año;componente;de;a;pesos;concepto;centro;empresa
// An account's balance is the sum of what goes to it less what goes from it; the sources (presupuesto, traspasos,
// sobregiro, años anteriores) are the other way round. Whole pesos, no thousands separator.
#pragma once

#include <span>
#include <string>

#include "aforo/results/ledger.hpp"

namespace aforo::render {

[[nodiscard]] std::string ledger_csv(std::span<const results::LedgerLine> lines);

}  // namespace aforo::render
