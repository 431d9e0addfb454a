#include "sync/installation.h"

#include "base/log.h"
#include "store/uploads.h"
#include "wire/enrolment.h"
#include "wire/json.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace doorstep::sync {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Device;
using store::DeviceStore;

namespace {

Result<wire::Enrolment> askHub(HubClient& client, const QString& code)
{
    const HubReply reply = client.sendAndWait(
        HubRequest{"POST", QString(wire::kPathEnrol), wire::compact({{wire::key::code, code.trimmed()}}), {}, {}});
    if (reply.status != 200)
        return fail(reply.error);
    return wire::enrolmentFromBytes(reply.body);
}

Device deviceOf(const wire::Enrolment& enrolment, const QUrl& hub, const base::Clock& clock)
{
    Device device;
    device.number = enrolment.device;
    device.hub = hub.toString();
    device.token = enrolment.token;
    device.worker = enrolment.workerId;
    device.name = enrolment.name;
    device.role = enrolment.role;
    device.scheme = enrolment.scheme;
    device.clockOffset = enrolment.hubTime > 0 ? enrolment.hubTime - clock.now().utcMilliseconds() : 0;
    return device;
}

/// A database whose vault is gone cannot be opened here any more; it may be elsewhere, so it is kept.
base::Status moveOrphanAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".aside-%1").arg(QDateTime::currentMSecsSinceEpoch());
    for (const QString& suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix))
            return fail(ErrorCode::Io, QStringLiteral("cannot move %1 aside").arg(path + suffix));
    }
    return {};
}

} // namespace

Installation::Installation(QString folder, platform::KeyStore& keyStore, const base::Clock& clock)
    : m_folder(std::move(folder)), m_vault(m_folder, keyStore), m_clock(clock)
{
    if (!QDir(m_folder).exists() && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

bool Installation::isEnrolled() const
{
    // The database is made last, with the enrolment in it.
    return m_vault.exists() && QFile::exists(databasePath());
}

Result<Installation::Opened> Installation::enrol(HubClient& client, const QString& hub, const QString& code,
                                                 const QString& pin)
{
    if (isEnrolled())
        return fail(ErrorCode::AlreadyEnrolled, QStringLiteral("this folder belongs to an enrolled device"));
    DOORSTEP_TRY(store::checkPin(pin));
    if (code.trimmed().isEmpty())
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected the code your manager gave you"),
                    QStringLiteral("code"));
    DOORSTEP_TRY_ASSIGN(const QUrl address, HubClient::parseAddress(hub));
    client.setAddress(address);
    DOORSTEP_TRY(moveOrphanAside(databasePath()));
    DOORSTEP_TRY_ASSIGN(const sql::DatabaseKey key, m_vault.create(pin));
    // Made under another name and renamed when the enrolment is in it: a crash leaves no half-enrolled device.
    const QString making = databasePath() + QStringLiteral(".new");
    QFile::remove(making);
    {
        DOORSTEP_TRY_ASSIGN(auto store, DeviceStore::open(making, key));
        DOORSTEP_TRY_ASSIGN(const wire::Enrolment enrolment, askHub(client, code));
        DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(store->connection()));
        DOORSTEP_TRY(store->setDevice(transaction, deviceOf(enrolment, address, m_clock)));
        DOORSTEP_TRY(transaction.commit());
        DOORSTEP_TRY(store->connection().checkpoint());
    }
    if (!QFile::rename(making, databasePath()))
        return fail(ErrorCode::Io, QStringLiteral("cannot name %1").arg(databasePath()));
    return unlock(pin);
}

Result<Installation::Opened> Installation::unlock(const QString& pin)
{
    if (!isEnrolled())
        return fail(ErrorCode::NotEnrolled, QStringLiteral("this device is not enrolled"));
    DOORSTEP_TRY_ASSIGN(const sql::DatabaseKey key, m_vault.open(pin));
    // SQLite takes an empty file for a new database; here it is one that has lost everything, and must not be built
    // upon.
    if (QFileInfo(databasePath()).size() == 0)
        return fail(ErrorCode::Corrupt,
                    QStringLiteral("the database is empty; it was not when this phone was enrolled"));
    DOORSTEP_TRY_ASSIGN(auto store, DeviceStore::open(databasePath(), key));
    DOORSTEP_TRY_ASSIGN(const Device device, store->device());
    if (!device.isEnrolled())
        return fail(ErrorCode::Corrupt, QStringLiteral("the database does not say whose it is"));
    // Only tidying: a full disk or a busy sync must not keep a worker out.
    const auto tidied = store->settle().and_then([&] { return store::Uploads(*store).sweepFiles(m_clock); });
    if (!tidied)
        base::log(base::LogLevel::Warning, QLatin1StringView("unlock.tidying_failed"),
                  {{QStringLiteral("code"), base::wireName(tidied.error().code)}});
    return Opened{key, std::move(store)};
}

} // namespace doorstep::sync
