#pragma once
// Several records changed or removed as one: one entry of the journal, one step to take back. Knows no toolkit.
#include <string>
#include <vector>

#include "app/session/session.hpp"

namespace accord {

// The fields that several records can share: neither what names a record nor long texts. In the order of the forms.
std::vector<const Field*> shared_fields(Kind kind);

// Makes the field say `text`, as a person types or chooses it, in every one of the records; all or none. Every problem
// once; those that are gone meanwhile are passed over.
EditCommand set_in_all(Kind kind, std::vector<RecordId> records, std::string field, std::string text);

// Removes them all, members before their groups. Codes: remove_record()'s where one cannot go.
EditCommand remove_all(Kind kind, std::vector<RecordId> records);

}  // namespace accord
