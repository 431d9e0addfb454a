#include "platform/linux/filekeystore.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace doorstep::platform {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kOthers =
    QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
} // namespace

Result<QJsonObject> FileKeyStore::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (file.permissions() & kOthers)
        return fail(ErrorCode::KeyStore, QStringLiteral("others may read %1; chmod 600 it").arg(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::KeyStore, QStringLiteral("%1: %2").arg(m_path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return fail(ErrorCode::KeyStore, QStringLiteral("%1 is not a key file").arg(m_path));
    return document.object();
}

Status FileKeyStore::store(const QJsonObject& secrets) const
{
    // QSaveFile: flushed and renamed into place, so that a crash leaves the old keys or the new ones.
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly))
        return fail(ErrorCode::KeyStore, QStringLiteral("%1: %2").arg(m_path, file.errorString()));
    file.write(QJsonDocument(secrets).toJson());
    if (!file.commit())
        return fail(ErrorCode::KeyStore, QStringLiteral("%1: %2").arg(m_path, file.errorString()));
    return {};
}

Result<QByteArray> FileKeyStore::read(const QString& name)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject secrets, load());
    if (!secrets.contains(name))
        return fail(ErrorCode::NotFound, QStringLiteral("no secret named %1 in %2").arg(name, m_path));
    return QByteArray::fromBase64(secrets.value(name).toString().toLatin1());
}

Status FileKeyStore::write(const QString& name, const QByteArray& secret)
{
    DOORSTEP_TRY_ASSIGN(QJsonObject secrets, load());
    secrets.insert(name, QString::fromLatin1(secret.toBase64()));
    return store(secrets);
}

Status FileKeyStore::remove(const QString& name)
{
    DOORSTEP_TRY_ASSIGN(QJsonObject secrets, load());
    secrets.remove(name);
    return store(secrets);
}

} // namespace doorstep::platform
