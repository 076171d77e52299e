#pragma once
// The way from older file formats to this one.
//
// A change of a record's description needs: one line there, file_format raised, one Migration here that says what becomes of
// the old values (ALTER TABLE … ADD COLUMN, UPDATE …; fields that merely appear empty need no SQL at all), a frozen file of
// the old format in tests/corpus/store, and a test. Tables are brought to their described form afterwards, in any case.
#include <span>
#include <string_view>

#include "db/store/connection.hpp"

namespace accord {

struct Migration {
  int to = 0;             // the format that this step leads to
  std::string_view what;  // for the journal: "adds the benchmark's phase"
  void (*run)(StoreConnection& connection) = nullptr;
};

// Every step ever released, ascending without gaps; the last leads to file_format.
std::span<const Migration> migrations();
// The format that a program with these steps writes.
int newest_format(std::span<const Migration> steps);

// Brings the file to the newest format: a copy NAME.vN-backup beside it first, then all steps, the tables' described form
// and the journal's entry (author "Accord", at `time`, seconds since 1970-01-01 UTC) in one transaction. A step that fails
// leaves the file as it was: store.migration, which names the copy. A file whose journal is broken is refused before
// anything is done to it (store.corrupt): its entry would vouch for what somebody else has changed.
Outcome migrate(StoreConnection& connection, const std::filesystem::path& path, std::span<const Migration> steps, std::int64_t time);

}  // namespace accord
