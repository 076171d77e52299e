#pragma once
// A page of registers: lists of one kind of record each under a headline, with the chosen record beside them.
// Benchmarks, Risks, Registers.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/page.hpp"

namespace accord::gui {

struct RegisterRow {
  RecordId id;
  std::vector<std::string> cells;  // one per column
  bool open = true;                // stays when only what is open is shown
  std::string group = {};          // the row of the grid that it belongs to
};
// A small table above the list that counts it; choosing a row shows only its group.
struct RegisterGrid {
  struct Row {
    std::string group;
    std::vector<std::string> cells;
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;
};
struct RegisterView {
  std::string headline;                // what is open, in one sentence
  std::vector<std::string> sentences;  // below it, smaller
  std::vector<RegisterRow> rows;
  RegisterGrid grid = {};
};
struct RegisterColumn {
  std::string_view title;
  int width;  // device-independent pixels
};
using FieldValues = std::vector<std::pair<std::string, std::string>>;
struct Register {
  std::string name;  // "Promises"
  Kind kind;
  std::string only_open;  // label of the filter; "" = there is none
  std::vector<RegisterColumn> columns;
  // Computed beside the window. `as_of` is the status day.
  std::function<RegisterView(const Dossier&, Day as_of)> view;
  // The required fields of a new record, until somebody writes its own; `last` was selected last. Empty = none can be
  // added now.
  std::function<FieldValues(const Dossier&, const Selection& last)> fresh;
  // Where a new one takes more than that, it is asked for by this; may be empty.
  std::function<void()> ask = {};
};

// The first register is shown first; where there are several, a person chooses.
PagePtr make_register_page(Workspace& workspace, std::string name, std::string icon, std::vector<Register> registers);

// A new record that needs nothing but a title.
std::function<FieldValues(const Dossier&, const Selection&)> titled(std::string title);
// The fields of a record as they are shown, one cell per name.
std::vector<std::string> cells_of(Kind kind, const Record& record, const Dossier& dossier,
                                  const std::vector<std::string_view>& fields);

}  // namespace accord::gui
