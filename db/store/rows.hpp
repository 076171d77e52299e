#pragma once
// Records to rows and back: one mapper for every kind, driven by the descriptions.
#include <map>
#include <string>

#include "core/edit/change.hpp"
#include "db/store/connection.hpp"

namespace accord {

// All records of the file. Code store.corrupt for each row that its record's description cannot take; also for records
// that are listed but not there. Revision and next id are set.
Result<Dossier> load_rows(StoreConnection& connection);

// Writes changes inside a transaction that the caller began. One writer per transaction.
class RowWriter {
 public:
  explicit RowWriter(StoreConnection& connection) : connection_(connection) {}
  // std::logic_error when the changes do not fit the rows as they are, or a text is not canonical: the caller made them
  // on something else than the file's own state. SQLite::Exception where a constraint refuses; deferred ones at commit.
  void write(const ChangeSet& changes);
  // The change that was being written last; null before the first.
  const RecordChange* at() const { return at_; }

 private:
  using Texts = std::vector<std::string>;  // in the order of the description
  Texts row_of(const RecordType& type, RecordId id);
  void remove(const RecordType& type, RecordId id);
  void insert(const RecordType& type, RecordId id, const Texts& texts);
  void update(const RecordType& type, const RecordChange& change, const Texts& texts);
  void name(const RecordType& type, RecordId id, const std::string& code);
  void fill_list(const RecordType& type, const Field& field, RecordId id, const std::string& text);
  SQLite::Statement& prepared(const std::string& sql);

  StoreConnection& connection_;
  const RecordChange* at_ = nullptr;
  std::map<std::string, SQLite::Statement> statements_;
};

}  // namespace accord
