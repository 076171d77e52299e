#pragma once
// The reference class that commands use: the shipped rows, and the user's own.
#include "app/cli/io.hpp"
#include "core/edit/commands.hpp"
#include "core/forecast/reference_class.hpp"

namespace accord::cli {

// With the rows of a CSV file, unless the path is empty. Codes: those of rows_of_file() and keep_cases().
Result<ReferenceClass> reference_with(const std::string& path);

// Cases of one's own from a CSV file as comparable cases of a dossier: a case of the same partner, kind and package is
// brought up to date where the table says something, any other is added. Codes: as above, and add_record()'s.
Result<std::vector<ReferenceRow>> rows_of_file(const std::string& path);
Result<ChangeSet> keep_cases(const Dossier& dossier, const std::vector<ReferenceRow>& rows, const ValidateOptions& options);

}  // namespace accord::cli
