#include "hub/hubdirectory.h"
#include "hub/secret.h"
#include "hub/sqlite/sqlitedatabase.h"
#include "sql/copy.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

// HubDirectory's copies: making one, and making a hub out of one.

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int kHubEpochBytes = 8;
const QString kFileArgument = QStringLiteral("FILE");
const QString kUnfinished = QStringLiteral(".unfinished");

/// A file that is taken away again unless it was given its name.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString& name) : m_name(name), m_path(name + kUnfinished) { removeAll(); }
    ~UnfinishedFile() { removeAll(); }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Flushes file and name to the disk.
    [[nodiscard]] Status finish()
    {
        if (!flush(m_path) || !QFile::rename(m_path, m_name) || !flush(QFileInfo(m_name).absolutePath()))
            return fail(ErrorCode::Io, QStringLiteral("cannot write %1").arg(m_name), kFileArgument);
        return {};
    }

private:
    static bool flush(const QString& path)
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            return false;
        const bool isFlushed = ::fsync(file) == 0;
        ::close(file);
        return isFlushed;
    }
    void removeAll() const
    {
        for (const char* const suffix : {"", "-wal", "-shm"})
            QFile::remove(m_path + QLatin1StringView(suffix));
    }

    QString m_name, m_path;
};

Status checkCopy(const QString& path, const sql::DatabaseKey& key)
{
    DOORSTEP_TRY_ASSIGN(const auto connection, sql::Connection::open(path, key));
    return connection->checkIntegrity();
}

Result<BackupMark> markOf(const QString& path, const sql::DatabaseKey& key)
{
    DOORSTEP_TRY_ASSIGN(const auto store, HubStore::open(std::make_unique<SqliteSource>(path, key)));
    DOORSTEP_TRY_ASSIGN(BackupMark mark, BackupMark::of(*store->read()));
    if (mark.hubEpoch.isEmpty())
        return fail(ErrorCode::Corrupt, QStringLiteral("%1 holds no hub").arg(path), kFileArgument);
    return mark;
}

} // namespace

Result<BackupMark> HubDirectory::backup(const QString& file, const base::Clock& clock) const
{
    if (QFileInfo::exists(file))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a file %1 already").arg(file), kFileArgument);
    DOORSTEP_TRY_ASSIGN(const auto store, open());
    DOORSTEP_TRY_ASSIGN(const QByteArray bytes, readKey());
    const sql::DatabaseKey key{bytes};
    UnfinishedFile copy(file);
    {
        DOORSTEP_TRY_ASSIGN(const auto connection, sql::Connection::open(databasePath(), key));
        DOORSTEP_TRY(sql::copyDatabase(*connection, copy.path(), key));
    }
    DOORSTEP_TRY(checkCopy(copy.path(), key));
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, markOf(copy.path(), key));
    DOORSTEP_TRY(copy.finish());
    DOORSTEP_TRY(mark.putInto(*store, clock.now()));
    return mark;
}

Result<BackupMark> HubDirectory::restore(const QString& file, base::Random& random, Restore what) const
{
    if (what == Restore::InPlace && QFileInfo::exists(databasePath()))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a hub in %1 already").arg(m_path),
                    QStringLiteral("data"));
    DOORSTEP_TRY_ASSIGN(const QByteArray bytes, readKey());
    const sql::DatabaseKey key{bytes};
    // Also to verify: a copy is opened, the backup itself stays as it is to the last byte.
    UnfinishedFile copy(databasePath());
    if (!QFile::copy(file, copy.path()))
        return fail(ErrorCode::NotFound, QStringLiteral("cannot read %1").arg(file), kFileArgument);
    QFile::setPermissions(copy.path(), QFile::ReadOwner | QFile::WriteOwner);
    DOORSTEP_TRY(checkCopy(copy.path(), key));
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, markOf(copy.path(), key));
    if (what == Restore::VerifyOnly)
        return mark;
    {
        DOORSTEP_TRY_ASSIGN(const auto store, HubStore::open(std::make_unique<SqliteSource>(copy.path(), key)));
        DOORSTEP_TRY(beginNewLife(*store, random));
    }
    DOORSTEP_TRY(copy.finish());
    return mark;
}

Status HubDirectory::beginNewLife(HubStore& store, base::Random& random)
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, store.begin());
    DOORSTEP_TRY(transaction->setMeta(metakey::hubEpoch, randomBytes(random, kHubEpochBytes)));
    return transaction->commit();
}

} // namespace doorstep::hub
