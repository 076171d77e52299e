#pragma once
// Records for people and programs: which kind is meant, what is shown of it.
#include "core/edit/entry_text.hpp"

namespace accord::cli {

// "session calendars": the kind's plural as people say it.
std::string plural_in_words(const RecordType& type);

// Singular or plural, "-" or "_". kind.unknown names the nearest one.
Result<const RecordType*> kind_named(std::string_view name);

// The fields that a table of the kind shows, the code first.
std::vector<const Field*> table_fields(const RecordType& type);

// Records of a kind in the order in which people expect them: milestones by outline, dated records by date, others by
// id.
std::vector<const Record*> in_reading_order(const Dossier& dossier, Kind kind);

}  // namespace accord::cli
