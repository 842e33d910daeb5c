# The charts' runtime of the HTML report: packages that package-lock.json pins, made one script by esbuild and compiled
# into aforo_render. Everything happens in <build>/web; npm is asked again only when the lock file changes.
find_program(NPM npm REQUIRED DOC "npm, which fetches the charts' runtime (Debian: npm)")
find_program(NODE NAMES node nodejs REQUIRED DOC "Node.js 18 or later (Debian: nodejs)")

set(here ${CMAKE_CURRENT_LIST_DIR})
set(web ${CMAKE_BINARY_DIR}/web)
file(MAKE_DIRECTORY ${web})

# The engines that packages ask for are those of Vega in Node; here it runs in browsers only.
add_custom_command(OUTPUT ${web}/fetched
  COMMAND ${CMAKE_COMMAND} -E copy ${here}/package.json ${here}/package-lock.json ${web}
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${web}/fetched
  DEPENDS ${here}/package.json ${here}/package-lock.json
  WORKING_DIRECTORY ${web}
  COMMENT "Fetching the charts' runtime with npm (once)" VERBATIM)

set(sources ${here}/charts.js ${here}/report.css ${here}/bundle.mjs)
add_custom_command(OUTPUT ${web}/web.cpp
  COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${web}
  COMMAND ${NODE} bundle.mjs web.cpp
  DEPENDS ${web}/fetched ${sources}
  WORKING_DIRECTORY ${web}
  COMMENT "Bundling the charts' runtime" VERBATIM)

target_sources(aforo_render PRIVATE ${web}/web.cpp)
target_include_directories(aforo_render PRIVATE ${here}/..)
