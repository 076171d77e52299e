#pragma once
// Programs that we did not write, asked to open what we wrote.
#include <filesystem>
#include <string>
#include <string_view>

namespace accord::test {

// A folder of its own, gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Writes the bytes to a file there and returns its path.
  std::filesystem::path file(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

struct Ran {
  int code = 0;
  std::string out;  // what it said, complaints included
};
// Runs a shell command to its end.
Ran run(const std::string& command);

// Whether the command succeeds; where it does not, says that the test is skipped and for want of what.
bool is_installed(const std::string& command, std::string_view what);

}  // namespace accord::test
