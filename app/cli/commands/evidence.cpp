#include <fmt/format.h>

#include <filesystem>

#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/write_file.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "db/exchange/source_text.hpp"

namespace accord::cli {
namespace {

constexpr int usual_limit = 20;  // mebibytes

Result<const Evidence*> evidence_named(const Dossier& dossier, const std::string& code) {
  const auto named = find_record(dossier, code, Kind::evidence);
  if (!named) return named.errors();
  return static_cast<const Evidence*>(named->record);
}

// What is wrong with a file is said of one that is to be attached, not of a plan.
Result<std::string> bytes_to_attach(const std::filesystem::path& path, std::int64_t limit, const std::string& dossier) {
  auto bytes = read_source(path, static_cast<std::uintmax_t>(limit));
  if (bytes) return bytes;
  Diagnostic d = bytes.errors().front();
  if (d.code == "import.too_large") {
    d.code = "attachment.size";
    d.message = say("The file is too large to be attached.");
    d.advice = say("give a link instead, or raise the limit, in mebibytes: accord set FILE {} file_limit=NUMBER", dossier);
  } else if (d.code == "import.empty") {
    d.code = "attachment.empty";
    d.message = say("The file is empty, so there is nothing to attach.");
    d.advice = say("choose the file that shows it");
  }
  return d;
}

int attach(DossierSession& session, const Arguments& arguments, Io& io) {
  const auto evidence = evidence_named(session.dossier(), arguments.word(2));
  if (!evidence) return fail(io, evidence.errors());
  const std::filesystem::path path = arguments.word(3);
  const auto limit = static_cast<std::int64_t>(session.dossier().info().file_limit.value_or(usual_limit)) << 20;
  const auto bytes = bytes_to_attach(path, limit, session.dossier().info().code);
  if (!bytes) return fail(io, bytes.errors());
  const auto hash = session.store().keep_file(*bytes, limit);
  if (!hash) return fail(io, hash.errors());
  const AttachedFile file{path.filename().string(), *hash, static_cast<int>(bytes->size())};
  const std::string code = (*evidence)->code;
  return run_edit(
      io, session,
      {.changes = [&](const Dossier& dossier,
                      const ValidateOptions& options) { return attach_file(dossier, code, file, options); },
       .summary = fmt::format("{} attached to {}", path.filename().string(), code),
       .why = arguments.text("why")});
}

int save(DossierSession& session, const Arguments& arguments, Io& io) {
  const auto evidence = evidence_named(session.dossier(), arguments.word(2));
  if (!evidence) return fail(io, evidence.errors());
  if ((*evidence)->file_hash.empty())
    return fail(io, {{.code = "attachment.none",
                      .message = say("No file is attached to {}.", (*evidence)->code),
                      .advice = say("\"accord evidence attach\" attaches one")}});
  const std::string target = arguments.words().size() > 3 ? arguments.word(3) : (*evidence)->file_name;
  if (std::filesystem::exists(target) && !std::filesystem::is_directory(target))
    return fail(io, {{.code = "attachment.exists",
                      .message = say("There is a file of that name already."),
                      .found = target,
                      .advice = say("choose another name")}});
  const auto bytes = session.store().kept_file((*evidence)->file_hash);
  if (!bytes) return fail(io, bytes.errors());
  const std::filesystem::path path =
      std::filesystem::is_directory(target)
          ? std::filesystem::path(target) / std::filesystem::path((*evidence)->file_name).filename()
          : std::filesystem::path(target);
  write_file(path, *bytes);
  tell(io, say("The file of {} was written to {}; its SHA-256 is {}.", (*evidence)->code, path.string(),
               (*evidence)->file_hash));
  return exit_code::fine;
}

int run_evidence(const Arguments& arguments, Io& io) {
  const std::string& action = arguments.word(0);
  const bool attaches = action == "attach";
  if ((!attaches && action != "save") || (attaches && arguments.words().size() != 4))
    return misuse(
        io, {{.code = "usage.arguments",
              .message = attaches ? say("Say which file is to be attached.")
                                  : say("A file can be attached or saved; \"{}\" is neither.", action),
              .expected = say("accord evidence attach FILE CODE PATH, or accord evidence save FILE CODE [PATH]")}});
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  return attaches ? attach(session.value(), arguments, io) : save(session.value(), arguments, io);
}

}  // namespace

const Command evidence_command{
    .name = "evidence",
    .usage = message("attach FILE CODE PATH | save FILE CODE [PATH]"),
    .summary = message("Attach a file to evidence, or write an attached file out again."),
    .details = message(
        "The file is kept in the dossier itself, with its SHA-256; \"accord check\" finds one that is not as it was. "
        "The dossier's file_limit says how large a file may be."),
    .examples = {{"accord evidence attach kz.accord EV.4 round2.pdf",
                  message("keeps the joint statement inside the dossier")},
                 {"accord evidence save kz.accord EV.4 copy.pdf", message("writes it out again")}},
    .least_words = 3,
    .most_words = 4,
    .options = add_why,
    .run = run_evidence,
};

}  // namespace accord::cli
