#include "tests/bench/layered_plan.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace accord::bench {
namespace {

int layers_for(int stages) {
  switch (stages) {
    case 100:
      return 10;
    case 1'000:
      return 20;
    case 10'000:
      return 40;
    case 100'000:
      return 60;
    default:
      return std::max(5, static_cast<int>(std::pow(stages, 0.36)));
  }
}

class Maker {
 public:
  Maker(int stages, std::optional<Estimate::Shape> shape)
      : stages_(stages),
        shape_(shape),
        layers_(layers_for(stages)),
        random_(20260105U + static_cast<unsigned>(stages)) {}

  Dossier make() {
    add_info();
    add_holidays();
    for (int i = 0; i < stages_; ++i) add_stage(i);
    for (int i = 0; i < stages_; ++i) add_links(i);
    return std::move(builder_).build();
  }

 private:
  int layer(int i) const {
    return static_cast<int>(std::min<std::int64_t>(layers_ - 1, static_cast<std::int64_t>(i) * layers_ / stages_));
  }
  int first_of(int layer) const { return (layer * stages_ + layers_ - 1) / layers_; }
  int draw(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  template <class T>
  std::shared_ptr<T> record(const std::string& code) {
    auto made = std::make_shared<T>();
    made->id = RecordId{++last_id_};
    made->code = code;
    return made;
  }

  void add_info() {
    auto info = std::make_shared<DossierInfo>();
    info->id = RecordId{1};
    info->code = "DOSSIER";
    info->title = "A layered plan";
    info->plan_start = Day{date::year{2026} / 1 / 5};
    info->status_date_mode = StatusDateMode::none;
    info->calendar = "HOLIDAYS";
    builder_.put(Kind::dossier, info);
  }

  void add_holidays() {
    auto calendar = record<Calendar>("HOLIDAYS");
    calendar->title = "Twelve holidays a year";
    calendar->week = "Mon Tue Wed Thu Fri";
    builder_.put(Kind::calendar, calendar);
    constexpr std::pair<unsigned, unsigned> days[] = {{1, 1},  {4, 2},  {4, 3},  {4, 6},  {5, 1},   {5, 14},
                                                      {5, 25}, {7, 21}, {8, 15}, {11, 1}, {12, 25}, {12, 26}};
    for (int year = 2026; year < 2034; ++year)
      for (const auto& [month, number] : days) {
        auto closed = record<CalendarExceptionRecord>("H" + std::to_string(last_id_));
        closed->title = "Closed";
        closed->calendar = Id<Calendar>(calendar->id);
        closed->first = closed->last = Day{date::year{year} / date::month{month} / date::day{number}};
        builder_.put(Kind::calendar_exception, closed);
      }
  }

  void add_stage(int i) {
    auto stage = record<Milestone>("T" + std::to_string(i + 1));
    stage->title = "Stage " + std::to_string(i + 1);
    const int likely = draw(3, 20);
    stage->duration = Duration{likely, DurationUnit::workdays};
    if (shape_) {
      const int low = std::max(1, likely - draw(1, std::max(1, likely / 3))), high = likely + draw(1, likely);
      stage->estimate =
          Estimate{.shape = *shape_,
                   .values = {static_cast<double>(low), static_cast<double>(likely), static_cast<double>(high)},
                   .unit = DurationUnit::workdays,
                   .low_percent = {},
                   .high_percent = {},
                   .reference = {}};
    }
    ids_.push_back(Id<Milestone>(stage->id));
    builder_.put(Kind::milestone, stage);
  }

  void add_links(int i) {
    const int k = layer(i);
    if (k == 0) return;
    const int a = draw(first_of(k - 1), first_of(k) - 1), b = draw(0, first_of(k) - 1);
    add_link(a, i);
    if (b != a) add_link(b, i);
  }

  void add_link(int from, int to) {
    auto link = record<Link>("T" + std::to_string(from + 1) + ">T" + std::to_string(to + 1) + ":FS");
    link->predecessor = ids_[static_cast<std::size_t>(from)];
    link->successor = ids_[static_cast<std::size_t>(to)];
    builder_.put(Kind::link, link);
  }

  int stages_;
  std::optional<Estimate::Shape> shape_;
  int layers_;
  std::mt19937 random_;
  DossierBuilder builder_{Dossier()};
  std::vector<Id<Milestone>> ids_;
  std::int64_t last_id_ = 1;
};

}  // namespace

Dossier layered_plan(int stages, std::optional<Estimate::Shape> shape) { return Maker(stages, shape).make(); }

}  // namespace accord::bench
