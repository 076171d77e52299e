#pragma once
// Somebody at a desk: types commands in a folder of their own, on a fixed day, and reads what comes back.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"

namespace accord::test {

struct Answer {
  std::string out, err;
  int code = 0;
};

class Officer {
 public:
  // Enters a new, empty folder; it goes with the Officer. Names of files are relative to it.
  Officer();
  ~Officer();
  Officer(const Officer&) = delete;
  Officer& operator=(const Officer&) = delete;

  // "accord show kz.accord VFA.5": quotation marks as in a shell.
  Answer type(const std::string& line);
  // Prepares the scene; `what` is one of:
  //   today 2026-12-03 · author NAME · width 120 · answer y (a person at the terminal says it to the next question)
  //   text FILE CONTENT · bytes FILE HEX · damage FILE · foreign FILE (a database of another program)
  //   language ru (which the environment asks for)
  //   source-date SECONDS (as the environment gives it)
  //   newer FILE · tamper FILE (an entry of the history) · lock FILE · unlock
  void prepare(const std::string& what);

 private:
  struct Lock;
  std::filesystem::path folder_, before_;
  Day today_;
  std::string author_ = "A. Nurpeis", answer_, source_date_, language_ = "en";
  bool has_answer_ = false;
  int width_ = 80;
  std::unique_ptr<Lock> lock_;
};

// The words of a line as a shell takes them apart.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace accord::test
