#include "core/progress/accounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/progress/announcements.hpp"

namespace accord {
namespace {

std::string described(const Entry& e, const Tongue& t) {
  std::vector<std::string> about;
  about.push_back(e.date ? in_prose(*e.date, t) : t("no date"));
  if (e.confidence != Confidence::unstated)
    about.push_back(e.confidence == Confidence::official ? t("official")
                    : e.confidence == Confidence::press  ? t("press")
                                                         : t("secondary"));
  return fmt::format("{} ({})", e.code, join(about, ", "));
}

void say(const Dossier& dossier, Dispute& dispute, const Tongue& t) {
  std::vector<std::string> parts;
  for (const Account& account : dispute.accounts) {
    const Entry& e = *dossier.find(account.entry);
    if (!dispute.decided) parts.push_back(described(e, t));
    else if (account.chosen) parts.push_back(t("{} is taken", described(e, t)));
    else parts.push_back(t("{} is set aside: {}", described(e, t), account.why));
  }
  dispute.sentence = dispute.decided ? join(parts, "; ")
                                     : t("{} tell the same thing with other dates; nobody has chosen one",
                                         join_in_words(parts, t));
  if (!dispute.sentence.ends_with('.')) dispute.sentence += '.';
}

std::vector<Dispute> undecided(const Dossier& dossier) {
  std::map<int, std::vector<const Entry*>> rounds;
  for (const Entry& e : dossier.all<Entry>())
    if (e.kind == EntryKind::round && e.number && !e.chosen) rounds[*e.number].push_back(&e);
  std::vector<Dispute> out;
  for (const auto& [number, entries] : rounds) {
    std::vector<bool> told(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (told[i]) continue;
      Dispute dispute{{{Id<Entry>(entries[i]->id), false, ""}}, false, ""};
      for (std::size_t j = i + 1; j < entries.size(); ++j)
        if (!told[j] && contradict_each_other(dossier, *entries[i], *entries[j])) {
          dispute.accounts.push_back({Id<Entry>(entries[j]->id), false, ""});
          told[j] = true;
        }
      if (dispute.accounts.size() > 1) out.push_back(std::move(dispute));
    }
  }
  return out;
}

}  // namespace

bool contradict_each_other(const Dossier& dossier, const Entry& a, const Entry& b) {
  return a.kind == EntryKind::round && b.kind == EntryKind::round && a.number && a.number == b.number && !a.chosen && !b.chosen &&
         share_a_track(dossier, a, b) && a.date && b.date && !overlap(*a.date, *b.date);
}

std::vector<Dispute> disputed_accounts(const Dossier& dossier, const Tongue& tongue) {
  std::map<Id<Entry>, Dispute> decided;
  for (const Entry& e : dossier.all<Entry>()) {
    if (!dossier.find(e.chosen)) continue;
    Dispute& dispute = decided[e.chosen];
    dispute.decided = true;
    dispute.accounts.push_back({Id<Entry>(e.id), false, e.chosen_why});
  }
  std::vector<Dispute> all;
  for (auto& [chosen, dispute] : decided) {
    dispute.accounts.insert(dispute.accounts.begin(), {chosen, true, ""});
    all.push_back(std::move(dispute));
  }
  for (Dispute& dispute : undecided(dossier)) all.push_back(std::move(dispute));
  const auto date_of = [&](const Account& a) { return dossier.find(a.entry)->date.value_or(FuzzyDate()); };
  for (Dispute& dispute : all) {
    std::stable_sort(dispute.accounts.begin() + (dispute.decided ? 1 : 0), dispute.accounts.end(),
                     [&](const Account& a, const Account& b) { return date_of(a) < date_of(b); });
    say(dossier, dispute, tongue);
  }
  std::stable_sort(all.begin(), all.end(), [&](const Dispute& a, const Dispute& b) {
    return date_of(a.accounts.front()) < date_of(b.accounts.front());
  });
  return all;
}

Diagnostics check_disputes(const Dossier& dossier) {
  Diagnostics out;
  for (const Dispute& dispute : disputed_accounts(dossier)) {
    if (dispute.decided) continue;
    Diagnostic d{.code = "track.undecided",
                 .message = dispute.sentence,
                 .advice = accord::say("set the weaker one aside: chosen and chosen_why")};
    d.place.record = dossier.find(dispute.accounts.front().entry)->code;
    d.severity = Severity::warning;
    out.push_back(std::move(d));
  }
  return out;
}

}  // namespace accord
