#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace doorstep::ui {

/// A question of the page About. Its type, list and limits stand in the field table.
struct PersonQuestion
{
    const char* field;
    const char* label; ///< untranslated, context "PersonQuestion"
    bool isLong = false;
};

/// Questions that belong together and are changed on one page.
struct PersonGroup
{
    const char* code;
    const char* kind;  ///< "person" or "episode"
    const char* title; ///< untranslated, context "PersonQuestion"
    std::span<const PersonQuestion> questions;
};

[[nodiscard]] std::span<const PersonGroup> personGroups();
/// None for an unknown code.
[[nodiscard]] const PersonGroup* findPersonGroup(QStringView code);
/// The group that asks for a field; none for fields that no group asks for.
[[nodiscard]] const PersonGroup* groupOfField(QStringView kind, QStringView field);
[[nodiscard]] QString questionText(const char* untranslated);

} // namespace doorstep::ui
