#pragma once
// A folder of its own for a test, removed with everything in it; in memory where the machine has a file system for that,
// because the store waits for the disk at every commit.
#include <atomic>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace accord::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    static std::atomic<int> counter{0};
    const std::filesystem::path memory = "/dev/shm";
    const std::filesystem::path in = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    path_ = in / ("accord-store-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace accord::test
