// What else the file keeps: promises, questions, the negotiating text's open points, positions, evidence, people,
// institutions; and what the dossier is set up with.
#include <fmt/format.h>

#include <algorithm>

#include "app/gui/pages.hpp"
#include "app/gui/plan_registers.hpp"
#include "app/gui/register_page.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/validity.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_records = 3;

long long open_rows(const RegisterView& view) {
  return std::count_if(view.rows.begin(), view.rows.end(), [](const RegisterRow& row) { return row.open; });
}

// "2 of 17 questions are open."
std::string open_of(const RegisterView& view, std::string_view one, std::string_view many) {
  if (view.rows.empty()) return fmt::format("No {} is recorded.", one);
  const long long open = open_rows(view), all = std::ssize(view.rows);
  if (all == 1) return fmt::format("The one {} is {}.", one, open == 1 ? "open" : "settled");
  return fmt::format("{} of {} {} open.", open, counted(all, one, many), open == 1 ? "is" : "are");
}

RegisterView promises(const Dossier& dossier, Day as_of) {
  RegisterView view;
  const PromiseReport report = promise_report(dossier, as_of);
  for (const Promise& p : report.promises) {
    const Commitment& c = *dossier.find(p.commitment);
    const auto shown = cells_of(Kind::commitment, c, dossier, {"title", "by_person", "by_party", "to_party", "due"});
    view.rows.push_back({c.id,
                         {shown[0], shown[1].empty() ? shown[2] : shown[1], shown[3], shown[4],
                          c.in_public ? "yes" : "no", std::string(promise_word(p.state)), p.sentence},
                         p.state == CommitmentState::open});
  }
  view.headline = open_of(view, "promise", "promises");
  for (const PromiseRecord& r : report.people)
    if (view.sentences.size() < most_records)
      view.sentences.push_back(fmt::format("{}: {}", dossier.find(r.person)->title, record_in_words(r)));
  for (const PromiseRecord& r : report.parties)
    if (view.sentences.size() < most_records)
      view.sentences.push_back(fmt::format("{}: {}", dossier.find(r.party)->title, record_in_words(r)));
  return view;
}

RegisterView questions(const Dossier& dossier, Day as_of) {
  RegisterView view;
  for (const Question& q : dossier.all<Question>()) {
    const bool open = q.answer.empty() && !(q.answered && *q.answered <= as_of);
    view.rows.push_back(
        {q.id, cells_of(Kind::question, q, dossier, {"title", "ask", "since", "milestones", "answer"}), open});
  }
  // What has been open for longest is asked about first.
  std::stable_sort(view.rows.begin(), view.rows.end(), [](const RegisterRow& a, const RegisterRow& b) {
    return std::pair(!a.open, a.cells[2]) < std::pair(!b.open, b.cells[2]);
  });
  view.headline = open_of(view, "question", "questions");
  return view;
}

RegisterView points(const Dossier& dossier, Day) {
  RegisterView view;
  for (const OpenPoint& p : dossier.all<OpenPoint>())
    view.rows.push_back(
        {p.id,
         cells_of(Kind::open_point, p, dossier,
                  {"track", "article", "title", "our_position", "their_position", "state", "owner", "precedent"}),
         p.state == PointState::open || p.state == PointState::in_brackets});
  view.headline = open_of(view, "point of the text", "points of the text");
  view.sentences.emplace_back(
      "Red lines and fallbacks are restricted from the start and never leave the file in a public "
      "edition.");
  return view;
}

RegisterView positions(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Position& p : dossier.all<Position>())
    view.rows.push_back(
        {p.id, cells_of(Kind::position, p, dossier, {"party", "stance", "title", "date", "milestone", "source"})});
  view.headline = view.rows.empty()
                      ? "No position is recorded."
                      : fmt::format("{} recorded.", counted(std::ssize(view.rows), "position is", "positions are"));
  return view;
}

RegisterView evidence(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Evidence& e : dossier.all<Evidence>())
    view.rows.push_back({e.id,
                         cells_of(Kind::evidence, e, dossier,
                                  {"title", "kind", "act_number", "date", "milestones", "entries", "benchmarks",
                                   "file_name", "validated_by"}),
                         !e.validated_by});
  view.headline = view.rows.empty()
                      ? "No evidence is recorded."
                      : fmt::format("{} recorded; {} validated by nobody yet.",
                                    counted(std::ssize(view.rows), "piece of evidence is", "pieces of evidence are"),
                                    open_rows(view));
  return view;
}

