#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/cli/commands/all.hpp"
#include "app/cli/forecast_run.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/reference_rows.hpp"
#include "app/data/tongues.hpp"
#include "app/render/pdf.hpp"
#include "app/render/svg.hpp"
#include "app/render/write_file.hpp"
#include "app/session/reporting.hpp"
#include "app/session/timeline.hpp"
#include "app/session/told.hpp"
#include "core/chart/gantt_pages.hpp"
#include "core/base/text.hpp"
#include "core/report/course_pictures.hpp"
#include "core/report/forecast_pictures.hpp"
#include "core/report/picture_file.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

constexpr std::array<std::string_view, 7> kinds{"timeline", "forecast", "tornado", "survival", "trend", "progress", "benchmarks"};
constexpr std::array<std::string_view, kinds.size()> kind_names{
    message("timeline"),    message("forecast chart"), message("tornado chart"),   message("survival chart"),
    message("trend chart"), message("progress chart"), message("benchmarks chart")};

void options(po::options_description& add) {
  add_simulation_options(add);
  add.add_options()("output,o", po::value<std::string>()->value_name(say("OUT")),
                    say("OUT.svg, OUT.png or OUT.pdf; the SVG is shown here where it is left out").c_str())(
      "kind", po::value<std::string>()->value_name("K"),
      say("timeline (the default: every milestone on a time axis), forecast (when a goal comes), tornado (what moves "
          "it), "
          "survival (how long comparable agreements took), trend (how kept forecasts have moved), progress (planned "
          "and earned against the "
          "newest baseline) or benchmarks (what is open, by block and phase)")
          .c_str())(
      "goal", po::value<std::string>()->value_name("G"),
      say("the goal of a forecast: its code, or its milestone's; the first that is open where left out").c_str())(
      "edition", po::value<std::string>()->value_name("E"),
      say("restricted (the default: everything) or public (nothing that is marked restricted)").c_str())(
      "width", po::value<std::string>()->value_name("N"),
      say("of the picture, 400 to 4000 points; 1100 for a timeline and 520 for the others where left out").c_str())(
      "lang", po::value<std::string>()->value_name("L"), say("en (the default), ru or kk").c_str());
}

Diagnostic bad_value(std::string message, std::string expected, const std::string& found) {
  return {.code = "usage.value",
          .message = std::move(message),
          .expected = std::move(expected),
          .found = fmt::format("\"{}\"", found)};
}

// Every problem with the options at once.
Diagnostics problems_of(const Arguments& arguments) {
  Diagnostics problems;
  const std::string output = arguments.text("output"), kind = arguments.text("kind", "timeline"),
                    edition = arguments.text("edition", "restricted");
  const std::string name = lower(output);
  if (arguments.has("output") && !name.ends_with(".svg") && !name.ends_with(".png") && !name.ends_with(".pdf"))
    problems.push_back(bad_value(say("A chart cannot be written in that format."),
                                 say("a file name that ends in .svg, .png or .pdf"), output));
  if (std::ranges::find(kinds, kind) == kinds.end())
    problems.push_back(bad_value(say("There is no such kind of chart."),
                                 join(std::vector<std::string>(kinds.begin(), kinds.end()), ", "), kind));
  if (edition != "restricted" && edition != "public")
    problems.push_back(bad_value(say("There is no such edition."), say("restricted or public"), edition));
  const std::string width = arguments.text("width", "1100");
  const auto points = parse_integer(width);
  if (!points || *points < 400 || *points > 4000)
    problems.push_back(bad_value(say("A chart cannot be that wide."), say("a whole number from 400 to 4000"), width));
  return problems;
}

// Of the picture without its margins.
double width_of(const Arguments& arguments) {
  const bool is_timeline = arguments.text("kind", "timeline") == "timeline";
  return static_cast<double>(*parse_integer(arguments.text("width", is_timeline ? "1100" : "520"))) - 2 * chart::caption_margin;
}

bool is_pdf(const Arguments& arguments) { return lower(arguments.text("output")).ends_with(".pdf"); }

// A picture and what is to be said with it.
struct Drawn {
  chart::Scene picture;
  std::vector<std::string> about = {};
  std::int64_t trials = 0;  // 0 = nothing was played through
  std::uint64_t seed = 0;
  std::vector<chart::Scene> sheets = {};  // the same in pieces for paper, where it is too tall for one
};

// What is taller than a sheet in sheets of A4, or as wide as was asked for; nothing where it is not.
std::vector<chart::Scene> sheets_of(const chart::Gantt& timeline, chart::GanttLook look, const chart::Scene& whole, const Arguments& arguments) {
  constexpr double a4 = 595, height_to_width = 1.25;  // less what stands above and below the picture
  if (whole.height <= height_to_width * whole.width) return {};
  const double width = arguments.has("width") ? width_of(arguments) : a4 - 2 * chart::caption_margin;
  look.header = std::min(look.header, 190.0);
  return chart::draw_gantt_sheets(timeline, look, {width, height_to_width * width});
}

