# accord_library(NAME LINKS target...): the static library of the folder it is called from.
# Every folder of core, db and app is one such target and links only what it names.
function(accord_library name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE accord_warnings)
endfunction()

# accord_test(NAME LINKS target...): a doctest program of the folder's *.cpp, registered with ctest.
function(accord_test name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE accord_test_main ${arg_LINKS} accord_warnings)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# accord_embed(TARGET FILES file...): compiles the files into TARGET; embedded_file(NAME) finds them by file name.
function(accord_embed target)
  cmake_parse_arguments(arg "" "" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.list)
  list(JOIN arg_FILES "\n" lines)
  file(GENERATE OUTPUT ${list} CONTENT "${lines}\n")
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DLIST=${list} -DOUT=${out} -P ${PROJECT_SOURCE_DIR}/packaging/cmake/Embed.cmake
    DEPENDS ${arg_FILES} ${list} ${PROJECT_SOURCE_DIR}/packaging/cmake/Embed.cmake)
  target_sources(${target} PRIVATE ${out})
endfunction()
