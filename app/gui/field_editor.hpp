#pragma once
// The control for one field of a record: label, entry, how it was understood, what is wrong.
#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>

#include "app/forms/record_form.hpp"

class wxStaticText;

namespace accord::gui {

class Prose;

class FieldEditor : public wxPanel {
 public:
  // `entered` is told when a person has finished with the field.
  FieldEditor(wxWindow* parent, const Field& field, std::function<void(FieldEditor&)> entered);

  const Field& field() const { return field_; }
  std::string value() const;
  // What the form says, unless something has been typed that is not saved yet: that stays, and so does what is said about
  // it.
  void show(const RecordForm& form, bool editable);
  // What was typed and is neither saved nor about to be; nothing where that is nothing.
  std::optional<std::string> unsaved() const;
  // What somebody else has put in the field while something else was typed here and not saved yet.
  const std::optional<std::string>& theirs() const { return theirs_; }
  // Forgets what was typed.
  void give_up();
  // A person has finished here, whether they left or not. Where somebody else has changed the field they are asked first.
  void finish();
  // What it says is on its way to the file.
  void sent() { sent_ = value(); }
  // Problems of what was entered; none clears them. Makes the field say how it is understood.
  void judge(const RecordForm& form);
  void complain(const std::string& text);
  // Two of them fit side by side.
  bool is_short() const;

 private:
  void build(const std::string& label);
  void set_value(const std::string& text);
  void put(const std::string& text);
  void say_how_understood();
  bool prefers_typed();
  void lay_out_around();
  void tell(const std::string& text, bool wrong);

  const Field& field_;
  std::function<void(FieldEditor&)> entered_;
  std::string hint_;  // in the spoken language
  wxWindow* control_ = nullptr;
  Prose* message_ = nullptr;
  std::string shown_;                  // what the record said when typing began, as text
  std::optional<std::string> theirs_;  // what it says now, where that is something else
  std::optional<std::string> sent_;    // what is being saved
  std::optional<RecordForm> form_;     // the record's
  bool complains_ = false, asks_ = false;
};

}  // namespace accord::gui
