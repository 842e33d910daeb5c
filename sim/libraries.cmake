# The libraries, all from Debian. For the engine of the page they are those of page/libraries.cmake instead.
find_package(Boost 1.81 REQUIRED)
find_package(Eigen3 3.4 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(SQLite3 REQUIRED)
# Debian's package has no CMake file of its own.
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
add_library(xlsxwriter UNKNOWN IMPORTED GLOBAL)
set_target_properties(xlsxwriter PROPERTIES IMPORTED_LOCATION ${XLSXWRITER_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE})
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
set(AFORO_CRYPTO OpenSSL::Crypto)
set(AFORO_XLSX xlsxwriter)
