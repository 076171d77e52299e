#pragma once
// What the forms of a picture mean: a sign and its name each, in lines below the picture.
#include <string>
#include <vector>

#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {

struct Sign {
  enum class Form {
    bar, thin, bracket,             // what lies across
    diamond, dot, triangle, arrow,  // what stands at a point
    tick, ticks, whisker,           // marks on a row
    stroke, dashes, link,           // lines, the last with a tip
    upright, upright_dashed,        // lines from the axis up
  };
  Role role;
  Form form;
  std::string name;  // in the reader's language
};

class Legend {
 public:
  // Signs in their order, as many to a line as the width holds; a longer name is cut. `text` is the lettering's size. The metrics must outlive it.
  Legend(const std::vector<Sign>& signs, double width, double text, const TextMetrics& metrics = estimated_metrics());

  // 0 without signs.
  double height() const;
  // Adds its shapes below `top`; the signs, not their names, are Part::key.
  void draw(Scene& scene, double top) const;

 private:
  struct Placed {
    Sign sign;
    double x;
    std::size_t line;
  };
  std::vector<Placed> placed_;
  double text_;
};

// The legend below the picture, which grows by it.
void add_legend(Scene& scene, const std::vector<Sign>& signs, double text);

}  // namespace accord::chart
