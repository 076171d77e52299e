#include "tests/app/cli/officer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "app/cli/run.hpp"

namespace accord::test {

struct Officer::Lock {
  explicit Lock(const std::string& file) : database(file, SQLite::OPEN_READWRITE) { database.exec("BEGIN EXCLUSIVE"); }
  SQLite::Database database;
};

namespace {

void write(const std::string& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

// Every page but the first is lost.
void damage(const std::string& file) {
  const auto size = std::filesystem::file_size(file);
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(4096);
  for (std::uintmax_t i = 4096; i < size; ++i) out.put('\x5a');
}

void tamper(const std::string& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  std::vector<std::string> triggers;
  SQLite::Statement names(database, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'");
  while (names.executeStep()) triggers.push_back(names.getColumn(0));
  for (const std::string& name : triggers) database.exec("DROP TRIGGER \"" + name + "\"");
  database.exec("UPDATE journal SET author = 'Somebody else' WHERE number = 1");
}

}  // namespace

std::vector<std::string> shell_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = 0;
  for (char c : line) {
    if (quote) {
      if (c == quote) quote = 0;
      else word += c;
    } else if (c == '"' || c == '\'') {
      quote = c;
      inside = true;
    } else if (c == ' ') {
      if (inside) words.push_back(word);
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(word);
  return words;
}

Officer::Officer() : before_(std::filesystem::current_path()), today_(date::year{2026} / 11 / 22) {
  std::string name = (std::filesystem::temp_directory_path() / "accord-desk-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
  folder_ = name;
  std::filesystem::current_path(folder_);
}

Officer::~Officer() {
  lock_.reset();
  std::filesystem::current_path(before_);
  std::filesystem::remove_all(folder_);
}

Answer Officer::type(const std::string& line) {
  std::vector<std::string> words = shell_words(line);
  if (words.empty() || words[0] != "accord") throw std::runtime_error("not a command: " + line);
  words.erase(words.begin());
  std::istringstream in(answer_);
  std::ostringstream out, err;
  cli::Io io{.in = in, .out = out, .err = err, .clock = pinned_clock(today_)};
  io.author = author_;
  io.source_date = source_date_;
  io.language = language_;
  io.width = width_;
  io.in_is_terminal = has_answer_;
  io.wait_ms = 50;
  has_answer_ = false;
  answer_.clear();
  const int code = cli::run(words, io);
  return {out.str(), err.str(), code};
}

// Each word from the third on is a line.
static std::string lines_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 2; i < words.size(); ++i)
    if (!words[i].empty()) text += words[i] + "\n";
  return text;
}

void Officer::prepare(const std::string& what) {
  const auto words = shell_words(what);
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
  if (word(0) == "today") today_ = parse_day(word(1)).value();
  else if (word(0) == "author") author_ = word(1);
  else if (word(0) == "language") language_ = word(1);
  else if (word(0) == "source-date") source_date_ = word(1);
  else if (word(0) == "width") width_ = std::stoi(word(1));
  else if (word(0) == "answer") answer_ = word(1) + "\n", has_answer_ = true;
  else if (word(0) == "text") write(word(1), lines_of(words));
  else if (word(0) == "bytes") write(word(1), from_hex(word(2)));
  else if (word(0) == "damage") damage(word(1));
  else if (word(0) == "foreign")
    SQLite::Database(word(1), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE notes (text)");
  else if (word(0) == "newer") SQLite::Database(word(1), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
  else if (word(0) == "tamper") tamper(word(1));
  else if (word(0) == "lock") lock_ = std::make_unique<Lock>(word(1));
  else if (word(0) == "unlock") lock_.reset();
  else throw std::runtime_error("nothing of that kind can be prepared: " + what);
}

}  // namespace accord::test
