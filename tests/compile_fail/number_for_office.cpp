// A number is not an identifier.
#include "aforo/core/ids.hpp"

using aforo::core::OfficeId;

void open(OfficeId);

void open_the_third() {
#ifdef FORBIDDEN
    open(3U);
#else
    open(OfficeId(3U));
#endif
}
