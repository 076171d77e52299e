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
  axis, grid,                     // lines of the scale
  done, running, planned,         // bars
  mark_done, mark_planned,        // events that happened, events that are forecast
  window, window_uncertain,       // a mandate's certain part, and the part that is uncertain
  today,                          // the line of the day that the picture speaks of
  limit,                          // a latest date
};

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

struct Shape {
  Role role;
  std::variant<Rectangle, Line, Polygon, Label> form;
};

struct Scene {
  double width = 0, height = 0;
  std::string title;        // what the picture is
  std::string description;  // what it says, for people who cannot see it; whole sentences
  std::vector<Shape> shapes;
};

// An estimate of a label's width that errs on the wide side, for keeping labels apart without a device at hand.
double estimated_width(std::string_view text, double size);

}  // namespace accord::chart
