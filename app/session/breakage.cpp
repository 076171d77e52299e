#include "app/session/breakage.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/spoken.hpp"
#include "db/store/storage_error.hpp"
#include "db/store/unwritable.hpp"

namespace accord {
namespace {

// What a computer runs out of; anything else stays in the system's own words.
std::string reason_in_words(const std::error_code& code) {
  constexpr std::pair<std::errc, std::string_view> usual[] = {
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
    return {.code = storage->code(), .message = storage->what(), .advice = storage->advice()};
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&problem))
    return unwritable(file->path1(), file->code());
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
