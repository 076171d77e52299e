#pragma once
// A picture as a value: shapes with roles, in the order in which they are painted. Knows no device and no domain; one painter
// per device turns roles into colours. Coordinates are points (1/72 inch) from the top left corner.
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace accord::chart {

// What a shape is for. A painter gives each role one look; colour is never the only sign of it.
enum class Role {
  text, text_muted, text_strong,  // labels
  axis, grid, grid_major,         // lines of the scale
  done, running, planned,         // bars
  mark_done, mark_planned,        // events that happened, events that are forecast
  window, window_uncertain,       // a mandate's certain part, and the part that is uncertain
  today,                          // the line of the day that the picture speaks of
  limit, limit_zone,              // the line of a mandate's end; the days on which it may end
  surface,                        // the ground that headings stand on; hides what lies beneath
  track, closed,                  // the stripe of a heading's row; days on which nobody works
  selection, hover,               // the row that is selected, the row under the pointer
  touch,                          // nothing to see: where a pointer takes hold
  critical, mark_critical,        // planned bars and events that decide the plan's end
  dropped, mark_dropped,          // given up
  imprecise,                      // the days between which something happened that is not known to the day
  group,                          // what spans its members
  baseline,                       // as it was agreed
  latest, late,                   // the latest date that still reaches a goal; the stretch by which it is overrun
  deadline,
  session,                        // a day on which it can happen at all
  entry,                          // a round, visit or meeting that took place
  link, link_critical,            // arrows between milestones
  status,                         // the line of the status date, where it is not today
  presidency,
  spread,                         // from the P10 to the P90 of what is forecast
  leader,                         // leads from a label to what it names
  ghost,                          // where something would be if the pointer let go
};

inline constexpr Role last_role = Role::ghost;

enum class Anchor { start, middle, end };

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
  double radius = 0;  // of the corners
};
struct Line {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  bool dashed = false;
};
struct Polygon {
  std::vector<std::pair<double, double>> points;
};
// `y` is the baseline.
struct Label {
  double x = 0, y = 0;
  std::string text;
  double size = 8;
  Anchor anchor = Anchor::start;
};

// Which part of a record a shape stands for: its row, what is drawn of it, the end that can be pulled, the sign that
// opens and closes its members. `key` stands for no record: it is a sign that explains what a role means.
enum class Part { none, row, body, handle, fold, key };

struct Shape {
  Role role;
  std::variant<Rectangle, Line, Polygon, Label> form;
  std::string code = {};  // of the record that it shows; "" = none
  Part part = Part::none;
};

struct Scene {
  double width = 0, height = 0;
  std::string title;        // what the picture is
  std::string description;  // what it says, for people who cannot see it; whole sentences
  std::vector<Shape> shapes;
};

}  // namespace accord::chart
