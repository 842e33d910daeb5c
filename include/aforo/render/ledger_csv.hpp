// The ledger of one replication for a spreadsheet in Spanish: a byte-order mark, `;`, one posting per line, CR LF.
// fecha;año;componente;de;a;pesos;concepto;centro;empresa
// The balance of an account is what goes to it minus what goes from it; for the sources (presupuesto, traspasos,
// sobregiro, años anteriores) it is the opposite. Whole pesos, no thousands separator.
#pragma once

#include <span>
#include <string>

#include "aforo/results/ledger.hpp"

namespace aforo::render {

[[nodiscard]] std::string ledger_csv(std::span<const results::LedgerLine> lines);

}  // namespace aforo::render
