#include "db/exchange/tracker_export.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord {
namespace {

// "A.2FS+5d"; a plain finish-to-start link is the code alone.
std::string predecessor_text(const Dossier& dossier, const Link& link) {
  std::string text = dossier.code_of(Kind::milestone, link.predecessor);
  const bool lagged = link.lag && link.lag->count != 0;
  if (link.type != LinkType::finish_start || lagged) text += Codec<LinkType>::write(link.type);
  if (lagged) text += (link.lag->count > 0 ? "+" : "") + link.lag->text();
  return text;
}

std::unordered_map<RecordId, std::string> predecessors_of(const Dossier& dossier) {
  std::unordered_map<RecordId, std::string> lists;
  for (const Link& link : dossier.all<Link>()) {
    std::string& list = lists[link.successor];
    list += (list.empty() ? "" : "; ") + predecessor_text(dossier, link);
  }
  return lists;
}

bool is_used(const Field& field, const Dossier& dossier) {
  if (field.required) return true;
  for (const Milestone& m : dossier.all<Milestone>())
    if (!field.read(m).empty()) return true;
  return false;
}

// What stands once for the whole plan, in the first row.
std::vector<std::string> plan_cells(const DossierInfo& info) {
  const std::string status = info.status_date_mode == StatusDateMode::fixed && info.status_date
                                 ? to_iso(*info.status_date)
                                 : Codec<StatusDateMode>::write(info.status_date_mode);
  return {info.plan_start ? to_iso(*info.plan_start) : "", status, info.calendar};
}

struct TrackerTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

std::string cell(const Field& field, const Milestone& m, const Dossier& dossier) {
  if (field.type == FieldType::restrictions) return field.read(m);
  return display_field(field, m, dossier);
}

TrackerTable table_of(const Dossier& dossier) {
  std::vector<const Field*> fields;
  TrackerTable table;
  for (const Field& field : type_of(Kind::milestone).fields)
    if (is_used(field, dossier)) {
      fields.push_back(&field);
      table.header.emplace_back(field.name);
    }
  for (const char* extra : {"predecessors", "plan_start", "plan_status_date", "plan_calendar"}) table.header.emplace_back(extra);
  const auto predecessors = predecessors_of(dossier);
  std::vector<std::string> plan = plan_cells(dossier.info());
  for (const Milestone* m : in_outline_order(dossier)) {
    std::vector<std::string> cells;
    for (const Field* field : fields) cells.push_back(cell(*field, *m, dossier));
    const auto at = predecessors.find(m->id);
    cells.push_back(at == predecessors.end() ? "" : at->second);
    cells.insert(cells.end(), plan.begin(), plan.end());
    plan.assign(plan.size(), "");
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::string tracker_csv(const Dossier& dossier) {
  const TrackerTable table = table_of(dossier);
  std::string out = "\xEF\xBB\xBF" + csv_line(table.header);
  for (const auto& cells : table.rows) out += csv_line(cells);
  return out;
}

Result<std::string> tracker_xlsx(const Dossier& dossier) {
  TrackerTable table = table_of(dossier);
  constexpr std::ptrdiff_t most = 32'767;
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  Diagnostics too_long;
  for (const auto& cells : table.rows)
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (const auto length = std::ranges::count_if(cells[i], begins_character); length > most)
        too_long.push_back({.code = "export.too_long",
                            .message = say("A cell of a workbook holds {} characters, and this has {}.", most, length),
                            .advice = say("export it as .csv or .json"),
                            .place = {.record = cells.front(), .field = table.header[i]}});
  if (!too_long.empty()) return too_long;
  return write_xlsx({.sheet = "Milestones", .columns = std::move(table.header), .rows = std::move(table.rows)});
}

}  // namespace accord
