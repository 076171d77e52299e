#pragma once
// Records as people expect to find them, and by what refers to them.
#include <string>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

// "session calendars": the kind's plural as people say it.
std::string plural_in_words(const RecordType& type);

// Records of a kind in the order in which people expect them: milestones by outline, dated records by date, others by
// id.
std::vector<const Record*> in_reading_order(const Dossier& dossier, Kind kind);

// Whether a field of `record`, which is of `type`, refers to the record of that kind and id.
bool refers_to(const RecordType& type, const Record& record, Kind kind, RecordId id);

}  // namespace accord
