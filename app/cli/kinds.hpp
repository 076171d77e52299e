#pragma once
// Records for people and programs: which kind is meant, what is shown of it.
#include "app/session/reading_order.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::cli {

// Singular or plural, "-" or "_". kind.unknown names the nearest one.
Result<const RecordType*> kind_named(std::string_view name);

// The fields that a table of the kind shows, the code first.
std::vector<const Field*> table_fields(const RecordType& type);

// What a table or a page for people holds of a field: choices, steps of a ladder, yes and no, and uncertain dates in the
// spoken tongue. English shows `canonical` as it is, the word by which the field is asked for and set.
std::string value_in_words(const Field& field, const Record& record, const Dossier& dossier, std::string canonical);

}  // namespace accord::cli
