// aforo schema: the scenario language as a JSON Schema, or as the page of keys.
#include <memory>

#include "aforo/reference/reference.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    bool markdown = false;
};

int schema(const Arguments& arguments, core::Lang lang) {
    print_out("{}", arguments.markdown ? reference::page(lang) : reference::json_schema(lang));
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.flag("--markdown", a->markdown, "La página de referencia de todas las claves",
           "The page of reference of all keys");
    return [a, lang = o.lang()] { return schema(*a, lang); };
}

}  // namespace

const Command schema_command{"schema", "Imprime el esquema JSON de los escenarios, para editores",
                             "Prints the JSON Schema of scenarios, for editors", options};

}  // namespace aforo::cli
