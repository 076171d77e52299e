#pragma once
// Every kind of record, and the way from a kind to its type and back.
#include <tuple>

#include "core/model/codec.hpp"
#include "core/model/dossier_info.hpp"
#include "core/model/track.hpp"
#include "core/model/milestone.hpp"
#include "core/model/link.hpp"
#include "core/model/mandate.hpp"
#include "core/model/goal.hpp"
#include "core/model/party.hpp"
#include "core/model/person.hpp"
#include "core/model/calendar.hpp"
#include "core/model/calendar_exception.hpp"
#include "core/model/session_calendar.hpp"
#include "core/model/session.hpp"
#include "core/model/entry.hpp"
#include "core/model/evidence.hpp"
#include "core/model/commitment.hpp"
#include "core/model/question.hpp"
#include "core/model/benchmark.hpp"
#include "core/model/measure.hpp"
#include "core/model/assessment.hpp"
#include "core/model/open_point.hpp"
#include "core/model/position.hpp"
#include "core/model/risk.hpp"
#include "core/model/indicator.hpp"
#include "core/model/baseline.hpp"
#include "core/model/scenario.hpp"
#include "core/model/forecast.hpp"
#include "core/model/comparable_case.hpp"

namespace accord {

template <>
struct KindOf<DossierInfo> {
  static constexpr Kind value = Kind::dossier;
};
template <>
struct KindOf<Track> {
  static constexpr Kind value = Kind::track;
};
template <>
struct KindOf<Milestone> {
  static constexpr Kind value = Kind::milestone;
};
template <>
struct KindOf<Link> {
  static constexpr Kind value = Kind::link;
};
template <>
struct KindOf<Mandate> {
  static constexpr Kind value = Kind::mandate;
};
template <>
struct KindOf<Goal> {
  static constexpr Kind value = Kind::goal;
};
template <>
struct KindOf<Party> {
  static constexpr Kind value = Kind::party;
};
template <>
struct KindOf<Person> {
  static constexpr Kind value = Kind::person;
};
template <>
struct KindOf<Calendar> {
  static constexpr Kind value = Kind::calendar;
};
template <>
struct KindOf<CalendarExceptionRecord> {
  static constexpr Kind value = Kind::calendar_exception;
};
template <>
struct KindOf<SessionCalendarRecord> {
  static constexpr Kind value = Kind::session_calendar;
};
template <>
struct KindOf<SessionRecord> {
  static constexpr Kind value = Kind::session;
};
template <>
struct KindOf<Entry> {
  static constexpr Kind value = Kind::entry;
};
template <>
struct KindOf<Evidence> {
  static constexpr Kind value = Kind::evidence;
};
template <>
struct KindOf<Commitment> {
  static constexpr Kind value = Kind::commitment;
};
template <>
struct KindOf<Question> {
  static constexpr Kind value = Kind::question;
};
template <>
struct KindOf<Benchmark> {
  static constexpr Kind value = Kind::benchmark;
};
template <>
struct KindOf<Measure> {
  static constexpr Kind value = Kind::measure;
};
template <>
struct KindOf<Assessment> {
  static constexpr Kind value = Kind::assessment;
};
template <>
struct KindOf<OpenPoint> {
  static constexpr Kind value = Kind::open_point;
};
template <>
struct KindOf<Position> {
  static constexpr Kind value = Kind::position;
};
template <>
struct KindOf<Risk> {
  static constexpr Kind value = Kind::risk;
};
template <>
struct KindOf<Indicator> {
  static constexpr Kind value = Kind::indicator;
};
template <>
struct KindOf<Baseline> {
  static constexpr Kind value = Kind::baseline;
};
template <>
struct KindOf<Scenario> {
  static constexpr Kind value = Kind::scenario;
};
template <>
struct KindOf<Forecast> {
  static constexpr Kind value = Kind::forecast;
};
template <>
struct KindOf<ComparableCase> {
  static constexpr Kind value = Kind::comparable_case;
};

// In the order of Kind.
template <template <class> class Of>
using PerKind = std::tuple<Of<DossierInfo>, Of<Track>, Of<Milestone>, Of<Link>, Of<Mandate>, Of<Goal>, Of<Party>, Of<Person>, Of<Calendar>, Of<CalendarExceptionRecord>, Of<SessionCalendarRecord>, Of<SessionRecord>, Of<Entry>, Of<Evidence>, Of<Commitment>, Of<Question>, Of<Benchmark>, Of<Measure>, Of<Assessment>, Of<OpenPoint>, Of<Position>, Of<Risk>, Of<Indicator>, Of<Baseline>, Of<Scenario>, Of<Forecast>, Of<ComparableCase>>;

template <class T>
const RecordType& type_of() {
  return type_of(KindOf<T>::value);
}

}  // namespace accord
