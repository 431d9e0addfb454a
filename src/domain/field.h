#pragma once

#include "domain/answer.h"

#include <QAnyStringView>

#include <limits>
#include <span>
#include <vector>

namespace doorstep::domain {

/// Raised whenever a kind or field is added. Unknown fields are kept by both sides.
inline constexpr int kSchemaVersion = 2;

/// What the project knows about one field of a kind. Store columns, JSON keys, merge, validation, search, redaction
/// and `describe` all read it; nothing else names the field.
struct FieldSpec
{
    const char* name = "";
    qsizetype nameLength = 0; ///< counted once: names are compared all the time
    FieldType type = FieldType::Text;
    const char* list = nullptr;                              ///< the code list of a Code or Codes field
    const char* refers = nullptr;                            ///< the kind a Reference (or a set of ids) points to
    const char* unit = nullptr;                              ///< "min", "mi", "GBP"
    double least = -std::numeric_limits<double>::infinity(); ///< a smaller number cannot exist
    double most = std::numeric_limits<double>::infinity();
    int longest = 4000;    ///< characters of a text
    bool needed = false;   ///< without it the record means nothing; saving is refused
    bool complete = false; ///< counts towards completeness; never blocks saving
    bool personal = false; ///< never logged, left out of pseudonymised exports
    bool searched = false; ///< part of the search text of its record
    bool parent = false;   ///< the hub holds the record until the one it points to has arrived
    bool fixed = false;    ///< set once; a later change is refused
    bool past = false;     ///< a day or moment that cannot lie in the future (checked softly at entry)

    [[nodiscard]] QLatin1StringView key() const { return {name, nameLength}; }
};

/// A field of a struct in a constexpr table: field<&Journey::miles>("miles").unit("mi").range(0, 1000).
template <auto kMember>
struct TableField
{
    FieldSpec spec;

    constexpr TableField list(const char* name) const
    {
        return with([&](FieldSpec& s) { s.list = name; });
    }
    constexpr TableField refers(const char* kind) const
    {
        return with([&](FieldSpec& s) { s.refers = kind; });
    }
    constexpr TableField unit(const char* name) const
    {
        return with([&](FieldSpec& s) { s.unit = name; });
    }
    constexpr TableField range(double least, double most) const
    {
        return with([&](FieldSpec& s) {
            s.least = least;
            s.most = most;
        });
    }
    constexpr TableField longest(int characters) const
    {
        return with([&](FieldSpec& s) { s.longest = characters; });
    }
    constexpr TableField needed() const
    {
        return with([](FieldSpec& s) { s.needed = true; });
    }
    constexpr TableField complete() const
    {
        return with([](FieldSpec& s) { s.complete = true; });
    }
    constexpr TableField personal() const
    {
        return with([](FieldSpec& s) { s.personal = true; });
    }
    constexpr TableField searched() const
    {
        return with([](FieldSpec& s) { s.searched = true; });
    }
    constexpr TableField parent() const
    {
        return with([](FieldSpec& s) { s.parent = true; });
    }
    constexpr TableField fixed() const
    {
        return with([](FieldSpec& s) { s.fixed = true; });
    }
    constexpr TableField past() const
    {
        return with([](FieldSpec& s) { s.past = true; });
    }

private:
    template <class Change>
    constexpr TableField with(Change change) const
    {
        TableField copy = *this;
        change(copy.spec);
        return copy;
    }
};

template <class Struct, class T>
T memberAnswer(Answer<T> Struct::*);
/// The T of the Answer<T> a member pointer points to.
template <auto kMember>
using MemberType = decltype(memberAnswer(kMember));

template <auto kMember>
constexpr TableField<kMember> field(const char* name)
{
    FieldSpec spec;
    spec.name = name;
    spec.nameLength = QLatin1StringView(name).size();
    spec.type = AnswerTraits<MemberType<kMember>>::kType;
    return TableField<kMember>{spec};
}

/// Each record struct specialises this with kKind, kTitle and kFields; see kinds/*.h.
template <class Record>
struct Table;

/// One record kind at run time.
struct KindSpec
{
    const char* name = "";
    std::vector<FieldSpec> fields;
    bool hubOnly = false; ///< made by the hub alone; devices read it
    int personField = -1; ///< index of the field that says whose record it is; -1 when it is nobody's

    [[nodiscard]] QLatin1StringView key() const { return QLatin1StringView(name); }
    /// The index of a field, -1 when there is none.
    [[nodiscard]] int indexOf(QAnyStringView field) const;
};

/// All kinds, parents before children. Adding a kind is one line in kinds.cpp.
[[nodiscard]] std::span<const KindSpec> allKinds();
/// None for an unknown name. The pointer lives as long as the program.
[[nodiscard]] const KindSpec* findKind(QAnyStringView name);
/// The registered kind of a struct.
template <class Record>
[[nodiscard]] const KindSpec& kindOf()
{
    static const KindSpec& kind = *findKind(QLatin1StringView(Table<Record>::kKind));
    return kind;
}

} // namespace doorstep::domain
