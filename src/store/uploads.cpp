#include "store/uploads.h"

namespace doorstep::store {

using base::Result;
using base::Status;

namespace {

// An interrupted fetch goes on where it was; one that nobody went on with in this time is given up.
constexpr qint64 kPartLifeMilliseconds = 7LL * 24 * 60 * 60 * 1000;

const char* const kSelect = "SELECT record, person, hash, size, sent, state, failures, code, detail FROM upload ";

Upload rowFrom(const sql::Statement& row)
{
    Upload upload;
    upload.record = base::RecordId(row.uuid(0));
    upload.address = {row.uuid(1), row.bytes(2)};
    upload.size = row.integer(3);
    upload.sent = row.integer(4);
    upload.state = static_cast<UploadState>(row.integer(5));
    upload.failures = static_cast<int>(row.integer(6));
    upload.reason = {base::errorCodeFromWire(row.text(7)).value_or(base::ErrorCode::Internal), row.text(8), {}};
    return upload;
}

} // namespace

Status Uploads::put(sql::Transaction& transaction, const Upload& upload)
{
    sql::Statement insert(transaction.connection(),
                          "INSERT OR REPLACE INTO upload (record, person, hash, size, sent, state, failures, code,"
                          " detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(upload.record.uuid()).bind(upload.address.owner).bind(upload.address.hash).bind(upload.size);
    insert.bind(upload.sent).bind(static_cast<int>(upload.state)).bind(upload.failures);
    const bool hasReason = upload.state == UploadState::NeedsAttention;
    insert.bind(hasReason ? QString(base::wireName(upload.reason.code)) : QString());
    return insert.bind(hasReason ? upload.reason.detail : QString()).run();
}

Result<std::vector<Upload>> Uploads::read(sql::Statement& select)
{
    std::vector<Upload> uploads;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return uploads;
        uploads.push_back(rowFrom(select));
    }
}

Result<std::optional<Upload>> Uploads::upload(base::RecordId record)
{
    sql::Statement select(m_store.connection(), QByteArray(kSelect) + "WHERE record = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(record.uuid()).one());
    return found ? std::optional(rowFrom(select)) : std::nullopt;
}

Result<std::optional<Upload>> Uploads::nextReady(base::RecordId after)
{
    // The hub takes bytes only for a record that it has, and nobody wants those of a removed one.
    sql::Statement select(
        m_store.connection(),
        QByteArray(kSelect) +
            "WHERE state = 0 AND record > ? AND NOT EXISTS"
            " (SELECT 1 FROM outbox WHERE outbox.record = upload.record AND outbox.state IN (0, 1, 3, 4))"
            " AND EXISTS (SELECT 1 FROM record_attachment WHERE id = upload.record AND _deleted IS NULL)"
            " ORDER BY record LIMIT 1");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(after.uuid()).one());
    return found ? std::optional(rowFrom(select)) : std::nullopt;
}

Result<std::vector<Upload>> Uploads::all()
{
    sql::Statement select(m_store.connection(), QByteArray(kSelect) + "ORDER BY record");
    return read(select);
}

Result<UploadCounts> Uploads::counts()
{
    UploadCounts counts;
    sql::Statement select(m_store.connection(),
                          "SELECT state, count(*), sum(size - sent) FROM upload WHERE NOT EXISTS (SELECT 1 FROM"
                          " record_attachment WHERE id = upload.record AND _deleted IS NOT NULL) GROUP BY state");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return counts;
        const int files = static_cast<int>(select.integer(1));
        switch (static_cast<UploadState>(select.integer(0))) {
        case UploadState::Waiting:
            counts.waiting = files;
            counts.bytesToSend = select.integer(2);
            break;
        case UploadState::Received:
            counts.received = files;
            break;
        case UploadState::NeedsAttention:
            counts.needsAttention = files;
            break;
        }
    }
}

Result<int> Uploads::erase(sql::Transaction& transaction, const QUuid& person)
{
    sql::Statement select(transaction.connection(), QByteArray(kSelect) + "WHERE person = ?");
    DOORSTEP_TRY_ASSIGN(const std::vector<Upload> uploads, read(select.bind(person)));
    int erased = 0;
    for (const Upload& upload : uploads) {
        if (upload.state != UploadState::Received)
            continue;
        // One file may be attached twice; it goes with its last row.
        const bool isNeeded = std::any_of(uploads.begin(), uploads.end(), [&](const Upload& other) {
            return other.state != UploadState::Received && other.address == upload.address;
        });
        if (!isNeeded)
            DOORSTEP_TRY(m_store.files().remove(upload.address));
        sql::Statement remove(transaction.connection(), "DELETE FROM upload WHERE record = ?");
        DOORSTEP_TRY(remove.bind(upload.record.uuid()).run());
        ++erased;
    }
    return erased;
}

Status Uploads::sweepFiles(const base::Clock& clock)
{
    DOORSTEP_TRY_ASSIGN(const std::vector<Upload> uploads, all());
    std::vector<files::Address> kept;
    kept.reserve(uploads.size());
    for (const Upload& upload : uploads)
        kept.push_back(upload.address);
    DOORSTEP_TRY(m_store.files().sweep(kept));
    return m_store.files().removePartsBefore(clock.now().utcMilliseconds() - kPartLifeMilliseconds).map([](int) {});
}

} // namespace doorstep::store
