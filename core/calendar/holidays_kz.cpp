#include <algorithm>
#include <array>
#include <set>

#include "core/base/tongue.hpp"
#include "core/calendar/holidays.hpp"
#include "core/calendar/kurban_ait.hpp"

namespace accord {
namespace {

using namespace date::literals;

// A state holiday on a fixed date, with the years in which it is one, both included.
struct StateHoliday {
  int month, day;
  int since, until;
  std::string_view name;
};

constexpr int for_good = 9999;
constexpr std::array state_holidays{
    StateHoliday{1, 1, 1992, for_good, message("New Year's Day")},
    StateHoliday{1, 2, 1992, for_good, message("New Year's Day (second day)")},
    StateHoliday{3, 8, 1992, for_good, message("International Women's Day")},
    StateHoliday{3, 15, 2027, for_good, message("Constitution Day")},
    StateHoliday{3, 21, 2010, for_good, message("Nauryz")},
    StateHoliday{3, 22, 1992, for_good, message("Nauryz")},
    StateHoliday{3, 23, 2010, for_good, message("Nauryz")},
    StateHoliday{5, 1, 1996, for_good, message("People's Unity Day")},
    StateHoliday{5, 7, 2013, for_good, message("Defender of the Fatherland Day")},
    StateHoliday{5, 9, 1992, for_good, message("Victory Day")},
    StateHoliday{7, 6, 2009, for_good, message("Capital Day")},
    StateHoliday{8, 30, 1996, 2025, message("Constitution Day")},
    StateHoliday{10, 25, 1995, 2008, message("Republic Day")},
    StateHoliday{10, 25, 2022, for_good, message("Republic Day")},
    StateHoliday{12, 1, 2012, 2021, message("First President's Day")},
    StateHoliday{12, 16, 1992, for_good, message("Independence Day")},
    StateHoliday{12, 17, 2002, 2021, message("Independence Day (second day)")},
};

constexpr int religious_days_since = 2007;

// A day off moved by decree or order, for a five-day week: `from` is worked, `to` is closed.
struct Swap {
  Day from, to;
  const char* source;
};

constexpr std::array swaps{
    Swap{Day{2018_y / 8 / 25}, Day{2018_y / 8 / 31}, "Government decree for 2018 (mgorod.kz, 2018-07-27)"},
    Swap{Day{2021_y / 7 / 3}, Day{2021_y / 7 / 5}, "Government decree for 2021 (kt.kz, 2021)"},
    Swap{Day{2022_y / 10 / 22}, Day{2022_y / 10 / 24}, "Government decree for 2022 (ortcom.kz, 2022-10)"},
    Swap{Day{2023_y / 7 / 1}, Day{2023_y / 7 / 7}, "Government decree of 2023-04-25 (zakon.kz)"},
    Swap{Day{2024_y / 5 / 4}, Day{2024_y / 5 / 8}, "Order of the ministry of labour of 2024-04-17 (nur.kz, zakon.kz)"},
    Swap{Day{2025_y / 1 / 5}, Day{2025_y / 1 / 3},
         "Order No. 436 of the ministry of labour of 2024-11-21 (caravan.kz)"},
};

void append_swaps(std::vector<CalendarException>& exceptions) {
  for (const Swap& swap : swaps) {
    exceptions.push_back({.first = swap.to,
                          .last = swap.to,
                          .works = false,
                          .name = "Day off moved from " + to_iso(swap.from),
                          .source = swap.source});
    exceptions.push_back({.first = swap.from,
                          .last = swap.from,
                          .works = true,
                          .name = "Worked in place of " + to_iso(swap.to),
                          .source = swap.source});
  }
}

bool is_weekend(Day day) {
  const date::weekday weekday{day};
  return weekday == date::Saturday || weekday == date::Sunday;
}

class YearOfHolidays {
 public:
  YearOfHolidays(int year, std::vector<CalendarException>& out) : year_(year), out_(out) {}

  void close_all() {
    // Religious days first: a moved state holiday goes to a working day, so it must not land on one of them.
    close_religious_days();
    std::vector<const StateHoliday*> on_weekend;
    for (const StateHoliday& holiday : state_holidays) {
      if (year_ < holiday.since || year_ > holiday.until) continue;
      const Day day = date_of(holiday);
      close(day, std::string(holiday.name));
      if (is_weekend(day)) on_weekend.push_back(&holiday);
    }
    for (const StateHoliday* holiday : on_weekend) {
      Day moved = date_of(*holiday);
      while (is_weekend(moved) || closed_.contains(moved)) moved += date::days{1};
      close(moved, std::string(holiday->name) + ", moved from " + to_iso(date_of(*holiday)));
    }
  }

 private:
  Day date_of(const StateHoliday& holiday) const { return Day{date::year{year_} / holiday.month / holiday.day}; }

  void close(Day day, std::string name) {
    closed_.insert(day);
    out_.push_back({.first = day, .last = day, .name = std::move(name), .source = {}});
  }

  void close_religious_days() {
    if (year_ < religious_days_since) return;
    close(Day{date::year{year_} / 1 / 7}, std::string(message("Orthodox Christmas")));
    for (const KurbanAit& ait : kurban_ait(year_))
      close(ait.day, std::string(ait.published ? message("Kurban Ait") : message("Kurban Ait (computed, the announced day may differ by a day)")));
  }

  int year_;
  std::vector<CalendarException>& out_;
  std::set<Day> closed_;
};

}  // namespace

std::vector<CalendarException> kz_holidays() {
  std::vector<CalendarException> exceptions;
  const int last_year = static_cast<int>(date::year_month_day{last_day}.year());
  for (int year = state_holidays.front().since; year <= last_year; ++year) YearOfHolidays(year, exceptions).close_all();
  append_swaps(exceptions);
  return exceptions;
}

std::string_view kz_holidays_basis() {
  return message("State holidays: 1 and 2 January; 8 March; 15 March (Constitution Day, from 2027); 22 March, and 21 and 23 "
         "March since "
         "2010; 1 May; 7 May since 2013; 9 May; 6 July since 2009; 30 August (Constitution Day, 1996 to 2025); 25 "
         "October "
         "(1995 to 2008 and since 2022); 1 December (2012 to 2021); 16 December, and 17 December until 2021. On a "
         "weekend they "
         "move to the next working day. Religious days since 2007, never moved: 7 January and the first day of Kurban "
         "Ait (as "
         "announced for 2015 to 2026, else computed by the tabular Islamic calendar, which may differ by a day). Days "
         "swapped "
         "by decree only where the decree is known: one each in 2018 and in 2021 to 2025.");
}

std::string_view kz_holidays_source() {
  return "Labour Code of Kazakhstan, Art. 84; law on holidays; calendars of 2019 (kokshetau.online), 2025 (ministry of "
         "labour, order No. 436 of 2024-11-21) and 2026 (egov.kz, inform.kz 2026-01-02); change of Constitution Day "
         "(ministry of labour, "
         "taspanews.kz 2026-03-18)";
}

}  // namespace accord
