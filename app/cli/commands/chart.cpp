#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/svg.hpp"
#include "app/render/write_file.hpp"
#include "app/session/timeline.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("output,o", po::value<std::string>()->value_name("OUT"),
                    "OUT.svg; the picture's text is shown here where it is left out")(
      "kind", po::value<std::string>()->value_name("K"), "timeline (the default: every milestone on a time axis)")(
      "edition", po::value<std::string>()->value_name("E"),
      "restricted (the default: everything) or public (nothing that is marked restricted)")(
      "width", po::value<std::string>()->value_name("N"), "of the picture, 400 to 4000 points; 1100 where left out")(
      "status-date", po::value<std::string>()->value_name("D"), "as known now about the time up to this day");
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
  if (!output.empty() && !lower(output).ends_with(".svg"))
    problems.push_back(bad_value("A chart cannot be written in that format.", "a file name that ends in .svg", output));
  if (kind != "timeline") problems.push_back(bad_value("There is no such kind of chart.", "timeline", kind));
  if (edition != "restricted" && edition != "public")
    problems.push_back(bad_value("There is no such edition.", "restricted or public", edition));
  const std::string width = arguments.text("width", "1100");
  const auto points = parse_integer(width);
  if (!points || *points < 400 || *points > 4000)
    problems.push_back(bad_value("A chart cannot be that wide.", "a whole number from 400 to 4000", width));
  return problems;
}

int run_chart(const Arguments& arguments, Io& io) {
  if (const Diagnostics problems = problems_of(arguments); !problems.empty()) return misuse(io, problems);
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  const bool is_public = arguments.text("edition") == "public";
  const auto shown = is_public ? public_outlook(**outlook) : outlook;
  if (!shown) return fail(io, shown.errors());

  const chart::Gantt timeline = timeline_of(**shown);
  chart::GanttLook look{.header = 230, .legend = true};
  look.code_column = chart::code_column(timeline, look, chart::estimated_metrics());
  const double width = static_cast<double>(*parse_integer(arguments.text("width", "1100")));
  const std::string bytes = to_svg(chart::draw_whole_gantt(timeline, look, width));
  const std::string output = arguments.text("output");
  if (output.empty()) {
    io.out << bytes;
    return exit_code::fine;
  }
  write_file(output, bytes);
  say(io, fmt::format("The timeline was written to {}, {} edition.", output, is_public ? "public" : "restricted"));
  return exit_code::fine;
}

}  // namespace

const Command chart_command{
    .name = "chart",
    .usage = "FILE [-o OUT.svg] [--kind timeline] [--edition restricted|public]",
    .summary = "Draw the timeline: milestones, mandates and presidencies on a time axis.",
    .details = "The same file, day and options give the same bytes. The picture carries its own description in words.",
    .examples = {{"accord chart kz.accord -o timeline.svg", "the whole plan as a picture that Word and browsers open"},
                 {"accord chart kz.accord -o timeline.svg --edition public", "without anything restricted"}},
    .options = options,
    .run = run_chart,
};

}  // namespace accord::cli
