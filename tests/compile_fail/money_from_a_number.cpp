// A number says no unit: pesos or thousands of pesos must be said.
#include "aforo/core/money.hpp"

using aforo::core::Money;

#ifdef FORBIDDEN
Money price = 1500.0;
#else
Money price = Money::pesos(1500);
#endif