Result<Drawn> timeline_picture(const Outlook& outlook, const Tongue& tongue, const Arguments& arguments, Io& io) {
  TimelineOptions options{.tongue = tongue};
  Drawn drawn;
  const bool some_open = std::ranges::any_of(outlook.plan.milestones, [](const ScheduledMilestone& one) { return !one.finished && !one.dropped; });
  if (some_open && can_be_foreseen(outlook)) {
    const auto how = simulation_options(arguments);
    if (!how) return how.errors();
    const auto reference = reference_with(arguments.text("rows"));
    if (!reference) return reference.errors();
    const auto forecast = quick_forecast_with_progress(outlook, *reference, *how, io);
    if (!forecast) return forecast.errors();
    options.spread = spread_of(*forecast);
    drawn.trials = forecast->trials;
    drawn.seed = forecast->seed;
  }
  const chart::Gantt timeline = timeline_of(outlook, options);
  chart::GanttLook look{.header = 230, .legend = true};
  look.code_column = chart::code_column(timeline, look, chart::estimated_metrics());
  drawn.picture = chart::draw_whole_gantt(timeline, look, width_of(arguments));
  if (is_pdf(arguments)) drawn.sheets = sheets_of(timeline, look, drawn.picture, arguments);
  return drawn;
}

// The goal that is meant, in the views' forecast.
Result<std::size_t> goal_of(const ForecastViews& views, const std::string& code) {
  const auto& goals = views.inside.goals;
  const auto is_meant = [&](const GoalForecast& goal) {
    if (code.empty()) return !goal.reached;
    return same_ignoring_case(views.dossier.code_of(Kind::goal, goal.goal), code) ||
           same_ignoring_case(views.dossier.code_of(Kind::milestone, goal.milestone), code);
  };
  const auto found = std::ranges::find_if(goals, is_meant);
  if (found != goals.end() && !found->reached) return static_cast<std::size_t>(found - goals.begin());
  return Diagnostic{.code = "goal.unknown",
                    .message = found != goals.end() ? say("{} has been reached; there is nothing to forecast.", code)
                               : code.empty()       ? say("No goal is open, so there is nothing to forecast.")
                                                    : say("{} is not the goal of any mandate.", code),
                    .advice = say("\"accord list FILE goals\" shows which there are")};
}

Result<Drawn> forecast_picture(const Outlook& outlook, const Tongue& t, const Arguments& arguments, Io& io) {
  constexpr double height_to_width = 0.42;
  const std::string kind = arguments.text("kind");
  if (outlook.plan.dates_withheld) return forecast_withheld();
  auto how = simulation_options(arguments);
  if (!how) return how.errors();
  const auto reference = reference_with(arguments.text("rows"));
  if (!reference) return reference.errors();
  ForecastOptions options = *how;
  if (kind != "tornado") options.most_drivers = 0;
  const auto views = views_with_progress(outlook.dossier, outlook.options, options,
                                         reference->with_cases_of(outlook.dossier), io);
  if (!views) return views.errors();
  const auto at = goal_of(*views, arguments.text("goal"));
  if (!at) return at.errors();
  const GoalForecast& goal = views->inside.goals[*at];
  const chart::Size size{width_of(arguments), height_to_width * width_of(arguments)};
  if (kind == "tornado" && goal.drivers.empty())
    return Diagnostic{.code = "forecast.no_drivers",
                      .message = say("Nothing that is uncertain moves this goal's date.")};
  Drawn drawn{.picture = {}, .about = {views->dossier.find(goal.mandate)->title}, .trials = views->inside.trials, .seed = views->inside.seed};
  if (kind == "tornado") {
    drawn.picture = picture_of_drivers(goal, views->dossier, size.width, t);
    return drawn;
  }
  if (kind == "forecast") {
    drawn.picture = picture_of_dates(goal, views->inside, views->dossier, size, t);
    return drawn;
  }
  if (const auto& history = views->outside[*at]) {
    const Milestone& milestone = *views->dossier.find(goal.milestone);
    return Drawn{.picture = picture_of_history(*history, views->dossier, goal.mandate, size, t),
                 .about = {t("{} comparable agreements, {} of them finished; for {}", history->n(), history->curve.events, milestone.code + " " + milestone.title)}};
  }
  return Diagnostic{
      .code = "estimate.class_empty",
      .message = say("There is nothing to compare this goal with: neither its milestone nor an earlier one "
                     "that was reached names a stage of the reference class.")};
}

// How things went: trend, progress, benchmarks.
Result<Drawn> course_picture(const Outlook& outlook, const Tongue& t, const Arguments& arguments) {
  const std::string kind = arguments.text("kind");
  const chart::Size size{width_of(arguments), 0.5 * width_of(arguments)};
  if (kind == "progress") {
    auto picture = picture_of_progress(outlook.dossier, outlook.plan, size, t);
    if (!picture) return picture.errors();
    const Baseline* baseline = newest_baseline(outlook.dossier, outlook.status_day);
    return Drawn{std::move(picture).value(), {t("Measured against “{}”.", baseline->title)}};
  }
  auto picture = kind == "trend" ? picture_of_trends(outlook.dossier, outlook.plan, size, t)
                                 : picture_of_benchmarks(benchmark_report(outlook.dossier, outlook.status_day), size.width, t);
  if (picture.height > 0) return Drawn{std::move(picture)};
  if (kind == "trend")
    return Diagnostic{
        .code = "chart.empty",
        .message = say("No earlier forecast is kept, so none has moved."),
        .advice = say("\"accord baseline save\" and \"accord forecast --save\" keep what is forecast now")};
  return Diagnostic{.code = "chart.empty",
                    .message = say("The dossier has no benchmarks to draw."),
                    .advice = say("\"accord add FILE benchmark …\" records one")};
}

