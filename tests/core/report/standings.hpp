#pragma once
// Standings of small dossiers, and what every sentence in one has to look like.
#include "core/report/reports.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord::test {

inline ScheduleOptions options_on(const char* today) { return {.today = day(today), .status_date = {}, .reference = {}, .towards = {}, .limit = {}}; }

inline Standing standing_of(const Dossier& dossier, const char* today, const ChangeNote* changes = nullptr, const Schedule* earlier = nullptr) {
  const ScheduleOptions options = options_on(today);
  const auto plan = schedule(dossier, options);
  REQUIRE_MESSAGE(plan.ok(), (plan.ok() ? "" : to_text(plan.errors().front())));
  const MandateReport mandates = assess_mandates(dossier, *plan, options);
  return standing({.dossier = dossier, .schedule = *plan, .mandates = mandates, .changes = changes, .earlier_plan = earlier});
}

// Every sentence that a standing says.
inline std::vector<std::string> sentences_of(const Standing& s) {
  std::vector<std::string> out{s.summary, s.whose_move, s.silence.sentence};
  for (const GoalStanding& g : s.goals) {
    out.insert(out.end(), {g.answer, g.light.rule});
    for (const std::string& maybe : {g.margin, g.what_it_takes, g.point_of_no_return})
      if (!maybe.empty()) out.push_back(maybe);
    for (const EndCase& e : g.ends) out.push_back(e.sentence);
  }
  for (const Step& step : s.steps) out.push_back(step.sentence);
  for (const RunningStage& r : s.running) out.push_back(r.sentence);
  for (const SilenceLine& l : s.track_silence) out.push_back(l.sentence);
  for (const OpenQuestion& q : s.open_questions) out.push_back(q.sentence);
  for (const Influence& i : s.drivers) out.push_back(i.text);
  for (const Influence& i : s.risks) out.push_back(i.text);
  for (const auto* list : {&s.open_commitments, &s.changes, &s.warnings}) out.insert(out.end(), list->begin(), list->end());
  for (const std::string& maybe : {s.window, s.not_visa_free})
    if (!maybe.empty()) out.push_back(maybe);
  out.push_back(line_to_take(s));
  return out;
}

// Whole, and without the traces of a value that was missing.
inline void check_sentences(const Standing& s) {
  for (const std::string& sentence : sentences_of(s)) {
    CAPTURE(sentence);
    REQUIRE(!sentence.empty());
    CHECK((sentence.ends_with('.') || sentence.ends_with('?')));
    CHECK(!(sentence[0] >= 'a' && sentence[0] <= 'z'));
    for (const char* trace : {"  ", "..", " ,", " .", ",,", ", .", "{", "}", "()", "“”", " ;", ": ;", "#", "( ", "?."}) {
      CAPTURE(trace);
      CHECK(sentence.find(trace) == sentence.npos);
    }
  }
}

}  // namespace accord::test
