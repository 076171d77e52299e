#pragma once
#include "db/store/connection.hpp"

namespace accord {

// A complete copy of the open file by SQLite's online backup; it appears under its name whole or not at all.
// Codes as may_make(); store.locked where another program keeps writing.
Outcome copy_database(StoreConnection& source, const std::filesystem::path& destination, bool overwrite);

}  // namespace accord
