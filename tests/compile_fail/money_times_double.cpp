// A rate is not money's business: scaled() rounds where it can be seen.
#include "aforo/core/money.hpp"

using aforo::core::Money;

Money twice(Money amount) {
#ifdef FORBIDDEN
    return amount * 2.0;
#else
    return amount * 2;
#endif
}
