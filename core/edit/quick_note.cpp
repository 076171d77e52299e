#include "core/edit/quick_note.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/letters.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/note_announcement.hpp"
#include "core/edit/note_remarks.hpp"
#include "core/edit/note_tongues.hpp"
#include "core/edit/note_vocabulary.hpp"
#include "core/edit/note_words.hpp"
#include "core/edit/spoken_date.hpp"

namespace accord {
namespace {

// Reads one note; each step takes the words that it understands.
class Reader {
 public:
  Reader(std::string_view text, const Dossier& dossier, Day today) : dossier_(dossier), today_(today), words_(text) {
    note_.text = std::string(trim(text));
  }

  Result<QuickNote> read() {
    read_kind();
    hide_next_clause();
    if (const Outcome dated = read_date(); !dated) return dated.errors();
    if (const Outcome next = read_next(); !next) return next.errors();
    if (const Outcome other = read_other_day(); !other) return other.errors();
    read_codes_and_tracks();
    read_people();
    read_place();
    if (says_nothing()) return not_understood();
    assume_tracks();
    make_title();
    for (Diagnostic& remark : remarks_on(note_, dossier_, today_, not_held_.has_value())) note_.remarks.push_back(std::move(remark));
    return note_;
  }

 private:
  void read_kind() {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < words_.size(); ++i) all.push_back(words_.folded(i));
    not_held_ = non_event_word(all);
    if (!not_held_) coming_ = announcement_in(words_, today_);
    note_.in_doubt = !not_held_ && may_be_an_announcement(words_, today_);
    for (const std::string& word : all)
      if (const auto kind = kind_of_word(word); kind && !subject_) subject_ = kind;
    const bool only_next = !all.empty() && all[0] == "next" && !begins_a_day(0);
    if (not_held_ || only_next || only_announces()) {
      note_.kind = EntryKind::context;
      note_.kind_said = true;
      note_.took_place = false;
      return;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string word = words_.folded(i);
      if (word == "round" && i > 0 && words_.folded(i - 1) == "next") continue;
      const auto kind = kind_of_word(word);
      if (!kind) continue;
      note_.kind = *kind;
      note_.kind_said = true;
      in_english_ = same_ignoring_case(words_.plain(i), words_.meant(i));
      if (note_.kind == EntryKind::round) read_number(i);
      return;
    }
  }

  // "round 3", "round three", "third round", "3rd round of negotiations".
  void read_number(std::size_t round) {
    words_.use(round);
    const std::string& word = words_.plain(round);
    if (const auto within = count_word(word.substr(0, word.find('-')))) {  // "3-раунд"
      note_.number = within;
    } else if (const auto after = count_word(words_.folded(round + 1)); after && month_number(words_.folded(round + 2)) == 0) {
      note_.number = after;
      words_.use(round + 1);
    } else if (round > 0) {
      if (const auto before = count_word(words_.folded(round - 1))) {
        note_.number = before;
        words_.use(round - 1);
      }
    }
    for (std::size_t i = round + 1; i + 1 < words_.size(); ++i)
      if (words_.folded(i) == "of" && (words_.folded(i + 1) == "negotiations" || words_.folded(i + 1) == "talks"))
        words_.use(i, 2);
  }

  bool only_announces() const { return coming_ && !coming_->beside_an_event; }

  // The clause that begins with "next", or what is announced beside an event, waits until the day of the entry is known.
  void hide_next_clause() {
    for (std::size_t i = 0; i < words_.size() && !next_; ++i) {
      if (words_.folded(i) != "next") continue;
      const auto clause = words_.clause_from(i);
      const bool opens_a_clause = i == 0 || words_.ends_clause(i - 1);
      if (!not_held_ && begins_a_day(i) && (only_announces() || !opens_a_clause)) continue;  // "round 3 next month in Brussels"
      if (date_within(clause, today_, Direction::future)) next_ = {i, clause.size()};
    }
    if (!next_ && coming_ && coming_->beside_an_event) {
      std::size_t first = coming_->word;
      while (first > 0 && !words_.ends_clause(first - 1)) --first;
      if (first == 0) first = coming_->word;  // what was said and what is to come in one breath
      next_ = {first, words_.clause_from(first).size()};
    }
    if (next_) words_.use(next_->first, next_->second);
  }

