#include "db/store/unwritable.hpp"

#include <algorithm>
#include <cerrno>
#include <initializer_list>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

namespace fs = std::filesystem;

struct Cause {
  std::string code, message, advice;
};

bool is_any(const std::error_code& error, std::initializer_list<std::errc> known) {
  return std::any_of(known.begin(), known.end(), [&](std::errc each) { return error == each; });
}

Cause cause_of(const fs::path& path, const std::error_code& error) {
  using std::errc;
  std::error_code ignored;
  const fs::path folder = path.parent_path();
  const bool is_full = is_any(error, {errc::no_space_on_device, errc::file_too_large}) || error.value() == EDQUOT;
  if (is_full && fs::is_directory(path, ignored))
    return {"storage.full", say("There is no room left in the folder {}.", path.string()), say("make room and try again")};
  if (fs::is_directory(path, ignored))
    return {"store.not_a_file", say("{} is a folder, not a file.", path.string()), say("choose a file's name")};
  if (!folder.empty() && !fs::is_directory(folder, ignored))
    return {"store.missing", say("There is no folder {}.", folder.string()), say("make the folder first, or choose another")};
  if (is_full)
    return {"storage.full", say("There is no room left to write {}.", path.string()), say("make room and try again")};
  if (is_any(error, {errc::permission_denied, errc::operation_not_permitted, errc::read_only_file_system, errc::no_such_file_or_directory}))
    return {"store.read_only", say("{} may not be written.", path.string()), say("choose another folder, or ask for the right to write there")};
  if (is_any(error, {errc::device_or_resource_busy, errc::text_file_busy, errc::resource_unavailable_try_again}))
    return {"storage.busy", say("Another program is using {}.", path.string()), say("close it there and try again")};
  if (is_any(error, {errc::filename_too_long, errc::is_a_directory, errc::not_a_directory, errc::invalid_argument}))
    return {"store.not_a_file", say("No file can have this name."), say("choose another name, for example a shorter one")};
  return {"storage.io", say("Writing {} failed.", path.string()), say("look whether the disk or the network can be reached, and try again")};
}

}  // namespace

Diagnostic unwritable(const fs::path& path, const std::error_code& error) {
  const Cause cause = cause_of(path, error);
  std::error_code ignored;
  const bool remains = fs::is_regular_file(path, ignored);
  Diagnostic d{.code = cause.code,
               .message = cause.message + " " + (remains ? say("Nothing was changed, and the old file is still there.") : say("Nothing was changed.")),
               .advice = cause.advice};
  d.place.file = path.string();
  return d;
}

Diagnostic unwritable(const fs::path& path, std::errc error) { return unwritable(path, std::make_error_code(error)); }

}  // namespace accord
