// The file that is mailed: nothing restricted in it, not in its tables, not in its journal, not in a byte of it.
#include "core/edit/edition.hpp"

#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// A word for every field that holds words, so that a leak says where it comes from.
std::string planted(const RecordType& type, const Field& field) { return "planted_" + std::string(type.name) + "_" + std::string(field.name); }

bool holds_words(const Field& field) { return field.type == FieldType::text || field.type == FieldType::long_text; }

}  // namespace

TEST_CASE("no word of a restricted record or field is in any byte of the public file") {
  const Dossier full = RandomEdits(31).filled(3);
  std::vector<std::string> secrets, open;
  DossierBuilder builder(full);
  for (const RecordType& type : record_types()) {
    int n = 0;
    for (const Record* record : full.records(type.kind)) {
      const auto copy = type.copy(*record);
      const bool whole = n++ == 1;  // the second record of each kind as a whole, of the others every second field
      copy->restricted = {};
      bool hide = false;
      for (const Field& field : type.fields) {
        if (field.name == "code" || !holds_words(field)) continue;
        const std::string word = planted(type, field) + "_" + std::to_string(record->id.number);
        const bool translation = field.name == "translations";
        REQUIRE(field.write(*copy, translation ? "notes.ru=" + word : word));
        hide = !hide;
        if (!whole && hide && !field.required) copy->restricted.set_field(std::string(field.name), true);
        if (whole || copy->restricted.hides(translation ? "notes" : field.name)) secrets.push_back(word);
      }
      if (whole) copy->restricted.set_record(true);
      if (whole && type.kind != Kind::link) {
        copy->code = "SECRET." + std::to_string(record->id.number);
        secrets.push_back(copy->code);
      }
      builder.put(type.kind, copy);
    }
  }
  const Dossier marked = std::move(builder).build();
  REQUIRE(secrets.size() > 100);

  const TemporaryFolder folder;
  must(Store::create(folder / "inside.accord", marked, stamp));
  Store store = must(Store::create(folder / "outside.accord", public_edition(marked), stamp, {.summary = "Public edition"}));
  CHECK(all_texts(store.check()) == "");
  CHECK(must(store.load()) == public_edition(marked));
  CHECK(must(store.journal()).size() == 1);
  const std::string inside = read_file(folder / "inside.accord"), outside = read_file(folder / "outside.accord");
  int kept = 0;
  for (const std::string& word : secrets) {
    CAPTURE(word);
    CHECK(inside.find(word) != std::string::npos);
    CHECK(outside.find(word) == std::string::npos);
  }
  for (const RecordType& type : record_types())
    for (const Field& field : type.fields) kept += holds_words(field) && outside.find(planted(type, field)) != std::string::npos;
  CHECK(kept > 10);
}

TEST_CASE("a public edition of anything at all can be saved") {
  const TemporaryFolder folder;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    RandomEdits random(seed);
    Dossier dossier = random.filled(3);
    for (int i = 0; i < 50; ++i) dossier = random.next(dossier);
    const Dossier open = public_edition(dossier);
    for (const RecordType& type : record_types())
      for (const Record* record : open.records(type.kind)) {
        CHECK_FALSE(record->restricted.hides_record());
        for (const std::string& name : record->restricted.fields()) CHECK(type.field(name)->restricted_from_start);
      }
    CHECK(all_texts(must(Store::create(folder / (std::to_string(seed) + ".accord"), open, stamp)).check()) == "");
    CHECK(public_edition(open) == open);
  }
}
