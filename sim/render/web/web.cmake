# The charts' runtime of the HTML report: packages that package-lock.json pins, made one script by esbuild and compiled
# into aforo_render. Everything happens in <build>/web; they are fetched again only when the lock file changes.
find_program(NODE NAMES node nodejs REQUIRED DOC "Node.js 18 or later (Debian: nodejs)")

set(here ${CMAKE_CURRENT_LIST_DIR})
set(web ${CMAKE_BINARY_DIR}/web)
file(MAKE_DIRECTORY ${web})

# aforo_fetch(FOLDER LOCK_FILE COMMENT): what the lock file pins into FOLDER/node_modules; FOLDER/fetched then is there.
function(aforo_fetch folder lock comment)
  set(script ${CMAKE_SOURCE_DIR}/sim/render/web/fetch.mjs)
  add_custom_command(OUTPUT ${folder}/fetched
    COMMAND ${NODE} ${script} ${lock} ${folder}
    COMMAND ${CMAKE_COMMAND} -E touch ${folder}/fetched
    DEPENDS ${lock} ${script}
    COMMENT ${comment} VERBATIM)
endfunction()
aforo_fetch(${web} ${here}/package-lock.json "Fetching the charts' runtime (once)")

set(sources ${here}/charts.js ${here}/report.css ${here}/bundle.mjs)
add_custom_command(OUTPUT ${web}/web.cpp
  COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${web}
  COMMAND ${NODE} bundle.mjs web.cpp
  DEPENDS ${web}/fetched ${sources}
  WORKING_DIRECTORY ${web}
  COMMENT "Bundling the charts' runtime" VERBATIM)

target_sources(aforo_render PRIVATE ${web}/web.cpp)
target_include_directories(aforo_render PRIVATE ${here}/..)
