// Money does not leak into floating point unless somebody says in which unit.
#include "aforo/core/money.hpp"

double shown(aforo::core::Money amount) {
#ifdef FORBIDDEN
    return amount;
#else
    return amount.in_thousands();
#endif
}
