#pragma once
// The compiled plan: flat arrays in topological order, without strings, and the passes over them. Compiled once per
// snapshot, then scheduled as often as wanted with other durations: the passes read durations from an argument,
// allocate nothing and never throw; a date that would leave the range of years is held at before_range or after_range
// (ticks.hpp). Immutable once compiled; any number of threads may run passes on one Network.
//
// What a milestone does with its bounds S (earliest tick for its start) and F (earliest tick for its finish):
//   1. Work. n > 0 working days: the work starts on the morning of the (W(S)+1)-th working day and finishes on the
//   evening
//      of the max(W(S)+n, W(F))-th. Calendar days or months: with e = S if that is an evening, else the evening before,
//      the work ends n days (months, end-clamped) after day(e), rolled forward to the next working day, and not before
//      the evening of the W(F)-th (months: the first day from there on which they can end); it starts on the morning
//      after e. Where F decides, the start is the latest that still gives that finish. n = 0 and events: t = max(S, F),
//      morning or evening, start and finish alike.
//   2. Date rule: t becomes the morning of rule(day(t)); a rule that gives t's own day leaves t alone.
//   3. Session: t becomes the evening of the first session day s whose morning is not before t; so what must come first
//   is
//      done by the evening before. "Not earlier than D" and "must … on D" are met by a session on D: their F is D's
//      morning.
//   4. Landing, unless a session decided: a t on a day that is not worked becomes the morning of the next working day,
//   be
//      it a morning or an evening. That leaves W(t) as it was, so floats and the dates of successors on the same
//      calendar do not change; only the date shown does. (Primavera shows a milestone driven over a weekend on the next
//      working morning too.) The same rule serves events, rule results and stages of no length.
// The backward pass inverts each step with "the latest tick whose image is not after the limit", in reverse order. A
// lag in working days takes the morning of a closed day further than its evening: only mornings count for the start of
// work, only evenings for its finish, and for events and groups both, so that no earlier tick breaks the limit either.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/calendar/date_rule.hpp"
#include "core/calendar/session_calendar.hpp"
#include "core/calendar/work_calendar.hpp"
#include "core/schedule/schedule.hpp"
#include "core/schedule/ticks.hpp"

