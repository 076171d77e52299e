#include "app/gui/links_panel.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/forms/record_form.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/field_editor.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {
namespace {

wxDataViewListCtrl* make_list(wxWindow* parent, const std::string& name) {
  auto* list = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE);
  for (const auto& [title, width] : {std::pair(message("Milestone"), 150), std::pair(message("Link"), 66), std::pair(message("Because of"), 84)})
    list->AppendTextColumn(wx(say(title)), wxDATAVIEW_CELL_INERT, parent->FromDIP(width))
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
  list->SetMinSize(parent->FromDIP(wxSize(-1, 88)));
  set_accessible(*list, name);
  return list;
}

wxStaticText* caption(wxWindow* parent, const std::string& text) {
  auto* label = new wxStaticText(parent, wxID_ANY, wx(text));
  label->SetFont(sized(*parent, 100, true));
  return label;
}

std::string because(const Link& link) {
  constexpr std::string_view words[] = {message("Plan"), message("Custom"), message("Law")};
  const std::string basis = say(words[static_cast<std::size_t>(link.basis)]);
  return link.citation.empty() ? basis : basis + ": " + link.citation;
}

}  // namespace

LinksPanel::LinksPanel(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  set_accessible(*this, say("Links"));
  before_ = make_list(this, say("Waits for"));
  after_ = make_list(this, say("Is waited for by"));
  new_link_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  new_link_->SetHint(wx(say("VFA.9, or VFA.9FS+10d")));
  new_link_->SetToolTip(wx(say("The code of the milestone to wait for; FS, SS, FF or SF and a lag may follow")));
  set_accessible(*new_link_, say("Add a milestone to wait for"), say("a code, with link type and lag where needed: VFA.9FS+10d"));
  add_ = new wxButton(this, wxID_ANY, wx(say("&Add")));
  remove_ = new wxButton(this, wxID_ANY, wx(say("&Remove the selected link")));

  auto* column = new wxBoxSizer(wxVERTICAL);
  const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8));
  column->Add(caption(this, say("Waits for")), border);
  column->Add(before_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
  auto* adding = new wxBoxSizer(wxHORIZONTAL);
  adding->Add(new_link_, wxSizerFlags(1).CentreVertical());
  adding->Add(add_, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
  column->Add(adding, border);
  column->Add(caption(this, say("Is waited for by")), border);
  column->Add(after_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
  link_ = new wxPanel(this);
  set_accessible(*link_, say("The chosen link"));
  auto* fields = new wxFlexGridSizer(2, FromDIP(wxSize(8, 4)));
  fields->AddGrowableCol(0, 1);
  fields->AddGrowableCol(1, 1);
  for (const char* name : {"type", "lag", "basis", "citation"}) {
    editors_.push_back(new FieldEditor(link_, *type_of(Kind::link).field(name), [this](FieldEditor& one) { entered(one); }));
    fields->Add(editors_.back(), wxSizerFlags(1).Expand());
  }
  link_->SetSizer(fields);
  link_->Hide();
  column->Add(link_, border);
  column->Add(remove_, wxSizerFlags().Border(wxALL, FromDIP(8)));
  SetSizer(column);

  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
  new_link_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { add(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
  const auto activated = [this](const wxDataViewListCtrl* list, const std::vector<Id<Link>>* links, bool before) {
    const int row = list->GetSelectedRow();
    if (row == wxNOT_FOUND) return;
    const Link* link = workspace_.snapshot().dossier.find((*links)[static_cast<std::size_t>(row)]);
    if (link) workspace_.select(before ? link->predecessor : link->successor);
  };
  before_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                [=, this](wxDataViewEvent&) { activated(before_, &links_before_, true); });
  after_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [=, this](wxDataViewEvent&) { activated(after_, &links_after_, false); });
  before_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (before_->GetSelectedRow() != wxNOT_FOUND) after_->UnselectAll();
    show_link();
  });
  after_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (after_->GetSelectedRow() != wxNOT_FOUND) before_->UnselectAll();
    show_link();
  });
}

void LinksPanel::show(Id<Milestone> milestone) {
  milestone_ = milestone;
  fill(*before_, links_before_, true);
  fill(*after_, links_after_, false);
  const bool editable = workspace_.snapshot().editable();
  new_link_->Enable(editable);
  add_->Enable(editable);
  show_link();
}

