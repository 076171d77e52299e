#pragma once
// What the store's tests share.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "db/store/store.hpp"
#include "tests/db/store/temporary_folder.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace accord::test {

inline const Stamp stamp{"Aizhan", 1'790'000'000};

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::string all;
    for (const Diagnostic& d : result.errors()) all += to_text(d) + "\n";
    FAIL(all);
  }
  return std::move(result).value();
}

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.errors().front().code;
}

inline std::vector<std::string> codes_of(const Diagnostics& findings) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : findings) codes.push_back(d.code);
  return codes;
}

inline bool names(const Diagnostics& findings, const std::string& code) {
  const auto codes = codes_of(findings);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

inline std::string all_texts(const Diagnostics& findings) {
  std::string text;
  for (const Diagnostic& d : findings) text += to_text(d) + "\n";
  return text;
}

inline Dossier retitled(const Dossier& dossier, const std::string& title) {
  const auto info = std::make_shared<DossierInfo>(dossier.info());
  info->title = title;
  DossierBuilder builder(dossier);
  builder.put(Kind::dossier, info);
  return std::move(builder).build();
}

template <class T>
Dossier with(const Dossier& dossier, const std::string& code, const std::string& title, RecordId id = {}) {
  const auto record = std::make_shared<T>();
  record->id = id ? id : dossier.next_id();
  record->code = code;
  record->title = title;
  DossierBuilder builder(dossier);
  builder.put(KindOf<T>::value, record);
  return std::move(builder).build();
}

template <class T, class Change>
Dossier changed(const Dossier& dossier, const std::string& code, Change&& change) {
  const auto record = std::make_shared<T>(*dossier.find_code_as<T>(code));
  change(*record);
  DossierBuilder builder(dossier);
  builder.put(KindOf<T>::value, record);
  return std::move(builder).build();
}

inline Dossier without(const Dossier& dossier, const std::string& code) {
  const auto named = dossier.find_code(code);
  DossierBuilder builder(dossier);
  builder.erase(named->kind, named->record->id);
  return std::move(builder).build();
}

// Commits the step from one snapshot to the next; gives the next one with its revision.
inline Dossier commit(Store& store, const Dossier& before, Dossier after, const std::string& summary = "an edit", std::int64_t time = stamp.time) {
  const std::int64_t revision = must(store.commit(diff(before, after), before.revision(), {stamp.author, time}, {.summary = summary}));
  DossierBuilder builder(std::move(after));
  builder.set_revision(revision);
  return std::move(builder).build();
}

// Runs SQL on the file as any SQLite program would, with the file's own rules in force.
inline void run_sql(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 1000);
  db.exec("PRAGMA foreign_keys = ON");
  db.exec(sql);
}

// The same past the triggers, as somebody would who wants to falsify the file.
inline void tamper(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE, 1000);
  std::vector<std::pair<std::string, std::string>> triggers;
  {
    SQLite::Statement rows(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (rows.executeStep()) triggers.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  }
  for (const auto& trigger : triggers) db.exec("DROP TRIGGER \"" + trigger.first + "\"");
  db.exec(sql);
  for (const auto& trigger : triggers) db.exec(trigger.second);
}

}  // namespace accord::test
