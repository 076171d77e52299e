#pragma once
// The data set of real agreements that the program ships, and rows that users add to it.
#include "core/forecast/reference_class.hpp"

namespace accord {

// The shipped rows, each with its sources and how far they can be trusted.
const std::vector<ReferenceRow>& shipped_reference();

// Rows of a CSV file with the shipped one's columns (partner and kind at least), for cases of one's own. Every problem
// at once, with line and column: csv.…, reference.column (a required one is missing), reference.kind (a row without a
// kind or partner), reference.date, reference.status.
Result<std::vector<ReferenceRow>> parse_reference(std::string_view text, const std::string& file);

}  // namespace accord
