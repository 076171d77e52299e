// What the window's commands do to follow the plan: keeping it as it is, and forms that go out and come back.
#include <fmt/format.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "app/gui/accessible.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/form_dialogs.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "app/render/write_file.hpp"
#include "app/session/baselines.hpp"
#include "app/session/collecting.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

// What the file calls the party that a form names; the code where it is not there.
std::string party_called(const Dossier& dossier, const std::string& code) {
  const Party* party = dossier.find_code_as<Party>(code);
  return party ? party->title : code;
}

}  // namespace

void Frame::add_tracking_commands() {
  commands_.add({.id = "file.form_out",
                 .label = say("Send out a &form…"),
                 .help = say("Write a table of what an institution owes, to be filled in without Accord"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { send_form(); },
                 .enabled = [this] { return is_open() && !workspace_.snapshot().as_of; }});
  commands_.add({.id = "file.form_in",
                 .label = say("&Read a form that came back…"),
                 .help = say("See what would become of each of its cells, and take over what can be"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { read_form(); },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "plan.keep",
                 .label = say("Keep this pla&n…"),
                 .help = say("Keep all dates as they are now under a name, so that the timeline can show what has moved since"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { keep_this_plan(); },
                 .enabled = [this] { return can_edit() && workspace_.snapshot().outlook; }});
}

void Frame::keep_this_plan() {
  const Clock& clock = workspace_.world().clock;
  const Day made = clock.local_day(clock.now());
  wxTextEntryDialog question(this, wx(say("Under which name are the plan's dates to be kept?")), wx(say("Keep this plan")),
                             wx(proposed_baseline_name(workspace_.snapshot().dossier, made)));
  label_buttons(question, say("&Keep them"));
  for (wxWindow* part : question.GetChildren())
    if (dynamic_cast<wxTextCtrl*>(part)) set_accessible(*part, say("Name of the baseline"));
  if (question.ShowModal() != wxID_OK) return;
  const std::string name(trim(utf8(question.GetValue())));
  const OutlookPtr outlook = workspace_.snapshot().outlook;
  if (!outlook) return complain(workspace_.snapshot().problems);
  workspace_.edit(keep_plan(name, outlook->plan, made), [this, name, outlook](const Result<EditDone>& done) {
    if (!done) return complain(done.errors());
    show_done(*done, kept_in_words(name, outlook->plan));
  });
}

void Frame::send_form() {
  saving_ = workspace_.compute<std::vector<PartyToAsk>>(
      [](const Snapshot& snapshot) { return parties_to_ask(snapshot.dossier); },
      [this](const std::vector<PartyToAsk>& parties) {
        if (parties.empty())
          return notice_->say(say("Nobody owes anything that is open, so there is nothing to ask."), doc::Tone::caution, {}, true);
        PartyDialog dialog(this, workspace_.snapshot().dossier, parties);
        if (dialog.ShowModal() == wxID_OK) send_form(dialog.party());
      });
}

void Frame::send_form(Id<Party> party) {
  const std::string name =
      fmt::format("{} {}.xlsx", workspace_.path().stem().string(), workspace_.snapshot().dossier.code_of(Kind::party, party));
  const std::string kinds = say("Excel workbooks") + " (*.xlsx)|*.xlsx|" + say("Tables of comma-separated values") + " (*.csv)|*.csv";
  const auto path = with_ending(workspace_.choose_path({say("Where should the form be written?"), name, kinds, true}), ".xlsx");
  if (path.empty()) return;
  if (!is_form_name(path.string()))
    return complain({{.code = "form.name", .message = say("A form needs a name that ends in .csv or .xlsx."), .found = path.filename().string()}});
  const auto form = std::make_shared<OutgoingForm>();
  workspace_.consult(
      [form, party, path](DossierSession& session) -> Outcome {
        auto made = form_for(session, party, path.string());
        if (!made) return made.errors();
        *form = std::move(made).value();
        if (form->rows > 0) write_file(path, form->bytes);
        return Done{};
      },
      [this, form, path](const Outcome& written) {
        if (!written) return complain(written.errors());
        if (form->rows == 0) return notice_->say(nothing_to_ask(form->party), doc::Tone::caution, {}, true);
        std::string told = say_plural("A form with {0} row for {1} was written to {2}.", "A form with {0} rows for {1} was written to {2}.",
                                      static_cast<long long>(form->rows), form->party, path.string());
        told += " " + say("When it comes back, the menu File reads it.");
        notice_->say(told, doc::Tone::good, {}, true);
      });
}

void Frame::read_form() {
  const std::filesystem::path path = workspace_.choose_path(
      {say("Which form came back?"), "", fmt::format("{1} ({0})|{0}|{2}|*", "*.xlsx;*.csv", say("Forms"), say("All files"))});
  if (path.empty()) return;
  struct Read {
    std::shared_ptr<const ReturnedForm> form;
    FormReport report;
  };
  const auto read = std::make_shared<Read>();
  workspace_.consult(
      [read, path](DossierSession& session) -> Outcome {
        auto form = read_returned(session, path.string());
        if (!form) return for_the_window(form.errors());
        form.value().file = path.filename().string();  // the journal need not know the folders of this computer
        read->form = std::make_shared<const ReturnedForm>(std::move(form).value());
        read->report = check_form(session, *read->form);
        return Done{};
      },
      [this, read](const Outcome& done) {
        if (!done) return complain(done.errors());
        const Dossier& dossier = workspace_.snapshot().dossier;
        const std::string& party = read->form->stamp.party;
        FormReportDialog dialog(this, dossier, read->report, {read->form->file, party_called(dossier, party)});
        if (dialog.ShowModal() == wxID_OK) take_over_form(read->form);
      });
}

void Frame::take_over_form(std::shared_ptr<const ReturnedForm> form) {
  const auto collected = std::make_shared<Collected>();
  workspace_.edit(take_over(form, collected), [this, form, collected](const Result<EditDone>& done) {
    if (!done) return complain(for_the_window(done.errors()));
    const std::string told = in_words(*collected, party_called(done->after, form->stamp.party));
    if (done->changes.empty()) return notice_->say(told, doc::Tone::caution, {}, true);
    show_done(*done, told);
  });
}

}  // namespace accord::gui
