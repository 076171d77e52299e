#pragma once
// What the program remembers between two starts, in the user's own folder for settings.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace accord::gui {

class Settings {
 public:
  bool flag(const std::string& name, bool otherwise) const;
  void set_flag(const std::string& name, bool value);
  int number(const std::string& name, int otherwise) const;
  void set_number(const std::string& name, int value);
  std::string text(const std::string& name) const;  // "" where nothing is remembered
  void set_text(const std::string& name, const std::string& value);

  // Dossiers opened before, the last one first; those that are gone are left out.
  std::vector<std::filesystem::path> recent() const;
  void remember(const std::filesystem::path& path);
};

// Under which the language of the window is remembered: "en", "ru", "kk"; none = as the environment asks.
inline constexpr const char* language_setting = "window/language";

Settings& settings();

}  // namespace accord::gui
