#include "db/store/attachments.hpp"

#include <fmt/format.h>

#include <set>

#include "core/base/spoken.hpp"
#include "db/store/hash.hpp"

namespace accord {
namespace {

std::string mebibytes(std::int64_t bytes) { return say("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20)); }

bool is_kept(StoreConnection& connection, std::string_view hash) {
  SQLite::Statement row(connection.db(), "SELECT 1 FROM \"attachment\" WHERE \"hash\" = ?");
  row.bind(1, std::string(hash));
  return row.executeStep();
}

std::set<std::string> hashes_of(const Dossier& dossier) {
  std::set<std::string> hashes;
  for (const Evidence& evidence : dossier.all<Evidence>())
    if (!evidence.file_hash.empty()) hashes.insert(evidence.file_hash);
  return hashes;
}

}  // namespace

std::string write_attachment(StoreConnection& connection, std::string_view bytes) {
  const std::string hash = sha256(bytes);
  if (is_kept(connection, hash)) return hash;
  SQLite::Statement insert(connection.db(),
                           "INSERT INTO \"attachment\" (\"hash\", \"size\", \"bytes\") VALUES (?, ?, ?)");
  insert.bind(1, hash);
  insert.bind(2, static_cast<std::int64_t>(bytes.size()));
  insert.bind(3, bytes.data() ? bytes.data() : "", static_cast<int>(bytes.size()));
  insert.exec();
  return hash;
}

Result<std::string> read_attachment(StoreConnection& connection, std::string_view hash,
                                    const std::filesystem::path& path) {
  SQLite::Statement row(connection.db(), "SELECT \"bytes\" FROM \"attachment\" WHERE \"hash\" = ?");
  row.bind(1, std::string(hash));
  if (!row.executeStep())
    return on_file(path, "attachment.missing",
                   say("The attached file {}… does not lie in this dossier.", hash.substr(0, 12)),
                   say("ask whoever gave you this dossier for the file, and attach it again"));
  const SQLite::Column column = row.getColumn(0);
  std::string bytes(static_cast<const char*>(column.getBlob()) ? static_cast<const char*>(column.getBlob()) : "",
                    static_cast<std::size_t>(column.getBytes()));
  if (sha256(bytes) != hash)
    return on_file(path, "attachment.damaged",
                   say("The attached file {}… is not as it was when it was attached.", hash.substr(0, 12)),
                   say("open a backup"));
  return bytes;
}

Diagnostic too_large(std::int64_t bytes, std::int64_t limit) {
  return {.code = "attachment.size",
          .message = say("The file is too large to be attached."),
          .expected = say("at most {}", mebibytes(limit)),
          .found = mebibytes(bytes),
          .advice = say("give a link instead, or raise the dossier's file_limit")};
}

Outcome copy_attachments(Store::Impl& from, const std::filesystem::path& into, const Dossier& dossier) {
  return guarded(into, [&]() -> Outcome {
    StoreConnection target(into, OpenFor::writing, 0);
    target.use();
    SQLite::Transaction transaction(target.db(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const std::string& hash : hashes_of(dossier))
      if (const auto bytes = read_attachment(from.connection, hash, from.path)) write_attachment(target, *bytes);
    transaction.commit();
    return Done{};
  });
}

Diagnostics attachment_findings(StoreConnection& connection, const Dossier& dossier,
                                const std::filesystem::path& path) {
  Diagnostics findings;
  SQLite::Statement rows(connection.db(), "SELECT \"hash\" FROM \"attachment\"");
  while (rows.executeStep())
    if (const auto bytes = read_attachment(connection, rows.getColumn(0).getString(), path); !bytes)
      findings.push_back(bytes.errors().front());
  for (const Evidence& evidence : dossier.all<Evidence>()) {
    // What is no check sum at all, the rules of records say.
    if (evidence.file_hash.size() != no_hash.size() || is_kept(connection, evidence.file_hash)) continue;
    Diagnostic d =
        on_file(path, "attachment.missing",
                say("The file of {} ({}) does not lie in this dossier.", evidence.code, evidence.file_name),
                say("attach it again"));
    d.place.record = evidence.code;
    d.severity = Severity::warning;
    findings.push_back(std::move(d));
  }
  return findings;
}

}  // namespace accord