  bool begins_a_day(std::size_t i) const {
    const auto found = read_spoken_date(words_.clause_from(i), today_, Direction::past);
    return !found || found->words > 0;
  }

  // True where some word of the clause begins a date.
  static bool date_within(std::span<const std::string> clause, Day reference, Direction direction) {
    for (std::size_t i = 0; i < clause.size(); ++i)
      if (const auto found = read_spoken_date(clause.subspan(i), reference, direction); !found || found->words > 0)
        return true;
    return false;
  }

  // "postponed to January": for when it is announced now. Where something is only announced, every day is one to come.
  Outcome read_other_day() {
    if (note_.next_announced || (!not_held_ && !only_announces())) return Done{};
    for (std::size_t i = not_held_ ? *not_held_ + 2 : 0; i < words_.size(); ++i) {
      const std::string before = i > 0 ? words_.folded(i - 1) : "";
      const bool names_a_day = before == "to" || before == "until" || before == "till" || before == "for";
      const bool may_be_a_verb = words_.plain(i) == "may" || words_.plain(i) == "march";
      if (not_held_ ? !names_a_day : may_be_a_verb || words_.used(i)) continue;
      const bool passed = coming_ && coming_->was_due;
      const auto found = read_spoken_date(words_.clause_from(i), today_, passed ? Direction::past : Direction::future);
      if (!found) return found.errors();
      const bool takes_a_verb = coming_ && !coming_->is_a_day && i <= coming_->word && coming_->word < i + found->words;  // "round 3 may be held"
      if (found->words == 0 || takes_a_verb) continue;
      note_.next_announced = found->date;
      words_.use(i, found->words);
      return Done{};
    }
    return Done{};
  }

  bool says_nothing() const {
    const bool linked = !note_.people.empty() || !note_.milestones.empty() || note_.tracks_said;
    return !note_.kind_said && !note_.date_said && !linked && note_.place.empty() && !note_.next_announced && !note_.promised_by;
  }

  Diagnostic not_understood() const {
    return {.code = "note.not_understood",
            .message = say("Nothing in this note says what happened."),
            .expected = say("what (round, meeting, visit, call, statement, letter), where, when, with whom"),
            .found = fmt::format("\"{}\"", note_.text),
            .advice = say("for example: \"round 3 held Brussels 2 Dec, Luchner, next in February\", or \"call with Bakayev yesterday, "
                          "list promised\", or \"round 3 postponed to January\"")};
  }

  Outcome read_date() {
    if (!note_.took_place) {  // a day in such a note is that of what did not happen
      note_.date = FuzzyDate(today_);
      return Done{};
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_.used(i)) continue;
      const bool may_be_a_verb = words_.plain(i) == "may" || words_.plain(i) == "march";
      if (may_be_a_verb) continue;
      if (const auto term = read_term(i); !term) return term.errors();
      else if (*term > 0) {
        i += *term - 1;
        continue;
      }
      const auto found = read_spoken_date(words_.clause_from(i), today_, Direction::past);
      if (!found) return found.errors();
      if (found->words == 0) continue;
      if (lies_ahead(found->date, today_) && another_day_has_passed(i + found->words)) {
        i += found->words - 1;
        continue;
      }
      note_.date = found->date;
      note_.date_said = true;
      words_.use(i, found->words);
      date_words_ = {i, found->words};
      use_preposition_before(i);
      return Done{};
    }
    note_.date = FuzzyDate(today_);
    return Done{};
  }

  bool another_day_has_passed(std::size_t from) const {
    for (std::size_t i = from; i < words_.size(); ++i) {
      const auto found = read_spoken_date(words_.clause_from(i), today_, Direction::past);
      if (found && found->words > 0 && !begins_a_term(words_, i) && !lies_ahead(found->date, today_)) return true;
    }
    return false;
  }

