#include "tests/support/approve.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace accord::test {

void approve(const std::string& name, const std::string& text) {
  const auto path = source_dir() / "tests" / "golden" / name;
  if (std::getenv("ACCORD_APPROVE")) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  REQUIRE_MESSAGE(std::filesystem::exists(path), "no golden file ", name, ": run with ACCORD_APPROVE=1 and look at it");
  const std::string approved = read_file(path);
  if (approved == text) return;
  std::istringstream a(approved), b(text);
  std::string line_a, line_b;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, line_a));
    const bool more_b = static_cast<bool>(std::getline(b, line_b));
    if (more_a != more_b || line_a != line_b) {
      FAIL_CHECK(name << ":" << line << "\n  approved: " << (more_a ? line_a : "(end)") << "\n  now:      " << (more_b ? line_b : "(end)"));
      return;
    }
    if (!more_a) return;
  }
}

}  // namespace accord::test
