// What the file itself refuses, whoever writes to it.
#include <fmt/format.h>

#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

std::string refusal(const std::filesystem::path& path, const std::string& sql) {
  try {
    run_sql(path, sql);
    return "accepted";
  } catch (const SQLite::Exception& error) {
    return error.what();
  }
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

// Values that a column of the type must not take.
std::vector<std::string> bad_values(const Field& field) {
  switch (field.type) {
    case FieldType::integer: return {"'x'", "2000000000", "1.5"};
    case FieldType::number: return {"'x'", "9e999"};
    case FieldType::boolean: return {"2", "NULL", "'yes'"};
    case FieldType::day: return {"''", "'2026-2-1'", "'2026-02-31'", "'1899-12-31'", "'2200-01-01'", "'tomorrow'", "'now'", "20260201"};
    case FieldType::choice: return {"''", "'no such choice'", "1"};
    case FieldType::reference: return {"'x'", "987654"};
    default: return {"''", "x'00'"};
  }
}

}  // namespace

TEST_CASE("every column refuses what its field cannot be") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  must(Store::create(path, RandomEdits(1).filled(1), stamp));
  for (const RecordType& type : record_types())
    for (const Field& field : type.fields) {
      if (field.name == "code" || field.type == FieldType::references) continue;
      std::vector<std::string> bad = bad_values(field);
      if (field.required) bad.push_back("NULL");
      for (const std::string& value : bad) {
        CAPTURE(type.name);
        CAPTURE(field.name);
        CAPTURE(value);
        const std::string answer = refusal(path, fmt::format("UPDATE \"{}\" SET \"{}\" = {}", type.name, field.name, value));
        CHECK((contains(answer, "constraint failed") || contains(answer, "cannot store")));
      }
    }
  CHECK(must(Store::open(path)).check().empty());
}

TEST_CASE("lists of references refuse what is not there, and records refuse to leave while they are needed") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  must(Store::create(path, RandomEdits(1).filled(1), stamp));
  CHECK(contains(refusal(path, "UPDATE evidence_milestones SET target = 987654"), "FOREIGN KEY"));
  CHECK(contains(refusal(path, "UPDATE evidence_milestones SET position = 0"), "CHECK"));
  CHECK(contains(refusal(path, "INSERT INTO evidence_milestones VALUES (987654, 1, 3)"), "FOREIGN KEY"));
  CHECK(contains(refusal(path, "DELETE FROM milestone"), "FOREIGN KEY"));
  CHECK(contains(refusal(path, "DELETE FROM record WHERE kind = 'track'"), "FOREIGN KEY"));
  CHECK(contains(refusal(path, "INSERT INTO dossier (id, title) VALUES (2, 'second')"), "CHECK"));
}

TEST_CASE("codes are unique across all kinds without regard to case, and have their shape") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  must(Store::create(path, with<Party>(with<Track>(Dossier{}, "VFA", "Track"), "P.1", "Party"), stamp));
  CHECK(contains(refusal(path, "UPDATE record SET code = 'vfa' WHERE code = 'P.1'"), "UNIQUE constraint failed: record.code"));
  for (const char* bad : {"", "two words", "ümlaut", "a>b", "123456789012345678901234567890123"}) {
    CAPTURE(bad);
    CHECK(contains(refusal(path, fmt::format("UPDATE record SET code = '{}' WHERE code = 'P.1'", bad)), "CHECK constraint failed: record.code"));
  }
  CHECK(contains(refusal(path, "UPDATE record SET kind = 'link' WHERE code = 'P.1'"), "keeps its id and kind"));
}

TEST_CASE("the journal cannot be changed, shortened, reordered or backdated") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  {
    Store store = must(Store::create(path, Dossier{}, stamp));
    commit(store, must(store.load()), retitled(Dossier{}, "A"));
  }
  const std::string columns = "(number, time, author, action, summary, why, of, format, changes, hash)";
  const std::string hash(64, 'a');
  const auto entry = [&](const std::string& number, const std::string& time, const std::string& action, const std::string& of) {
    return fmt::format("INTO journal {} VALUES ({}, {}, 'me', '{}', 's', '', {}, 1, '[]', '{}')", columns, number, time, action, of, hash);
  };
  const std::string later = "1890000000";
  CHECK(contains(refusal(path, "UPDATE journal SET author = 'me'"), "never changed"));
  CHECK(contains(refusal(path, "DELETE FROM journal WHERE number = 2"), "never shortened"));
  CHECK(contains(refusal(path, "REPLACE " + entry("2", later, "edit", "NULL")), "follow one another"));
  CHECK(contains(refusal(path, "INSERT " + entry("4", later, "edit", "NULL")), "follow one another"));
  CHECK(contains(refusal(path, "INSERT " + entry("NULL", later, "edit", "NULL")), "follow one another"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", "5", "edit", "NULL")), "never runs backwards"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", later, "rewrite", "NULL")), "CHECK"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", later, "create", "NULL")), "CHECK"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", later, "undo", "NULL")), "CHECK"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", later, "edit", "2")), "CHECK"));
  CHECK(contains(refusal(path, "INSERT " + entry("3", later, "undo", "3")), "CHECK"));
  CHECK(contains(refusal(path, "UPDATE meta SET revision = 1"), "never fall"));
  CHECK(contains(refusal(path, "UPDATE meta SET next_id = 1"), "never fall"));
  CHECK(contains(refusal(path, "DELETE FROM meta"), "one row"));
  CHECK(contains(refusal(path, "INSERT INTO meta SELECT 2, revision, entries, head, next_id FROM meta"), "one row"));
  CHECK(contains(refusal(path, "INSERT INTO record VALUES (5000, 'track', 'T')"), "before it is used"));
  CHECK(must(Store::open(path)).check().empty());
}

TEST_CASE("what the file refuses is said in words, with record and field, and nothing is written") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", with<Track>(Dossier{}, "VFA", "Track"), stamp));
  const Dossier base = must(store.load());
  const auto refused = [&](const Dossier& after) {
    const auto answer = store.commit(diff(base, after), 1, stamp, {.summary = "x"});
    REQUIRE(code_of(answer) == "commit.refused");
    return answer.errors().front();
  };
  const Diagnostic twice = refused(with<Party>(base, "vfa", "Party"));
  CHECK(twice.place.record == "vfa");
  CHECK(twice.place.field == "code");
  CHECK(twice.found == "vfa");
  const Diagnostic shape = refused(with<Party>(base, "no code", "Party"));
  CHECK(shape.place.field == "code");
  const Diagnostic missing = refused(with<Party>(base, "P.1", ""));
  CHECK(missing.place.record == "P.1");
  CHECK(missing.place.field == "title");
  Dossier dangling = with<Milestone>(base, "M.1", "Milestone");
  dangling = changed<Milestone>(dangling, "M.1", [](Milestone& m) { m.owner = Id<Party>(4711); });
  const Diagnostic nowhere = refused(dangling);
  CHECK(nowhere.place.record == "M.1");
  CHECK(nowhere.place.field == "owner");
  CHECK(nowhere.message == "A reference would point to a party that is not there.");
  CHECK(must(store.load()) == base);
  CHECK(store.revision() == 1);
}
