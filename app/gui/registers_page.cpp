// What else the file keeps: promises, questions, the negotiating text's open points, positions, evidence, people,
// institutions; and what the dossier is set up with.
#include <fmt/format.h>

#include <algorithm>

#include "app/gui/pages.hpp"
#include "app/gui/plan_registers.hpp"
#include "app/gui/register_page.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/progress/positions.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/validity.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_records = 3;

long long open_rows(const RegisterView& view) {
  return std::count_if(view.rows.begin(), view.rows.end(), [](const RegisterRow& row) { return row.open; });
}

struct OpenWords {
  std::string none, one_open, one_settled, some;
};

// "2 of 17 questions are open."
std::string open_of(const RegisterView& view, const OpenWords& words) {
  if (view.rows.empty()) return words.none;
  if (view.rows.size() > 1) return words.some;
  return view.rows.front().open ? words.one_open : words.one_settled;
}

RegisterView promises(const Dossier& dossier, Day as_of) {
  RegisterView view;
  const PromiseReport report = promise_report(dossier, as_of, spoken());
  for (const Promise& p : report.promises) {
    const Commitment& c = *dossier.find(p.commitment);
    const auto shown = cells_of(Kind::commitment, c, dossier, {"title", "by_person", "by_party", "to_party", "due"});
    view.rows.push_back({c.id,
                         {shown[0], shown[1].empty() ? shown[2] : shown[1], shown[3], shown[4],
                          c.in_public ? say("yes") : say("no"), say(promise_word(p.state)), p.sentence},
                         p.state == CommitmentState::open});
  }
  view.headline = open_of(view, {say("No promise is recorded."), say("The one promise is open."), say("The one promise is settled."),
                                 say_plural("{} of {} promises is open.", "{} of {} promises are open.", open_rows(view), view.rows.size())});
  for (const PromiseRecord& r : report.makers)
    if (view.sentences.size() < most_records)
      view.sentences.push_back(fmt::format("{}: {}", r.person ? dossier.find(r.person)->title : dossier.find(r.party)->title,
                                           record_in_words(r, spoken())));
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
  view.headline = open_of(view, {say("No question is recorded."), say("The one question is open."), say("The one question is settled."),
                                 say_plural("{} of {} questions is open.", "{} of {} questions are open.", open_rows(view), view.rows.size())});
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
  view.headline = open_of(view, {say("No point of the text is recorded."), say("The one point of the text is open."), say("The one point of the text is settled."),
                                 say_plural("{} of {} points of the text is open.", "{} of {} points of the text are open.", open_rows(view), view.rows.size())});
  view.sentences.emplace_back(
      say("Red lines and fallbacks are restricted from the start and never leave the file in a public "
          "edition."));
  return view;
}

RegisterView positions(const Dossier& dossier, Day day) {
  RegisterView view;
  for (const Position& p : dossier.all<Position>())
    view.rows.push_back(
        {p.id, cells_of(Kind::position, p, dossier, {"party", "stance", "title", "date", "milestone", "source"})});
  view.headline = view.rows.empty()
                      ? say("No position is recorded.")
                      : say_plural("{} position is recorded.", "{} positions are recorded.", std::ssize(view.rows));
  if (!view.rows.empty()) view.sentences = position_map(dossier, day).sentences;
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
                      ? say("No evidence is recorded.")
                      : say_plural("{} piece of evidence is recorded; {} validated by nobody yet.",
                                   "{} pieces of evidence are recorded; {} validated by nobody yet.", std::ssize(view.rows), open_rows(view));
  return view;
}

RegisterView people(const Dossier& dossier, Day as_of) {
  RegisterView view;
  for (const Person& p : dossier.all<Person>())
    view.rows.push_back({p.id,
                         cells_of(Kind::person, p, dossier,
                                  {"title", "role", "party", "valid_from", "valid_to", "successor", "contact"}),
                         valid_on(p.valid_from, p.valid_to, as_of) != Valid::no});
  view.headline = say_plural("{1} in their roles on the day, of {0} person.", "{1} in their roles on the day, of {0} people.", std::ssize(view.rows),
                             open_rows(view));
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
      say_plural("{} institution exists on the day, of {}.", "{} institutions exist on the day, of {}.", open_rows(view), std::ssize(view.rows));
  return view;
}

