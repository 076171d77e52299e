// Files that are not what they should be: each gets its own clear answer and is left as it is.
#include <fstream>
#include <random>

#include "db/store/schema.hpp"
#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

void write_bytes(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// A dossier with some history, as bytes.
std::string sound_bytes(const TemporaryFolder& folder) {
  {
    Store store = must(Store::create(folder / "sound.accord", RandomEdits(5).filled(2), stamp));
    Dossier now = must(store.load());
    for (const char* title : {"A", "B", "C"}) now = commit(store, now, retitled(now, title));
  }
  return read_file(folder / "sound.accord");
}

}  // namespace

TEST_CASE("each kind of bad file is named, and not a byte of it changes") {
  const TemporaryFolder folder;
  const std::string sound = sound_bytes(folder);
  const auto changed_at = [&](std::size_t at, const std::string& bytes) { return std::string(sound).replace(at, bytes.size(), bytes); };
  struct Row {
    std::string what;
    std::string bytes;
    std::string code;
  };
  const Row rows[] = {
      {"nothing at all", "", "store.empty"},
      {"a letter", "Dear Ambassador,\nplease find attached …\n", "store.foreign"},
      {"a picture", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + std::string(4000, 'x'), "store.foreign"},
      {"zeros", std::string(65536, '\0'), "store.foreign"},
      {"half of the header", sound.substr(0, 50), "store.corrupt"},
      {"the first page only", sound.substr(0, 4096), "store.corrupt"},
      {"half of the file", sound.substr(0, sound.size() / 2), "store.corrupt"},
      {"all but one byte", sound.substr(0, sound.size() - 1), "store.corrupt"},
      {"a page too little", sound.substr(0, sound.size() - 4096), "store.corrupt"},
      {"a newer format", changed_at(60, std::string(3, '\0') + static_cast<char>(file_format + 1)), "store.newer"},
      {"a much newer format", changed_at(60, std::string("\x7f\0\0\0", 4)), "store.newer"},
      {"a format below nothing", changed_at(60, std::string("\xff\0\0\0", 4)), "store.schema"},
      {"no format", changed_at(60, std::string("\0\0\0\0", 4)), "store.schema"},
      {"another program's mark", changed_at(68, "GP10"), "store.foreign"},
      {"switched to a write-ahead log", changed_at(18, "\2\2"), "store.schema"},
      {"zeros over a page", changed_at(4096, std::string(4096, '\0')), "store.corrupt"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto path = folder / "bad.accord";
    write_bytes(path, row.bytes);
    for (const Access access : {Access::read_write, Access::read_only}) {
      const auto answer = Store::open(path, {.access = access});
      CHECK(code_of(answer) == row.code);
      if (!answer) {
        CHECK(answer.errors()[0].place.file == path.string());
        CHECK_FALSE(answer.errors()[0].advice.empty());
      }
      CHECK(read_file(path) == row.bytes);
    }
    std::filesystem::remove(path);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("a damaged check in the file's own tables is the file's fault, not the program's") {
  const TemporaryFolder folder;
  std::string bytes = sound_bytes(folder);
  for (std::size_t at = 0; (at = bytes.find("date(", at)) != bytes.npos;) bytes.replace(at, 4, "datg");
  write_bytes(folder / "bad.accord", bytes);
  for (const Access access : {Access::read_write, Access::read_only}) {
    const std::string code = code_of(Store::open(folder / "bad.accord", {.access = access}));
    CHECK((code == "store.corrupt" || code == "store.schema"));
  }
  CHECK(read_file(folder / "bad.accord") == bytes);
}

TEST_CASE("a database of another program is foreign and stays as it is") {
  const TemporaryFolder folder;
  const auto path = folder / "other.accord";
  run_sql(path, "CREATE TABLE cookies (name TEXT); INSERT INTO cookies VALUES ('x')");
  const std::string before = read_file(path);
  CHECK(code_of(Store::open(path)) == "store.foreign");
  CHECK(read_file(path) == before);
}

TEST_CASE("what is no file at all is named") {
  const TemporaryFolder folder;
  CHECK(code_of(Store::open(folder / "none.accord")) == "store.missing");
  CHECK(code_of(Store::open(folder / "none" / "none.accord")) == "store.missing");
  CHECK(code_of(Store::open(folder.path())) == "store.not_a_file");
  CHECK(code_of(Store::open("/dev/null")) == "store.not_a_file");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("flipped bytes never crash it, never change the file, and never go unnoticed by a check") {
  const TemporaryFolder folder;
  const std::string sound = sound_bytes(folder);
  const Dossier expected = must(must(Store::open(folder / "sound.accord")).load());
  const std::set<std::string> known{"store.foreign", "store.newer", "store.corrupt", "store.schema", "store.unreadable"};
  std::mt19937_64 random(99);
  int opened = 0;
  for (int i = 0; i < 600; ++i) {
    CAPTURE(i);
    std::string bytes = sound;
    for (std::uint64_t n = 1 + random() % 8; n > 0; --n) {
      // Half of the flips go where the file is described and begins.
      const std::size_t at = random() % (random() % 2 ? bytes.size() : 8192);
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    }
    const auto path = folder / "flipped.accord";
    write_bytes(path, bytes);
    auto answer = Store::open(path, {.access = i % 2 ? Access::read_write : Access::read_only});
    if (!answer) {
      CHECK(known.count(code_of(answer)) == 1);
    } else {
      ++opened;
      Store store = std::move(answer).value();
      const auto loaded = store.load();
      const auto journal = store.journal();
      if (store.check().empty()) {
        CHECK(must(store.load()) == expected);
        CHECK(journal.ok());
      }
      if (!loaded) CHECK(code_of(loaded) == "store.corrupt");
    }
    CHECK(read_file(path) == bytes);
  }
  MESSAGE(opened << " of 600 damaged files open; their checks find it or nothing of them is changed");
}

TEST_CASE("a file that is not there after all its bytes are cut off one by one never opens wrongly") {
  const TemporaryFolder folder;
  const std::string sound = sound_bytes(folder);
  for (std::size_t length = 1; length < sound.size(); length += 3571) {
    CAPTURE(length);
    write_bytes(folder / "cut.accord", sound.substr(0, length));
    const auto answer = Store::open(folder / "cut.accord");
    const std::string code = code_of(answer);
    CHECK((code == "store.corrupt" || code == "store.foreign"));
  }
}
