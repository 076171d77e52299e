#pragma once
// A group of facts under a heading, set off from what is around it.
#include <wx/panel.h>
#include <wx/sizer.h>

#include <string>

namespace accord::gui {

class Prose;

class Card : public wxPanel {
 public:
  Card(wxWindow* parent, const std::string& title);
  // Empties it, to say something else under that title.
  void clear(const std::string& title);
  wxBoxSizer* head() const { return head_; }  // the line of the heading, for what belongs beside it
  wxBoxSizer* body() const { return body_; }
  // A sentence; a smaller, quieter one.
  void say(const std::string& text);
  void note(const std::string& text);
  // Texts to be placed by the caller.
  Prose* text(const std::string& text, bool strong = false);
  Prose* muted(const std::string& text);

 private:
  void paint();
  wxBoxSizer *head_, *body_;
};

}  // namespace accord::gui
