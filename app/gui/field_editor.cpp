#include "app/gui/field_editor.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "app/forms/hint.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/estimate_editor.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

constexpr int half_a_line = 140;  // of the narrow place beside a list

bool offers_choice(FieldType type) {
  return type == FieldType::reference || type == FieldType::calendar || type == FieldType::sessions ||
         type == FieldType::rung;
}

// A hint that would be cut off says nothing: then its first part has to do, or the tooltip.
void hint_as_it_fits(wxTextCtrl& text, std::string_view hint) {
  text.Bind(wxEVT_SIZE, [&text, whole = wx(hint)](wxSizeEvent& event) {
    event.Skip();
    const int room = event.GetSize().x - text.FromDIP(18);
    const wxString first = whole.substr(0, whole.find_first_of(",;:("));
    const auto fits = [&](const wxString& words) { return text.GetTextExtent(words).x <= room; };
    const wxString shown = fits(whole) ? whole : fits(first) ? first.Strip() : wxString();
    if (text.GetHint() != shown) text.SetHint(shown);
  });
}

}  // namespace

FieldEditor::FieldEditor(wxWindow* parent, const Field& field, std::function<void(FieldEditor&)> entered)
    : wxPanel(parent), field_(field), entered_(std::move(entered)), hint_(hint_in_words(field)) {
  build(say(field.label));
}

bool FieldEditor::is_short() const {
  switch (field_.type) {
    case FieldType::integer:
    case FieldType::number:
    case FieldType::day:
    case FieldType::fuzzy_date:
    case FieldType::duration:
    case FieldType::lag:
    case FieldType::choice:
      return true;
    case FieldType::boolean:
      return control_->GetBestSize().x <= FromDIP(half_a_line);
    default:
      return field_.name == "code";
  }
}

void FieldEditor::build(const std::string& label) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  if (field_.type != FieldType::boolean) {
    auto* caption = new Prose(this, label);  // in two lines where one would make the field wider than its half
    caption->SetFont(sized(*this, 90));
    caption->SetForegroundColour(theme().muted);
    column->Add(caption, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(1)));
  }
  const auto finish_on_leaving = [this](wxWindow* control) {
    control->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      CallAfter([this] { finish(); });
    });
  };
  if (field_.type == FieldType::boolean) {
    auto* box = new wxCheckBox(this, wxID_ANY, wx(label));
    box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { finish(); });
    control_ = box;
  } else if (field_.type == FieldType::choice) {
    auto* choice = new wxChoice(this, wxID_ANY);
    for (const Choice& c : field_.choices) choice->Append(wx(say(c.label)));
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { finish(); });
    control_ = choice;
  } else if (offers_choice(field_.type)) {
    auto* combo = new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
    combo->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { CallAfter([this] { finish(); }); });
    combo->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { finish(); });
    finish_on_leaving(combo);
    stop_once(*combo);
    control_ = combo;
  } else if (field_.type == FieldType::estimate) {
    control_ = new EstimateEditor(this, label, hint_, [this] { finish(); });
  } else {
    const bool several_lines = field_.type == FieldType::long_text;
    auto* text =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, several_lines ? FromDIP(wxSize(-1, 64)) : wxDefaultSize,
                       several_lines ? wxTE_MULTILINE : wxTE_PROCESS_ENTER);
    if (!several_lines) {
      hint_as_it_fits(*text, hint_);
      text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { finish(); });
      text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { say_how_understood(); });
    }
    finish_on_leaving(text);
    control_ = text;
  }
  // What is made of parts, or holds its own label, says itself how narrow it may be.
  const bool says_itself = field_.type == FieldType::estimate || field_.type == FieldType::boolean;
  if (!says_itself) control_->SetMinSize(wxSize(FromDIP(60), control_->GetMinSize().y));
  control_->SetToolTip(wx(hint_));
  control_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool takes_back =
        event.GetKeyCode() == WXK_ESCAPE || (event.GetKeyCode() == 'Z' && event.GetModifiers() == wxMOD_CONTROL);
    if (takes_back && unsaved()) give_up();
    else event.Skip();
  });
  set_accessible(*control_, label, hint_);
  column->Add(control_, wxSizerFlags().Expand());
  message_ = new Prose(this);
  message_->SetFont(sized(*this, 88));
  message_->Hide();
  column->Add(message_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(1)));
  SetSizer(column);
}

std::string FieldEditor::value() const {
  if (const auto* box = dynamic_cast<wxCheckBox*>(control_)) return box->GetValue() ? "yes" : "";
  if (const auto* estimate = dynamic_cast<EstimateEditor*>(control_)) return estimate->value();
  // A combo box is a kind of choice, so it comes first.
  if (const auto* combo = dynamic_cast<wxComboBox*>(control_)) return utf8(combo->GetValue());
  if (const auto* choice = dynamic_cast<wxChoice*>(control_)) return utf8(choice->GetStringSelection());
  return utf8(static_cast<wxTextCtrl*>(control_)->GetValue());
}

void FieldEditor::set_value(const std::string& text) {
  if (value() != text) put(text);
  shown_ = value();  // the control may write the same in another way
}

