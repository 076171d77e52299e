#include "db/store/copying.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "core/base/spoken.hpp"
#include "db/store/files.hpp"

namespace accord {

Outcome copy_database(StoreConnection& source, const std::filesystem::path& destination, bool overwrite) {
  if (const Outcome may = may_make(destination, overwrite); !may) return may;
  TemporaryFile file(destination);
  const Outcome copied = guarded(destination, [&]() -> Outcome {
    StoreConnection target(file.path(), OpenFor::writing, 0);
    SQLite::Backup backup(target.use().db(), source.db());
    const int result = backup.executeStep(-1);
    if (result == SQLITE_BUSY || result == SQLITE_LOCKED) return on_file(source.db().getFilename(), "store.locked", say("Another program is writing to this file and does not finish."), say("try again in a moment"));
    return Done{};
  });
  if (!copied) return copied;
  return file.keep(overwrite);
}

}  // namespace accord