RegisterView people(const Dossier& dossier, Day as_of) {
  RegisterView view;
  for (const Person& p : dossier.all<Person>())
    view.rows.push_back({p.id,
                         cells_of(Kind::person, p, dossier,
                                  {"title", "role", "party", "valid_from", "valid_to", "successor", "contact"}),
                         valid_on(p.valid_from, p.valid_to, as_of) != Valid::no});
  view.headline = fmt::format("{} in their roles on the day, of {}.", open_rows(view),
                              counted(std::ssize(view.rows), "person", "people"));
  return view;
}

RegisterView parties(const Dossier& dossier, Day as_of) {
  RegisterView view;
  for (const Party& p : dossier.all<Party>())
    view.rows.push_back(
        {p.id,
         cells_of(Kind::party, p, dossier,
                  {"title", "kind", "side", "part_of", "valid_from", "valid_to", "successor", "escalate_to"}),
         valid_on(p.valid_from, p.valid_to, as_of) != Valid::no});
  view.headline =
      fmt::format("{} on the day, of {}.", counted(open_rows(view), "institution exists", "institutions exist"),
                  std::ssize(view.rows));
  return view;
}

// Whose position it is must be said from the start: all Member States together, where they are on file.
FieldValues fresh_position(const Dossier& dossier, const Selection& last) {
  const Party* party = last.kind == Kind::party ? dossier.find(Id<Party>(last.id)) : nullptr;
  if (!party) party = dossier.find_code_as<Party>("MS27");
  const auto& all = dossier.all<Party>();
  if (!party && all.begin() != all.end()) party = &*all.begin();
  return party ? FieldValues{{"title", "New position"}, {"party", party->code}} : FieldValues{};
}

constexpr const char* only_open = "Only what is &open";

}  // namespace

PagePtr make_registers_page(Workspace& workspace, const Commands& commands) {
  std::vector<Register> registers;
  registers.push_back({"Promises",
                       Kind::commitment,
                       only_open,
                       {{"Promise", 230},
                        {"By", 140},
                        {"To", 140},
                        {"Due", 100},
                        {"In public", 84},
                        {"State", 74},
                        {"What became of it", 260}},
                       promises,
                       titled("New promise")});
  registers.push_back(
      {"Questions",
       Kind::question,
       only_open,
       {{"Question", 330}, {"Whom to ask", 200}, {"Open since", 92}, {"Milestones", 100}, {"Answer", 200}},
       questions,
       titled("New question")});
  registers.push_back({"Open points of the text",
                       Kind::open_point,
                       only_open,
                       {{"Track", 90},
                        {"Article", 60},
                        {"Point", 200},
                        {"Our position", 150},
                        {"Their position", 150},
                        {"State", 90},
                        {"Owner", 100},
                        {"Precedent", 220}},
                       points,
                       titled("New point")});
  registers.push_back({"Positions",
                       Kind::position,
                       "",
                       {{"Who", 160}, {"Stance", 84}, {"Position", 260}, {"Date", 92}, {"On", 120}, {"Source", 200}},
                       positions,
                       fresh_position});
  registers.push_back({"Evidence",
                       Kind::evidence,
                       "Only what nobody has &validated",
                       {{"What", 250},
                        {"Kind", 70},
                        {"Act", 110},
                        {"Date", 92},
                        {"Shows", 100},
                        {"Entries", 90},
                        {"Benchmarks", 90},
                        {"File", 100},
                        {"Validated by", 110}},
                       evidence,
                       titled("New evidence")});
  registers.push_back({"People",
                       Kind::person,
                       "Only those in their &roles",
                       {{"Name", 150},
                        {"Role", 240},
                        {"Institution", 190},
                        {"From", 92},
                        {"Until", 110},
                        {"Successor", 110},
                        {"Contact", 140}},
                       people,
                       titled("New person")});
  registers.push_back({"Institutions",
                       Kind::party,
                       "Only those that &exist",
                       {{"Name", 260},
                        {"Kind", 100},
                        {"Side", 80},
                        {"Part of", 140},
                        {"From", 92},
                        {"Until", 92},
                        {"Successor", 110},
                        {"Escalate to", 110}},
                       parties,
                       titled("New institution")});
  for (Register& each : plan_registers(commands)) registers.push_back(std::move(each));
  return make_register_page(workspace, "Registers", "registers", std::move(registers));
}

}  // namespace accord::gui
