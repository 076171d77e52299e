#include "app/forms/hint.hpp"

#include "core/model/dossier.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

std::string hint_of(Kind kind, std::string_view field) { return hint_in_words(*type_of(kind).field(field)); }

}  // namespace

TEST_CASE("an example says that it is one, an explanation does not") {
  CHECK(hint_of(Kind::milestone, "deadline") == "e.g. 2027-06-30");
  CHECK(hint_of(Kind::commitment, "due") == "e.g. February 2026");
  CHECK(hint_of(Kind::milestone, "next_step") == "e.g. Send the agenda of round 3");
  CHECK(hint_of(Kind::commitment, "tracks") == "e.g. VFA");
  CHECK(hint_of(Kind::mandate, "end_expected") == "the middle of the interval where absent");
  CHECK(hint_of(Kind::milestone, "owner") == "code of a party");
  CHECK(hint_of(Kind::benchmark, "own_score") == "0 to 10");
  CHECK(hint_of(Kind::milestone, "light") == "");
}
