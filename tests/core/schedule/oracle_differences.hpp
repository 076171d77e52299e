#pragma once
// Every value in which Accord differs from the networks of other engines, task by task, each with its reason.
#include <string_view>

namespace accord::test {

enum class Reason {
  // As the guide's page on scheduling letters them.
  a_breaks_logic,   // "must … on" breaks logic there
  b_minutes,        // 25 % is read as 25 minutes there
  c_before_status,  // remaining work runs before the status date there
  d_deadline,       // deadlines do not limit late dates there
  e_calendar_lag,   // free float with calendar lags
  // The file gives a total float of 0 between its own early and late finish, which lie days apart.
  file_contradicts_itself,
  // Microsoft Project only.
  parts_of_days,      // shares of a duration end within a day there
  rescheduled_facts,  // finished and running work is rescheduled otherwise there
  before_the_start,   // links pull work before the plan's start there
  pushes_successors,  // as late as possible pushes what follows there
};

struct NamedDifferences {
  std::string_view file;
  Reason reason;
  std::string_view what;   // "early start", "total float" …
  std::string_view tasks;  // separated by blanks
};

inline constexpr NamedDifferences p6_differences[] = {
    {"alap_2", Reason::file_contradicts_itself, "total float",
     "T13 T15"},
    {"elapsed_1", Reason::e_calendar_lag, "free float",
     "T1 T7 T8 T26"},
    {"elapsed_2", Reason::e_calendar_lag, "free float",
     "T8 T11 T23"},
    {"mfo_2", Reason::a_breaks_logic, "late start",
     "T6 T8 T9 T10 T11 T15 T16 T17 T18 T19 T20"},
    {"mfo_2", Reason::a_breaks_logic, "late finish",
     "T6 T8 T9 T10 T11 T15 T16 T17 T18 T19 T20"},
    {"mfo_2", Reason::a_breaks_logic, "total float",
     "T6 T8 T9 T10 T11 T14 T15 T16 T17 T18 T19 T20"},
    {"mfo_2", Reason::a_breaks_logic, "free float",
     "T9 T10 T14 T15 T16 T18 T20"},
    {"mfo_2", Reason::a_breaks_logic, "early start",
     "T14 T18"},
    {"mfo_2", Reason::a_breaks_logic, "early finish",
     "T14 T18"},
    {"mso_1", Reason::a_breaks_logic, "late start",
     "T4 T5 T7 T8 T11 T13 T14 T15 T17 T19 T21 T23 T26 T27 T28 T29 T30"},
    {"mso_1", Reason::a_breaks_logic, "late finish",
     "T4 T5 T7 T8 T11 T13 T14 T15 T17 T19 T21 T23 T26 T27 T28 T29 T30"},
    {"mso_1", Reason::a_breaks_logic, "total float",
     "T4 T5 T7 T8 T11 T13 T14 T15 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T30"},
    {"mso_1", Reason::a_breaks_logic, "free float",
     "T5 T7 T8 T13 T20 T23 T27 T30"},
    {"mso_1", Reason::a_breaks_logic, "early start",
     "T14 T18 T19 T20 T22 T24 T25 T28 T29"},
    {"mso_1", Reason::a_breaks_logic, "early finish",
     "T14 T18 T19 T20 T22 T24 T25 T28 T29"},
    {"percent_1", Reason::b_minutes, "early start",
     "T2 T3 T4 T5 T6 T7 T9 T10 T11 T14 T15 T16 T19 T22 T23 T24 T25 T26 T28 T29 T30"},
    {"percent_1", Reason::b_minutes, "early finish",
     "T2 T3 T4 T5 T6 T7 T9 T10 T11 T14 T15 T16 T19 T22 T23 T24 T25 T26 T28 T29 T30"},
    {"percent_1", Reason::b_minutes, "late start",
     "T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"percent_1", Reason::b_minutes, "late finish",
     "T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"percent_1", Reason::b_minutes, "total float",
     "T4 T5 T8 T11 T12 T13 T14 T15 T17 T18 T20 T21 T22 T23 T24 T26 T27 T28 T29 T30"},
    {"percent_1", Reason::b_minutes, "free float",
     "T4 T5 T8 T11 T13 T14 T15 T18 T21 T22 T23 T24 T27 T28 T29 T30"},
    {"percent_2", Reason::b_minutes, "early start",
     "T2 T4 T6 T7 T8 T10 T11 T12 T13 T14 T16 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 T30"},
    {"percent_2", Reason::b_minutes, "early finish",
     "T2 T4 T6 T7 T8 T10 T11 T12 T13 T14 T16 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 T30"},
    {"percent_2", Reason::b_minutes, "late start",
     "T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"percent_2", Reason::b_minutes, "late finish",
     "T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"percent_2", Reason::b_minutes, "total float",
     "T3 T4 T5 T7 T8 T9 T10 T14 T15 T17 T20 T23 T24 T25 T26 T28 T29 T30"},
    {"percent_2", Reason::b_minutes, "free float",
     "T3 T4 T7 T10 T11 T14 T15 T17 T23 T26 T29 T30"},
    {"progress_1", Reason::c_before_status, "early start",
     "T1 T3 T5 T7"},
    {"progress_1", Reason::c_before_status, "early finish",
     "T1 T3 T5 T7"},
    {"progress_1", Reason::c_before_status, "late start",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::c_before_status, "late finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::c_before_status, "total float",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::c_before_status, "free float",
     "T3 T6 T7 T8"},
    {"progress_2", Reason::c_before_status, "early start",
     "T1 T2 T3 T4 T5 T6 T8"},
    {"progress_2", Reason::c_before_status, "early finish",
     "T1 T2 T3 T4 T5 T6 T8"},
    {"progress_2", Reason::c_before_status, "late start",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::c_before_status, "late finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::c_before_status, "total float",
     "T1 T7"},
    {"progress_2", Reason::c_before_status, "free float",
     "T1 T7"},
};

// What differs besides where deadlines are kept.
inline constexpr NamedDifferences p6_deadline_differences[] = {
    {"deadlinemile_1", Reason::d_deadline, "late start",
     "T4 T6 T7 T8 T11 T12 T19"},
    {"deadlinemile_1", Reason::d_deadline, "late finish",
     "T4 T6 T7 T8 T11 T12 T19"},
    {"deadlinemile_1", Reason::d_deadline, "total float",
     "T4 T6 T7 T8 T11 T12 T19"},
    {"deadlinemile_1", Reason::d_deadline, "free float",
     "T11 T19"},
    {"deadlinemile_2", Reason::d_deadline, "late start",
     "T1 T2 T3 T4 T6 T7 T8 T9 T11 T12"},
    {"deadlinemile_2", Reason::d_deadline, "late finish",
     "T1 T2 T3 T4 T6 T7 T8 T9 T11 T12"},
    {"deadlinemile_2", Reason::d_deadline, "total float",
     "T1 T2 T3 T4 T6 T7 T8 T9 T11 T12"},
    {"deadlinemile_2", Reason::d_deadline, "free float",
     "T6 T8 T11 T12"},
    {"mixed_2", Reason::d_deadline, "late start",
     "T1 T2 T4 T6 T15"},
    {"mixed_2", Reason::d_deadline, "late finish",
     "T1 T2 T4 T6 T15"},
    {"mixed_2", Reason::d_deadline, "total float",
     "T1 T2 T4 T6 T15"},
    {"mixed_2", Reason::d_deadline, "free float",
     "T15"},
};

inline constexpr NamedDifferences ms_differences[] = {
    {"alap_2", Reason::pushes_successors, "total float",
     "T13 T15 T16 T19 T20 T22 T23 T25"},
    {"alap_2", Reason::pushes_successors, "early start",
     "T14 T16 T19 T20 T22 T23 T25"},
    {"alap_2", Reason::pushes_successors, "early finish",
     "T14 T16 T19 T20 T22 T23 T25"},
    {"alap_2", Reason::pushes_successors, "free float",
     "T19 T20 T22 T25"},
    {"all4_1", Reason::before_the_start, "free float",
     "T2 T3"},
    {"all4_1", Reason::before_the_start, "early start",
     "T3"},
    {"all4_1", Reason::before_the_start, "early finish",
     "T3"},
    {"all4_1", Reason::before_the_start, "total float",
     "T3"},
    {"elapsed_1", Reason::e_calendar_lag, "free float",
     "T1 T7 T8 T26"},
    {"elapsed_2", Reason::e_calendar_lag, "free float",
     "T8 T11 T23"},
    {"mixed_2", Reason::before_the_start, "early start",
     "T3 T5 T6 T7 T9 T11 T17"},
    {"mixed_2", Reason::before_the_start, "early finish",
     "T3 T5 T6 T7 T9 T11 T17"},
    {"mixed_2", Reason::before_the_start, "total float",
     "T3 T5 T6 T7 T9 T11 T17"},
    {"mixed_2", Reason::before_the_start, "free float",
     "T9 T17"},
    {"percent_1", Reason::parts_of_days, "late start",
     "T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 "
     "T29 T30"},
    {"percent_1", Reason::parts_of_days, "late finish",
     "T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 "
     "T29 T30"},
    {"percent_1", Reason::parts_of_days, "total float",
     "T4 T5 T8 T12 T13 T14 T17 T18 T20 T21 T22 T23 T24 T27"},
    {"percent_1", Reason::parts_of_days, "free float",
     "T4 T5 T8 T13 T14 T18 T21 T22 T23 T24 T27"},
    {"percent_1", Reason::parts_of_days, "early start",
     "T5 T6 T7 T9 T10 T11 T15 T16 T19 T22 T25 T26 T28 T29 T30"},
    {"percent_1", Reason::parts_of_days, "early finish",
     "T5 T6 T7 T9 T10 T11 T15 T16 T19 T22 T25 T26 T28 T29 T30"},
    {"percent_2", Reason::parts_of_days, "late start",
     "T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 "
     "T28 T29 T30"},
    {"percent_2", Reason::parts_of_days, "late finish",
     "T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 "
     "T28 T29 T30"},
    {"percent_2", Reason::parts_of_days, "total float",
     "T3 T4 T5 T7 T8 T9 T10 T11 T14 T15 T17 T25 T28 T29 T30"},
    {"percent_2", Reason::parts_of_days, "free float",
     "T3 T4 T7 T10 T11 T14 T15 T17 T26 T29 T30"},
    {"percent_2", Reason::parts_of_days, "early start",
     "T6 T7 T10 T12 T13 T16 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 T30"},
    {"percent_2", Reason::parts_of_days, "early finish",
     "T6 T7 T10 T12 T13 T16 T18 T19 T20 T21 T22 T23 T24 T25 T26 T27 T28 T30"},
    {"progress_1", Reason::rescheduled_facts, "early finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::rescheduled_facts, "late finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::rescheduled_facts, "early start",
     "T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::rescheduled_facts, "late start",
     "T2 T3 T4 T5 T6 T7 T8"},
    {"progress_1", Reason::rescheduled_facts, "total float",
     "T2 T4 T6 T8"},
    {"progress_1", Reason::rescheduled_facts, "free float",
     "T6 T8"},
    {"progress_2", Reason::rescheduled_facts, "early finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::rescheduled_facts, "late finish",
     "T1 T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::rescheduled_facts, "early start",
     "T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::rescheduled_facts, "late start",
     "T2 T3 T4 T5 T6 T7 T8"},
    {"progress_2", Reason::rescheduled_facts, "total float",
     "T7"},
    {"progress_2", Reason::rescheduled_facts, "free float",
     "T7"},
    {"sf_2", Reason::before_the_start, "late start",
     "T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"sf_2", Reason::before_the_start, "late finish",
     "T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T24 T25 T26 "
     "T27 T28 T29 T30"},
    {"sf_2", Reason::before_the_start, "total float",
     "T1 T2 T3 T5 T7 T10 T12 T20 T21 T24 T25 T26 T27 T28 T30"},
    {"sf_2", Reason::before_the_start, "free float",
     "T3 T5 T10 T12 T25 T26 T27 T28 T30"},
    {"sf_2", Reason::before_the_start, "early start",
     "T4 T6 T8 T9 T11 T13 T14 T15 T16 T17 T18 T19 T22 T23 T26 T29"},
    {"sf_2", Reason::before_the_start, "early finish",
     "T4 T6 T8 T9 T11 T13 T14 T15 T16 T17 T18 T19 T22 T23 T26 T29"},
};

}  // namespace accord::test
