# The library's scenario of the sheet inside the command, so that who has nothing but the command can start from it.
set(library ${CMAKE_SOURCE_DIR}/scenarios)
file(READ ${library}/ficha-2024.yaml AFORO_SHEET)
file(READ ${library}/red-2024.yaml AFORO_NETWORK)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${library}/ficha-2024.yaml ${library}/red-2024.yaml)
configure_file(${CMAKE_CURRENT_LIST_DIR}/sheet_files.cpp.in ${CMAKE_BINARY_DIR}/reference/sheet_files.cpp @ONLY)
target_sources(aforo_reference PRIVATE ${CMAKE_BINARY_DIR}/reference/sheet_files.cpp)
