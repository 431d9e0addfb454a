#include "sql/connection.h"

#include "sql/statementcache.h"

#include <cerrno>
#include <sqlcipher/sqlite3.h>

namespace doorstep::sql {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

// A sync of another thread may hold the write lock for one page; longer means something is wrong.
constexpr int kBusyMilliseconds = 10'000;

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorCode::Corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return ErrorCode::Io;
    case SQLITE_CONSTRAINT:
        return ErrorCode::AlreadyExists;
    default:
        return ErrorCode::Internal;
    }
}

/// SQLite knows ENOSPC in the data alone; a quota, a limit, or no room for the index of the log are an I/O error to it.
bool isOutOfRoom(sqlite3* handle, int code)
{
    const bool isOfSystem = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
    const int reason = isOfSystem ? sqlite3_system_errno(handle) : 0;
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

bool canEncrypt(sqlite3* handle)
{
    // Plain SQLite ignores PRAGMA key without a word; only SQLCipher answers this one.
    sqlite3_stmt* statement = nullptr;
    const bool answers = sqlite3_prepare_v2(handle, "PRAGMA cipher_version", -1, &statement, nullptr) == SQLITE_OK &&
                         sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return answers;
}

Status unlock(sqlite3* handle, const DatabaseKey& key)
{
    if (key.bytes.size() != kKeyBytes)
        return fail(ErrorCode::KeyStore, QStringLiteral("the database key has the wrong length"));
    const QByteArray pragma = "PRAGMA key = \"x'" + key.bytes.toHex() + "'\"";
    if (sqlite3_exec(handle, pragma.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(handle, "key"));
    // The format is pinned so that a newer library does not silently change it.
    const char* const settings = "PRAGMA cipher_page_size = 4096; PRAGMA temp_store = MEMORY;"
                                 "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;";
    if (sqlite3_exec(handle, settings, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(handle, "settings"));
    // Reading the schema is the first thing that needs the right key.
    if (sqlite3_exec(handle, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(handle, "first read"));
    // Automatic checkpoints would add flushes to somebody's save; checkpoint() does them at quiet moments.
    const char* const journal = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"
                                "PRAGMA journal_size_limit = 16777216;";
    if (sqlite3_exec(handle, journal, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(handle, "journal"));
    return {};
}

} // namespace

Error lastError(sqlite3* handle, const char* what)
{
    const int code = sqlite3_extended_errcode(handle);
    return Error{isOutOfRoom(handle, code) ? ErrorCode::DiskFull : codeOf(code),
                 QStringLiteral("%1: %2 (%3)")
                     .arg(QString::fromLatin1(what), QString::fromUtf8(sqlite3_errmsg(handle)), QString::number(code)),
                 {}};
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const DatabaseKey& key)
{
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (opened != SQLITE_OK)
        return fail(lastError(handle, "open"));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    if (!canEncrypt(handle))
        return fail(ErrorCode::EncryptionOff, QStringLiteral("this SQLite cannot encrypt"));
    DOORSTEP_TRY(unlock(handle, key));
    const auto noteLog = [](void* self, sqlite3*, const char*, int pages) {
        static_cast<Connection*>(self)->m_logPages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(handle, noteLog, connection.get());
    return connection;
}

Connection::Connection(sqlite3* handle) : m_handle(handle), m_cache(std::make_unique<StatementCache>()) {}

Connection::~Connection()
{
    m_cache.reset();
    sqlite3_close_v2(m_handle);
}

Status Connection::run(const char* sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(m_handle, sql));
    return {};
}

Status Connection::checkIntegrity()
{
    sqlite3_stmt* statement = nullptr;
    QString answer;
    if (sqlite3_prepare_v2(m_handle, "PRAGMA integrity_check(1)", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        answer = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    if (answer != QLatin1StringView("ok"))
        return fail(ErrorCode::Corrupt, answer);
    return {};
}

Status Connection::checkpoint()
{
    return run("PRAGMA wal_checkpoint(RESTART)");
}

qint64 Connection::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

} // namespace doorstep::sql
