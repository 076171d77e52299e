#pragma once
// A line across the window that says what was done or what went wrong, without stopping anybody.
#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <string>
#include <string_view>

#include "core/report/document.hpp"

class wxButton;

namespace accord::gui {

class Prose;

class Notice : public wxPanel {
 public:
  struct Offer {
    std::string label;  // with its mnemonic: "&Undo"
    std::function<void()> run;
  };

  // One that is not `closable` stays as long as the program says it.
  explicit Notice(wxWindow* parent, bool closable = true);
  // Stays until it is closed, or, where `passes`, for as long as it takes to read.
  void say(std::string_view text, doc::Tone tone, Offer offer = {}, bool passes = false);
  void close();
  // What the words need where it is so wide.
  int height_at(int width);
  // Told when it needs another place; empty = it lies in its parent's layout.
  std::function<void()> resized;
  const std::string& text() const { return text_; }  // "" while closed
  doc::Tone tone() const { return tone_; }

 private:
  void lay_out();
  std::string text_;
  doc::Tone tone_ = doc::Tone::neutral;
  Offer offer_;
  int width_ = 0;
  bool closable_;
  Prose* words_;
  wxButton *act_, *dismiss_;
  wxTimer timer_;
};

// Of what was found in a table that somebody chose: the first few, each with the line as a spreadsheet numbers it; what the
// command line would do by an option was asked for already.
Diagnostics for_the_window(Diagnostics problems);

// What a person is told of problems: the sentences with what was expected, found and advised, but no advice to type a
// command.
std::string in_sentences(const Diagnostics& problems);
std::string in_sentences(const Diagnostic& problem);

}  // namespace accord::gui
