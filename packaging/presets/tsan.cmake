# cmake -C packaging/presets/tsan.cmake -S . -B build/tsan
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(ACCORD_SANITIZE "thread" CACHE STRING "")
set(ACCORD_TESTS ON CACHE BOOL "")
set(ACCORD_BENCH OFF CACHE BOOL "")
