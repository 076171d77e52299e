#include "db/store/store.hpp"
#include "tests/db/store/temporary_folder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("a new file opens and says what was put into it") {
  const test::TemporaryFolder folder;
  auto made = Store::create(folder / "a.accord", Dossier{}, {"Aizhan", 1000});
  if (!made) FAIL(to_text(made.errors().front()));
  Store store = std::move(made).value();
  const auto d = store.load();
  REQUIRE(d);
  CHECK(*d == Dossier{});
  auto info = std::make_shared<DossierInfo>(d->info());
  info->title = "EU–Kazakhstan";
  DossierBuilder b(*d);
  b.put(Kind::dossier, info);
  const Dossier after = std::move(b).build();
  const auto r = store.commit(diff(*d, after), 1, {"Aizhan", 2000}, {.summary = "title"});
  if (!r) FAIL(to_text(r.errors().front()));
  CHECK(*store.load() == after);
  for (const auto& f : store.check()) MESSAGE(to_text(f));
  CHECK(store.check().empty());
  CHECK(*store.as_of(1500) == *d);
}
