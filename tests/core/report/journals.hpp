#pragma once
// A journal made by editing, for tests of what is told from it.
#include <vector>

#include "core/edit/journal.hpp"
#include "tests/support/dossiers.hpp"

namespace accord::test {

class TestJournal {
 public:
  TestJournal() {
    // The creation: everything that a new dossier holds.
    JournalEntry entry;
    entry.number = 1;
    entry.time = seconds("2026-09-01");
    entry.author = "Anna";
    entry.action = Action::create;
    DossierBuilder nothing{Dossier()};
    nothing.erase(Kind::dossier, RecordId{1});
    entry.changes = diff(std::move(nothing).build(), now_);
    entries_.push_back(entry);
  }

  const Dossier& now() const { return now_; }
  const std::vector<JournalEntry>& entries() const { return entries_; }
  std::int64_t revision() const { return static_cast<std::int64_t>(entries_.size()); }

  TestJournal& edit(const char* day, const char* author, const char* why, const Dossier& next) {
    JournalEntry entry;
    entry.number = revision() + 1;
    entry.time = seconds(day);
    entry.author = author;
    entry.why = why;
    entry.changes = diff(now_, next);
    entries_.push_back(entry);
    now_ = next;
    return *this;
  }

  static std::int64_t seconds(const char* iso) { return std::chrono::duration_cast<std::chrono::seconds>(parse_day(iso).value().time_since_epoch()).count() + 12 * 3600; }

 private:
  Dossier now_;
  std::vector<JournalEntry> entries_;
};

}  // namespace accord::test
