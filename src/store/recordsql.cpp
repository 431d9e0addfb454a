#include "store/recordsql.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace doorstep::store {

using domain::Empty;
using domain::FieldType;
using domain::KindSpec;
using domain::Record;
using domain::Value;

namespace {

// Behind the fields, in this order: reasons for missing values, versions, fields of newer programs, deletion, search.
constexpr int kBookkeeping = 5;

// Offsets lie between -18 and +18 hours; 11 bits hold them in minutes with room to spare.
constexpr qint64 kOffsetRange = 4096;
constexpr qint64 kOffsetZero = kOffsetRange / 2;

QByteArray quoted(const QByteArray& name)
{
    return '"' + name + '"';
}

QByteArray jsonText(const QJsonObject& json)
{
    return json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonFromText(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

void bindJson(sql::Statement& statement, const QJsonObject& json)
{
    if (json.isEmpty())
        statement.bindNull();
    else
        statement.bind(QString::fromUtf8(jsonText(json)));
}

RecordSql makeSql(const KindSpec& kind)
{
    RecordSql sql;
    sql.table = QByteArray("record_") + kind.name;
    QByteArrayList columns{"id"};
    for (const domain::FieldSpec& field : kind.fields)
        columns << quoted(field.name);
    columns << "_empty"
            << "_versions"
            << "_unknown"
            << "_deleted"
            << "_search";
    sql.select = "SELECT " + columns.join(", ") + " FROM " + sql.table;
    sql.byId = sql.select + " WHERE id = ?";
    sql.upsert = sql::upsertSql(sql.table, columns, 1);
    return sql;
}

QJsonObject deletionJson(const Record& record)
{
    if (!record.deletion)
        return {};
    const domain::Deletion& deletion = *record.deletion;
    return {{QStringLiteral("by"), deletion.by},
            {QStringLiteral("at"), deletion.at.toIso()},
            {QStringLiteral("why"), deletion.why},
            {QStringLiteral("version"), deletion.version.text()}};
}

std::optional<domain::Deletion> deletionFromJson(const QJsonObject& json)
{
    if (json.isEmpty())
        return std::nullopt;
    return domain::Deletion{
        json[QStringLiteral("by")].toString(),
        base::Timestamp::fromIso(json[QStringLiteral("at")].toString()).value_or(base::Timestamp()),
        json[QStringLiteral("why")].toString(),
        base::Version::fromText(json[QStringLiteral("version")].toString()).value_or(base::Version{})};
}

QJsonObject emptyJson(const Record& record)
{
    QJsonObject json;
    for (size_t i = 0; i < record.values.size(); ++i) {
        if (const Empty* empty = std::get_if<Empty>(&record.values[i]); empty && *empty != Empty::Blank)
            json.insert(record.kind->fields[i].key(), domain::emptyCode(*empty));
    }
    return json;
}

Value readValue(const sql::Statement& row, int column, FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Code:
        return row.text(column);
    case FieldType::Codes:
        return QJsonDocument::fromJson(row.text(column).toUtf8()).array().toVariantList().isEmpty()
                   ? Value(QStringList())
                   : *domain::valueFromJson(QJsonDocument::fromJson(row.text(column).toUtf8()).array(),
                                            FieldType::Codes);
    case FieldType::Integer:
        return row.integer(column);
    case FieldType::Decimal:
        return row.decimal(column);
    case FieldType::Boolean:
        return row.integer(column) != 0;
    case FieldType::Date:
        return QDate::fromString(row.text(column), Qt::ISODate);
    case FieldType::Time:
        return unpackTime(row.integer(column));
    case FieldType::Reference:
        return row.uuid(column);
    }
    return Empty::Blank;
}

} // namespace

const RecordSql& recordSql(const KindSpec& kind)
{
    static const QHash<const KindSpec*, RecordSql> all = [] {
        QHash<const KindSpec*, RecordSql> made;
        for (const KindSpec& each : domain::allKinds())
            made.insert(&each, makeSql(each));
        return made;
    }();
    return *all.constFind(&kind);
}

QByteArray columnType(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Boolean:
    case FieldType::Time:
        return "INTEGER";
    case FieldType::Decimal:
        return "REAL";
    case FieldType::Reference:
        return "BLOB";
    default:
        return "TEXT";
    }
}

