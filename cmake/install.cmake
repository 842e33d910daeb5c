# What is installed, and the Debian packages of it: `aforo`, the program with its library of scenarios and documents, and
# `aforo-dev`, headers and static libraries for those who embed the model (tests/embed). `./dev package` makes both.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # tests need not be built to install

# What says how to use the program is made from the program itself.
set(share ${CMAKE_BINARY_DIR}/share)
file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sim/cli/pages/*.cpp)
add_executable(aforo_pages ${pages})
target_link_libraries(aforo_pages PRIVATE aforo_cli aforo_options)
add_custom_command(OUTPUT ${share}/made
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${share}
  COMMAND aforo_pages ${share} ${CMAKE_SOURCE_DIR}/scenarios
  COMMAND aforo schema --lang es > ${share}/scenario.schema.json
  COMMAND aforo schema --lang en > ${share}/scenario.schema.en.json
  COMMAND ${CMAKE_COMMAND} -E touch ${share}/made
  DEPENDS aforo aforo_pages
  COMMENT "Manual pages, completions and schema" VERBATIM)
add_custom_target(aforo_share ALL DEPENDS ${share}/made)

# The program. Its library lies where sim/scenario/library.cpp looks: beside it, whatever the prefix.
install(TARGETS aforo RUNTIME COMPONENT program)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/aforo COMPONENT program)
install(FILES ${share}/scenario.schema.json ${share}/scenario.schema.en.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/aforo COMPONENT program)
foreach(kind man bash-completion zsh fish)
  install(DIRECTORY ${share}/${kind} DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT program)
endforeach()
install(FILES README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md CITATION.cff
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
# Documents and library lie side by side in the repository, and name each other so.
foreach(link docs:${CMAKE_INSTALL_DATADIR}/aforo:${CMAKE_INSTALL_DOCDIR}/docs
        scenarios:${CMAKE_INSTALL_DOCDIR}:${CMAKE_INSTALL_DATADIR}/aforo/scenarios)
  string(REPLACE ":" ";" link ${link})
  list(POP_FRONT link name from to)
  file(RELATIVE_PATH to /${from} /${to})
  install(CODE "file(CREATE_LINK ${to} \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${from}/${name}\" SYMBOLIC)"
    COMPONENT program)
endforeach()

# The modules, as aforo::model and so on.
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/aforo)
get_property(modules GLOBAL PROPERTY AFORO_MODULES)
foreach(module IN LISTS modules)
  set_target_properties(aforo_${module} PROPERTIES EXPORT_NAME ${module})
  # What includes the headers has to be C++20, and to round as the libraries do.
  target_compile_features(aforo_${module} INTERFACE cxx_std_20)
  target_compile_options(aforo_${module} INTERFACE $<INSTALL_INTERFACE:-ffp-contract=off>)
  install(TARGETS aforo_${module} EXPORT aforo ARCHIVE COMPONENT development
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()
set_target_properties(boost_json PROPERTIES OUTPUT_NAME aforo_boost_json)
install(TARGETS boost_json EXPORT aforo ARCHIVE COMPONENT development)
install(DIRECTORY include/aforo DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT aforo NAMESPACE aforo:: DESTINATION ${package} COMPONENT development)
include(CMakePackageConfigHelpers)
configure_file(cmake/aforo-config.cmake.in ${CMAKE_BINARY_DIR}/aforo-config.cmake @ONLY)
# Before 1.0, what embeds 0.2 need not build with 0.3.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/aforo-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/aforo-config.cmake ${CMAKE_BINARY_DIR}/aforo-config-version.cmake
  cmake/Findxlsxwriter.cmake DESTINATION ${package} COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aforo)
set(CPACK_PACKAGE_CONTACT "The aforo authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Programme capacity and coverage, simulated")
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME aforo)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "chromium, bash-completion, man-db")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME aforo-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# Those of packages_run in `dev` that the static libraries were made with.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libboost1.81-dev, libeigen3-dev, libfmt-dev, libsqlite3-dev, libssl-dev, \
libxlsxwriter-dev, libyaml-cpp-dev")
include(CPack)
