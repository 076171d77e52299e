#include "app/session/collecting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/session/effects.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "db/exchange/forms.hpp"
#include "db/exchange/source_text.hpp"

namespace accord {
namespace {

constexpr std::size_t hash_digits = 12;  // of the journal's 64, in a stamp

bool is_workbook(std::string_view path) { return lower(path).ends_with(".xlsx"); }

// Of the entry that made the revision; "" where there is none of that number.
Result<std::string> hash_at(Store& store, std::int64_t revision) {
  const auto entries = store.journal(revision - 1);
  if (!entries) return entries.errors();
  return entries->empty() ? std::string() : entries->front().hash.substr(0, hash_digits);
}

// The dossier as the form saw it: form.foreign where the form was made from another file.
Result<Dossier> origin(Store& store, const FormStamp& stamp, const std::string& file) {
  const auto hash = hash_at(store, stamp.revision);
  if (!hash) return hash.errors();
  if (hash->empty() || *hash != stamp.hash) {
    Diagnostic d{.code = "form.foreign",
                 .message = say("This form was not made from this dossier."),
                 .found = stamp.text(),
                 .advice = say("read it into the dossier that sent it out")};
    d.place.file = file;
    return d;
  }
  return store.at_revision(stamp.revision);
}

Collected merged(const ReturnedForm& form, const Dossier& now, const ValidateOptions& options) {
  return merge_form(form.rows, {.now = now, .then = form.then, .since = form.since, .options = options});
}

}  // namespace

bool is_form_name(std::string_view path) { return is_workbook(path) || lower(path).ends_with(".csv"); }

Result<OutgoingForm> form_for(DossierSession& session, Id<Party> party, std::string_view path) {
  const Dossier& dossier = session.dossier();
  const Party* asked = dossier.find(party);
  if (!asked) return Diagnostic{.code = "form.party", .message = say("The institution is not in the file any more.")};
  const auto hash = hash_at(session.store(), dossier.revision());
  if (!hash) return hash.errors();
  const FormTable form = collection_form(dossier, party, {asked->code, dossier.revision(), *hash});
  return OutgoingForm{.party = title_of(Kind::party, *asked),
                      .bytes = is_workbook(path) ? form_workbook(form, dossier) : form_csv(form),
                      .rows = form.rows.size()};
}

std::string nothing_to_ask(std::string_view party) {
  return say("{} owes nothing that is open, so there is nothing to ask.", party);
}

Result<ReturnedForm> read_returned(DossierSession& session, const std::string& path) {
  const auto bytes = read_source(path);
  if (!bytes) return bytes.errors();
  auto rows = read_form(*bytes, path);
  if (!rows) return rows.errors();
  const auto stamp = stamp_of(*rows, path);
  if (!stamp) return stamp.errors();
  auto then = origin(session.store(), *stamp, path);
  if (!then) return then.errors();
  auto since = session.store().journal(stamp->revision);
  if (!since) return since.errors();
  return ReturnedForm{.file = path,
                      .rows = std::move(rows).value(),
                      .stamp = *stamp,
                      .then = std::move(then).value(),
                      .since = std::move(since).value()};
}

FormReport check_form(const DossierSession& session, const ReturnedForm& form) {
  const Dossier& now = session.dossier();
  FormReport report{merged(form, now, session.validate_options(now)), {}};
  report.doubts = form_doubts(session, now, report.collected);
  return report;
}

std::vector<std::string> form_doubts(const DossierSession& session, const Dossier& before, const Collected& collected) {
  const auto after = apply_changes(before, collected.changes);
  if (!after) return {};
  const auto was = session.outlook_of(before), is = session.outlook_of(*after);
  return was && is ? new_doubts(**was, **is) : std::vector<std::string>();
}

EditCommand take_over(std::shared_ptr<const ReturnedForm> form, std::shared_ptr<Collected> collected) {
  std::string summary = fmt::format("Form of {} read from {}", form->stamp.party, form->file);
  return {.changes = [form = std::move(form), collected = std::move(collected)](
                         const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
            *collected = merged(*form, dossier, options);
            return collected->changes;
          },
          .summary = std::move(summary),
          .action = Action::import};
}

std::size_t count(const Collected& collected, CellOutcome outcome) {
  return static_cast<std::size_t>(std::ranges::count(collected.cells, outcome, &CollectedCell::outcome));
}

std::string in_words(const Collected& collected, std::string_view party) {
  return say_plural("From {1}: {2} accepted, {3} already so, {4} refused, {5} in conflict; {0} row without news.",
                    "From {1}: {2} accepted, {3} already so, {4} refused, {5} in conflict; {0} rows without news.",
                    collected.untouched, party, count(collected, CellOutcome::accepted),
                    count(collected, CellOutcome::already_so), count(collected, CellOutcome::refused),
                    count(collected, CellOutcome::conflicting));
}

}  // namespace accord
