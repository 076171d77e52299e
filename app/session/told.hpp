#pragma once
// An outlook as it is told to a reader of a language.
#include "app/session/outlook.hpp"
#include "core/base/spoken.hpp"

namespace accord {

// The same days and findings, with the dossier's texts in the reader's language where it holds them. For showing alone: what
// is changed or written into a file starts from the dossier as it stands.
OutlookPtr told(const Outlook& outlook, const Tongue& tongue);

// The record's title in the reader's language, where it holds one; else its own.
std::string told_title(Kind kind, const Record& record, const Tongue& tongue = spoken());

}  // namespace accord
