#include "app/gui/settings.hpp"

#include <wx/config.h>

#include <algorithm>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

constexpr int most_recent = 8;

wxString key(const std::string& name) { return wx("/" + name); }

}  // namespace

bool Settings::flag(const std::string& name, bool otherwise) const {
  return wxConfigBase::Get()->ReadBool(key(name), otherwise);
}
void Settings::set_flag(const std::string& name, bool value) { wxConfigBase::Get()->Write(key(name), value); }
int Settings::number(const std::string& name, int otherwise) const {
  return static_cast<int>(wxConfigBase::Get()->ReadLong(key(name), otherwise));
}
void Settings::set_number(const std::string& name, int value) {
  wxConfigBase::Get()->Write(key(name), static_cast<long>(value));
}
std::string Settings::text(const std::string& name) const {
  return utf8(wxConfigBase::Get()->Read(key(name), wxString()));
}
void Settings::set_text(const std::string& name, const std::string& value) {
  wxConfigBase::Get()->Write(key(name), wx(value));
}

std::vector<std::filesystem::path> Settings::recent() const {
  std::vector<std::filesystem::path> out;
  for (int i = 1; i <= most_recent; ++i) {
    const std::filesystem::path path = text("recent/" + std::to_string(i));
    std::error_code unreadable;
    if (!path.empty() && std::filesystem::exists(path, unreadable)) out.push_back(path);
  }
  return out;
}

void Settings::remember(const std::filesystem::path& path) {
  auto paths = recent();
  std::erase(paths, path);
  paths.insert(paths.begin(), path);
  for (std::size_t i = 0; i < most_recent; ++i)
    set_text("recent/" + std::to_string(i + 1), i < paths.size() ? paths[i].string() : std::string());
  wxConfigBase::Get()->Flush();
}

Settings& settings() {
  static Settings one;
  return one;
}

}  // namespace accord::gui
