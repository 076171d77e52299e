#include "app/forms/evidence_form.hpp"

#include "app/data/templates.hpp"
#include "core/edit/change.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

Dossier after(const Dossier& dossier, const EditCommand& command) {
  const auto changes = command.changes(dossier, {});
  REQUIRE(changes);
  auto changed = apply_changes(dossier, *changes);
  REQUIRE(changed);
  return *changed;
}

}  // namespace

TEST_CASE("a title and a link may come in any order, and a link alone is called by its address") {
  const RecordId record{1};
  const EvidenceForm both(Kind::milestone, record, "  Council conclusions https://europa.eu/doc ");
  CHECK(both.title() == "Council conclusions");
  CHECK(both.url() == "https://europa.eu/doc");
  const EvidenceForm link(Kind::milestone, record, "https://www.europa.eu/doc/");
  CHECK(link.title() == "europa.eu/doc");
  CHECK(EvidenceForm(Kind::milestone, record, "Act of signature").url().empty());
  CHECK_FALSE(EvidenceForm(Kind::milestone, record, "   ").ready());
}

TEST_CASE("evidence is added to a milestone, shared with an entry, and goes when it shows nothing any more") {
  const Dossier sample_dossier = *sample();
  const RecordId milestone = sample_dossier.find_code("VFA.10")->record->id;
  const RecordId entry = sample_dossier.all<Entry>()[0].id;
  Dossier dossier =
      after(sample_dossier, EvidenceForm(Kind::milestone, milestone, "Signed text https://e.eu/x").to_command());
  REQUIRE(evidence_of(dossier, Kind::milestone, milestone).size() == 1);
  const Id<Evidence> added(evidence_of(dossier, Kind::milestone, milestone).front()->id);
  CHECK(dossier.find(added)->kind == EvidenceKind::link);

  DossierBuilder builder(dossier);
  auto shared = std::make_shared<Evidence>(*dossier.find(added));
  shared->entries.push_back(Id<Entry>(entry));
  builder.put(Kind::evidence, shared);
  dossier = after(std::move(builder).build(), detach_evidence(added, Kind::milestone, milestone));
  CHECK(evidence_of(dossier, Kind::milestone, milestone).empty());
  REQUIRE(dossier.find(added));
  dossier = after(dossier, detach_evidence(added, Kind::entry, entry));
  CHECK_FALSE(dossier.find(added));
}
