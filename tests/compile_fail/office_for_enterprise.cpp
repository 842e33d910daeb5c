// Identifiers of different things do not mix.
#include "aforo/core/ids.hpp"

using aforo::core::EnterpriseId;
using aforo::core::OfficeId;

void withdraw(EnterpriseId);

void close(OfficeId office, EnterpriseId enterprise) {
#ifdef FORBIDDEN
    withdraw(office);
#else
    (void)office;
    withdraw(enterprise);
#endif
}
