// A number says no unit of time.
#include "aforo/core/time.hpp"

using namespace aforo::core;

Time later(Time t) {
#ifdef FORBIDDEN
    return t + 5;
#else
    return t + days(5);
#endif
}
