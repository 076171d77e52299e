#include "app/session/breakage.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/spoken.hpp"
#include "db/store/storage_error.hpp"

namespace accord {
namespace {

// What a computer's files usually refuse; anything else stays in the system's own words.
std::string reason_in_words(const std::error_code& code) {
  constexpr std::pair<std::errc, std::string_view> usual[] = {
      {std::errc::permission_denied, message("Permission denied")},
      {std::errc::operation_not_permitted, message("Operation not permitted")},
      {std::errc::read_only_file_system, message("Read-only file system")},
      {std::errc::no_space_on_device, message("No space left on device")},
      {std::errc::no_such_file_or_directory, message("No such file or directory")},
      {std::errc::not_a_directory, message("Not a directory")},
      {std::errc::is_a_directory, message("Is a directory")},
      {std::errc::file_exists, message("File exists")},
      {std::errc::file_too_large, message("File too large")},
      {std::errc::filename_too_long, message("File name too long")},
      {std::errc::io_error, message("Input/output error")},
      {std::errc::too_many_files_open, message("Too many open files")},
      {std::errc::not_enough_memory, message("Cannot allocate memory")},
      {std::errc::resource_unavailable_try_again, message("Resource temporarily unavailable")},
  };
  for (const auto& [known, words] : usual)
    if (code == known) return say(words);
  return code.message();
}

}  // namespace

Diagnostic breakage(const std::exception& problem) {
  if (const auto* storage = dynamic_cast<const StorageError*>(&problem))
    return {.code = storage->code(), .message = storage->what()};
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&problem)) {
    const std::filesystem::path folder = file->path1().parent_path();
    std::error_code ignored;
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
      return {.code = "store.missing",
              .message = say("There is no folder {}.", folder.string()),
              .advice = say("make the folder first, or choose another"),
              .place = {.file = file->path1().string()}};
    return {.code = "storage.io",
            .message = say("The computer refused to read or write this: {}.", reason_in_words(file->code())),
            .place = {.file = file->path1().string()}};
  }
  if (const auto* system = dynamic_cast<const std::system_error*>(&problem))
    return {.code = "storage.system",
            .message = say("The computer could not do this: {}.", reason_in_words(system->code())),
            .advice = say("try again; if it happens again, ask whoever looks after the computer")};
  return {
      .code = "internal",
      .message = say("The program made a mistake: {}.", problem.what()),
      .advice = say(
          "a change is saved completely or not at all: the history shows whether it was; please report what you did")};
}

}  // namespace accord