namespace accord {

using Node = std::int32_t;  // a place in a Network; predecessors have smaller places
inline constexpr Node no_node = -1;
inline constexpr std::int32_t max_duration = 1'000'000;

// A group is two nodes. Its entry carries the bounds of links into the group to every member; its exit spans the
// members: the start of the first one, the finish of the last one, and is where links out of the group begin. An exit
// comes after its members, an entry before. Dropped members do not count for the span unless all are dropped. The exit
// of a group without members repeats its entry.
enum class NodeKind : std::uint8_t { leaf, entry, exit };
enum class NodeState : std::uint8_t { waiting, running, finished };

struct NetworkNode {
  NodeKind kind = NodeKind::leaf;
  NodeState state = NodeState::waiting;
  DurationUnit unit = DurationUnit::workdays;  // of its duration
  bool lands = true;                           // step 4 applies; false for dropped milestones, entries and exits
  bool dropped = false;
  bool as_late_as_possible = false;  // only where waiting
  bool open_end =
      false;  // a leaf that nothing waits to see finished: the end of its track limits it, with any links from its
              // start; never a dropped one, which takes no part in its track's end and so limits nothing by itself
  bool pinned = false;         // "must … on" among Microsoft's dates: early and late dates alike are the constraint's
  bool hollow = false;         // an exit of a group without members
  std::int16_t calendar = 0;   // in Network::calendars
  std::int16_t sessions = -1;  // in Network::sessions; -1 = none
  std::int32_t rule = -1;      // in Network::rules; -1 = none
  std::int32_t track = 0;      // in Network::tracks
  // Floors: waiting: the plan's start, the morning after the status date, "not earlier than"; running: the morning
  // after the status date (the actual start where there is none). no_tick = none.
  Tick floor_start = no_tick;
  Tick floor_finish = no_tick;
  // Caps of "no later than" and "must … on" (evenings), and the deadline; unlimited = none. They limit late dates only.
  Tick cap_start = unlimited;
  Tick cap_finish = unlimited;
  Tick deadline = unlimited;
  // Facts: running: start; finished: both, or neither where the day is wholly unknown.
  Tick actual_start = no_tick;
  Tick actual_finish = no_tick;
};

enum class LinkEnd : std::uint8_t { start, finish };
// link: a record; enter: from a group's entry to a member's start (or entry); leave: from a member to the group's exit.
enum class LinkRole : std::uint8_t { link, enter, leave };
// The share_… kinds take `amount` per cent of the source's whole duration, rounded up (towards later) to whole days:
// working days, calendar days, or, of months, 30 calendar days each. A group's duration is the working days that it
// spans.
enum class LagKind : std::uint8_t {
  none,
  workdays,
  calendar_days,
  months,
  share_workdays,
  share_calendar_days,
  share_months
};

struct NetworkLink {
  Node source = no_node;
  LinkRole role = LinkRole::link;
  LinkEnd from = LinkEnd::finish;
  LinkEnd to = LinkEnd::start;
  LagKind lag = LagKind::none;
  bool retained = false;      // FS from unfinished work: the only kind that still holds work that is running
  std::int16_t calendar = 0;  // of a lag in working days: the target's (Primavera's default is the predecessor's)
  std::int32_t amount = 0;    // days, months or per cent
  std::int32_t row = -1;      // in dossier.all<Link>(); -1 unless role is link
};

// The sessions of a calendar as ascending day numbers.
struct SessionDays {
  std::vector<DayNumber> days;
  Tick first_from(Tick t) const;  // the evening of the first session whose morning is not before t
  Tick last_until(Tick t) const;  // the evening of the last session whose evening is not after t
};

// A date rule that is held within the range of years instead of throwing.
struct RuleInRange {
  DateRule rule;
  CalendarPtr calendar;
  DayNumber reach = 0;  // days by which the result can be away from the argument, at most
  DayNumber apply(DayNumber day) const;
  DayNumber latest_before(DayNumber limit) const;
};

struct Network {
  std::vector<NetworkNode> nodes;
  // Links into node i: links[first_link[i]] … links[first_link[i+1] - 1], in the order of their sources. Links that
  // hold nothing any more (into finished work, start to start into running work, from facts without a day) are left
  // out.
  std::vector<std::int32_t> first_link;
  std::vector<NetworkLink> links;

  // The durations of the deterministic plan: what forward() gets unless others are sampled. Running work: what remains;
  // finished, dropped, events, entries, exits: 0. In the unit of the node.
  std::vector<std::int32_t> durations;
  // Already done: the whole duration, in the estimate's unit, is durations[i] + done[i]. For shares (per-cent lags) and
  // for sampling. Where somebody entered what remains in another unit, it is only what makes up that sum.
  std::vector<std::int32_t> done;
  std::vector<std::int32_t>
      elapsed;  // running: days (months) of the unit from the actual start to the status evening; else 0

  std::vector<CalendarPtr> calendars;
  std::vector<SessionsPtr> sessions;
  std::vector<Workdays> workdays;  // the arrays of `calendars`, for the passes
  std::vector<SessionDays> session_days;
  std::vector<RuleInRange> rules;
  std::vector<Id<Track>> tracks;  // tracks[0] = no track
  std::vector<Node>
      track_end;  // per track: the node whose early finish limits it, or no_node = the latest of the track

  std::vector<std::int32_t> row;  // per node: in dossier.all<Milestone>()
  std::vector<Node> node;         // per row: the leaf, or the group's exit
  std::vector<Node> entry;        // per row: the group's entry; no_node for leaves

  Day plan_start;
  std::optional<Day> status_date;
  bool microsoft_dates = false;  // caps pull early dates back, logic or not
  bool has_alap = false;