void bindValue(sql::Statement& statement, const Value& value)
{
    struct Visitor
    {
        sql::Statement& to;
        void operator()(Empty) const { to.bindNull(); }
        void operator()(const QString& text) const { to.bind(text); }
        void operator()(const QStringList& codes) const
        {
            const QJsonDocument json(QJsonArray::fromStringList(codes));
            to.bind(QString::fromUtf8(json.toJson(QJsonDocument::Compact)));
        }
        void operator()(qint64 number) const { to.bind(number); }
        void operator()(double number) const { to.bind(number); }
        void operator()(bool truth) const { to.bind(truth ? 1 : 0); }
        void operator()(QDate date) const { to.bind(date.toString(Qt::ISODate)); }
        void operator()(const base::Timestamp& time) const { to.bind(packTime(time)); }
        void operator()(const QUuid& id) const { to.bind(id); }
    };
    std::visit(Visitor{statement}, value);
}

void bindRecord(sql::Statement& statement, const Record& record)
{
    statement.bind(record.id.uuid());
    for (const Value& value : record.values)
        bindValue(statement, value);
    bindJson(statement, emptyJson(record));
    bindJson(statement, domain::versionsJson(record));
    bindJson(statement, record.unknown);
    bindJson(statement, deletionJson(record));
    const QString search = searchText(record);
    if (search.isEmpty())
        statement.bindNull();
    else
        statement.bind(search);
}

Record readRecord(const sql::Statement& row, const KindSpec& kind)
{
    Record record(kind, base::RecordId(row.uuid(0)));
    const int count = static_cast<int>(kind.fields.size());
    for (int i = 0; i < count; ++i) {
        if (!row.isNull(i + 1))
            record.values[static_cast<size_t>(i)] = readValue(row, i + 1, kind.fields[static_cast<size_t>(i)].type);
    }
    const int after = count + 1;
    static_assert(kBookkeeping == 5);
    if (!row.isNull(after)) {
        const QJsonObject empties = jsonFromText(row.text(after));
        for (auto it = empties.constBegin(); it != empties.constEnd(); ++it) {
            const int index = kind.indexOf(it.key());
            const auto empty = domain::emptyFromCode(it.value().toString());
            if (index >= 0 && empty && isEmpty(record.values[static_cast<size_t>(index)]))
                record.values[static_cast<size_t>(index)] = *empty;
        }
    }
    if (!row.isNull(after + 2))
        record.unknown = jsonFromText(row.text(after + 2));
    domain::readVersions(record, jsonFromText(row.text(after + 1)));
    if (!row.isNull(after + 3))
        record.deletion = deletionFromJson(jsonFromText(row.text(after + 3)));
    return record;
}

qint64 packTime(const base::Timestamp& time)
{
    return time.utcMilliseconds() * kOffsetRange + time.offsetMinutes() + kOffsetZero;
}

base::Timestamp unpackTime(qint64 packed)
{
    // Floor division: moments before 1970 are negative.
    qint64 milliseconds = packed / kOffsetRange;
    qint64 rest = packed % kOffsetRange;
    if (rest < 0) {
        rest += kOffsetRange;
        --milliseconds;
    }
    return {milliseconds, static_cast<int>(rest - kOffsetZero)};
}

QString foldForSearch(const QString& text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar each : decomposed) {
        if (each.category() != QChar::Mark_NonSpacing && each != u'\'' && each != u'\u2019')
            folded += each;
    }
    return folded;
}

QString searchText(const Record& record)
{
    QStringList parts;
    for (size_t i = 0; i < record.values.size(); ++i) {
        const domain::FieldSpec& field = record.kind->fields[i];
        const QString* text = std::get_if<QString>(&record.values[i]);
        if (!field.searched || !text || text->isEmpty())
            continue;
        parts << *text;
        // "028 9649 6123" is also found as 02896496123.
        QString digits = *text;
        digits.remove(u' ');
        if (digits != *text)
            parts << digits;
    }
    return foldForSearch(parts.join(u' '));
}

} // namespace doorstep::store
