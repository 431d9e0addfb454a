#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;

namespace doorstep::sql {

/// The raw key of an encrypted database: 32 bytes, no derivation on top.
struct DatabaseKey
{
    QByteArray bytes;
};

inline constexpr int kKeyBytes = 32;

/// One connection to one SQLCipher file, used from one thread at a time. WAL, full sync: a committed transaction
/// has been flushed. Owns its prepared statements.
class Connection
{
public:
    /// Opens or creates. EncryptionOff when the SQLite at hand cannot encrypt: nothing is opened then. Corrupt when the
    /// key does not fit or the file is not a database; the file is left as it is.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString& path, const DatabaseKey& key);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs fixed SQL without parameters, also several statements.
    [[nodiscard]] base::Status run(const char* sql);
    /// PRAGMA integrity_check; Corrupt with its first line.
    [[nodiscard]] base::Status checkIntegrity();
    /// Moves what the WAL holds into the file; it begins anew with the next write. Not on the saving path: it flushes
    /// several times.
    [[nodiscard]] base::Status checkpoint();
    /// Pages in the WAL after the last commit of this connection.
    [[nodiscard]] int logPages() const { return m_logPages; }
    /// Rows changed by the last statement.
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    friend class Statement;
    explicit Connection(sqlite3* handle);

    sqlite3* m_handle;
    int m_logPages = 0;
    struct StatementCache;
    std::unique_ptr<StatementCache> m_cache;
};

/// The closed code and the message of SQLite's last error on this connection. `what` says what was tried.
[[nodiscard]] base::Error lastError(sqlite3* handle, const char* what);

} // namespace doorstep::sql
