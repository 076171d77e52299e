#pragma once
// Several accounts of one thing, kept side by side: which one was chosen and why, and where nobody has chosen yet.
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/dossier.hpp"

namespace accord {

struct Account {
  Id<Entry> entry;
  bool chosen = false;
  std::string why;  // of one that was set aside: why the other was taken
};
struct Dispute {
  std::vector<Account> accounts;  // the chosen one first, then by date
  bool decided = false;           // one is chosen
  std::string sentence;  // "E.31 (3 March 2026, press) is taken; E.40 (February 2026, secondary) is set aside: …"
};

// Entries that were set aside with the one that stands, and rounds of one number on a common track whose dates exclude
// each other although none was set aside. By date of the first account.
std::vector<Dispute> disputed_accounts(const Dossier& dossier, const Tongue& tongue = spoken());
// True of two accounts of one round, on a common track, whose dates exclude each other; nobody has set one aside.
bool contradict_each_other(const Dossier& dossier, const Entry& a, const Entry& b);
// Those that nobody has decided, as warnings with the code track.undecided.
Diagnostics check_disputes(const Dossier& dossier);

}  // namespace accord
