#pragma once
// Breakage below the store: a full disk, a failing device, a file that vanished while it was open. Thrown, never returned;
// whatever the store was doing has been taken back and the file is as it was before.
#include <stdexcept>
#include <string>

namespace accord {

class StorageError : public std::runtime_error {
 public:
  // `code` is stable: storage.full, storage.io, storage.busy, storage.memory. `message` is a whole sentence for a person.
  StorageError(std::string code, const std::string& message, std::string advice = "")
      : std::runtime_error(message), code_(std::move(code)), advice_(std::move(advice)) {}
  const std::string& code() const { return code_; }
  // What to do about it; "" where the message says it.
  const std::string& advice() const { return advice_; }

 private:
  std::string code_, advice_;
};

}  // namespace accord
