#pragma once
// How long a stage takes, given as people give it: best, likely and worst; as in comparable agreements; or, under More,
// anything else written out.
#include <wx/panel.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxChoice;
class wxComboBox;
class wxTextCtrl;

namespace accord::gui {

class EstimateEditor : public wxPanel {
 public:
  // `finished` is told when a person leaves it or presses Enter.
  EstimateEditor(wxWindow* parent, std::string_view label, std::string_view hint, std::function<void()> finished);

  // The estimate's text, as EstimateEntry makes it.
  std::string value() const;
  void set_value(const std::string& text);
  // It is given as best, likely and worst.
  bool is_in_days() const;
  // Classes to choose from.
  void offer(const std::vector<std::string>& classes);

 private:
  void build_points(std::string_view label);
  wxTextCtrl* box(std::string_view name);
  void watch(wxWindow& control);
  void turn_to(int way);
  void show_way();

  std::function<void()> finished_;
  int way_shown_ = 0;
  wxChoice *way_ = nullptr, *unit_ = nullptr;
  wxPanel* points_ = nullptr;
  wxTextCtrl *best_ = nullptr, *likely_ = nullptr, *worst_ = nullptr, *written_ = nullptr;
  wxComboBox* comparable_ = nullptr;
};

}  // namespace accord::gui
