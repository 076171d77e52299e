// Transcripts: what is typed and what comes back, line by line. In tests/app/cli/transcripts/*.txt:
//   $ accord …     a command          = …     a scene to prepare (officer.hpp)          # …     a remark
//   other lines: what the command writes; lines on stderr behind "! "; an exit code other than 0 as "[3]".
// ACCORD_APPROVE=1 writes what comes back into the files, for a person to read before it is committed.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace accord::test {
namespace {

std::string marked(const std::string& text, const std::string& mark) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) out += mark + line + '\n';
  return out;
}

// The transcript as it runs now.
std::string play(const std::string& transcript) {
  Officer officer;
  std::istringstream lines(transcript);
  std::string out;
  bool after_command = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_command = line.starts_with("$ "), is_scene = line.starts_with("= "),
               is_remark = line.starts_with("# ");
    if (!is_command && !is_scene && !is_remark) continue;
    if (after_command && !is_scene) out += '\n';
    if (after_command && is_scene) out += '\n';
    after_command = is_command;
    out += line + '\n';
    if (is_scene) officer.prepare(line.substr(2));
    if (!is_command) continue;
    const Answer answer = officer.type(line.substr(2));
    out += marked(answer.out, "") + marked(answer.err, "! ");
    if (answer.code != 0) out += "[" + std::to_string(answer.code) + "]\n";
  }
  return out;
}

void compare(const std::string& name, const std::string& approved, const std::string& now) {
  std::istringstream a(approved), b(now);
  std::string line_a, line_b, command;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, line_a)), more_b = static_cast<bool>(std::getline(b, line_b));
    if (!more_a && !more_b) return;
    if (line_a.starts_with("$ ")) command = line_a;
    if (more_a == more_b && line_a == line_b) continue;
    FAIL_CHECK(name << ":" << line << "  " << command << "\n  approved: " << (more_a ? line_a : "(end)")
                    << "\n  now:      " << (more_b ? line_b : "(end)"));
    return;
  }
}

}  // namespace

TEST_CASE("every transcript plays as it was approved") {
  const auto files = files_in(source_dir() / "tests/app/cli/transcripts", ".txt");
  REQUIRE(!files.empty());
  for (const auto& file : files) {
    const std::string approved = read_file(file);
    const std::string now = play(approved);
    if (std::getenv("ACCORD_APPROVE")) std::ofstream(file, std::ios::binary) << now;
    else compare(file.filename().string(), approved, now);
  }
}

TEST_CASE("a transcript of a diplomat's day holds no word of the machine's") {
  const std::string text = read_file(source_dir() / "tests/app/cli/transcripts/officer.txt");
  for (const std::string word :
       {"null", "RecordId", "nullopt", "std::", "#1", "rebase", "snapshot", "enum", "\\n", "_start", "_finish"}) {
    CAPTURE(word);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      if (!line.starts_with("$ ")) CHECK(line.find(word) == std::string::npos);
  }
}

}  // namespace accord::test
