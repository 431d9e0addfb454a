#include "hub/hubdirectory.h"

#include "hub/secret.h"
#include "hub/sqlite/sqlitedatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int kHubEpochBytes = 8;
constexpr auto kForOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
const QString kDataArgument = QStringLiteral("data");

/// None when the variable is not set.
Result<std::optional<QByteArray>> keyFromEnvironment()
{
    if (!qEnvironmentVariableIsSet(HubDirectory::kKeyVariable))
        return std::nullopt;
    const QByteArray hex = qgetenv(HubDirectory::kKeyVariable);
    const QByteArray key = QByteArray::fromHex(hex);
    if (hex.size() != 2 * sql::kKeyBytes || key.size() != sql::kKeyBytes || key.toHex() != hex.toLower())
        return fail(ErrorCode::KeyStore, QStringLiteral("expected 64 hexadecimal digits"),
                    QString::fromLatin1(HubDirectory::kKeyVariable));
    return key;
}

Result<std::unique_ptr<HubStore>> openStore(const QString& path, const QByteArray& key)
{
    return HubStore::open(std::make_unique<SqliteSource>(path, sql::DatabaseKey{key}));
}

Status writeSecret(const QString& path, const QByteArray& bytes)
{
    // Created with its final mode: at no moment can others read it.
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(ErrorCode::Io, QStringLiteral("cannot write %1").arg(path), kDataArgument);
    const bool isWritten = ::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
    const bool isFlushed = ::fsync(file) == 0;
    ::close(file);
    if (!isWritten || !isFlushed)
        return fail(ErrorCode::Io, QStringLiteral("cannot write %1").arg(path), kDataArgument);
    return {};
}

} // namespace

Status HubDirectory::create(base::Random& random) const
{
    if (QFileInfo::exists(databasePath()) || QFileInfo::exists(keyPath()))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a hub in %1 already").arg(m_path),
                    kDataArgument);
    if (!QDir().mkpath(m_path))
        return fail(ErrorCode::Io, QStringLiteral("cannot make the directory %1").arg(m_path), kDataArgument);
    if (::chmod(QFile::encodeName(m_path).constData(), 0700) != 0)
        return fail(ErrorCode::Io, QStringLiteral("cannot close the directory %1 to others").arg(m_path),
                    kDataArgument);
    DOORSTEP_TRY_ASSIGN(const QByteArray key, makeKey(random));
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(databasePath(), key));
    DOORSTEP_TRY_ASSIGN(const auto transaction, store->begin());
    DOORSTEP_TRY(transaction->setMeta(metakey::hubEpoch, randomBytes(random, kHubEpochBytes)));
    DOORSTEP_TRY(transaction->setMeta(metakey::cursorKey, randomBytes(random, sql::kKeyBytes)));
    return transaction->commit();
}

Result<std::unique_ptr<HubStore>> HubDirectory::open() const
{
    if (!QFileInfo::exists(databasePath()))
        return fail(ErrorCode::NotFound, QStringLiteral("there is no hub in %1; make one with init").arg(m_path),
                    kDataArgument);
    DOORSTEP_TRY_ASSIGN(const QByteArray key, readKey());
    DOORSTEP_TRY_ASSIGN(std::unique_ptr<HubStore> store, openStore(databasePath(), key));
    DOORSTEP_TRY_ASSIGN(const QByteArray hubEpoch, store->read()->meta(metakey::hubEpoch));
    if (hubEpoch.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the hub in %1 was not made completely").arg(m_path),
                    kDataArgument);
    return store;
}

Result<files::ContentStore> HubDirectory::files(const QString& folder) const
{
    DOORSTEP_TRY_ASSIGN(const QByteArray key, readKey());
    return files::ContentStore(folder.isEmpty() ? m_path + QStringLiteral("/files") : folder,
                               files::folderKeyFrom(key));
}

Result<QByteArray> HubDirectory::readKey() const
{
    DOORSTEP_TRY_ASSIGN(const auto given, keyFromEnvironment());
    if (given)
        return *given;
    QFile file(keyPath());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::KeyStore, QStringLiteral("cannot read the key %1").arg(keyPath()), kDataArgument);
    if (file.permissions() & kForOthers)
        return fail(ErrorCode::KeyStore,
                    QStringLiteral("others can read or write %1; its mode must be 0600").arg(keyPath()), kDataArgument);
    const QByteArray key = file.readAll();
    if (key.size() != sql::kKeyBytes)
        return fail(ErrorCode::KeyStore, QStringLiteral("%1 is not a key of 32 bytes").arg(keyPath()), kDataArgument);
    return key;
}

Result<QByteArray> HubDirectory::makeKey(base::Random& random) const
{
    DOORSTEP_TRY_ASSIGN(const auto given, keyFromEnvironment());
    if (given)
        return *given;
    const QByteArray key = randomBytes(random, sql::kKeyBytes);
    DOORSTEP_TRY(writeSecret(keyPath(), key));
    return key;
}

} // namespace doorstep::hub
