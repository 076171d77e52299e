# cmake -C packaging/presets/asan+ubsan.cmake -S . -B build/asan+ubsan
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(ACCORD_SANITIZE "address,undefined" CACHE STRING "")
set(ACCORD_TESTS ON CACHE BOOL "")
set(ACCORD_BENCH OFF CACHE BOOL "")