// Whose position it is must be said from the start: all Member States together, where they are on file.
FieldValues fresh_position(const Dossier& dossier, const Selection& last) {
  const Party* party = last.kind == Kind::party ? dossier.find(Id<Party>(last.id)) : nullptr;
  if (!party) party = dossier.find_code_as<Party>("MS27");
  const auto& all = dossier.all<Party>();
  if (!party && all.begin() != all.end()) party = &*all.begin();
  return party ? FieldValues{{"title", say("New position")}, {"party", party->code}} : FieldValues{};
}

}  // namespace

PagePtr make_registers_page(Workspace& workspace, const Commands& commands) {
  const std::string only_open = say("Only what is &open");
  std::vector<Register> registers;
  registers.push_back({say("Promises"),
                       Kind::commitment,
                       only_open,
                       {{message("Promise"), 230},
                        {message("Promised by"), 140},
                        {message("Promised to"), 140},
                        {message("Due"), 100},
                        {message("In public"), 84},
                        {message("State"), 74},
                        {message("What became of it"), 260}},
                       promises,
                       titled(say("New promise"))});
  registers.push_back(
      {say("Questions"),
       Kind::question,
       only_open,
       {{message("Question"), 330}, {message("Whom to ask"), 200}, {message("Open since"), 92}, {message("Milestones"), 100}, {message("Answer"), 200}},
       questions,
       titled(say("New question"))});
  registers.push_back({say("Open points of the text"),
                       Kind::open_point,
                       only_open,
                       {{message("Track"), 90},
                        {message("Article"), 60},
                        {message("Point"), 200},
                        {message("Our position"), 150},
                        {message("Their position"), 150},
                        {message("State"), 90},
                        {message("Owner"), 100},
                        {message("Precedent"), 220}},
                       points,
                       titled(say("New point"))});
  registers.push_back({say("Positions"),
                       Kind::position,
                       "",
                       {{message("Who"), 160}, {message("Stance"), 84}, {message("Position"), 260}, {message("Date"), 92}, {message("On"), 120}, {message("Source"), 200}},
                       positions,
                       fresh_position});
  registers.push_back({say("Evidence"),
                       Kind::evidence,
                       say("Only what nobody has &validated"),
                       {{message("What"), 250},
                        {message("Kind"), 70},
                        {message("Act"), 110},
                        {message("Date"), 92},
                        {message("Shows"), 100},
                        {message("Entries"), 90},
                        {message("Benchmarks"), 90},
                        {message("File"), 100},
                        {message("Validated by"), 110}},
                       evidence,
                       titled(say("New evidence"))});
  registers.push_back({say("People"),
                       Kind::person,
                       say("Only those in their &roles"),
                       {{message("Name"), 150},
                        {message("Role"), 240},
                        {message("Institution"), 190},
                        {message("From"), 92},
                        {message("Until"), 110},
                        {message("Successor"), 110},
                        {message("Contact"), 140}},
                       people,
                       titled(say("New person"))});
  registers.push_back({say("Institutions"),
                       Kind::party,
                       say("Only those that &exist"),
                       {{message("Name"), 260},
                        {message("Kind"), 100},
                        {message("Side"), 80},
                        {message("Part of"), 140},
                        {message("From"), 92},
                        {message("Until"), 92},
                        {message("Successor"), 110},
                        {message("Escalate to"), 110}},
                       parties,
                       titled(say("New institution"))});
  for (Register& each : plan_registers(commands)) registers.push_back(std::move(each));
  return make_register_page(workspace, std::string(message("Registers")), "registers", std::move(registers));
}

}  // namespace accord::gui
