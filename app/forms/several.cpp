#include "app/forms/several.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/forms/record_form.hpp"
#include "app/session/reading_order.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"

namespace accord {
namespace {

void add_new(Diagnostics& problems, const Diagnostics& more) {
  for (const Diagnostic& problem : more)
    if (std::none_of(problems.begin(), problems.end(), [&](const Diagnostic& known) {
          return known.code == problem.code && known.message == problem.message && known.found == problem.found;
        }))
      problems.push_back(problem);
}

// For the journal, which is kept in English.
std::string how_many(Kind kind, std::size_t count) {
  const RecordType& type = type_of(kind);
  const Speaking english{Tongue::english()};
  return fmt::format("{} {}", count, count == 1 ? lower(std::string(type.label)) : plural_in_words(type));
}

}  // namespace

std::vector<const Field*> shared_fields(Kind kind) {
  std::vector<const Field*> out;
  for (const FieldGroup& group : RecordForm::groups(kind))
    for (const Field* field : group.fields)
      if (field->name != "code" && field->name != "title" && field->type != FieldType::long_text) out.push_back(field);
  return out;
}

EditCommand set_in_all(Kind kind, std::vector<RecordId> records, std::string field, std::string text) {
  EditCommand command;
  command.summary = fmt::format("{} of {}: {}", type_of(kind).field(field)->label, how_many(kind, records.size()),
                                text.empty() ? "nothing" : text);
  command.changes = [kind, records = std::move(records), field = std::move(field), text = std::move(text)](
                        const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
    Dossier now = dossier;
    Diagnostics problems;
    for (const RecordId record : records) {
      if (!now.find(kind, record)) continue;
      RecordForm form(now, kind, record);
      form.enter(field, text);
      add_new(problems, form.errors());
      if (!problems.empty() || !form.changed()) continue;
      const auto changes = form.to_command().changes(now, options);
      if (!changes) {
        add_new(problems, changes.errors());
        continue;
      }
      auto after = apply_changes(now, *changes);
      if (!after) return after.errors();
      now = std::move(after).value();
    }
    if (!problems.empty()) return problems;
    return diff(dossier, now);
  };
  return command;
}

EditCommand remove_all(Kind kind, std::vector<RecordId> records) {
  EditCommand command;
  command.summary = fmt::format("{} removed", how_many(kind, records.size()));
  command.changes = [kind, records = std::move(records)](const Dossier& dossier,
                                                         const ValidateOptions& options) -> Result<ChangeSet> {
    Dossier now = dossier;
    std::vector<RecordId> left = records;
    // A group can go when its members have gone: again and again, as long as something goes.
    for (std::size_t before = left.size() + 1; !left.empty() && left.size() < before;) {
      before = left.size();
      Diagnostics problems;
      std::erase_if(left, [&](const RecordId record) {
        if (!now.find(kind, record)) return true;
        const auto changes = remove_record(now, now.code_of(kind, record), kind, options);
        if (!changes) {
          add_new(problems, changes.errors());
          return false;
        }
        auto after = apply_changes(now, *changes);
        if (!after) {
          add_new(problems, after.errors());
          return false;
        }
        now = std::move(after).value();
        return true;
      });
      if (left.size() == before) return problems;
    }
    return diff(dossier, now);
  };
  return command;
}

}  // namespace accord
