#pragma once
// What pages with a list have in common.
#include <wx/splitter.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"

class wxDataViewColumn;
class wxDataViewCtrl;
class wxSearchCtrl;

namespace accord::gui {

// A list and, beside it or below it, what belongs to the chosen row. How large the latter is, is remembered.
class Split : public wxSplitterWindow {
 public:
  // `name` is the page's.
  Split(wxWindow* parent, const std::string& name);
  // `size` of the detail in device-independent pixels, until somebody has chosen another.
  void beside(wxWindow* list, wxWindow* detail, int size);
  void below(wxWindow* list, wxWindow* detail, int size);

 private:
  int remembered(int size) const;
  std::string key_;
};

// What one of the kind is called inside a sentence: "milestone".
std::string noun_of(Kind kind);
// "an entry", "a promise"; without an article where the spoken language has none.
std::string with_article(std::string_view noun);
// A field as a table shows it: names instead of codes where it holds one record, choices in words.
std::string cell_of(const Field& field, const Record& record, const Dossier& dossier);
// A table without a border of which one row, or where `several` any number, can be chosen; `description` is for a screen
// reader.
wxDataViewCtrl* make_table(wxWindow* parent, const std::string& name, const std::string& description,
                           bool several = false);
// The width that a column is given: the one meant for it, or what its head needs in the spoken language.
int wide_enough(const wxDataViewCtrl& table, const std::string& head, int width);
// Gives these columns of the model, in equal parts, the width that the others leave.
void stretch(wxDataViewCtrl& table, const std::vector<unsigned>& columns);
// Gives the columns of a table made by make_table() these widths in pixels, by the place in the model; where they do not fit side by
// side the widest give way, down to a few words. Followed whenever the table takes another width.
void share_width(wxDataViewCtrl& table, std::vector<int> wanted);
// The same widths anew, when other columns are hidden.
void share_width(wxDataViewCtrl& table);
// What the head of a column says when somebody points at it.
void explain_head(wxDataViewColumn& column, const std::string& text);
// A field to search with; `changed` is told of each key.
wxSearchCtrl* make_search(wxWindow* parent, const std::string& name, const std::string& description,
                          std::function<void()> changed);

}  // namespace accord::gui
