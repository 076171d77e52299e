#include "app/session/milestone_words.hpp"

#include "app/data/templates.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

std::vector<std::string> words_of(const char* code, const std::vector<Assignment>& fields = {}) {
  Dossier dossier = *sample();
  if (!fields.empty()) dossier = apply_changes(dossier, set_fields(dossier, code, fields, {}).value()).value();
  const auto outlook = compute_outlook(dossier, {.today = *parse_day("2026-11-22")});
  REQUIRE(outlook);
  return dates_in_words(**outlook, *(*outlook)->plan.find(Id<Milestone>(dossier.find_code(code)->record->id)));
}

}  // namespace

TEST_CASE("room is told towards the goal first, then towards the end of the track") {
  const auto words = words_of("VFA.6");
  REQUIRE(words.size() >= 3);
  CHECK(words[1] == "It comes 13 working days too late for its goal: it should end on 22 January 2027.");
  CHECK(words[2].starts_with("It could end on 19 March 2027 without delaying the end of its track"));
}

TEST_CASE("a fact that is not known to the day is told as it was entered") {
  CHECK(words_of("VFA.3") == std::vector<std::string>{"It happened in April 2025; the day is not known."});
  CHECK(words_of("VFA.3", {{"actual_start", "2024-11"}}) ==
        std::vector<std::string>{"It began in November 2024 and ended in April 2025; not every day is known."});
  CHECK(words_of("VFA.5", {{"actual_start", "2025-11"}}).front().starts_with("Running since November 2025; expected to end on "));
  CHECK(words_of("VFA.5", {{"actual_start", "2025-11-03"}}).front().starts_with("Running since 3 November 2025; expected to end on "));
}
