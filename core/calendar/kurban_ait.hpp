#pragma once
// The first day of Kurban Ait (Eid al-Adha, 10 Dhu al-Hijja), a day off in Kazakhstan since 2007.
#include <vector>

#include "core/calendar/day.hpp"

namespace accord {

struct KurbanAit {
  Day day;
  bool published = false;  // announced in Kazakhstan; otherwise computed, and the announced day may differ by a day
};

// Every Kurban Ait of a civil year: one, seldom none or two (the Islamic year is about eleven days shorter).
std::vector<KurbanAit> kurban_ait(int year);

// 10 Dhu al-Hijja of an Islamic year by the tabular calendar: astronomical epoch (Thursday 15 July 622, Julian), leap
// years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of 30. Of the days announced for 2015 to 2026 it gives
// eight, and the other four a day early; the civil epoch would give four.
Day tabular_eid_al_adha(int islamic_year);

}  // namespace accord
