// aforo schema: the scenario language as a JSON Schema, or as the page of keys.
#pragma once

#include "common.hpp"

namespace aforo::cli {

struct SchemaArguments {
    bool markdown = false;
};

[[nodiscard]] int schema(const SchemaArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
