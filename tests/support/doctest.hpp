#pragma once
// doctest with failure messages for the types that many tests compare.
#include <ostream>
#include <string>

#include <doctest/doctest.h>
