#include "app/forms/record_form.hpp"

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/forms/note_form.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/change.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

RecordForm form_of(const Dossier& dossier, std::string_view code) {
  const auto named = dossier.find_code(code);
  return RecordForm(dossier, named->kind, named->record->id);
}

}  // namespace

TEST_CASE("every field of every kind has its place on a form, once") {
  for (const RecordType& type : record_types()) {
    CAPTURE(type.name);
    std::vector<const Field*> shown;
    for (const FieldGroup& group : RecordForm::groups(type.kind))
      shown.insert(shown.end(), group.fields.begin(), group.fields.end());
    CHECK(shown.size() == type.fields.size());
    for (const Field& field : type.fields) CHECK(std::count(shown.begin(), shown.end(), &field) == 1);
  }
}

TEST_CASE("an imprecise date is shown as it was understood, and changes the record") {
  const Dossier dossier = *sample();
  RecordForm form = form_of(dossier, "VFA.10");
  CHECK_FALSE(form.changed());
  form.enter("expected", " spring 2027 ");
  CHECK(form.changed());
  CHECK(form.errors().empty());
  CHECK(form.understood("expected") == "any day from 2027-03-01 to 2027-05-31");
  const auto changes = form.to_command().changes(dossier, {});
  REQUIRE(changes);
  const auto after = apply_changes(dossier, *changes);
  REQUIRE(after);
  CHECK(after->find_code_as<Milestone>("VFA.10")->expected->text() == "spring 2027");
}

TEST_CASE("what cannot be read is told beside its field, and the text stays") {
  RecordForm form = form_of(*sample(), "VFA.10");
  form.enter("estimate", "soon");
  form.enter("owner", "NOBODY");
  form.enter("title", "");
  CHECK(form.text("estimate") == "soon");
  CHECK(form.errors("estimate").size() == 1);
  CHECK(form.errors("owner").front().place.field == "owner");
  CHECK(form.errors("title").front().code == "field.required");
  CHECK(form.errors().size() == 3);
  form.revert("owner");
  CHECK(form.errors("owner").empty());
}

TEST_CASE("a suggestion and a choice's label are taken for their codes") {
  const Dossier dossier = *sample();
  RecordForm form = form_of(dossier, "VFA.10");
  const Field& owner = *type_of(Kind::milestone).field("owner");
  const auto suggestions = form.suggestions(owner);
  REQUIRE_FALSE(suggestions.empty());
  form.enter("owner", suggestions.back());
  CHECK(form.errors().empty());
  CHECK(suggestions.back().starts_with(form.text("owner") + " · "));
  form.enter("state", "Dropped");
  CHECK(form.errors().empty());
  const auto changes = form.to_command().changes(dossier, {});
  REQUIRE(changes);
  CHECK(apply_changes(dossier, *changes)->find_code_as<Milestone>("VFA.10")->state == MilestoneState::dropped);
}

TEST_CASE("entering what a field says already changes nothing") {
  RecordForm form = form_of(*sample(), "VFA.10");
  form.enter("title", "Signature");
  form.enter("kind", "Stage");
  CHECK_FALSE(form.changed());
}

TEST_CASE("a note is shown as understood before it is saved") {
  const Dossier dossier = *sample();
  const NoteForm note(dossier, *parse_day("2026-12-05"), "round 3 held Brussels 2 Dec, Luchner, next in February");
  REQUIRE(note.ready());
  CHECK_FALSE(note.understood().empty());
  const auto changes = note.to_command().changes(dossier, {});
  REQUIRE(changes);
  CHECK(changes->size() == 1);
  CHECK_FALSE(NoteForm(dossier, *parse_day("2026-12-05"), "").ready());
}

TEST_CASE("a choice is shown and taken in the spoken language") {
  struct OneWord final : Catalogue {
    std::string text(std::string_view message) const override { return message == "Dropped" ? "Снята" : ""; }
    std::string plural(std::string_view, std::string_view, long long) const override { return ""; }
  };
  const Dossier dossier = *sample();
  speak(Tongue("ru", std::make_shared<OneWord>()));
  RecordForm form = form_of(dossier, "VFA.10");
  form.enter("state", "Снята");
  const std::string shown = form.text("state");
  const auto changes = form.to_command().changes(dossier, {});
  speak({});
  CHECK(shown == "Снята");
  REQUIRE(changes);
  CHECK(apply_changes(dossier, *changes)->find_code_as<Milestone>("VFA.10")->state == MilestoneState::dropped);
}
