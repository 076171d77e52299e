// Plans that were made elsewhere, and tables from a spreadsheet.
#include <fmt/format.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>

#include "app/forms/pasted_rows.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/import_dialog.hpp"
#include "app/gui/milestone_heads.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "app/session/read_plan.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord::gui {
namespace {

// The later of two names for one column counts.
ColumnNames joined(ColumnNames first, const ColumnNames& then) {
  first.insert(first.end(), then.begin(), then.end());
  return first;
}

}  // namespace

void Frame::import_plan() {
  const std::filesystem::path source = workspace_.choose_path(
      {say("Import a tracker"), "",
       fmt::format("{1} ({0})|{0}|{2}|*", "*.csv;*.xlsx;*.xml;*.json", say("Tables, plans and dossiers"), say("All files"))});
  if (source.empty()) return;
  ask_meanings(source, {say("Import a tracker"), source.filename().string(), say("&Import…")},
               [this, source](ColumnNames names) { import_plan(source, std::move(names)); });
}

void Frame::import_plan(const std::filesystem::path& source, ColumnNames names) {
  const auto imported = std::make_shared<Diagnostics>();
  const auto path = ask_path(say("Where should the dossier be kept?"), source.stem().string() + ".accord");
  if (path.empty()) return;
  leave_file([this, path, source, names = std::move(names), imported] {
    workspace_.create(
        path,
        [source, names, today = workspace_.world().clock.today(), imported]() -> Result<Dossier> {
          ImportOptions options;
          options.file = source.filename().string();
          options.today = today;
          options.names = names;
          auto plan = read_plan(source.string(), options);
          if (!plan) return for_the_window(plan.errors());
          *imported = for_the_window(plan->remarks);
          return plan->dossier;
        },
        [this, imported, source](const Outcome& made) {
          if (!made) return complain(made.errors());
          const auto count = static_cast<long long>(workspace_.snapshot().dossier.all<Milestone>().size());
          notice_->say(say_plural("{} milestone came from {}.", "{} milestones came from {}.", count, source.filename().string()) +
                           (imported->empty() ? "" : "\n") + in_sentences(*imported),
                       imported->empty() ? doc::Tone::good : doc::Tone::caution);
        });
  });
}

// Where every column is known nobody is asked; nothing where somebody has changed their mind.
std::optional<ColumnNames> Frame::ask_meanings(std::vector<TableColumn> columns, const ImportWords& words) {
  ColumnMap map(std::move(columns));
  if (map.is_certain()) return ColumnNames();
  ImportDialog dialog(this, std::move(map), words);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.map().names();
}

// Told of what the columns of a file mean; of nothing where the file is no table.
void Frame::ask_meanings(const std::filesystem::path& source, const ImportWords& words, std::function<void(ColumnNames)> then) {
  using Columns = Result<std::optional<std::vector<TableColumn>>>;
  saving_ = workspace_.compute<Columns>(
      [source](const Snapshot&) { return read_columns(source.string()); },
      [this, words, then = std::move(then)](const Columns& columns) {
        if (!columns) return complain(for_the_window(columns.errors()));
        if (!*columns) return then({});
        if (auto names = ask_meanings(**columns, words)) then(std::move(*names));
      });
}

void Frame::take_over_table(std::function<Result<Imported>(const ImportOptions&)> read, ColumnNames names, const std::string& summary) {
  const auto remarks = std::make_shared<Diagnostics>();
  EditCommand command;
  command.summary = summary;
  command.action = Action::import;
  command.changes = [read = std::move(read), names = std::move(names), today = workspace_.world().clock.today(), remarks](
                        const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
    ImportOptions how;
    how.today = today;
    how.names = names;
    how.status_date = status_date_of(dossier, today);
    how.into = &dossier;
    const auto imported = read(how);
    if (!imported) return for_the_window(imported.errors());
    *remarks = for_the_window(imported->remarks);
    return changes_of(*imported, dossier, options);
  };
  workspace_.edit(std::move(command), [this, remarks](const Result<EditDone>& done) {
    if (!done) return complain(for_the_window(done.errors()));
    if (done->changes.empty()) return notice_->say(say("Nothing in the table was new."), doc::Tone::caution, {}, true);
    show_done(*done, say_plural("Taken over: {} record was changed or added.", "Taken over: {} records were changed or added.",
                                std::ssize(done->changes)) +
                         (remarks->empty() ? "" : "\n") + in_sentences(*remarks));
  });
}

void Frame::add_table() {
  const std::filesystem::path source = workspace_.choose_path(
      {say("Add a table to this dossier"), "", fmt::format("{1} ({0})|{0}|{2}|*", "*.csv;*.xlsx", say("Tables"), say("All files"))});
  if (source.empty()) return;
  const std::string file = source.filename().string();
  ask_meanings(source, {say("Add a table to this dossier"), file, say("&Take it over")}, [this, source, file](ColumnNames names) {
    const auto read = [source, file](ImportOptions options) {
      options.file = file;
      return read_plan(source.string(), options);
    };
    take_over_table(read, std::move(names), fmt::format("Imported from {}", file));
  });
}

// What the table shows itself comes back unchanged from a spreadsheet; what was typed over or added there is taken.
void Frame::paste_table() {
  wxTextDataObject clipboard;
  const bool opened = wxTheClipboard->Open();
  const bool has_text = opened && wxTheClipboard->GetData(clipboard);
  if (opened) wxTheClipboard->Close();
  if (!has_text || trim(utf8(clipboard.GetText())).empty())
    return notice_->say(say("There is no table on the clipboard: copy the rows in the spreadsheet, with the heads of their columns."), doc::Tone::caution, {}, true);
  const std::string name = say("the clipboard");
  auto rows = parse_csv(utf8(clipboard.GetText()), name);
  if (!rows) return complain(for_the_window(rows.errors()));
  const Snapshot& snapshot = workspace_.snapshot();
  const Track* track = workspace_.selected<Track>();
  if (const Milestone* chosen = workspace_.selected<Milestone>()) track = snapshot.dossier.find(chosen->track);
  const PastedRows pasted(std::move(rows).value(), snapshot.dossier, track, milestone_heads(), milestone_cells(snapshot));
  if (pasted.rows().size() < 2)
    return notice_->say(say("The rows on the clipboard say nothing that is not here already."), doc::Tone::caution, {}, true);
  ImportOptions how;
  how.names = pasted.names();
  const auto names = ask_meanings(tracker_columns(pasted.rows(), how), {say("Paste a table of milestones"), name, say("&Take it over")});
  if (!names) return;
  const auto read = [text = csv_from(pasted.rows()), name](ImportOptions options) {
    options.file = name;
    return import_tracker(text, options);
  };
  take_over_table(read, joined(pasted.names(), *names), "Pasted from a spreadsheet");
}

}  // namespace accord::gui
