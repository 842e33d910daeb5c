#include "commit.hpp"
#include "program.hpp"

int main(int argc, char** argv) { return aforo::cli::program(argc, argv, aforo::cli::commit); }
