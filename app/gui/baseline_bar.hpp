#pragma once
// Below the timeline's buttons: whether a baseline stands behind the plan, which one, and what has moved since.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/model/dossier.hpp"

class wxCheckBox;
class wxChoice;
class wxSizer;
class wxWindow;

namespace accord::gui {

class Prose;

class BaselineBar {
 public:
  // `changed` is told when a person has chosen otherwise.
  wxSizer* build(wxWindow* parent, std::function<void()> changed);
  // What can be chosen of this dossier; what was chosen stays as far as it is still there.
  void offer(const Dossier& dossier);
  // Another file is open: forgets what was chosen in the one before; true where something was.
  bool forget();

  bool is_on() const;
  // What a person has chosen; absent = the one that was made last.
  std::optional<Id<Baseline>> chosen() const { return chosen_; }
  // What has moved since, in words.
  void tell(const std::string& words);

 private:
  std::vector<Id<Baseline>> offered_;  // newest first
  std::optional<Id<Baseline>> chosen_;
  bool wanted_ = true;
  wxCheckBox* on_ = nullptr;
  wxChoice* which_ = nullptr;
  Prose* words_ = nullptr;
};

}  // namespace accord::gui
