#include "app/render/write_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace accord {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what, const fs::path& path, int error) {
  throw fs::filesystem_error(what, path, std::error_code(error, std::generic_category()));
}

// An open file; closed, and removed from the disk unless it was kept.
class Output {
 public:
  Output(fs::path path, int flags, mode_t mode, bool temporary) : path_(std::move(path)), temporary_(temporary) {
    handle_ = ::open(path_.c_str(), flags, mode);
    if (handle_ < 0) temporary_ = false;
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() {
    if (handle_ >= 0) ::close(handle_);
    if (temporary_) ::unlink(path_.c_str());
  }

  bool is_open() const { return handle_ >= 0; }
  int handle() const { return handle_; }
  const fs::path& path() const { return path_; }

  // The errno of what went wrong, 0 when all is written.
  int write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return errno;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
  }
  int flush() const { return ::fsync(handle_) == 0 ? 0 : errno; }
  // Network shares report a full disk only now.
  int close() {
    const int result = ::close(handle_);
    handle_ = -1;
    return result == 0 ? 0 : errno;
  }
  void keep() { temporary_ = false; }

 private:
  fs::path path_;
  int handle_ = -1;
  bool temporary_;
};

void write_directly(const fs::path& path, std::string_view bytes) {
  Output out(path, O_WRONLY | O_CLOEXEC, 0, false);
  if (!out.is_open()) fail("cannot open the file for writing", path, errno);
  if (const int error = out.write(bytes)) fail("cannot write the file", path, error);
}

fs::path temporary_name(const fs::path& target, int attempt) {
  fs::path name = target;
  name.replace_filename("." + target.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp");
  return name;
}

// The rename itself reaches the disk with its folder; where a file system cannot do that, the file is still whole.
void flush_folder(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const Output handle(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0, false);
  if (handle.is_open()) (void)handle.flush();
}

void replace(const fs::path& path, const fs::path& target, std::string_view bytes) {
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  constexpr int most_attempts = 100;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Output out(temporary_name(target, attempt), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666, true);
    if (!out.is_open() && errno == EEXIST) continue;
    if (!out.is_open()) fail("cannot create a file in the folder", path, errno);
    if (exists && ::fchmod(out.handle(), old.st_mode & 07777) != 0) fail("cannot keep the file's permissions", path, errno);
    for (const int error : {out.write(bytes), out.flush(), out.close()})
      if (error) fail("cannot write the file", path, error);
    if (::rename(out.path().c_str(), target.c_str()) != 0) fail("cannot put the new file in the old one's place", path, errno);
    out.keep();
    flush_folder(target);
    return;
  }
  fail("cannot create a file in the folder", path, EEXIST);
}

}  // namespace

void write_file(const fs::path& path, std::string_view bytes) {
  std::error_code none;
  const fs::file_status status = fs::status(path, none);
  if (fs::is_directory(status)) fail("this is a folder, not a file", path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, bytes);
  const fs::path target = fs::exists(status) ? fs::canonical(path) : path;
  replace(path, target, bytes);
}

}  // namespace accord
