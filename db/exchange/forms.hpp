#pragma once
// Collection forms as files, in and out.
#include "core/edit/collection.hpp"

namespace accord {

std::string form_csv(const FormTable& form);
// With choices for the ladder and the states, and a sheet that explains each column.
std::string form_workbook(const FormTable& form, const Dossier& dossier);

// A filled-in form, a workbook or a table of comma-separated values, by its contents. Codes: those of csv.hpp and
// xlsx.hpp, form.columns for an empty one.
Result<FormRows> read_form(std::string_view bytes, const std::string& file);

}  // namespace accord