void FieldEditor::put(const std::string& text) {
  if (auto* box = dynamic_cast<wxCheckBox*>(control_)) box->SetValue(text == "yes");
  else if (auto* estimate = dynamic_cast<EstimateEditor*>(control_)) estimate->set_value(text);
  else if (auto* combo = dynamic_cast<wxComboBox*>(control_)) combo->ChangeValue(wx(text));
  else if (auto* choice = dynamic_cast<wxChoice*>(control_)) choice->SetStringSelection(wx(text));
  else static_cast<wxTextCtrl*>(control_)->ChangeValue(wx(text));
}

void FieldEditor::show(const RecordForm& form, bool editable) {
  control_->Enable(editable);
  if (auto* combo = dynamic_cast<wxComboBox*>(control_)) {
    const auto suggestions = form.suggestions(field_);
    wxArrayString items;
    for (const std::string& suggestion : suggestions) items.Add(wx(suggestion));
    if (items != combo->GetStrings()) combo->Set(items);
  }
  if (auto* estimate = dynamic_cast<EstimateEditor*>(control_)) estimate->offer(form.suggestions(field_));
  const std::string text = form.text(field_.name);
  form_ = form;
  if (editable && unsaved()) {
    const bool changed = text != shown_;
    if (changed && text != theirs_)
      complain(text.empty() ? say("Somebody else has emptied this while you were typing. Enter lets you choose.")
                            : say("Somebody else has changed this to “{}” while you were typing. Enter lets you choose.", text));
    theirs_ = changed ? std::optional(text) : std::nullopt;
    return;
  }
  sent_.reset();
  theirs_.reset();
  set_value(text);
  judge(form);
}

std::optional<std::string> FieldEditor::unsaved() const {
  const std::string now = value();
  if (now == shown_ || now == sent_) return std::nullopt;
  return now;
}

void FieldEditor::give_up() {
  sent_.reset();
  set_value(theirs_ ? *theirs_ : shown_);
  theirs_.reset();
  tell("", false);
}

// Whether what was typed is to stand in the place of what somebody else has written meanwhile.
bool FieldEditor::prefers_typed() {
  asks_ = true;
  wxMessageDialog question(wxGetTopLevelParent(this), wx(say("Somebody else has changed “{}” while you were typing.", say(field_.label))), "Accord",
                           wxOK | wxCANCEL | wxCANCEL_DEFAULT);
  question.SetExtendedMessage(wx(say("Theirs: {}\nYours: {}", theirs_->empty() ? say("nothing") : *theirs_, value().empty() ? say("nothing") : value())));
  question.SetOKCancelLabels(wx(say("Save &yours")), wx(say("Keep &theirs")));
  const std::optional<std::string> asked_about = theirs_;
  const bool typed = question.ShowModal() == wxID_OK;
  asks_ = false;
  if (theirs_ != asked_about) return false;  // it has changed once more while the question stood; what was typed stays
  if (typed) shown_ = *theirs_;
  else give_up();
  theirs_.reset();
  return typed;
}

void FieldEditor::lay_out_around() {
  wxWindow* around = GetParent();
  while (!around->IsTopLevel() && !dynamic_cast<wxScrolledWindow*>(around)) around = around->GetParent();
  wrap_all(*around);
}

// While somebody types; what is wrong is said when they have finished.
void FieldEditor::say_how_understood() {
  if (!form_ || theirs_) return;
  RecordForm form = *form_;
  form.enter(field_.name, value());
  const std::string understood = form.errors(field_.name).empty() ? form.understood(field_.name) : std::string();
  if (wx(understood) == message_->whole()) return;
  tell(understood, false);
  lay_out_around();
}

void FieldEditor::judge(const RecordForm& form) {
  Diagnostics problems = form.errors(field_.name);
  // How it is written out is of no use to who fills in three boxes.
  const auto* estimate = dynamic_cast<EstimateEditor*>(control_);
  if (!problems.empty() && estimate && estimate->is_in_days()) {
    problems.front().expected = say("three numbers of days, the best not above the likely and that not above the worst");
    problems.front().advice.clear();
  }
  if (problems.empty()) tell(form.understood(field_.name), false);
  else complain(in_sentences(problems.front()));
}

void FieldEditor::complain(const std::string& text) {
  sent_.reset();
  tell(text, true);
}

void FieldEditor::finish() {
  if (asks_) return;
  if (!unsaved()) {
    if (!complains_ || !form_) return;
    judge(*form_);  // it was put right by taking it back
    lay_out_around();
  } else if (!theirs_ || prefers_typed()) {
    entered_(*this);
  } else {
    lay_out_around();
  }
}

void FieldEditor::tell(const std::string& text, bool wrong) {
  complains_ = wrong;
  message_->SetForegroundColour(wrong ? theme().bad : theme().muted);
  message_->set(text);
  message_->Show(!text.empty());
  // A tooltip would lie over what is said below.
  if (text.empty()) control_->SetToolTip(wx(hint_));
  else control_->UnsetToolTip();
  set_accessible(*control_, say(field_.label), text.empty() ? hint_ : text);
}

}  // namespace accord::gui
