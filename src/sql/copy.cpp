#include "sql/copy.h"

#include <QFileInfo>

#include <sqlcipher/sqlite3.h>

namespace doorstep::sql {

using base::ErrorCode;
using base::fail;
using base::Status;

Status copyDatabase(Connection& from, const QString& path, const DatabaseKey& key)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a file %1 already").arg(path));
    DOORSTEP_TRY_ASSIGN(const auto to, Connection::open(path, key));
    sqlite3_backup* backup = sqlite3_backup_init(to->handle(), "main", from.handle(), "main");
    if (!backup)
        return fail(lastError(to->handle(), "copy"));
    // All pages in one read transaction: in WAL mode it stops no writer, and what they write meanwhile is not in it.
    const int done = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (done != SQLITE_DONE || finished != SQLITE_OK)
        return fail(lastError(to->handle(), "copy"));
    return to->checkpoint();
}

} // namespace doorstep::sql