  // How many words of a term stand here, "15 December" of "by 15 December": no day on which anything happened. It stays in
  // the title, and of a promise it is the day.
  Result<std::size_t> read_term(std::size_t i) {
    const auto on_this_day = read_spoken_date(words_.clause_from(i), today_, Direction::past);
    const bool promised_day = is_promised_for(words_, i) && on_this_day && on_this_day->words > 0 && lies_ahead(on_this_day->date, today_);
    if (!begins_a_term(words_, i) && !promised_day) return std::size_t{0};
    const bool promised = promises_something(words_);
    const auto found = read_spoken_date(words_.clause_from(i), today_, promised ? Direction::future : Direction::past);
    if (!found) return found.errors();
    if (found->words > 0 && promised && !note_.promised_by) note_.promised_by = found->date;
    return found->words;
  }

  void use_preposition_before(std::size_t i) {
    if (i == 0 || words_.used(i - 1)) return;
    const std::string before = words_.folded(i - 1);
    if (before != "on" && before != "in") return;
    words_.use(i - 1);
    --date_words_.first;
    ++date_words_.second;
  }

  Outcome read_next() {
    if (!next_) return Done{};
    const Day after = note_.date.latest().value_or(today_);
    std::vector<std::string> clause;
    for (std::size_t i = next_->first; i < next_->first + next_->second; ++i) clause.push_back(words_.meant(i));
    for (std::size_t i = 0; i < clause.size(); ++i) {
      const auto found = read_spoken_date(std::span(clause).subspan(i), after, Direction::future);
      if (!found) return found.errors();
      if (found->words == 0) continue;
      note_.next_announced = found->date;
      return Done{};
    }
    return Done{};
  }