Result<Drawn> drawn_for(const Outlook& outlook, const Tongue& tongue, const Arguments& arguments, Io& io) {
  const std::string kind = arguments.text("kind", "timeline");
  if (kind == "timeline") return timeline_picture(outlook, tongue, arguments, io);
  if (kind == "trend" || kind == "progress" || kind == "benchmarks") return course_picture(outlook, tongue, arguments);
  return forecast_picture(outlook, tongue, arguments, io);
}

// With its title, and where it comes from; several for a timeline on paper that is too tall for one page.
Result<std::vector<chart::Scene>> pictures_for(DossierSession& session, const Outlook& whole, const Arguments& arguments, const Tongue& tongue, Io& io) {
  const bool is_public = arguments.text("edition") == "public";
  OutlookPtr of_edition;
  if (is_public) {
    auto made = public_outlook(whole);
    if (!made) return made.errors();
    of_edition = std::move(made).value();
  }
  const OutlookPtr for_reader = told(of_edition ? *of_edition : whole, tongue);
  const Outlook& outlook = *for_reader;
  const auto entries = journal_of(session, outlook.dossier);
  if (!entries) return entries.errors();
  auto drawn = drawn_for(outlook, tongue, arguments, io);
  if (!drawn) return drawn.errors();
  Provenance made_from = provenance(outlook, entries->empty() ? "" : entries->back().hash, is_public ? Edition::public_ : Edition::restricted, session.world().clock);
  made_from.withheld = withheld_from_public(whole.dossier);
  made_from.trials = drawn->trials;
  made_from.seed = drawn->seed;
  std::vector<chart::Scene> out;
  for (const chart::Scene& sheet : drawn->sheets) {
    std::vector<std::string> about = drawn->about;
    about.push_back(tongue("Page {0} of {1}", out.size() + 1, drawn->sheets.size()));
    out.push_back(picture_file(sheet, outlook.dossier, std::move(about), made_from, tongue));
  }
  if (out.empty()) out.push_back(picture_file(std::move(drawn->picture), outlook.dossier, std::move(drawn->about), made_from, tongue));
  return out;
}

// By the name's ending; SVG where there is no name.
std::string written(const std::vector<chart::Scene>& pictures, const std::string& output, Day made_on) {
  const std::string name = lower(output);
  if (name.ends_with(".pdf")) return to_pdf(pictures, made_on);
  return name.ends_with(".png") ? to_png(pictures.front()) : to_svg(pictures.front());
}

int run_chart(const Arguments& arguments, Io& io) {
  if (const Diagnostics problems = problems_of(arguments); !problems.empty()) return misuse(io, problems);
  const auto spoken = tongue(arguments.text("lang", "en"));
  if (!spoken) return misuse(io, spoken.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  const auto pictures = pictures_for(session.value(), **outlook, arguments, *spoken, io);
  if (!pictures) return fail(io, pictures.errors());
  const std::string output = arguments.text("output");
  const std::string bytes = written(*pictures, output, io.clock.today());
  if (!arguments.has("output")) {
    io.out << bytes;
    return exit_code::fine;
  }
  write_file(output, bytes);
  const std::string kind = arguments.text("kind", "timeline");
  const std::string what = say(kind_names[static_cast<std::size_t>(std::ranges::find(kinds, kind) - kinds.begin())]);
  tell(io, arguments.text("edition") == "public" ? say("The {} was written to {}, public edition.", what, output)
                                                 : say("The {} was written to {}, restricted edition.", what, output));
  return exit_code::fine;
}

}  // namespace

const Command chart_command{
    .name = "chart",
    .usage = message(
        "FILE [-o OUT.svg|OUT.png|OUT.pdf] [--kind timeline|forecast|tornado|survival|trend|progress|benchmarks] "
        "[--goal G] [--edition restricted|public]"),
    .summary = message("Draw the timeline, a goal's forecast (when it comes, what moves it, how long others took), or "
                       "how things went."),
    .details = message(
        "The same file, day and options give the same bytes. The picture carries its own description in words."),
    .examples =
        {{"accord chart kz.accord -o timeline.svg", message("the whole plan as a picture that Word and browsers open")},
         {"accord chart kz.accord -o timeline.pdf --edition public", message("without anything restricted, for print")},
         {"accord chart kz.accord -o tornado.svg --kind tornado", message("what moves the first goal that is open")}},
    .options = options,
    .run = run_chart,
};

}  // namespace accord::cli
