#include "schema.hpp"

#include "aforo/reference/reference.hpp"
#include "output.hpp"

namespace aforo::cli {

int schema(const SchemaArguments& arguments, core::Lang lang) {
    print_out("{}", arguments.markdown ? reference::page(lang) : reference::json_schema(lang));
    return done;
}

}  // namespace aforo::cli
