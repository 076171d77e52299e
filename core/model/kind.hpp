#pragma once
// The kinds of record, in the order in which they are stored and shown.
namespace accord {

enum class Kind {
  dossier, track, milestone, link, mandate, goal, party, person, calendar, calendar_exception, session_calendar, session,
  entry, evidence, commitment, question, benchmark, measure, assessment, open_point, position, risk, indicator, baseline,
  scenario, forecast, comparable_case,
};
inline constexpr int kind_count = static_cast<int>(Kind::comparable_case) + 1;

}  // namespace accord
