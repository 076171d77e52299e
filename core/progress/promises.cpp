#include "core/progress/promises.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/progress/validity.hpp"

namespace accord {
namespace {

bool is_after(const std::optional<FuzzyDate>& date, Day day) {
  return date && date->earliest() && *date->earliest() > day;
}

CommitmentState state_on(const Commitment& c, Day as_of) { return is_after(c.resolved, as_of) ? CommitmentState::open : c.state; }

std::string promised_in_words(const Promise& p, const Tongue& t) {
  return p.due ? t("promised {}", by_day(*p.due, t)) : t("promised without a date");
}

std::string dates_in_words(const Commitment& c, const Promise& p, const Tongue& t) {
  const std::string text = promised_in_words(p, t);
  if (p.state == CommitmentState::open || !c.resolved) return text;
  return t("{}, done {}", text, when(*c.resolved, t));
}

std::string sentence_of(const Commitment& c, const Promise& p, const Tongue& t) {
  const std::string dates = dates_in_words(c, p, t);
  switch (p.state) {
    case CommitmentState::open:
      return p.overdue_days ? t.plural("Open, and overdue by {} day: {}.", "Open, and overdue by {} days: {}.",
                                       *p.overdue_days, dates)
                            : t("Open: {}.", dates);
    case CommitmentState::kept:
      return t("Kept: {}.", dates);
    case CommitmentState::slipped:
      return p.slip_days && *p.slip_days > 0
                 ? t.plural("Slipped by {} day: {}.", "Slipped by {} days: {}.", *p.slip_days, dates)
                 : t("Slipped: {}.", dates);
    case CommitmentState::broken:
      return t("Broken: {}.", promised_in_words(p, t));
  }
  return {};
}

Promise judged(const Commitment& c, Day as_of, const Tongue& t) {
  Promise p{.commitment = Id<Commitment>(c.id),
            .state = state_on(c, as_of),
            .due = c.due ? c.due->latest() : std::nullopt,
            .slip_days = {},
            .overdue_days = {},
            .sentence = {}};
  const bool done = p.state == CommitmentState::kept || p.state == CommitmentState::slipped;
  // Of an uncertain day the kindest reading: it is late only when every possible day is.
  const auto resolved =
      c.resolved ? (c.resolved->earliest() ? c.resolved->earliest() : c.resolved->latest()) : std::nullopt;
  if (done && p.due && resolved) p.slip_days = std::max(0, days_between(*p.due, *resolved));
  if (p.state == CommitmentState::open && p.due && *p.due < as_of) p.overdue_days = days_between(*p.due, as_of);
  p.sentence = sentence_of(c, p, t);
  return p;
}

struct Tally {
  PromiseRecord record;
  double slips = 0;

  void add(const Commitment& c, const Promise& p) {
    ++record.made;
    if (c.in_public) ++record.in_public;
    if (p.overdue_days) ++record.overdue;
    switch (p.state) {
      case CommitmentState::open:
        ++record.open;
        break;
      case CommitmentState::kept:
        ++record.kept;
        break;
      case CommitmentState::slipped:
        ++record.slipped;
        break;
      case CommitmentState::broken:
        ++record.broken;
        break;
    }
    if (p.state != CommitmentState::slipped || !p.slip_days) return;
    slips += *p.slip_days;
    ++record.slips_known;
  }
};

void name_maker(PromiseRecord& record, Id<Party> party) { record.party = party; }
void name_maker(PromiseRecord& record, Id<Person> person) { record.person = person; }

void put_most_first(std::vector<PromiseRecord>& records) {
  std::ranges::stable_sort(records, std::greater(), &PromiseRecord::made);
}

template <class Key>
std::vector<PromiseRecord> records_of(const std::map<Key, Tally>& tallies, const Dossier& dossier) {
  std::vector<std::pair<std::string, PromiseRecord>> out;
  for (const auto& [key, tally] : tallies) {
    const auto* who = dossier.find(key);
    if (!who) continue;
    PromiseRecord record = tally.record;
    name_maker(record, key);
    if (record.slips_known > 0) record.mean_slip_days = tally.slips / record.slips_known;
    out.emplace_back(lower(who->code), record);
  }
  std::ranges::stable_sort(out, std::less(), &std::pair<std::string, PromiseRecord>::first);
  std::vector<PromiseRecord> records;
  for (auto& [code, record] : out) records.push_back(record);
  put_most_first(records);
  return records;
}

}  // namespace

bool is_open_on(const Commitment& c, Day as_of) { return !is_after(c.made, as_of) && state_on(c, as_of) == CommitmentState::open; }

Promiser who_owes(const Dossier& dossier, const Commitment& commitment, Day as_of) {
  const Person* person = dossier.find(commitment.by_person);
  const Id<Party> named = commitment.by_party ? commitment.by_party : person ? person->party : Id<Party>();
  const Party* party = party_on(dossier, named, as_of);
  return {.person = person ? Id<Person>(person->id) : Id<Person>(),
          .party = party ? Id<Party>(party->id) : Id<Party>(),
          .name = person ? title_of(Kind::person, *person) : party ? title_of(Kind::party, *party) : ""};
}

PromiseReport promise_report(const Dossier& dossier, Day as_of, const Tongue& tongue) {
  PromiseReport report;
  std::map<Id<Party>, Tally> parties, unnamed;  // by parties whose speaker is not named
  std::map<Id<Person>, Tally> people;
  for (const Commitment& c : dossier.all<Commitment>()) {
    if (is_after(c.made, as_of)) continue;
    const Promise promise = judged(c, as_of, tongue);
    if (c.by_party) {
      parties[c.by_party].add(c, promise);
      if (!c.by_person) unnamed[c.by_party].add(c, promise);
    }
    if (c.by_person) people[c.by_person].add(c, promise);
    report.promises.push_back(promise);
  }
  std::stable_sort(report.promises.begin(), report.promises.end(), [](const Promise& a, const Promise& b) {
    return a.due.value_or(last_day) < b.due.value_or(last_day);
  });
  report.parties = records_of(parties, dossier);
  report.people = records_of(people, dossier);
  report.makers = report.people;
  const std::vector<PromiseRecord> others = records_of(unnamed, dossier);
  report.makers.insert(report.makers.end(), others.begin(), others.end());
  put_most_first(report.makers);
  return report;
}

std::string_view promise_word(CommitmentState state) {
  return Choices<CommitmentState>::list[static_cast<std::size_t>(state)].code;
}

std::string record_in_words(const PromiseRecord& r, const Tongue& t) {
  std::vector<std::string> parts;
  if (r.kept) parts.push_back(t("{} kept", r.kept));
  if (r.slipped) parts.push_back(t("{} slipped", r.slipped));
  if (r.broken) parts.push_back(t("{} broken", r.broken));
  if (r.open) parts.push_back(r.overdue ? t("{} open, of which {} overdue", r.open, r.overdue) : t("{} open", r.open));
  std::string text = t.plural("Made {} promise: {}.", "Made {} promises: {}.", r.made, join(parts, ", "));
  if (!r.mean_slip_days || *r.mean_slip_days <= 0) return text;
  return text + " " + (r.slips_known == 1 ? t.plural("What slipped was {} day late.", "What slipped was {} days late.", std::lround(*r.mean_slip_days))
                                          : t("What slipped was {} days late on average.", decimal(*r.mean_slip_days, 1, t)));
}

}  // namespace accord
