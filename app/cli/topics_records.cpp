// Benchmarks, promises, meetings, deadlines: what is recorded.
#include <fmt/format.h>

#include "app/cli/kinds.hpp"
#include "app/cli/topics.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/model/codec.hpp"
#include "core/progress/accounts.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/due.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/positions.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/validity.hpp"
#include "core/report/rungs.hpp"

namespace accord::cli {
namespace {

std::string number_or_empty(const std::optional<double>& value) { return value ? number_text(*value) : ""; }

Json score_json(const Score& score) {
  return {{"value", json_number(score.value)},
          {"wording", json_text(score.wording)},
          {"from", json_text(score.from)},
          {"date", json_day(score.day)},
          {"disputed", score.disputed}};
}

Json light_json(const TrafficLight& light) {
  return {{"colour", lower(light.word)}, {"rule", light.rule}, {"by_hand", light.by_hand}};
}

std::string name_of(const Dossier& dossier, Id<Party> id) {
  const Party* party = dossier.find(id);
  return party ? title_of(Kind::party, *party) : "";
}

// "European Parliament: 3".
std::string disputed_by(const Dossier& dossier, const BenchmarkRow& row) {
  std::vector<std::string> parts;
  for (const Id<Assessment> id : row.disputes) {
    const Assessment& a = *dossier.find(id);
    const std::string who = a.assessor ? name_of(dossier, a.assessor) : a.code;
    parts.push_back(a.score ? who + ": " + number_text(*a.score) : who);
  }
  return join(parts, "; ");
}

Json disputes_json(const Dossier& dossier, const BenchmarkRow& row) {
  Json out = Json::array();
  for (const Id<Assessment> id : row.disputes) {
    const Assessment& a = *dossier.find(id);
    out.push_back({{"code", a.code},
                   {"disputes", dossier.code_of(Kind::assessment, a.disputes)},
                   {"assessor", json_text(dossier.code_of(Kind::party, a.assessor))},
                   {"score", json_number(a.score)},
                   {"reason", json_text(a.reason)}});
  }
  return out;
}

}  // namespace

Result<TopicAnswer> tell_benchmarks(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const BenchmarkReport report = benchmark_report(dossier, input.outlook.status_day);
  TopicAnswer out{{report.headline},
                  {{"code", "block", "phase", "requirement", "completion", "own", "assessor", "gap", "open_measures",
                    "evidence", "disputed_by", "light"},
                   {}},
                  Json::object()};
  if (!report.unscored.empty()) out.sentences.push_back(report.unscored);
  if (report.gaps > 0)
    out.sentences.push_back(say_plural(
        "In {} case the owner sees the requirement two grades or more further than the assessor.",
        "In {} cases the owner sees the requirement two grades or more further than the assessor.", report.gaps));
  Json rows = Json::array(), cells = Json::array(), rungs = Json::array();
  for (const BenchmarkRow& row : report.rows) {
    const Benchmark& b = *dossier.find(row.benchmark);
    out.rows.cells.push_back({b.code, b.block, b.phase ? std::to_string(*b.phase) : "", b.title,
                              rung_name(report.ladder, b.ladder, spoken()), number_or_empty(row.own.value),
                              number_or_empty(row.assessor.value), number_or_empty(row.gap),
                              row.measures ? say("{} of {}", row.measures_open, row.measures) : "",
                              row.evidence ? std::to_string(row.evidence) : "", disputed_by(dossier, row),
                              row.light.by_hand ? say("{} (by hand)", row.light.word) : row.light.word});
    if (row.light.by_hand) out.sentences.push_back(fmt::format("{} ({}): {}", b.title, b.code, row.light.rule));
    rows.push_back({{"code", b.code},
                    {"block", json_text(b.block)},
                    {"topic", json_text(b.topic)},
                    {"phase", json_number(b.phase)},
                    {"title", b.title},
                    {"ladder", b.ladder},
                    {"open", row.open},
                    {"since", json_day(row.since)},
                    {"own", score_json(row.own)},
                    {"assessor", score_json(row.assessor)},
                    {"gap", json_number(row.gap)},
                    {"measures", row.measures},
                    {"measures_open", row.measures_open},
                    {"evidence", row.evidence},
                    {"disputes", disputes_json(dossier, row)},
                    {"light", light_json(row.light)}});
  }
  for (const auto& [place, count] : report.by_block_and_phase)
    cells.push_back({{"block", json_text(place.first)},
                     {"phase", json_text(place.second)},
                     {"all", count.all},
                     {"open", count.open}});
  for (std::size_t i = 0; i < report.ladder.size(); ++i)
    rungs.push_back(
        {{"code", report.ladder[i].code}, {"label", report.ladder[i].label}, {"benchmarks", report.per_rung[i]}});
  out.details = {
      {"headline", report.headline},
      {"all", report.whole.all},
      {"open", report.whole.open},
      {"oldest_open", report.oldest_open ? Json(dossier.code_of(Kind::benchmark, *report.oldest_open)) : Json(nullptr)},
      {"ladder", std::move(rungs)},
      {"grid", std::move(cells)},
      {"benchmarks", std::move(rows)}};
  return out;
}

Result<TopicAnswer> tell_promises(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const PromiseReport report = promise_report(dossier, input.outlook.status_day);
  TopicAnswer out{{}, {{"code", "promise", "by", "to", "in_public", "state", "what_became_of_it"}, {}}, Json::object()};
  Json promises = Json::array(), records = Json::array();
  for (const Promise& p : report.promises) {
    const Commitment& c = *dossier.find(p.commitment);
    const Person* person = dossier.find(c.by_person);
    const std::string by = person ? person->title : name_of(dossier, c.by_party);
    out.rows.cells.push_back({c.code, c.title, by, name_of(dossier, c.to_party), c.in_public ? say("yes") : say("no"),
                              say(p.state == CommitmentState::slipped ? message("slipped") : promise_word(p.state)), p.sentence});
    promises.push_back({{"code", c.code},
                        {"title", c.title},
                        {"by_party", json_text(dossier.code_of(Kind::party, c.by_party))},
                        {"by_person", json_text(dossier.code_of(Kind::person, c.by_person))},
                        {"to_party", json_text(dossier.code_of(Kind::party, c.to_party))},
                        {"in_public", c.in_public},
                        {"state", promise_word(p.state)},
                        {"due", json_day(p.due)},
                        {"slip_days", json_number(p.slip_days)},
                        {"overdue_days", json_number(p.overdue_days)},
                        {"sentence", p.sentence}});
  }
  const auto tell = [&](Kind kind, RecordId id, const PromiseRecord& r) {
    const Record* who = dossier.find(kind, id);
    out.sentences.push_back(fmt::format("{} ({}): {}", title_of(kind, *who), who->code, record_in_words(r)));
    records.push_back({{"kind", type_of(kind).name},
                       {"code", who->code},
                       {"made", r.made},
                       {"open", r.open},
                       {"kept", r.kept},
                       {"slipped", r.slipped},
                       {"broken", r.broken},
                       {"overdue", r.overdue},
                       {"mean_slip_days", json_number(r.mean_slip_days)}});
  };
  for (const PromiseRecord& r : report.parties) tell(Kind::party, r.party, r);
  for (const PromiseRecord& r : report.people) tell(Kind::person, r.person, r);
  if (report.promises.empty()) out.sentences.push_back(say("No promise is recorded."));
  out.details = {{"promises", std::move(promises)}, {"records", std::move(records)}};
  return out;
}

Result<TopicAnswer> tell_momentum(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  std::optional<Id<Track>> track;
  if (input.arguments.has("track")) {
    const Track* found = dossier.find_code_as<Track>(input.arguments.text("track"));
    if (!found)
      return Diagnostic{.code = "record.unknown",
                        .message = say("There is no track of that code."),
                        .found = input.arguments.text("track")};
    track = Id<Track>(found->id);
  }
  const Momentum m = momentum(dossier, input.outlook.status_day, track);
  TopicAnswer out{m.sentences, {{"month", "rounds", "visits", "meetings", "others"}, {}}, Json::object()};
  Json months = Json::array(), gaps = Json::array(), announced = Json::array();
  for (const MonthOfMeetings& month : m.months) {
    const std::string name = to_iso(month.month).substr(0, 7);
    out.rows.cells.push_back({name, std::to_string(month.rounds), std::to_string(month.visits),
                              std::to_string(month.meetings), std::to_string(month.others)});
    months.push_back({{"month", name},
                      {"rounds", month.rounds},
                      {"visits", month.visits},
                      {"meetings", month.meetings},
                      {"others", month.others}});
  }
  for (const RoundGap& gap : m.gaps)
    gaps.push_back({{"from", dossier.code_of(Kind::entry, gap.from)},
                    {"to", dossier.code_of(Kind::entry, gap.to)},
                    {"days", gap.days}});
  for (const AnnouncedRound& a : m.announced)
    announced.push_back({{"announced_in", dossier.code_of(Kind::entry, a.source)},
                         {"kind", Codec<EntryKind>::write(a.kind)},
                         {"for", a.for_when.text()},
                         {"held", a.held ? Json(dossier.code_of(Kind::entry, *a.held)) : Json(nullptr)},
                         {"later_word", a.replaced ? Json(dossier.code_of(Kind::entry, *a.replaced)) : Json(nullptr)},
                         {"slip_days", json_number(a.slip_days)},
                         {"overdue_days", json_number(a.overdue_days)},
                         {"sentence", a.sentence}});
  out.details = {{"rounds", m.rounds},
                 {"mean_gap_days", json_number(m.mean_gap_days)},
                 {"days_since_round", json_number(m.days_since_round)},
                 {"undated", m.undated},
                 {"months", std::move(months)},
                 {"gaps", std::move(gaps)},
                 {"announced", std::move(announced)}};
  return out;
}

Result<TopicAnswer> tell_due(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const auto due = what_is_due(dossier, input.outlook.status_day);
  TopicAnswer out{{}, {{"code", "what", "who", "due", "days_left", "escalate_to"}, {}}, Json::object()};
  Json rows = Json::array();
  for (const Due& d : due) {
    const std::string to = d.escalate_to ? name_of(dossier, *d.escalate_to) : d.escalated ? say("yes") : "";
    out.rows.cells.push_back(
        {d.code, d.text, d.who, to_iso(d.day), std::to_string(d.days_left), to});
    rows.push_back({{"kind", type_of(d.kind).name},
                    {"code", d.code},
                    {"text", d.text},
                    {"owner", json_text(dossier.code_of(Kind::party, d.owner))},
                    {"co_owner", json_text(dossier.code_of(Kind::party, d.co_owner))},
                    {"person", json_text(dossier.code_of(Kind::person, d.person))},
                    {"who", json_text(d.who)},
                    {"due", to_iso(d.day)},
                    {"days_left", d.days_left},
                    {"escalated", d.escalated},
                    {"escalate_to", d.escalate_to ? Json(dossier.code_of(Kind::party, *d.escalate_to)) : Json(nullptr)},
                    {"sentence", d.sentence}});
  }
  if (due.empty())
    out.sentences.push_back(say_plural("Nothing is overdue, and nothing is due within {} day.",
                                       "Nothing is overdue, and nothing is due within {} days.",
                                       dossier.info().warn_days.value_or(usual_warn_days)));
  out.details = {{"due", std::move(rows)}};
  return out;
}

Result<TopicAnswer> tell_accounts(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  TopicAnswer out{{}, {}, Json::object()};
  Json rows = Json::array();
  for (const Dispute& dispute : disputed_accounts(dossier)) {
    out.sentences.push_back(dispute.sentence);
    Json accounts = Json::array();
    for (const Account& a : dispute.accounts) {
      const Entry& e = *dossier.find(a.entry);
      accounts.push_back({{"code", e.code},
                          {"title", e.title},
                          {"date", e.date ? Json(e.date->text()) : Json(nullptr)},
                          {"source", json_text(e.source)},
                          {"chosen", a.chosen},
                          {"why", json_text(a.why)}});
    }
    rows.push_back({{"decided", dispute.decided}, {"accounts", std::move(accounts)}, {"sentence", dispute.sentence}});
  }
  const Diagnostics absent = check_presence(dossier);
  Json absences = Json::array();
  for (const Diagnostic& d : absent) {
    out.sentences.push_back(d.message);
    absences.push_back({{"code", d.code}, {"entry", d.place.record}, {"message", d.message}});
  }
  if (out.sentences.empty())
    out.sentences.push_back(say("No two accounts of one thing contradict each other, and everybody named was there."));
  out.details = {{"disputes", std::move(rows)}, {"absences", std::move(absences)}};
  return out;
}

Result<TopicAnswer> tell_people(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const Day day = input.outlook.status_day;
  TopicAnswer out{{}, {{"code", "name", "role", "institution", "contact", "since", "until"}, {}}, Json::object()};
  Json people = Json::array();
  for (const Person* p : people_on(dossier, day)) {
    const Party* party = party_on(dossier, p->party, day);
    const bool sure = valid_on(p->valid_from, p->valid_to, day) == Valid::yes;
    out.rows.cells.push_back({p->code, p->title, p->role, party ? title_of(Kind::party, *party) : "", p->contact,
                              p->valid_from ? as_noted(*p->valid_from, spoken()) : "", p->valid_to ? as_noted(*p->valid_to, spoken()) : ""});
    people.push_back({{"code", p->code},
                      {"name", p->title},
                      {"role", json_text(p->role)},
                      {"party", party ? Json(party->code) : Json(nullptr)},
                      {"certain", sure}});
  }
  if (people.empty()) out.sentences.push_back(say("Nobody is recorded."));
  out.details = {{"people", std::move(people)}};
  return out;
}

Result<TopicAnswer> tell_positions(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const PositionMap map = position_map(dossier, input.outlook.status_day);
  TopicAnswer out{map.sentences, {{"party", "name", "stance", "date", "on", "position", "source"}, {}}, Json::object()};
  Json rows = Json::array(), counts = Json::object();
  for (std::size_t i = 0; i < map.by_stance.size(); ++i) counts[std::string(Choices<Stance>::list[i].code)] = map.by_stance[i];
  for (const PositionRow& row : map.rows) {
    const Position* p = row.position ? dossier.find(*row.position) : nullptr;
    const std::string party = dossier.code_of(Kind::party, row.party), stance = p ? Codec<Stance>::write(row.stance) : "";
    const std::string on = !p ? "" : p->milestone ? dossier.code_of(Kind::milestone, p->milestone) : dossier.code_of(Kind::track, p->track);
    const std::string date = p && p->date ? p->date->text() : "";
    const std::string noted = p && p->date ? as_noted(*p->date, spoken()) : "";
    out.rows.cells.push_back({party, name_of(dossier, row.party), p ? lower(say(Choices<Stance>::list[static_cast<std::size_t>(row.stance)].label)) : say("nothing recorded"),
                              noted, on, p ? p->title : "", p ? p->source : ""});
    rows.push_back({{"party", party},
                    {"name", name_of(dossier, row.party)},
                    {"position", p ? Json(p->code) : Json(nullptr)},
                    {"stance", json_text(stance)},
                    {"date", json_text(date)},
                    {"on", json_text(on)},
                    {"text", p ? Json(p->title) : Json(nullptr)},
                    {"source", p ? json_text(p->source) : Json(nullptr)}});
  }
  out.details = {{"by_stance", std::move(counts)}, {"silent", map.silent}, {"sentences", map.sentences}, {"positions", std::move(rows)}};
  return out;
}

}  // namespace accord::cli
