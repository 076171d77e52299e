#pragma once
// Files that evidence holds: each lies once in the dossier, under its SHA-256.
#include <filesystem>

#include "db/store/opening.hpp"

namespace accord {

// Inside the caller's transaction; gives the hash.
std::string write_attachment(StoreConnection& connection, std::string_view bytes);
// attachment.missing, attachment.damaged (the bytes are not those of the hash).
Result<std::string> read_attachment(StoreConnection& connection, std::string_view hash,
                                    const std::filesystem::path& path);
// attachment.size, in mebibytes.
Diagnostic too_large(std::int64_t bytes, std::int64_t limit);

// The files that the dossier's evidence holds, from one file of ours into another that nobody has open. What the first
// lacks is left out: the evidence still says what it was.
Outcome copy_attachments(Store::Impl& from, const std::filesystem::path& into, const Dossier& dossier);

// Files that are not as they were (an error), and evidence whose file is not here (a warning: it may have come from
// elsewhere).
Diagnostics attachment_findings(StoreConnection& connection, const Dossier& dossier, const std::filesystem::path& path);

}  // namespace accord
