#pragma once
// Records for people and programs: which kind is meant, what is shown of it.
#include "app/session/reading_order.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::cli {

// Singular or plural, "-" or "_". kind.unknown names the nearest one.
Result<const RecordType*> kind_named(std::string_view name);

// The fields that a table of the kind shows, the code first.
std::vector<const Field*> table_fields(const RecordType& type);

}  // namespace accord::cli
