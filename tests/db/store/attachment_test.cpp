// Files that evidence holds, and copies made on past days.
#include "db/store/hash.hpp"
#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

constexpr std::int64_t large = 1 << 20;

Dossier with_file(const Dossier& dossier, const std::string& code, const std::string& hash) {
  const auto record = std::make_shared<Evidence>();
  record->id = dossier.next_id();
  record->code = code;
  record->title = "Decision";
  record->file_name = "decision.pdf";
  record->file_hash = hash;
  DossierBuilder builder(dossier);
  builder.put(Kind::evidence, record);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("a file is kept once under its check sum and comes back as it was") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const std::string bytes("PDF\0with a zero", 15);
  const std::string hash = must(store.keep_file(bytes, large));
  CHECK(hash == sha256(bytes));
  CHECK(must(store.keep_file(bytes, large)) == hash);
  CHECK((must(store.kept_file(hash)) == bytes));
  CHECK(must(store.keep_file("", large)) == sha256(""));
  CHECK(must(store.kept_file(sha256(""))) == "");
  CHECK(code_of(store.keep_file(bytes, 14)) == "attachment.size");
  CHECK(code_of(store.kept_file(sha256("other"))) == "attachment.missing");
  CHECK(all_texts(store.check()) == "");
  CHECK(store.revision() == 1);
}

TEST_CASE("a file that somebody changed is found, and it cannot be changed by accident") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  std::string hash;
  {
    Store store = must(Store::create(path, Dossier{}, stamp));
    hash = must(store.keep_file("as signed", large));
    const Dossier before = must(store.load());
    commit(store, before, with_file(before, "EV.1", hash));
  }
  CHECK_THROWS(run_sql(path, "UPDATE attachment SET bytes = x'00', size = 1"));
  CHECK_THROWS(run_sql(path, "DELETE FROM attachment"));
  tamper(path, "UPDATE attachment SET bytes = CAST('as SIGNED' AS BLOB)");
  Store store = must(Store::open(path));
  CHECK(code_of(store.kept_file(hash)) == "attachment.damaged");
  CHECK(names(store.check(), "check.attachment"));
}

TEST_CASE("an edition takes along the files of its own evidence and no others") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const std::string open = must(store.keep_file("public", large)), secret = must(store.keep_file("secret", large));
  const Dossier dossier = with_file(must(store.load()), "EV.1", open);
  Store copy = must(Store::create(folder / "b.accord", dossier, stamp, {.files_from = &store}));
  CHECK(must(copy.kept_file(open)) == "public");
  CHECK(code_of(copy.kept_file(secret)) == "attachment.missing");
  CHECK(read_file(folder / "b.accord").find("secret") == std::string::npos);
  Store bare = must(Store::create(folder / "c.accord", dossier, stamp));
  const Diagnostics findings = bare.check();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "check.attachment");
  CHECK(findings[0].severity == Severity::warning);
}

TEST_CASE("what the file said on a past day is what a copy made on that day holds") {
  for (const unsigned seed : {3u, 17u, 40u}) {
    CAPTURE(seed);
    const TemporaryFolder folder;
    RandomEdits random(seed);
    Store store = must(Store::create(folder / "a.accord", random.filled(1), {"Aizhan", 0}));
    Dossier now = must(store.load());
    std::vector<std::filesystem::path> copies;
    constexpr std::int64_t day = 86'400;
    for (std::int64_t today = 0; today < 12; ++today) {
      for (std::uint64_t edits = random.below(4); edits > 0; --edits) {
        const Dossier next = random.next(now);
        if (!diff(now, next).empty())
          now = commit(store, now, next, "edit", today * day + static_cast<std::int64_t>(random.below(86'000)));
      }
      copies.push_back(folder / ("copy" + std::to_string(today) + ".accord"));
      REQUIRE(store.backup(copies.back()));
    }
    for (std::size_t i = 0; i < copies.size(); ++i) {
      CAPTURE(i);
      Store copy = must(Store::open(copies[i]));
      const Dossier then = must(copy.load()), said = must(store.as_of(static_cast<std::int64_t>(i + 1) * day - 1));
      CHECK(said == then);
      CHECK(said.revision() == then.revision());
    }
  }
}