  void read_codes_and_tracks() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_.used(i)) continue;
      if (const Milestone* milestone = dossier_.find_code_as<Milestone>(words_.plain(i))) {
        add(note_.milestones, Id<Milestone>(milestone->id));
        if (milestone->track) add(note_.tracks, milestone->track);
        words_.use(i);
      } else if (const Track* track = dossier_.find_code_as<Track>(words_.plain(i))) {
        add(note_.tracks, Id<Track>(track->id));
        words_.use(i);
      }
    }
    for (const Track& track : dossier_.all<Track>())
      if (lower(note_.text).find(lower(track.title)) != std::string::npos) add(note_.tracks, Id<Track>(track.id));
    note_.tracks_said = !note_.tracks.empty();
  }

  void read_people() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_.used(i) || !words_.is_capitalised(i)) continue;
      std::vector<const Person*> meant;
      for (const Person& person : dossier_.all<Person>())
        if (same_ignoring_case(surname(person), words_.plain(i))) meant.push_back(&person);
      if (meant.empty()) continue;
      if (meant.size() > 1) {
        note_.remarks.push_back(
            {.code = "note.several_people",
             .message = say_plural("{} person is called {}; nobody was linked.", "{} people are called {}; nobody was linked.", std::ssize(meant), words_.plain(i)),
             .severity = Severity::warning});
        continue;
      }
      if (i > 0 && !words_.used(i - 1) && meant[0]->title.find(words_.plain(i - 1) + " ") != std::string::npos)
        words_.use(i - 1);
      add(note_.people, Id<Person>(meant[0]->id));
      words_.use(i);
    }
  }

  static std::string surname(const Person& person) {
    const auto names = split(person.title, ' ');
    return names.empty() ? std::string() : names.back();
  }

  void read_place() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_.used(i) || begins_a_day(i)) continue;
      if (const std::size_t count = known_place(i)) return take_place(i, count);
      const std::string before = i > 0 ? words_.folded(i - 1) : "";
      const bool announced = before == "in" || before == "at" || before == "held" || before == "to";
      if (announced && words_.is_capitalised(i)) {
        std::size_t count = 1;
        while (!words_.ends_clause(i + count - 1) && i + count < words_.size() && !words_.used(i + count) &&
               words_.is_capitalised(i + count))
          ++count;
        return take_place(i, count);
      }
    }
  }

  void take_place(std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i)
      note_.place += (note_.place.empty() ? "" : " ") + usual_place(words_.plain(i)).value_or(words_.plain(i));
    words_.use(first, count);
  }

  // How many words from `i` on are a place that the dossier has used before, or one where such things usually happen.
  std::size_t known_place(std::size_t i) const {
    const auto matches = [&](std::string_view place) -> std::size_t {
      const auto parts = split(place, ' ');
      for (std::size_t k = 0; k < parts.size(); ++k)
        if (i + k >= words_.size() || words_.used(i + k) || !same_ignoring_case(words_.plain(i + k), parts[k]))
          return 0;
      return parts.size();
    };
    if (usual_place(words_.plain(i)) && !words_.used(i)) return 1;
    for (std::string_view usual : {"Brussels", "Strasbourg", "Luxembourg"})
      if (const std::size_t n = matches(usual)) return n;
    for (const Entry& entry : dossier_.all<Entry>())
      if (!entry.place.empty())
        if (const std::size_t n = matches(entry.place)) return n;
    return 0;
  }

  // Stages of rounds that are running: a round belongs to them, and other entries to their tracks.
  void assume_tracks() {
    std::vector<Id<Milestone>> rounds;
    for (const Milestone& m : dossier_.all<Milestone>()) {
      const bool running = m.actual_start && !m.actual_finish && m.state == MilestoneState::active;
      if (!running || lower(m.title).find("round") == std::string::npos) continue;
      const bool wanted =
          !note_.tracks_said || std::find(note_.tracks.begin(), note_.tracks.end(), m.track) != note_.tracks.end();
      if (wanted) rounds.push_back(Id<Milestone>(m.id));
    }
    // What is put off or still to come belongs where it would have belonged, had it been held.
    const EntryKind of = note_.took_place ? note_.kind : subject_.value_or(EntryKind::context);
    const bool event = of == EntryKind::round || of == EntryKind::meeting || of == EntryKind::visit;
    const bool counts_for_tracks = note_.took_place ? of != EntryKind::appointment && of != EntryKind::context : event;
    if (!note_.tracks_said && counts_for_tracks)
      for (const Id<Milestone> id : rounds) add(note_.tracks, dossier_.find(id)->track);
    if (of == EntryKind::round && note_.milestones.empty()) note_.milestones = rounds;
  }

  void make_title() {
    if (!note_.took_place) {
      note_.title = words_.without({});
      note_.title = capitalised(std::move(note_.title));
      return;
    }
    if (note_.kind == EntryKind::round && in_english_) {
      note_.rest = words_.leftover();
      note_.title = note_.number ? fmt::format("Round {}", *note_.number) : "Round of negotiations";
      if (!note_.place.empty()) note_.title += ", " + note_.place;
      if (!note_.rest.empty()) note_.title += ": " + note_.rest;
      return;
    }
    std::vector<bool> drop(words_.size(), false);
    const auto leave_out = [&](std::pair<std::size_t, std::size_t> range) {
      for (std::size_t i = range.first; i < range.first + range.second; ++i) drop[i] = true;
    };
    leave_out(date_words_);
    if (next_ && note_.next_announced && words_.folded(next_->first) == "next") leave_out(*next_);
    note_.title = words_.without(drop);
    note_.title = capitalised(std::move(note_.title));
    if (note_.title.empty()) note_.title = note_.text;
  }

  template <class T>
  static void add(std::vector<Id<T>>& ids, Id<T> id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }

  const Dossier& dossier_;
  Day today_;
  NoteWords words_;
  QuickNote note_;
  std::optional<std::pair<std::size_t, std::size_t>> next_;  // first word and how many
  std::pair<std::size_t, std::size_t> date_words_{0, 0};
  std::optional<std::size_t> not_held_;  // the word that says that something did not take place
  std::optional<Announcement> coming_;   // what it says is still to come
  bool in_english_ = true;               // the word that names what happened
  std::optional<EntryKind> subject_;     // what the note speaks of, held or not
};

}  // namespace

Result<QuickNote> understand_note(std::string_view text, const Dossier& dossier, Day today) {
  if (const auto bad = first_invalid_utf8(text))
    return Diagnostic{.code = "text.encoding",
                      .message = say("The note is not valid UTF-8."),
                      .found = say("a wrong byte at position {}", *bad + 1),
                      .advice = say("set the terminal to UTF-8")};
  if (trim(text).empty())
    return Diagnostic{
        .code = "note.empty",
        .message = say("The note is empty."),
        .advice =
            say("say what happened, where, when and with whom: \"round 3 held Brussels 2 Dec, Luchner, next in February\"")};
  return Reader(text, dossier, today).read();
}

}  // namespace accord
