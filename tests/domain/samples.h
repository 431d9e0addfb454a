#pragma once

#include "domain/record.h"

#include <QRandomGenerator>

#include <map>

namespace samples {

/// A value that fits the field and its limits.
inline doorstep::domain::Value valueFor(const doorstep::domain::FieldSpec& field)
{
    using doorstep::domain::FieldType;
    switch (field.type) {
    case FieldType::Text:
        return QStringLiteral("Siân’s “words”\nünd 漢字").left(field.longest);
    case FieldType::Code:
        return QStringLiteral("a-code-of-a-newer-hub");
    case FieldType::Codes:
        return QStringList{QStringLiteral("a"), QStringLiteral("b")};
    case FieldType::Integer:
        return static_cast<qint64>(field.least > -1e9 ? field.least : 7);
    case FieldType::Decimal:
        return field.least > -1e9 ? field.least + 0.25 : 2.4;
    case FieldType::Boolean:
        return false;
    case FieldType::Date:
        return QDate(2024, 2, 29);
    case FieldType::Time:
        return doorstep::base::Timestamp::fromIso(u"2026-07-01T10:02:00+01:00").value();
    case FieldType::Reference:
        return QUuid(QStringLiteral("{0193e4a2-b7c1-7000-8000-000000000001}"));
    }
    return doorstep::domain::Empty::Blank;
}

/// The records of each person, by the person's id. Records of nobody (workers, places) are left out.
inline std::map<QUuid, std::vector<doorstep::domain::Record>>
byPerson(const std::vector<doorstep::domain::Record>& records)
{
    std::map<QUuid, std::vector<doorstep::domain::Record>> people;
    for (const auto& record : records) {
        if (const auto person = record.person())
            people[*person].push_back(record);
    }
    return people;
}

/// A seed of this run, printed so that a failure can be repeated with DOORSTEP_SEED.
inline quint32 seed()
{
    const bool isGiven = qEnvironmentVariableIsSet("DOORSTEP_SEED");
    const quint32 value =
        isGiven ? qEnvironmentVariable("DOORSTEP_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("DOORSTEP_SEED=%u", value);
    return value;
}

} // namespace samples
