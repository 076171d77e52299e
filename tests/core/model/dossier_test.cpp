#include "core/model/dossier.hpp"

#include <set>

#include "core/base/text.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("every record type is described once and completely") {
  std::set<std::string_view> names;
  CHECK(record_types().size() == kind_count);
  for (const RecordType& type : record_types()) {
    CAPTURE(type.name);
    CHECK(&type_of(type.kind) == &type);
    CHECK(names.insert(type.name).second);
    CHECK(find_type(type.plural) != nullptr);
    CHECK(type.fields.front().name == "code");
    CHECK(type.fields.back().name == "restricted");
    std::set<std::string_view> fields;
    for (const Field& field : type.fields) {
      CAPTURE(field.name);
      CHECK(fields.insert(field.name).second);
      CHECK_FALSE(field.label.empty());
      CHECK(type.field(field.name) == &field);
    }
  }
}

TEST_CASE("kinds and fields are found by their names and aliases") {
  CHECK(find_type("Milestones")->kind == Kind::milestone);
  CHECK(find_type("calendar-exception")->kind == Kind::calendar_exception);
  CHECK(find_type("people")->kind == Kind::person);
  CHECK(find_type("milestonez") == nullptr);
  CHECK(type_of(Kind::milestone).field("started")->name == "actual_start");
  CHECK(type_of(Kind::milestone).field("Finished")->name == "actual_finish");
  CHECK(type_of(Kind::link).field("cite")->name == "citation");
}

TEST_CASE("a snapshot stays as it was while a builder changes a copy") {
  const Dossier before;
  auto track = std::make_shared<Track>();
  track->id = before.next_id();
  track->code = "VFA";
  DossierBuilder builder(before);
  builder.put(Kind::track, track);
  const Dossier after = std::move(builder).build();
  CHECK(before.count(Kind::track) == 0);
  CHECK(after.find_code_as<Track>("vfa") == after.find(Id<Track>(track->id)));
  CHECK(after.next_id() > track->id);
  CHECK_FALSE(before == after);
  CHECK(before.all<Milestone>().shares_with(after.all<Milestone>()));
}

TEST_CASE("outline order puts groups before their members and tracks by position") {
  Dossier dossier;
  DossierBuilder builder(dossier);
  const auto put = [&](Kind kind, auto record, std::int64_t id, const char* code) {
    record->id = RecordId{id};
    record->code = code;
    builder.put(kind, record);
    return record;
  };
  auto late = std::make_shared<Track>();
  late->position = 2;
  put(Kind::track, late, 10, "LATE");
  auto early = std::make_shared<Track>();
  early->position = 1;
  put(Kind::track, early, 11, "EARLY");
  const auto milestone = [&](std::int64_t id, const char* code, std::int64_t track, std::int64_t parent = 0) {
    auto m = std::make_shared<Milestone>();
    m->track = Id<Track>{track};
    m->parent = Id<Milestone>{parent};
    put(Kind::milestone, m, id, code);
  };
  milestone(20, "L1", 10);
  milestone(21, "E.child", 11, 23);
  milestone(22, "E2", 11);
  milestone(23, "E.group", 11);
  std::vector<std::string> codes;
  const Dossier built = std::move(builder).build();
  for (const Milestone* m : in_outline_order(built)) codes.push_back(m->code);
  CHECK(codes == std::vector<std::string>{"E2", "E.group", "E.child", "L1"});
}
