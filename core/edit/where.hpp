#pragma once
// The language of `accord list --where`: owner = HOME and (actual_finish is empty or title ~ "round"). Grammar: records.md.
#include <functional>
#include <string_view>

#include "core/model/dossier.hpp"

namespace accord {

// A test of one record. `or` binds weakest, then `and`, then `not`; comparisons are `= != < <= > >= ~`, `is empty`,
// `is not empty`, `in (a, b)`. Text compares without regard to ASCII case; numbers, durations and days by value. On FuzzyDates
// `<` tests the latest day, `>` the earliest, `=` whether they overlap; `<=`/`>=` the same ends, equality allowed.
// An absent value meets only `is empty`, `!=` and `not …`.
using Filter = std::function<bool(const Record&)>;

// Every problem with its column in `place`: where.syntax, where.field (nearest suggested), where.value.
Result<Filter> parse_where(const RecordType& type, std::string_view text, const Dossier& dossier);

}  // namespace accord
