#pragma once
// Short ways to write days in the calendar tests.
#include <string>

#include "core/calendar/day.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {

inline Day day(const std::string& iso) { return parse_day(iso).value(); }

// The code of a Result's first diagnostic, "" for a value.
template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.errors().front().code;
}

}  // namespace accord::test
