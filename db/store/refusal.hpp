#pragma once
#include "core/edit/change.hpp"
#include "db/store/connection.hpp"

namespace accord {

// What a constraint of the file refused, in words; code commit.refused, one finding per field or dangling reference.
// `at` is the change that was being written, null when the commit itself was refused. The transaction is still open.
Diagnostics refused(StoreConnection& connection, const SQLite::Exception& error, const RecordChange* at);
bool is_refusal(const SQLite::Exception& error);

}  // namespace accord
