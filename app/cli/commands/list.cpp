#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/kinds.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/base/text.hpp"
#include "core/edit/where.hpp"
#include "db/exchange/json_record.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("where", po::value<std::string>()->value_name(say("EXPR")),
                    say("only records that meet this, such as \"owner = HOME and actual_finish is empty\"").c_str());
}

void print_rows(Io& io, const std::vector<const Record*>& records, const std::vector<const Field*>& fields,
                const Dossier& dossier, bool as_csv) {
  Rows rows;
  for (const Field* field : fields) rows.columns.emplace_back(as_csv ? std::string(field->name) : say(field->label));
  for (const Record* record : records) {
    std::vector<std::string> cells;
    for (const Field* field : fields)
      cells.push_back(value_in_words(*field, *record, dossier, display_field(*field, *record, dossier)));
    rows.cells.push_back(std::move(cells));
  }
  if (as_csv) return print_csv(io, rows);
  print_table(io, rows);
}

// A table leaves out the columns in which nothing stands.
std::vector<const Field*> without_empty(std::vector<const Field*> fields, const std::vector<const Record*>& records) {
  std::erase_if(fields, [&](const Field* field) {
    return std::all_of(records.begin(), records.end(),
                       [&](const Record* record) { return field->read(*record).empty(); });
  });
  return fields;
}

int run_list(const Arguments& arguments, Io& io) {
  const auto type = kind_named(arguments.word_or(1, "milestones"));
  if (!type) return fail(io, type.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const Dossier& dossier = session->dossier();
  const RecordType& wanted = **type;

  auto records = in_reading_order(dossier, wanted.kind);
  if (arguments.has("where")) {
    const auto filter = parse_where(wanted, arguments.text("where"), dossier);
    if (!filter) return fail(io, filter.errors());
    std::erase_if(records, [&](const Record* record) { return !(*filter)(*record); });
  }

  if (arguments.format() == Format::json) {
    Json document{{"schema", "accord.list/1"}, {"kind", wanted.name}, {"rows", Json::array()}};
    for (const Record* record : records) document["rows"].push_back(record_to_json(wanted.kind, *record, dossier));
    print_json(io, document);
  } else if (arguments.format() == Format::csv) {
    std::vector<const Field*> fields;
    for (const Field& field : wanted.fields) fields.push_back(&field);
    print_rows(io, records, fields, dossier, true);
  } else if (records.empty()) {
    io.out << (arguments.has("where") ? say("No {} meet this.", plural_in_words(wanted))
                                      : say("There are no {} in this dossier.", plural_in_words(wanted)))
           << '\n';
  } else {
    print_rows(io, records, without_empty(table_fields(wanted), records), dossier, false);
  }
  return exit_code::fine;
}

}  // namespace

const Command list_command{
    .name = "list",
    .usage = message("FILE [KIND] [--where EXPR]"),
    .summary = message("List records: milestones, entries, evidence, promises, risks, parties, calendars …"),
    .details = message(
        "EXPR compares fields with = != < <= > >= and ~ (contains), knows \"is empty\" and \"in (a, b)\", and joins "
        "with and, or, not and parentheses. "
        "csv and json hold every field, the table the most important ones."),
    .examples = {{"accord list kz.accord entries --where \"kind = round\"", message("the rounds that are recorded")},
                 {"accord list kz.accord milestones --where \"actual_finish is empty and owner = HOME\" --format csv",
                  message("what DG HOME still owes, for a spreadsheet")}},
    .least_words = 1,
    .most_words = 2,
    .has_format = true,
    .options = options,
    .run = run_list,
};

}  // namespace accord::cli