void LinksPanel::fill(wxDataViewListCtrl& list, std::vector<Id<Link>>& links, bool before) {
  const int was = list.GetSelectedRow();
  const Id<Link> chosen_before = was == wxNOT_FOUND ? Id<Link>() : links[static_cast<std::size_t>(was)];
  links.clear();
  list.DeleteAllItems();
  const Dossier& dossier = workspace_.snapshot().dossier;
  for (const Link& link : dossier.all<Link>()) {
    if ((before ? link.successor : link.predecessor) != milestone_) continue;
    const Milestone* other = dossier.find(before ? link.predecessor : link.successor);
    wxVector<wxVariant> row;
    row.push_back(wx(other ? other->code + " " + other->title : "–"));
    row.push_back(wx(std::string(Choices<LinkType>::list[static_cast<std::size_t>(link.type)].code) +
                     (link.lag ? " " + link.lag->text() : "")));
    row.push_back(wx(because(link)));
    list.AppendItem(row);
    links.push_back(Id<Link>(link.id));
    if (links.back() == chosen_before) list.SelectRow(static_cast<unsigned>(links.size() - 1));
  }
}

void LinksPanel::add() {
  const std::string text = utf8(new_link_->GetValue());
  if (trim(text).empty()) return;
  EditCommand command;
  command.changes = [text, milestone = milestone_](const Dossier& dossier,
                                                   const ValidateOptions& options) -> Result<ChangeSet> {
    const auto known = [&](std::string_view code) { return dossier.find_code_as<Milestone>(code) != nullptr; };
    const auto predecessors = parse_predecessors(text, known);
    if (!predecessors) return predecessors.errors();
    Dossier linked = dossier;
    for (const Predecessor& p : *predecessors) {
      std::vector<Assignment> fields{
          {"type", std::string(Choices<LinkType>::list[static_cast<std::size_t>(p.type)].code)}};
      if (p.lag) fields.push_back({"lag", p.lag->text()});
      const auto added = add_link(linked, p.code, linked.code_of(Kind::milestone, milestone), fields, options);
      if (!added) return added.errors();
      auto after = apply_changes(linked, *added);
      if (!after) return after.errors();
      linked = std::move(after).value();
    }
    return diff(dossier, linked);
  };
  workspace_.edit(std::move(command), [this](const Result<EditDone>& done) {
    if (done) new_link_->Clear();
    else workspace_.refused(done.errors());
  });
}

Id<Link> LinksPanel::chosen() const {
  for (const auto& [list, links] : {std::pair(before_, &links_before_), std::pair(after_, &links_after_)})
    if (const int row = list->GetSelectedRow(); row != wxNOT_FOUND) return (*links)[static_cast<std::size_t>(row)];
  return {};
}

void LinksPanel::show_link() {
  const Snapshot& snapshot = workspace_.snapshot();
  const Id<Link> link = chosen();
  if (link != shown_)
    for (FieldEditor* editor : editors_) editor->give_up();
  shown_ = snapshot.dossier.find(link) ? link : Id<Link>();
  if (shown_) {
    const RecordForm form(snapshot.dossier, Kind::link, shown_);
    for (FieldEditor* editor : editors_) editor->show(form, snapshot.editable());
  }
  remove_->Enable(shown_ && snapshot.editable());
  if (link_->Show(static_cast<bool>(shown_))) GetParent()->Layout();
  wrap_all(*this);
}

void LinksPanel::entered(FieldEditor& editor) {
  if (!workspace_.snapshot().dossier.find(shown_)) return;
  RecordForm form(workspace_.snapshot().dossier, Kind::link, shown_);
  form.enter(editor.field().name, editor.value());
  editor.judge(form);
  if (form.changed() && form.errors().empty()) {
    editor.sent();
    workspace_.edit(form.to_command(), [&editor](const Result<EditDone>& done) {
      if (!done) editor.complain(in_sentences(done.errors()));
    });
  }
  wrap_all(*this);
}

void LinksPanel::remove() {
  const Id<Link> link = chosen();
  if (!link) return;
  EditCommand command;
  command.changes = [link](const Dossier& dossier, const ValidateOptions& options) {
    return remove_record(dossier, dossier.code_of(Kind::link, link), Kind::link, options);
  };
  workspace_.edit(std::move(command));
}

}  // namespace accord::gui