  Node size() const { return static_cast<Node>(nodes.size()); }
  std::span<const NetworkLink> links_into(Node i) const {
    const auto at = static_cast<std::size_t>(i);
    return std::span(links).subspan(static_cast<std::size_t>(first_link[at]),
                                    static_cast<std::size_t>(first_link[at + 1] - first_link[at]));
  }
};

// Every error at once (see schedule.hpp); findings that stop nothing go to `warnings` where given: estimate.missing,
// estimate.exhausted, progress.out_of_sequence, date.imprecise, date.after_status, clock.behind.
Result<Network> compile(const Dossier& dossier, const ScheduleOptions& options, Diagnostics* warnings = nullptr);

// Early dates, by node. `start` of an entry is the bound for members that wait, `finish` that for members that run
// (retained logic). no_tick: no date (finished on an unknown day, a group without members that nothing precedes).
struct Early {
  explicit Early(const Network& network);
  std::vector<Tick> start;
  std::vector<Tick> finish;
};

// Late dates, by node; no_tick for what is not on a path to a limit. `finish` is a date that can really happen: what
// the milestone does when it starts at `start`. Finished: the facts. The other two are the greatest S and F that keep
// the limit.
struct Late {
  explicit Late(const Network& network);
  std::vector<Tick> start;
  std::vector<Tick> finish;
  std::vector<Tick> start_bound;
  std::vector<Tick> finish_bound;
};

// `durations`: one per node, 0 to max_duration; only those of waiting and running leaves count.
void forward(const Network& network, std::span<const std::int32_t> durations, Early& early);

// The limit of each track: the early finish of its end milestone, else the greatest of its milestones (dropped ones
// count only where there is nothing else). no_tick for a track without dates.
void end_limits(const Network& network, const Early& early, std::span<Tick> limits);

// From the ends of all tracks, with caps and deadlines. `limits` has one tick per track.
void backward(const Network& network, std::span<const std::int32_t> durations, const Early& early,
              std::span<const Tick> limits, Late& late);

// Whether constraints and deadlines of milestones on the way limit late dates as well.
enum class Caps { count, ignored };
// From one milestone (leaf or group exit): latest dates that let it finish by `limit`. Nothing for what is not on a
// path to it, for finished milestones, and for what comes after.
void backward_from(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node target,
                   Tick limit, Caps caps, Late& late);

// How late each node's own finish (start, for links from the start) may be while every successor's early finish stays
// as it is; by node; unlimited where no link holds it. Free float is the working days from the early date to this.
struct Holds {
  explicit Holds(const Network& network);
  std::vector<Tick> start;
  std::vector<Tick> finish;
};
void hold_successors(const Network& network, std::span<const std::int32_t> durations, const Early& early, Holds& holds);

// Delays what is "as late as possible" by its free float, successors first, never beyond its late finish, and computes
// the holds of the delayed plan. `late` must come from backward() over the same early dates; it stays valid.
void delay_alap(const Network& network, std::span<const std::int32_t> durations, const Late& late, Early& early,
                Holds& holds);

// The working days between two ticks on the node's calendar: W(to) − W(from).
int workdays_between(const Network& network, Node node, Tick from, Tick to);

// The day to show for a late tick of a node. Work that takes no time may be allowed until a morning; where its early
// tick is an evening, the evening that is the same moment is shown, so that a milestone without float is late on its
// early day, and one that happens on its latest day is in time. What is dropped passes dates on without landing on a working
// day: as long as no working day lies between the two, its early day is shown. Nothing where there is no late date.
std::optional<Day> late_day(const Network& network, Node node, Tick early, Tick late);

// What set a bound.
enum class BoundKind : std::uint8_t { none, plan_start, status_date, constraint, link };
struct Bound {
  Tick tick = no_tick;
  BoundKind kind = BoundKind::none;
  std::int32_t link = -1;  // in Network::links; the link that reaches the milestone or, through entries, its group
};

// How a leaf came to its early dates, step by step; what drivers and explanations are made of. For finished work only
// the facts are set. Ticks after steps that do not apply repeat the one before.
struct Decision {
  Bound start;                  // the greatest S
  Bound finish;                 // the greatest F
  bool finish_decides = false;  // F moved the work later than S alone would
  Tick work_start = no_tick;
  Tick work_finish = no_tick;
  Tick after_rule = no_tick;
  Tick after_session = no_tick;
  Tick landed = no_tick;
};
// Of several links with equal effect the first in the network's order counts; `ties` receives all of them where given.
Decision decide(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node leaf,
                std::vector<std::int32_t>* ties = nullptr);

}  // namespace accord
