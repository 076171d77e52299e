// The dependency rule: core knows nothing of db and app, db nothing of app, session and render nothing of what stands on them.
#include <regex>

#include "core/base/text.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace fs = std::filesystem;
using accord::test::read_file;
using accord::test::source_dir;

namespace {

std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir() / folder))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") files.push_back(entry.path());
  return files;
}

std::vector<std::string> includes(const fs::path& file) {
  static const std::regex line("(^|\n)[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]");
  const std::string text = read_file(file);
  std::vector<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) out.push_back((*it)[2]);
  return out;
}

struct Rule {
  const char* folder;
  std::vector<std::string> forbidden;  // beginnings of include paths
};

}  // namespace

TEST_CASE("each folder includes only what it may") {
  const std::vector<std::string> devices{"fstream", "iostream", "filesystem", "cstdlib", "ctime", "unistd.h", "sys/", "nlohmann/", "pugixml", "openssl/"};
  const std::vector<std::string> sql{"SQLiteCpp/", "sqlite3.h"};
  const auto joined = [](std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  const Rule rules[] = {
      {"core", joined(joined({"db/", "app/", "wx/"}, sql), devices)},
      {"core/base", {"core/calendar/", "core/model/", "core/edit/", "core/schedule/", "core/progress/", "core/report/", "core/chart/"}},
      {"core/calendar", {"core/model/", "core/edit/", "core/schedule/", "core/progress/", "core/report/", "core/chart/"}},
      {"core/model", {"core/edit/", "core/schedule/", "core/progress/", "core/report/", "core/chart/"}},
      {"core/edit", {"core/schedule/", "core/progress/", "core/report/", "core/chart/"}},
      {"core/schedule", {"core/edit/", "core/progress/", "core/report/", "core/chart/"}},
      {"db", {"app/", "wx/"}},
      {"db/exchange", sql},
      {"app", sql},
      {"app/data", {"app/session/", "app/render/", "app/cli/", "app/gui/", "wx/"}},
      {"app/session", {"app/render/", "app/cli/", "app/gui/", "wx/"}},
      {"app/render", {"app/session/", "app/cli/", "app/gui/", "wx/", "core/model/", "core/schedule/", "core/edit/"}},
      {"app/cli", {"app/gui/", "wx/"}},
  };
  for (const Rule& rule : rules)
    for (const fs::path& file : sources(rule.folder))
      for (const std::string& include : includes(file))
        for (const std::string& beginning : rule.forbidden)
          CHECK_MESSAGE(!include.starts_with(beginning), fs::relative(file, source_dir()).string(), " includes ", include, ", which ", rule.folder, " may not");
}

TEST_CASE("nothing in core asks the clock or the environment") {
  const std::regex asks("system_clock::now|steady_clock::now|getenv|std::time\\(|std::random_device");
  for (const fs::path& file : sources("core")) CHECK_MESSAGE(!std::regex_search(read_file(file), asks), file.string());
}

TEST_CASE("the top level holds what the user chose and nothing else") {
  const std::vector<std::string> allowed{"CMakeLists.txt", "README.md", "app", "core", "db", "packaging", "tests", "build"};
  for (const auto& entry : fs::directory_iterator(source_dir())) {
    const std::string name = entry.path().filename().string();
    if (name.front() != '.') CHECK_MESSAGE(std::find(allowed.begin(), allowed.end(), name) != allowed.end(), name);
  }
}

TEST_CASE("files hold one idea each") {
  for (const char* folder : {"core", "db", "app"})
    for (const fs::path& file : sources(folder)) {
      const std::string text = read_file(file);
      CHECK_MESSAGE(std::count(text.begin(), text.end(), '\n') <= 400, fs::relative(file, source_dir()).string());
    }
}
