#include "hub/importer.h"

#include "domain/validation.h"
#include "hub/matchkeeper.h"
#include "wire/json.h"

#include <algorithm>

namespace doorstep::hub {

using base::Error;
using base::ErrorCode;
using base::fail;

namespace {

// Small enough that a server working on the same database waits for a moment only.
constexpr size_t kTransactionRecords = 500;
const QLatin1StringView kSchemeField("scheme");

auto failAt(qint64 line, Error error)
{
    error.detail = QStringLiteral("line %1: %2").arg(line).arg(error.detail);
    return fail(std::move(error));
}

void stamp(domain::Record& record, Timestamp now)
{
    const base::Version version{base::HybridTime::fromMilliseconds(now.utcMilliseconds()), 0};
    for (size_t i = 0; i < record.values.size(); ++i)
        record.versions[i] = domain::isBlank(record.values[i]) ? base::Version{} : version;
}

/// The record as this line would have made it, and nobody has touched it since.
bool isUnchangedImport(const domain::Record& present, const domain::Record& line)
{
    if (present.kind != line.kind || present.isDeleted())
        return false;
    for (size_t i = 0; i < line.values.size(); ++i) {
        const bool isHubs = present.versions[i].device == 0;
        const bool isSame = domain::isBlank(line.values[i]) || present.values[i] == line.values[i];
        if (!isHubs || !isSame)
            return false;
    }
    return true;
}

} // namespace

Result<qint64> Importer::run(QIODevice& input)
{
    DOORSTEP_TRY(read(input));
    {
        const auto reading = m_store.read();
        for (Line& line : m_lines) {
            if (const auto checked = check(*reading, line); !checked)
                return failAt(line.number, checked.error());
        }
        // Parents stand before children in the registry, so that a person's scheme is known before it is asked for.
        std::stable_sort(m_lines.begin(), m_lines.end(),
                         [](const Line& a, const Line& b) { return a.row.record.kind < b.row.record.kind; });
        for (size_t i = 0; i < m_lines.size(); ++i)
            m_places.insert(m_lines[i].row.record.id.uuid(), i);
        for (Line& line : m_lines) {
            if (const auto placed = place(*reading, line); !placed)
                return failAt(line.number, placed.error());
        }
    }
    DOORSTEP_TRY(write());
    return std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return !line.isPresent; });
}

Status Importer::read(QIODevice& input)
{
    qint64 number = 0;
    // A pipe is at its end only when a read gives nothing.
    for (QByteArray text = input.readLine(); !text.isEmpty(); text = input.readLine()) {
        ++number;
        if (text.trimmed().isEmpty())
            continue;
        auto line = parse(number, text);
        if (!line)
            return failAt(number, line.error());
        const QUuid id = line->row.record.id.uuid();
        if (m_places.contains(id))
            return failAt(number, {ErrorCode::AlreadyExists, QStringLiteral("the id stands on an earlier line"),
                                   QString(wire::key::id)});
        m_places.insert(id, m_lines.size());
        m_lines.push_back(*std::move(line));
    }
    return {};
}

Result<Importer::Line> Importer::parse(qint64 number, const QByteArray& text) const
{
    DOORSTEP_TRY_ASSIGN(QJsonObject json, wire::objectFromBytes(text));
    const QString scheme = json.value(wire::key::scheme).toString();
    for (const auto key : {wire::key::versions, wire::key::deleted})
        json.remove(key);
    DOORSTEP_TRY_ASSIGN(domain::Record record, wire::recordFromJson(json));
    DOORSTEP_TRY(domain::refuseUnknownFields(*record.kind, json.value(wire::key::fields).toObject()));
    DOORSTEP_TRY(domain::validate(record));
    return Line{number, RecordRow{std::move(record)}, scheme, false};
}

Status Importer::check(HubTransaction& transaction, Line& line) const
{
    const domain::Record& record = line.row.record;
    DOORSTEP_TRY_ASSIGN(const auto present, transaction.records().record(record.id));
    line.isPresent = present && isUnchangedImport(present->record, record);
    if (present && !line.isPresent)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("the hub has a record of this id"),
                    QString(wire::key::id));
    for (size_t i = 0; i < record.values.size(); ++i) {
        const domain::FieldSpec& field = record.kind->fields[i];
        const auto* parent = std::get_if<QUuid>(&record.values[i]);
        if (!field.parent || !parent || m_places.contains(*parent))
            continue;
        DOORSTEP_TRY_ASSIGN(const auto row, transaction.records().record(RecordId(*parent)));
        if (!row)
            return fail(ErrorCode::NotFound, QStringLiteral("there is no such record"), field.key());
    }
    return {};
}

Status Importer::place(HubTransaction& transaction, Line& line) const
{
    RecordRow& row = line.row;
    const auto person = row.record.person();
    row.subject = person.value_or(QUuid());
    if (const auto found = person ? m_places.constFind(*person) : m_places.cend();
        found != m_places.cend() && *person != row.record.id.uuid()) {
        row.scope = m_lines[*found].row.scope;
    } else {
        DOORSTEP_TRY_ASSIGN(row.scope, schemeOf(transaction, row.record, line.scheme));
    }
    const int index = row.record.kind->indexOf(kSchemeField);
    if (row.record.kind->personField < 0 && index >= 0) {
        if (row.scope.isEmpty() && !mayBePublic(*row.record.kind))
            return fail(ErrorCode::InvalidValue, QStringLiteral("needs a value"), QString(kSchemeField));
        if (!row.scope.isEmpty())
            row.record.set(kSchemeField, row.scope);
    }
    const Timestamp now = m_clock.now();
    stamp(row.record, now);
    row.receivedAt = now;
    row.updatedAt = now;
    return {};
}

Status Importer::write()
{
    for (size_t first = 0; first < m_lines.size(); first += kTransactionRecords) {
        DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
        MatchKeeper matches(*transaction, m_clock.now());
        for (size_t i = first; i < std::min(first + kTransactionRecords, m_lines.size()); ++i) {
            if (m_lines[i].isPresent)
                continue;
            matches.note(m_lines[i].row);
            transaction->records().put(m_lines[i].row);
        }
        DOORSTEP_TRY(matches.update());
        DOORSTEP_TRY(transaction->commit());
    }
    return {};
}

} // namespace doorstep::hub
